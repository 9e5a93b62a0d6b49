import { useEffect, useId, useState } from "react";
import { ArrowLeftRight, ChevronDown, ChevronRight, Crosshair } from "lucide-react";
import { formatIpv4, routerNames, type Design } from "../../core/index.ts";
import { IconButton } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";
import { hostOfObject, type KnownHost } from "./hosts.ts";
import { hasPorts, turned, type FieldProblems, type PacketFields } from "./packetFields.ts";
import type { ReadyExample } from "./readyExamples.ts";

interface PacketFormProps {
  readonly design: Design;
  readonly hosts: readonly KnownHost[];
  readonly fields: PacketFields;
  readonly problems: FieldProblems;
  /** The peers of the entry that took the packet, where there are several. */
  readonly peers: readonly string[];
  readonly examples: readonly ReadyExample[];
  readonly onChange: (fields: PacketFields) => void;
}

type AddressField = "source" | "destination";

const protocols = ["icmp", "tcp", "udp", "gre", "esp", "ahp", "ospf", "ip"];

/** Which packet: addresses typed or picked on the canvas, protocol, ports, and what else may matter. */
export function PacketForm({ design, hosts, fields, problems, peers, examples, onChange }: PacketFormProps) {
  const { view, announce } = useWorkbench();
  const [picking, setPicking] = useState<AddressField | null>(null);
  const [moreOpen, setMoreOpen] = useState(false);
  const id = useId();
  const set = (change: Partial<PacketFields>) => onChange({ ...fields, ...change });

  // The next object that is chosen on the canvas or in the outline gives the address.
  useEffect(() => {
    if (!picking) return;
    return view.subscribe((state, before) => {
      if (state.selection === before.selection) return;
      const [object] = state.selection;
      const host = object && hostOfObject(hosts, object);
      if (!host) return;
      setPicking(null);
      onChange({ ...fields, [picking]: formatIpv4(host.address) });
      announce(`${picking === "source" ? "Source" : "Destination"}: ${formatIpv4(host.address)}`);
    });
  }, [picking, view, hosts, fields, onChange, announce]);

  const addressField = (field: AddressField, label: string) => (
    <div className="packet-address">
      <label htmlFor={`${id}${field}`}>{label}</label>
      <input
        id={`${id}${field}`}
        className="field-input"
        list={`${id}hosts`}
        value={fields[field]}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problems[field] !== undefined}
        aria-describedby={problems[field] === undefined ? undefined : `${id}${field}problem`}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
      />
      <IconButton
        label={`Pick the ${label.toLowerCase()} on the canvas`}
        aria-pressed={picking === field}
        onClick={() => {
          setPicking(picking === field ? null : field);
          if (picking !== field) announce(`Choose a LAN or a router on the canvas or in the outline.`);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setPicking(null);
        }}
      >
        <Crosshair size={15} aria-hidden />
      </IconButton>
      {problems[field] === undefined ? null : (
        <span id={`${id}${field}problem`} className="packet-problem">
          {problems[field]}
        </span>
      )}
    </div>
  );
  const smallField = (field: "sourcePort" | "destinationPort" | "bytes", label: string, placeholder = "") => (
    <label className="packet-small">
      <span>{label}</span>
      <input
        className="field-input"
        inputMode="numeric"
        value={fields[field]}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problems[field] !== undefined}
        title={problems[field]}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form className="packet-form" aria-label="Packet" onSubmit={(event) => event.preventDefault()}>
      <datalist id={`${id}hosts`}>
        {hosts.map(({ address, label }) => (
          <option key={label} value={formatIpv4(address)} label={label} />
        ))}
      </datalist>
      <div className="packet-row">
        {addressField("source", "Source")}
        <IconButton label="Swap source and destination" onClick={() => onChange(turned(fields))}>
          <ArrowLeftRight size={15} aria-hidden />
        </IconButton>
        {addressField("destination", "Destination")}
        <label className="packet-small">
          <span>Protocol</span>
          <select
            className="field-input"
            value={fields.protocol}
            onChange={(event) => set({ protocol: event.currentTarget.value })}
          >
            {[...new Set([...protocols, fields.protocol])].map((one) => (
              <option key={one} value={one}>
                {one === "ip" ? "any" : one}
              </option>
            ))}
          </select>
        </label>
        {hasPorts(fields.protocol) ? (
          <>
            {smallField("sourcePort", "From port", "any")}
            {smallField("destinationPort", "To port", "any")}
          </>
        ) : null}
        <select
          className="field-input packet-examples"
          aria-label="Ready examples"
          value=""
          onChange={(event) => {
            const example = examples[Number(event.currentTarget.value)];
            if (example) onChange(example.fields);
          }}
        >
          <option value="">Ready examples…</option>
          {[...new Set(examples.map(({ group }) => group))].map((group) => (
            <optgroup key={group} label={group}>
              {examples.map((one, index) =>
                one.group === group ? (
                  <option key={one.label} value={index}>
                    {one.label}
                  </option>
                ) : null,
              )}
            </optgroup>
          ))}
        </select>
        <button type="button" className="packet-more" aria-expanded={moreOpen} onClick={() => setMoreOpen(!moreOpen)}>
          {moreOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />} More
        </button>
      </div>
      {picking ? (
        <p className="packet-picking" role="status">
          Choose a LAN or a router on the canvas for the {picking}. Escape on the button gives it up.
        </p>
      ) : null}
      {moreOpen ? (
        <div className="packet-row">
          {smallField("bytes", "Bytes")}
          <label className="packet-medium">
            <span>Associations</span>
            <select
              className="field-input"
              value={fields.associations}
              onChange={(event) => set({ associations: event.currentTarget.value === "none" ? "none" : "standing" })}
            >
              <option value="standing">as after traffic</option>
              <option value="none">none yet</option>
            </select>
          </label>
          <label className="packet-medium">
            <span>Comes in by</span>
            <select
              className="field-input"
              value={fields.enters}
              onChange={(event) => set({ enters: event.currentTarget.value })}
            >
              <option value="">as the source tells</option>
              {entrances(design).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {peers.length > 1 ? (
            <label className="packet-medium">
              <span>Last heard from</span>
              <select
                className="field-input"
                value={fields.lastHeard}
                onChange={(event) => set({ lastHeard: event.currentTarget.value })}
              >
                <option value="">nobody yet</option>
                {peers.map((peer) => (
                  <option key={peer}>{peer}</option>
                ))}
              </select>
            </label>
          ) : null}
          <label className="checkbox-row">
            <input
              type="checkbox"
              checked={fields.dontFragment}
              onChange={(event) => set({ dontFragment: event.currentTarget.checked })}
            />
            Don’t fragment
          </label>
          <label className="checkbox-row">
            <input
              type="checkbox"
              checked={fields.options}
              onChange={(event) => set({ options: event.currentTarget.checked })}
            />
            IP options
          </label>
        </div>
      ) : null}
    </form>
  );
}

function entrances(design: Design): readonly { readonly value: string; readonly label: string }[] {
  const names = routerNames(design.routers);
  return [...design.routers.values()].flatMap((router) =>
    [...router.elements.interface.values()]
      .filter((one) => !one.shutdown)
      .map((one) => ({ value: `${router.id}|${one.name}`, label: `${names.get(router.id) ?? ""}, ${one.name}` })),
  );
}
