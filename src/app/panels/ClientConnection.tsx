import { useId, useState } from "react";
import { useStore } from "zustand";
import { Check, CircleHelp, Plug, Unplug, X } from "lucide-react";
import {
  connectClient,
  formatAddressSet,
  formatIpv4,
  type ClientConnection as Connection,
  type ClientStep,
  type ConnectedClient,
  type Place,
  type RemoteClients,
  type Router,
} from "../../core/index.ts";
import { clientsKey, clientSessions, setSessions } from "../../store/clientSessions.ts";
import { reveal } from "../../store/viewStore.ts";
import { Button, IconButton, LinkButton } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import "./clientConnection.css";

const outcomeWords: Readonly<Record<Connection["outcome"], string>> = {
  connected: "Connected",
  "no-traffic": "Connected, but without traffic",
  refused: "Refused",
  unknown: "Can't be known",
};

const stageWords: Readonly<Record<ClientStep["stage"], string>> = {
  reach: "Gateway",
  phase1: "Phase 1",
  user: "User",
  configuration: "Configuration",
  phase2: "Phase 2",
  data: "Traffic",
};

/** Lets somebody connect with a VPN client, and tells step by step how far they get. */
export function ClientConnection({ clients, gateway }: { readonly clients: RemoteClients; readonly gateway: Router }) {
  const { announce, library } = useWorkbench();
  const design = useEffectiveDesign();
  const key = clientsKey(library.saver.id(), clients.id);
  const sessions = useStore(clientSessions, ({ byClients }) => byClients.get(key)) ?? [];
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [groupKey, setGroupKey] = useState("");
  const [last, setLast] = useState<Connection | null>(null);
  const users = [...gateway.elements.user.keys()];
  const listId = useId();

  const connect = () => {
    const connection = connectClient(
      design,
      clients,
      {
        ...(user !== "" && { user }),
        ...(password !== "" && { password }),
        ...(groupKey !== "" && { groupKey }),
      },
      sessions,
    );
    setLast(connection);
    if (connection.client && connection.outcome !== "refused") setSessions(key, [...sessions, connection.client]);
    const address = connection.client ? ` ${formatIpv4(connection.client.address)}` : "";
    announce(`${outcomeWords[connection.outcome]}.${address} ${connection.reason ?? ""}`);
  };
  return (
    <>
      <section className="panel-block" aria-label="Connect a client">
        <h3>Connect a client</h3>
        <form
          className="element-fields"
          onSubmit={(event) => {
            event.preventDefault();
            connect();
          }}
        >
          <label className="field">
            <span className="field-label">User</span>
            <input
              className="field-input"
              list={listId}
              autoComplete="off"
              placeholder={users[0] ?? "nobody yet"}
              value={user}
              onChange={(event) => setUser(event.target.value)}
            />
            <datalist id={listId}>
              {users.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </label>
          <label className="field">
            <span className="field-label">Password</span>
            <input
              className="field-input"
              type="password"
              autoComplete="off"
              placeholder="the right one"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <label className="field">
            <span className="field-label">Group key</span>
            <input
              className="field-input"
              type="password"
              autoComplete="off"
              placeholder="the right one"
              value={groupKey}
              onChange={(event) => setGroupKey(event.target.value)}
            />
          </label>
          <Button type="submit" look="primary">
            <Plug size={15} aria-hidden />
            Connect
          </Button>
        </form>
      </section>
      {last ? <Account connection={last} /> : null}
      <Connected sessions={sessions} onChange={(rest) => setSessions(key, rest)} />
    </>
  );
}

function Account({ connection }: { readonly connection: Connection }) {
  const { outcome, reason, steps } = connection;
  return (
    <section className="panel-block" aria-label="How the connection went">
      <h3 className={`client-outcome client-outcome-${outcome}`}>{outcomeWords[outcome]}</h3>
      {reason === null ? null : <p className="client-reason">{reason}</p>}
      <ol className="client-steps">
        {steps.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step: { stage, message, from, ok, explains, places } }: { readonly step: ClientStep }) {
  const { view } = useWorkbench();
  const [place] = places;
  const show = ({ router }: Place) => place && reveal(view, { router, place });
  return (
    <li className={`client-step client-step-${ok === null ? "unknown" : ok ? "ok" : "refused"}`}>
      <span className="client-step-mark">
        {ok === null ? (
          <CircleHelp size={15} aria-label="Can't be known" />
        ) : ok ? (
          <Check size={15} aria-label="Done" />
        ) : (
          <X size={15} aria-label="Refused" />
        )}
      </span>
      <div>
        <p className="client-step-title">
          {stageWords[stage]}: {message}
          <span className="client-step-from">{from === "client" ? "from the client" : "from the gateway"}</span>
        </p>
        <p>{explains}</p>
        {place ? <LinkButton onClick={() => show(place)}>Show the line</LinkButton> : null}
      </div>
    </li>
  );
}

interface ConnectedProps {
  readonly sessions: readonly ConnectedClient[];
  readonly onChange: (sessions: readonly ConnectedClient[]) => void;
}

function Connected({ sessions, onChange }: ConnectedProps) {
  return (
    <section className="panel-block" aria-label="Connected clients">
      <h3>Connected clients</h3>
      <ul className="client-sessions">
        {sessions.map((session) => (
          <li key={session.address}>
            <div>
              <strong>{formatIpv4(session.address)}</strong> {session.user ?? "without a user"}
              <p className="client-tunnel">
                {session.splitTunnel === null
                  ? "Everything goes through the tunnel."
                  : `Through the tunnel: ${session.splitTunnel.map(formatAddressSet).join(", ")}`}
              </p>
            </div>
            <IconButton
              label={`Disconnect ${formatIpv4(session.address)}`}
              onClick={() => onChange(sessions.filter((one) => one !== session))}
            >
              <Unplug size={15} />
            </IconButton>
          </li>
        ))}
        {sessions.length === 0 ? <li className="element-none">Nobody yet.</li> : null}
      </ul>
    </section>
  );
}
