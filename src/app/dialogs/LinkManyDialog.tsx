import { useDeferredValue, useMemo, useState } from "react";
import {
  chainPairs,
  hubPairs,
  linkMany,
  meshPairs,
  namedPairs,
  previewLinks,
  routerNames,
  type Design,
  type LinksPreview,
  type RouterId,
  type RouterPair,
} from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { chosenRouters } from "../actions/linking.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { counted } from "../canvas/project.ts";
import { useWorkbench } from "../workbench.ts";
import { ChoiceCards, type CardChoice } from "./ChoiceCards.tsx";
import "./dialogs.css";
import "./generate.css";

type Pattern = "hub" | "mesh" | "chain" | "names";

const PATTERNS: readonly CardChoice<Pattern>[] = [
  { value: "hub", label: "To a hub", words: "Every router with one in the middle." },
  { value: "mesh", label: "Full mesh", words: "Every router with every other." },
  { value: "chain", label: "Chain", words: "Each with the next, as they were selected." },
  { value: "names", label: "By name", words: "All whose names fit, with all of other names." },
];

/** Links many routers at once, after a look at what that makes. */
export function LinkManyDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const [design] = useState(() => effectiveDesign(workbench.design.getState()));
  const [chosen] = useState(() => chosenRouters(workbench));
  const names = routerNames(design.routers);
  const [pattern, setPattern] = useState<Pattern>("hub");
  const [hub, setHub] = useState<RouterId | undefined>(() => busiest(design, chosen));
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("*");
  const wish = useDeferredValue(useMemo(() => ({ pattern, hub, from, to }), [pattern, hub, from, to]));
  const pairs = useMemo(() => pairsOf(design, chosen, wish), [design, chosen, wish]);
  const preview = useMemo(() => previewLinks(design, pairs), [design, pairs]);
  const tunnels = typeof preview === "string" ? 0 : preview.tunnels;

  const link = () => {
    const wanted = typeof preview === "string" ? [] : preview.pairs.filter(({ obstacle }) => obstacle === null);
    const label = `Link ${counted(wanted.length, "pair")} of routers`;
    const operation = linkMany({ pairs: wanted.map(({ pair }) => pair), key: workbench.newKey, ids: workbench.ids });
    workbench.design.getState().commitDraft();
    if (!workbench.design.getState().run({ ...operation, label })) return;
    workbench.notify(`${counted(wanted.length, "tunnel")} made.`);
    onClose();
  };

  return (
    <Dialog
      wide
      title="Link many routers"
      description={`${counted(chosen.length, "router")}, ${chosen.length === design.routers.size ? "all of the design" : "those that are selected"}. What exists stays as it is.`}
      onClose={onClose}
      footer={
        <>
          <span className="footer-space" />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={tunnels === 0} onClick={link}>
            {tunnels === 0 ? "Link" : `Make ${counted(tunnels, "tunnel")}`}
          </Button>
        </>
      }
    >
      <ChoiceCards legend="Pattern" choices={PATTERNS} value={pattern} onChange={setPattern} autoFocus />
      {pattern === "hub" ? (
        <label className="link-many-field">
          Hub
          <select
            className="field-input"
            value={hub}
            onChange={(event) => setHub([...names.keys()].find((id) => id === event.currentTarget.value))}
          >
            {[...names].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {pattern === "names" ? (
        <div className="link-many-names">
          <label className="link-many-field">
            Names
            <input
              className="field-input"
              placeholder="Hub*"
              spellCheck={false}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          </label>
          <label className="link-many-field">
            with
            <input
              className="field-input"
              placeholder="Site*"
              spellCheck={false}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </label>
          <p className="generate-note">Of all routers; * stands for any letters, ? for one.</p>
        </div>
      ) : null}
      {typeof preview === "string" ? (
        <p className="import-refusal" role="alert">
          {preview}
        </p>
      ) : (
        <Preview preview={preview} names={names} />
      )}
    </Dialog>
  );
}

const PAIRS_SHOWN = 200;

interface PreviewProps {
  readonly preview: LinksPreview;
  readonly names: ReadonlyMap<RouterId, string>;
}

function Preview({ preview, names }: PreviewProps) {
  const { pairs, tunnels, mapEntries, mapEntriesOfBusiest } = preview;
  const left = pairs.length - tunnels;
  return (
    <>
      <p className="generate-summary" role="status">
        {pairs.length === 0
          ? "No two routers to link."
          : [
              `${counted(tunnels, "tunnel")}, ${counted(mapEntries, "crypto map entry", "crypto map entries")}`,
              tunnels > 1 ? `, at most ${String(mapEntriesOfBusiest)} on one router.` : ".",
              left > 0 ? ` ${counted(left, "pair")} left out.` : "",
            ].join("")}
      </p>
      {pairs.length === 0 ? null : (
        <div className="generate-scroll" tabIndex={0} role="group" aria-label="Tunnels that will be made">
          <table className="generate-made">
            <thead>
              <tr>
                <th scope="col">Between</th>
                <th scope="col">What happens</th>
              </tr>
            </thead>
            <tbody>
              {pairs.slice(0, PAIRS_SHOWN).map(({ pair, obstacle }) => (
                <tr key={`${pair.a} ${pair.b}`} className={obstacle === null ? "" : "link-many-left"}>
                  <th scope="row">
                    {names.get(pair.a)} – {names.get(pair.b)}
                  </th>
                  <td>{obstacle === null ? "a new tunnel" : `left out: ${obstacle}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {pairs.length > PAIRS_SHOWN ? (
            <p className="generate-note">and {pairs.length - PAIRS_SHOWN} more pairs</p>
          ) : null}
        </div>
      )}
    </>
  );
}

interface Wish {
  readonly pattern: Pattern;
  readonly hub: RouterId | undefined;
  readonly from: string;
  readonly to: string;
}

function pairsOf(design: Design, chosen: readonly RouterId[], { pattern, hub, from, to }: Wish): readonly RouterPair[] {
  switch (pattern) {
    case "hub":
      return hub === undefined ? [] : hubPairs(hub, chosen);
    case "mesh":
      return meshPairs(chosen);
    case "chain":
      return chainPairs(chosen);
    case "names":
      return namedPairs(design, from, to);
    default:
      return pattern satisfies never;
  }
}

/** The router with the most crypto map entries is the likeliest hub. */
function busiest(design: Design, chosen: readonly RouterId[]): RouterId | undefined {
  const entries = (id: RouterId) => design.routers.get(id)?.elements.cryptoMapEntry.size ?? 0;
  return [...chosen].sort((one, other) => entries(other) - entries(one))[0];
}
