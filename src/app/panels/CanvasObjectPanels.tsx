import { useMemo } from "react";
import {
  addressConflicts,
  changeSubnetPrefix,
  connectObstacle,
  connectRemoteClients,
  disconnectRemoteClients,
  formatIpv4,
  formatPrefix,
  labelCloud,
  labelRemoteClients,
  labelSubnet,
  nextLanPrefix,
  parsePrefix,
  routerNames,
  usedPrefixes,
  type Attachment,
  type Cloud,
  type Design,
  type InterfacePlace,
  type Operation,
  type RemoteClients,
  type RouterId,
  type Subnet,
} from "../../core/index.ts";
import { reveal, select } from "../../store/viewStore.ts";
import { Button } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { ClientConnection } from "./ClientConnection.tsx";
import { TextInput } from "./form/TextInput.tsx";
import { PanelHeading } from "./PanelHeading.tsx";

/** A LAN segment: its prefix, its label, and the interfaces on it. */
export function SubnetPanel({ subnet }: { readonly subnet: Subnet }) {
  const run = useRun();
  const changePrefix = (text: string) => {
    const prefix = parsePrefix(text.trim());
    if (!prefix) return "A prefix such as 10.1.0.0/24 is needed.";
    run(changeSubnetPrefix(subnet.id, prefix));
    return null;
  };
  return (
    <>
      <PanelHeading kind="LAN subnet" title={formatPrefix(subnet.prefix)} />
      <div className="panel-top element-fields">
        <Labelled
          label="Prefix"
          value={formatPrefix(subnet.prefix)}
          commit={changePrefix}
          hint="Interfaces on it are readdressed along."
        />
        <SubnetAddressing subnet={subnet} />
        <Labelled
          label="Label"
          value={subnet.label ?? ""}
          commit={(text) => {
            run(labelSubnet(subnet.id, text));
            return null;
          }}
        />
      </div>
      <Attachments attachments={subnet.attachments} />
    </>
  );
}

/** Where else the subnet's addresses are, and the next prefix that is free, to take instead. */
function SubnetAddressing({ subnet }: { readonly subnet: Subnet }) {
  const run = useRun();
  const design = useEffectiveDesign();
  const conflicts = useMemo(() => conflictsOf(design, subnet), [design, subnet]);
  const free = useMemo(
    () => nextLanPrefix(design, usedPrefixes(design), Math.max(8, subnet.prefix.length)),
    [design, subnet.prefix.length],
  );
  if (conflicts.length === 0) return null;
  return (
    <>
      {conflicts.map((conflict) => (
        <p key={conflict} className="field-error">
          {conflict}
        </p>
      ))}
      {free ? (
        <Button onClick={() => run(changeSubnetPrefix(subnet.id, free))}>
          Use {formatPrefix(free)}, which is free
        </Button>
      ) : null}
    </>
  );
}

function conflictsOf(design: Design, subnet: Subnet): readonly string[] {
  const names = routerNames(design.routers);
  const isHere = (place: InterfacePlace) =>
    subnet.attachments.some((end) => end.router === place.router && end.interface === place.interface);
  const called = ({ router, interface: name }: InterfacePlace) => `${names.get(router) ?? ""} ${name}`;
  return addressConflicts(design).flatMap((conflict) => {
    if (!conflict.interfaces.some(isHere)) return [];
    const others = conflict.interfaces.filter((place) => !isHere(place)).map(called);
    const where = (others.length > 0 ? others : conflict.interfaces.map(called)).join(" and ");
    return conflict.kind === "duplicate-address"
      ? [`${formatIpv4(conflict.address)} is the address of ${where} too.`]
      : [`${conflict.prefixes.map(formatPrefix).join(" and ")} overlap: the other is on ${where}.`];
  });
}

/** The Internet or another WAN. */
export function CloudPanel({ cloud }: { readonly cloud: Cloud }) {
  const run = useRun();
  return (
    <>
      <PanelHeading kind="Internet" title={cloud.label} />
      <div className="panel-top element-fields">
        <Labelled
          label="Label"
          value={cloud.label}
          commit={(text) => {
            if (text.trim() === "") return "A label is needed.";
            run(labelCloud(cloud.id, text));
            return null;
          }}
        />
      </div>
      <Attachments attachments={cloud.attachments} />
    </>
  );
}

/** People with an Easy VPN client, and the gateway that they connect to. */
export function RemoteClientsPanel({ clients }: { readonly clients: RemoteClients }) {
  const run = useRun();
  const design = useEffectiveDesign();
  const names = routerNames(design.routers);
  const gateway = clients.gateway === undefined ? undefined : design.routers.get(clients.gateway);
  return (
    <>
      <PanelHeading kind="Remote clients" title={clients.label} />
      <div className="panel-top element-fields">
        <Labelled
          label="Label"
          value={clients.label}
          commit={(text) => {
            if (text.trim() === "") return "A label is needed.";
            run(labelRemoteClients(clients.id, text));
            return null;
          }}
        />
        <div className="field">
          <span className="field-label">Gateway</span>
          <select
            className="field-input"
            aria-label="Gateway"
            value={clients.gateway ?? ""}
            onChange={(event) => {
              const chosen = event.target.value as RouterId;
              run(
                event.target.value === ""
                  ? disconnectRemoteClients(clients.id)
                  : connectRemoteClients(clients.id, chosen),
              );
            }}
          >
            <option value="">none</option>
            {[...design.routers.keys()].map((id) => (
              <option
                key={id}
                value={id}
                disabled={id !== clients.gateway && connectObstacle(design, clients.id, id) !== null}
              >
                {names.get(id)}
              </option>
            ))}
          </select>
        </div>
        {gateway ? (
          <div className="field">
            <span className="field-label">Client group</span>
            <select
              className="field-input"
              aria-label="Client group"
              value={clients.group ?? ""}
              onChange={(event) =>
                run(
                  connectRemoteClients(
                    clients.id,
                    gateway.id,
                    event.target.value === "" ? undefined : event.target.value,
                  ),
                )
              }
            >
              <option value="">none</option>
              {[...gateway.elements.clientGroup.keys()].map((group) => (
                <option key={group}>{group}</option>
              ))}
            </select>
          </div>
        ) : null}
      </div>
      {gateway ? <ClientConnection key={gateway.id} clients={clients} gateway={gateway} /> : null}
    </>
  );
}

function useRun(): (operation: Operation) => void {
  const { design } = useWorkbench();
  return (operation) => design.getState().run(operation);
}

interface LabelledProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly commit: (text: string) => string | null;
}

function Labelled({ label, value, hint, commit }: LabelledProps) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <TextInput label={label} value={value} commit={commit} />
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </div>
  );
}

/** The interfaces that are plugged in, each a way to its router. */
function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const { view } = useWorkbench();
  const names = routerNames(useEffectiveDesign().routers);
  return (
    <section className="panel-block" aria-label="Attached interfaces">
      <h3>Attached interfaces</h3>
      <ul className="attachments">
        {attachments.map((end) => (
          <li key={`${end.router} ${end.interface}`}>
            <button
              type="button"
              className="cell-button"
              onClick={() => {
                select(view, [{ kind: "router", id: end.router }]);
                reveal(view, {
                  router: end.router,
                  place: { router: end.router, kind: "interface", name: end.interface },
                });
              }}
            >
              {names.get(end.router)} {end.interface}
            </button>
          </li>
        ))}
        {attachments.length === 0 ? <li className="element-none">None yet: draw a link to a router.</li> : null}
      </ul>
    </section>
  );
}
