import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import {
  ANY_ADDRESS,
  ipEntry,
  addAccessListLines,
  moveAccessListLine,
  removeAccessListLines,
  type AccessList,
  type AccessListEntry,
  type AccessListLine,
  type ElementKey,
  type Operation,
  type Router,
} from "../../../core/index.ts";
import { reveal } from "../../../store/viewStore.ts";
import { Button, IconButton } from "../../controls/Button.tsx";
import { useView } from "../../stores.tsx";
import { useWorkbench } from "../../workbench.ts";
import { TextInput } from "../form/TextInput.tsx";
import { withOptional } from "../form/fieldSpec.ts";
import { useElementEdits } from "../form/useElementEdits.ts";
import { addressText, portsText, readAddress, readPorts } from "./entryText.ts";

export interface AccessListLinesProps {
  readonly router: Router;
  readonly listKey: ElementKey<"accessList">;
  readonly list: AccessList;
}

const protocols: readonly { readonly value: string; readonly label: string }[] = [
  { value: "ip", label: "ip" },
  { value: "6", label: "tcp" },
  { value: "17", label: "udp" },
  { value: "1", label: "icmp" },
  { value: "47", label: "gre" },
  { value: "50", label: "esp" },
  { value: "51", label: "ahp" },
];

/** The lines of an access list, in the order in which they decide: change, move, remove and add. */
export function AccessListLines({ router, listKey, list }: AccessListLinesProps) {
  const workbench = useWorkbench();
  const chosen = useView(({ place }) =>
    place?.router === router.id && place.kind === "accessList" && place.name === list.name ? place.item : undefined,
  );
  const edits = useElementEdits<"accessList">(router);
  const run = (operation: Operation) => workbench.design.getState().run(operation);
  const put = (changed: AccessList, label: string, merge?: string) => edits.put(listKey, changed, label, merge);
  const replace = (line: AccessListLine, merge?: string) =>
    put(
      { ...list, lines: list.lines.map((one) => (one.sequence === line.sequence ? line : one)) },
      `Change line ${String(line.sequence)} of access list ${list.name}`,
      merge,
    );
  const add = () => run(addAccessListLines(router.id, list.name, [ipEntry("permit", ANY_ADDRESS, ANY_ADDRESS)]));

  return (
    <div className="acl-lines">
      <ol aria-label={`Lines of ${list.name}`}>
        {list.lines.map((line, index) => (
          <li key={line.sequence} className={chosen === line.sequence ? "acl-line acl-line-chosen" : "acl-line"}>
            <div className="acl-line-head">
              <button
                type="button"
                className="acl-sequence"
                title="Show this line in the configuration"
                aria-label={`Show line ${String(line.sequence)} in the configuration`}
                onClick={() =>
                  reveal(workbench.view, {
                    router: router.id,
                    place: { ...listKey, field: "lines", item: line.sequence },
                  })
                }
              >
                {line.sequence}
              </button>
              {line.kind === "entry" ? (
                <EntryHead entry={line} standard={list.type === "standard"} replace={replace} />
              ) : (
                <TextInput
                  label={`Remark ${String(line.sequence)}`}
                  value={line.text}
                  live
                  commit={(text) => replace({ ...line, text }, `remark ${list.name} ${String(line.sequence)}`)}
                />
              )}
              <IconButton
                label={`Move line ${String(line.sequence)} up`}
                disabled={index === 0}
                onClick={() => run(moveAccessListLine(router.id, list.name, line.sequence, index - 1))}
              >
                <ArrowUp size={14} />
              </IconButton>
              <IconButton
                label={`Move line ${String(line.sequence)} down`}
                disabled={index === list.lines.length - 1}
                onClick={() => run(moveAccessListLine(router.id, list.name, line.sequence, index + 1))}
              >
                <ArrowDown size={14} />
              </IconButton>
              <IconButton
                label={`Remove line ${String(line.sequence)}`}
                onClick={() => run(removeAccessListLines(router.id, list.name, [line.sequence]))}
              >
                <Trash2 size={14} />
              </IconButton>
            </div>
            {line.kind === "entry" ? <EntryAddresses list={list} entry={line} replace={replace} /> : null}
          </li>
        ))}
      </ol>
      <Button look="quiet" onClick={add}>
        <Plus size={14} /> Add line
      </Button>
    </div>
  );
}

interface EntryProps {
  readonly entry: AccessListEntry;
  readonly replace: (line: AccessListLine, merge?: string) => string | null;
}

function EntryHead({ entry, standard, replace }: EntryProps & { readonly standard: boolean }) {
  const number = String(entry.sequence);
  const protocol = String(entry.protocol);
  const known = protocols.some(({ value }) => value === protocol);
  return (
    <>
      <select
        className="field-input acl-action"
        aria-label={`Action of line ${number}`}
        value={entry.action}
        onChange={(event) => replace({ ...entry, action: event.target.value === "deny" ? "deny" : "permit" })}
      >
        <option value="permit">permit</option>
        <option value="deny">deny</option>
      </select>
      {standard ? null : (
        <select
          className="field-input acl-protocol"
          aria-label={`Protocol of line ${number}`}
          value={protocol}
          onChange={(event) => {
            const chosen = event.target.value === "ip" ? ("ip" as const) : Number(event.target.value);
            // Ports belong to TCP and UDP only; IOS would refuse them elsewhere.
            const { sourcePorts, destinationPorts, ...rest } = entry;
            const ports =
              chosen === 6 || chosen === 17
                ? { ...(sourcePorts && { sourcePorts }), ...(destinationPorts && { destinationPorts }) }
                : {};
            replace({ ...rest, ...ports, protocol: chosen });
          }}
        >
          {known ? null : <option value={protocol}>{protocol}</option>}
          {protocols.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function EntryAddresses({ list, entry, replace }: EntryProps & { readonly list: AccessList }) {
  const number = String(entry.sequence);
  const merge = (what: string) => `${list.name} ${number} ${what}`;
  const address = (side: "source" | "destination") => (text: string) => {
    const read = readAddress(text);
    return read
      ? replace({ ...entry, [side]: read }, merge(side))
      : "any, an address, a prefix such as 10.1.0.0/24, or an address and a wildcard is needed.";
  };
  const ports = (side: "sourcePorts" | "destinationPorts") => (text: string) => {
    const read = readPorts(text);
    if (read === undefined) return "eq 443, range 1000 2000, gt, lt or neq with port numbers is needed.";
    return replace(withOptional(entry, side, read ?? undefined), merge(side));
  };
  const hasPorts = entry.protocol === 6 || entry.protocol === 17 || entry.protocol === 132;
  return (
    <div className="acl-addresses">
      <TextInput label={`Source of line ${number}`} value={addressText(entry.source)} commit={address("source")} />
      {hasPorts ? (
        <TextInput
          label={`Source ports of line ${number}`}
          value={portsText(entry.sourcePorts)}
          placeholder="all ports"
          commit={ports("sourcePorts")}
        />
      ) : null}
      {list.type === "standard" ? null : (
        <>
          <span aria-hidden className="acl-arrow">
            →
          </span>
          <TextInput
            label={`Destination of line ${number}`}
            value={addressText(entry.destination)}
            commit={address("destination")}
          />
          {hasPorts ? (
            <TextInput
              label={`Destination ports of line ${number}`}
              value={portsText(entry.destinationPorts)}
              placeholder="all ports"
              commit={ports("destinationPorts")}
            />
          ) : null}
        </>
      )}
      {entry.options.length > 0 || entry.log ? (
        <span className="acl-options">{[...entry.options, entry.log ?? ""].filter(Boolean).join(" ")}</span>
      ) : null}
    </div>
  );
}
