import { Plus, Trash2 } from "lucide-react";
import {
  digitsFor,
  keyedProtocols,
  type CryptoMapEntry,
  type ElementKey,
  type Router,
  type SessionKey,
  type TransformSet,
} from "../../../core/index.ts";
import { newHexadecimalKey, newSpi } from "../../../store/identities.ts";
import { Button, IconButton } from "../../controls/Button.tsx";
import { FieldHint } from "../form/FieldHint.tsx";
import { TextInput } from "../form/TextInput.tsx";
import { wholeNumber, withOptional } from "../form/fieldSpec.ts";
import { useElementEdits } from "../form/useElementEdits.ts";

interface SessionKeysProps {
  readonly router: Router;
  readonly entryKey: ElementKey<"cryptoMapEntry">;
  readonly entry: CryptoMapEntry;
}

/** The keys of an entry by hand: an association for each direction and protocol that its transform set has. */
export function SessionKeys({ router, entryKey, entry }: SessionKeysProps) {
  const set = router.elements.transformSet.get(entry.transformSets[0] ?? "");
  const protocols = set ? keyedProtocols(set) : [];
  const wanted = (["inbound", "outbound"] as const).flatMap((direction) =>
    protocols.map((protocol) => ({ direction, protocol })),
  );
  const others = entry.sessionKeys.filter(
    (key) => !wanted.some(({ direction, protocol }) => key.direction === direction && key.protocol === protocol),
  );
  return (
    <div className="session-keys" role="group" aria-label="Session keys">
      {set ? null : <p className="field-hint">Choose a transform set first: it says which keys are needed.</p>}
      {[...wanted, ...others].map(({ direction, protocol }) => (
        <Association
          key={`${direction} ${protocol}`}
          router={router}
          entryKey={entryKey}
          entry={entry}
          set={set}
          direction={direction}
          protocol={protocol}
        />
      ))}
    </div>
  );
}

interface AssociationProps extends SessionKeysProps, Pick<SessionKey, "direction" | "protocol"> {
  readonly set: TransformSet | undefined;
}

function Association({ router, entryKey, entry, set, direction, protocol }: AssociationProps) {
  const edits = useElementEdits<"cryptoMapEntry">(router);
  const title = `${direction === "inbound" ? "Inbound" : "Outbound"} ${protocol.toUpperCase()}`;
  const key = entry.sessionKeys.find((one) => one.direction === direction && one.protocol === protocol);
  const put = (changed: SessionKey | undefined, what: string) => {
    const sessionKeys = entry.sessionKeys.flatMap((one) => (one === key ? (changed ? [changed] : []) : [one]));
    const added = changed && !key ? [...sessionKeys, changed] : sessionKeys;
    return edits.put(entryKey, { ...entry, sessionKeys: added }, `${what} ${title} key of ${entryKey.name}`);
  };
  const made = (part: "key" | "authenticatorKey") => {
    const digits = set ? digitsFor(part, protocol, set) : 0;
    return digits === 0 ? undefined : newHexadecimalKey(digits);
  };
  if (!key) {
    const add = () => {
      const spi = newSpi(new Set(entry.sessionKeys.map((one) => one.spi)));
      let fresh: SessionKey = { direction, protocol, spi };
      for (const part of ["key", "authenticatorKey"] as const) fresh = withOptional(fresh, part, made(part));
      put(fresh, "Add");
    };
    return (
      <Button look="quiet" onClick={add}>
        <Plus size={14} /> Add {title} with strong keys
      </Button>
    );
  }
  const secret = (part: "key" | "authenticatorKey", label: string) => {
    const digits = set ? digitsFor(part, protocol, set) : 0;
    if (digits === 0 && key[part] === undefined) return null;
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <TextInput
          label={`${title} ${label}`}
          value={key[part] ?? ""}
          secret
          generate={() => made(part) ?? ""}
          commit={(text) => put(withOptional(key, part, text.trim() === "" ? undefined : text.trim()), "Change")}
        />
        {digits === 0 ? (
          <p className="field-hint">The transform set has no use for it.</p>
        ) : (
          <p className="field-hint">{digits} hexadecimal digits</p>
        )}
      </div>
    );
  };
  return (
    <fieldset className="association">
      <legend>
        {title}
        <IconButton label={`Remove ${title}`} onClick={() => put(undefined, "Remove")}>
          <Trash2 size={14} />
        </IconButton>
      </legend>
      <div className="field">
        <span className="field-label">SPI</span>
        <TextInput
          label={`${title} SPI`}
          value={String(key.spi)}
          commit={(text) => {
            const spi = wholeNumber(text);
            return spi === undefined ? "A whole number of 256 or more is needed." : put({ ...key, spi }, "Change");
          }}
        />
      </div>
      {secret("key", protocol === "ah" ? "key" : "cipher key")}
      {secret("authenticatorKey", "authenticator key")}
      <FieldHint
        id={`${entryKey.name}-${title}`.replaceAll(" ", "-")}
        router={router}
        element={entryKey}
        field="sessionKeys"
        item={`${direction} ${protocol}`}
      />
    </fieldset>
  );
}
