import { Plus, Trash2 } from "lucide-react";
import {
  ALL_ONES,
  keyPeerName,
  parseIpv4,
  type ElementKey,
  type Keyring,
  type KeyringKey,
  type Router,
} from "../../../core/index.ts";
import { Button, IconButton } from "../../controls/Button.tsx";
import { useWorkbench } from "../../workbench.ts";
import { FieldHint } from "../form/FieldHint.tsx";
import { TextInput } from "../form/TextInput.tsx";
import { useElementEdits } from "../form/useElementEdits.ts";
import { peerText, readPeer } from "./phase1Forms.ts";

interface KeyringKeysProps {
  readonly router: Router;
  readonly ringKey: ElementKey<"keyring">;
  readonly keyring: Keyring;
}

/** The keys of a keyring, each with whom it is for. */
export function KeyringKeys({ router, ringKey, keyring }: KeyringKeysProps) {
  const { newKey } = useWorkbench();
  const edits = useElementEdits<"keyring">(router);
  const put = (keys: readonly KeyringKey[], what: string) =>
    edits.put(ringKey, { ...keyring, keys }, `${what} of keyring ${keyring.name}`);
  const replace = (old: KeyringKey, key: KeyringKey) => {
    const taken = keyring.keys.some((one) => one !== old && keyPeerName(one.peer) === keyPeerName(key.peer));
    if (taken) return "The keyring has a key for this peer already.";
    return put(
      keyring.keys.map((one) => (one === old ? key : one)),
      "Change a key",
    );
  };
  const add = () => {
    const address = parseIpv4("203.0.113.0") ?? 0;
    const names = new Set(keyring.keys.map((key) => keyPeerName(key.peer)));
    let last = 2;
    const peer = () => ({ kind: "address" as const, address: address + last, mask: ALL_ONES });
    while (names.has(keyPeerName(peer()))) last += 1;
    put([...keyring.keys, { secret: { type: 0, text: newKey() }, peer: peer() }], "Add a key");
  };
  return (
    <div className="keyring-keys" role="group" aria-label={`Keys of ${keyring.name}`}>
      {keyring.keys.map((key) => {
        const who = peerText(key.peer);
        return (
          <div key={keyPeerName(key.peer)} className="keyring-key" role="group" aria-label={`Key for ${who}`}>
            <div className="field">
              <span className="field-label">Peer</span>
              <TextInput
                label={`Peer of key ${who}`}
                value={who}
                placeholder="203.0.113.2"
                commit={(text) => {
                  const peer = readPeer(text.trim());
                  return typeof peer === "string" ? peer : replace(key, { ...key, peer });
                }}
              />
            </div>
            <IconButton
              label={`Remove key for ${who}`}
              onClick={() =>
                put(
                  keyring.keys.filter((one) => one !== key),
                  "Remove a key",
                )
              }
            >
              <Trash2 size={14} />
            </IconButton>
            <div className="field">
              <span className="field-label">Key</span>
              <TextInput
                label={`Key for ${who}`}
                value={key.secret.text}
                secret
                generate={newKey}
                commit={(text) =>
                  text === "" || /\s/.test(text)
                    ? "A key is one word without blanks."
                    : replace(key, { ...key, secret: { type: key.secret.type, text } })
                }
              />
              <FieldHint
                id={`${ringKey.name}-${keyPeerName(key.peer)}`.replaceAll(" ", "-")}
                router={router}
                element={ringKey}
                field="keys"
                item={keyPeerName(key.peer)}
              />
            </div>
          </div>
        );
      })}
      <Button look="quiet" onClick={add}>
        <Plus size={14} /> Add key
      </Button>
    </div>
  );
}
