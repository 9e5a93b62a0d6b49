import { useState } from "react";
import { ChevronRight } from "lucide-react";
import { routerText, type ElementKind, type Place, type Router } from "../../../core/index.ts";
import { reveal } from "../../../store/viewStore.ts";
import { useStores } from "../../stores.tsx";
import { secretMask } from "../secretMask.ts";

/** Kinds that are read, checked and printed, and edited in the text alone. */
const KINDS: readonly ElementKind[] = [
  "ikev2Proposal",
  "ikev2Policy",
  "ikev2Keyring",
  "ikev2Profile",
  "ipsecProfile",
  "isakmpPeer",
  "vrf",
  "ipHost",
  "objectGroup",
  "routeMapEntry",
  "keptBlock",
];

/** What has no form of its own: IKEv2, profiles of tunnels, VRFs and what is not about VPNs, by the first line of each. */
export function KeptStructure({ router }: { readonly router: Router }) {
  const { view } = useStores();
  const [open, setOpen] = useState(false);
  const count = KINDS.reduce((sum, kind) => sum + router.elements[kind].size, 0);
  if (count === 0) return null;
  return (
    <section className="panel-section" aria-label="In the text alone">
      <header className="panel-section-header">
        <button type="button" className="panel-section-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} className={open ? "turned" : ""} aria-hidden />
          In the text alone
          <span className="count">{count}</span>
        </button>
      </header>
      {open ? (
        <ul className="element-list">
          {firstLines(router).map(({ place, text }) => (
            <li key={`${place.kind} ${place.name}`} className="element">
              <button
                type="button"
                className="field-hint field-hint-line"
                title="Show this line in the configuration"
                onClick={() => reveal(view, { router: router.id, place, focus: true })}
              >
                {secretMask(text.trim())}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function firstLines(router: Router): readonly { readonly place: Place; readonly text: string }[] {
  const seen = new Set<string>();
  return routerText(router).lines.flatMap(({ place, text }) => {
    if (!place || !KINDS.includes(place.kind)) return [];
    const key = `${place.kind} ${place.name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ place, text }];
  });
}
