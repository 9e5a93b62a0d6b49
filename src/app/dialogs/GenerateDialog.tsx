import { useDeferredValue, useMemo, useRef, useState } from "react";
import { FileUp, TriangleAlert } from "lucide-react";
import {
  formatIpv4,
  formatPrefix,
  generateDesign,
  lengthOfMask,
  planGeneration,
  readSiteTable,
  routerNames,
  type Design,
  type GenerationPlan,
  type PlannedSite,
  type SiteTableProblem,
  type Topology,
} from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { openMadeDesign } from "../actions/designFiles.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { counted } from "../canvas/project.ts";
import { useWorkbench } from "../workbench.ts";
import { ChoiceCards, type CardChoice } from "./ChoiceCards.tsx";
import "./dialogs.css";
import "./generate.css";

const TOPOLOGIES: readonly CardChoice<Topology>[] = [
  {
    value: "hub-spoke",
    label: "Hub and spoke",
    words: "Every site reaches the first one, or the one with the role hub.",
  },
  { value: "dual-hub", label: "Dual hub", words: "Two hubs; every spoke lists the second as backup." },
  { value: "mesh", label: "Full mesh", words: "Every site reaches every other." },
  { value: "partial-mesh", label: "Partial mesh", words: "The links that the column peers names; without it, a ring." },
];

/** Makes a whole network of a table of sites, and shows what it will make before it does. */
export function GenerateDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const [present] = useState(() => effectiveDesign(workbench.design.getState()));
  const [topology, setTopology] = useState<Topology>("hub-spoke");
  const [table, setTable] = useState(() => sitesNamed(4, present));
  const [count, setCount] = useState("4");
  const isEmpty = present.routers.size === 0;
  const [adds, setAdds] = useState(isEmpty);
  const [failure, setFailure] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const text = useDeferredValue(table);
  const into = adds ? present : undefined;
  const { sites, problems } = useMemo(() => readSiteTable(text, into), [text, into]);
  const plan = useMemo(
    () => (problems.length > 0 ? null : planGeneration({ topology, sites, ...(into ? { into } : {}) })),
    [topology, sites, problems, into],
  );
  const isPlanned = plan !== null && typeof plan !== "string";

  const make = () => {
    const { ids, newKey } = workbench;
    workbench.design.getState().commitDraft();
    const base = adds ? workbench.design.getState().design : undefined;
    const made = generateDesign({ topology, sites, ids, key: newKey, ...(base ? { into: base } : {}) });
    if (made.kind === "refused") {
      setFailure(made.reason);
      return;
    }
    onClose();
    if (base) addToDesign(made.design, made.label);
    else void openMadeDesign(workbench, made.design, `${made.design.name} is open.`);
  };
  const addToDesign = (design: Design, label: string) => {
    if (!workbench.design.getState().replace(design, label)) return;
    workbench.view.setState({ selection: [] });
    workbench.canvas.current?.fit();
    workbench.notify(`${label.replace(/^Generate/, "Generated")}.`);
  };

  return (
    <Dialog
      wide
      title="Generate a network"
      description="Agreeing configurations for a table of sites: addresses, keys, crypto maps and routes."
      onClose={onClose}
      footer={
        <>
          <fieldset className="generate-into">
            <legend className="visually-hidden">Where it goes</legend>
            <label className="checkbox-row">
              <input type="radio" name="generate-into" checked={!adds} onChange={() => setAdds(false)} />
              As a new design
            </label>
            <label className="checkbox-row">
              <input type="radio" name="generate-into" checked={adds} onChange={() => setAdds(true)} />
              Into this design
            </label>
          </fieldset>
          <span className="footer-space" />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!isPlanned} onClick={make}>
            Generate
          </Button>
        </>
      }
    >
      <ChoiceCards legend="Topology" choices={TOPOLOGIES} value={topology} onChange={setTopology} />
      <div className="generate-columns">
        <section aria-label="Sites" className="generate-sites">
          <div className="generate-fill">
            <label>
              Sites
              <input
                className="field-input"
                type="number"
                min={2}
                max={500}
                value={count}
                onChange={(event) => setCount(event.currentTarget.value)}
              />
            </label>
            <Button onClick={() => setTable(sitesNamed(Number(count), present))}>Fill in</Button>
            <span className="footer-space" />
            <Button onClick={() => chooser.current?.click()}>
              <FileUp size={15} aria-hidden />
              CSV file…
            </Button>
          </div>
          <textarea
            className="field-input generate-table"
            aria-label="Table of sites"
            aria-describedby="generate-form"
            aria-invalid={problems.length > 0}
            spellCheck={false}
            value={table}
            onChange={(event) => {
              setTable(event.currentTarget.value);
              setFailure(null);
            }}
          />
          <p id="generate-form" className="generate-note">
            One site per line: name, WAN address, LAN prefixes. What is left out comes from the address plan. A first
            line may name the columns: name, wan, next hop, lan, role, peers.
          </p>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-label="CSV file of sites"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              void file?.text().then(setTable);
            }}
          />
        </section>
        <section aria-label="Preview" className="generate-preview">
          {failure === null ? null : (
            <p className="import-refusal" role="alert">
              {failure}
            </p>
          )}
          {problems.length > 0 ? <Problems problems={problems} /> : null}
          {typeof plan === "string" ? (
            <p className="import-refusal" role="alert">
              {plan}
            </p>
          ) : null}
          {isPlanned ? <Preview plan={plan} /> : null}
        </section>
      </div>
    </Dialog>
  );
}

const PROBLEMS_SHOWN = 12;

function Problems({ problems }: { readonly problems: readonly SiteTableProblem[] }) {
  return (
    <div role="alert">
      <p className="generate-summary">{counted(problems.length, "error")} in the table:</p>
      <ul className="generate-problems">
        {problems.slice(0, PROBLEMS_SHOWN).map(({ line, column, message }) => (
          <li key={`${line} ${column} ${message}`}>
            <TriangleAlert size={13} aria-hidden />
            <span>
              Line {line}, column {column}: {message}
            </span>
          </li>
        ))}
        {problems.length > PROBLEMS_SHOWN ? <li>and {problems.length - PROBLEMS_SHOWN} more</li> : null}
      </ul>
    </div>
  );
}

const SITES_SHOWN = 200;

/** What will be made: so many entries, and each site with its addresses and the sites that it is linked with. */
function Preview({ plan }: { readonly plan: GenerationPlan }) {
  const { sites, topology } = plan;
  const partners = partnersOf(plan);
  const fresh = sites.filter(({ kind }) => kind === "new").length;
  return (
    <>
      <p className="generate-summary" role="status">
        {counted(fresh, "router")}, {counted(topology.tunnels, "tunnel")}, {topology.mapEntries} crypto map entries
        {topology.mapEntries === topology.mapEntriesOfBusiest
          ? ""
          : `, at most ${topology.mapEntriesOfBusiest} on one router`}
        .
      </p>
      <div className="generate-scroll" tabIndex={0} role="group" aria-label="Sites that will be made">
        <table className="generate-made">
          <thead>
            <tr>
              <th scope="col">Site</th>
              <th scope="col">WAN</th>
              <th scope="col">LAN</th>
              <th scope="col">Tunnels to</th>
            </tr>
          </thead>
          <tbody>
            {sites.slice(0, SITES_SHOWN).map((one, index) => (
              <tr key={one.site.name}>
                <th scope="row">
                  {one.site.name}
                  {one.kind === "standing" ? <span className="generate-standing">in the design</span> : null}
                </th>
                <td>{wanWords(one)}</td>
                <td>{one.lans.map(formatPrefix).join(", ")}</td>
                <td>{partnerWords(partners.get(index) ?? [])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {sites.length > SITES_SHOWN ? (
          <p className="generate-note">and {sites.length - SITES_SHOWN} more sites</p>
        ) : null}
      </div>
    </>
  );
}

function partnersOf({ sites, topology }: GenerationPlan): ReadonlyMap<number, readonly string[]> {
  const partners = new Map<number, string[]>();
  const add = (of: number, other: number) => {
    const name = sites[other]?.site.name ?? "";
    const known = partners.get(of);
    if (known) known.push(name);
    else partners.set(of, [name]);
  };
  for (const { a, b } of topology.links) {
    add(a, b);
    add(b, a);
  }
  return partners;
}

const PARTNERS_NAMED = 3;

function partnerWords(partners: readonly string[]): string {
  return partners.length <= PARTNERS_NAMED ? partners.join(", ") : counted(partners.length, "site");
}

function wanWords({ wan }: PlannedSite): string {
  return wan ? `${formatIpv4(wan.address)}/${lengthOfMask(wan.mask) ?? ""}` : "DHCP";
}

const FEWEST_SITES = 2;
const MOST_SITES = 500;

/** A table of so many sites, the first called HQ, with names that no router of the design has. */
function sitesNamed(wished: number, design: Design): string {
  const taken = new Set([...routerNames(design.routers).values()].map((name) => name.toLowerCase()));
  const count = Math.min(MOST_SITES, Math.max(FEWEST_SITES, Math.round(wished) || FEWEST_SITES));
  const names = ["HQ"];
  for (let number = 1; names.length < count; number += 1) {
    const name = `Site${number}`;
    if (!taken.has(name.toLowerCase())) names.push(name);
  }
  return names.join("\n");
}
