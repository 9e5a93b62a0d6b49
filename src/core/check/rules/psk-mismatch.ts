import { projectedRule } from "../projectedRule.ts";
import { putSecret, secretAt } from "../keyFixes.ts";

const whose = "Whose key both ends shall use";
const another = "A new key for both ends";

/** Both ends have a key for each other, and the keys differ. */
export const pskMismatch = projectedRule({
  id: "psk-mismatch",
  severity: "error",
  fix: "ask",
  docs: {
    what: "The pre-shared keys that two peers hold for each other differ.",
    why: "The key goes into the material that protects the identities, so the fifth message can't be read and phase 1 sticks at MM_KEY_EXCH.",
    remedy: "Enter the same key on both ends; case counts.",
    source: "Cisco TAC, crypto-map-based IPsec VPN fundamentals; published debug output",
  },
  messages: { differ: "{near} and {far} hold different pre-shared keys for each other." },
  message: () => "differ",
  fixes: (_judged, _routers, { data }) => [
    {
      title: "Use one end's key on both",
      safe: false,
      edits: [],
      needs: { label: whose, type: "choice", choices: [data.near, data.far] },
    },
    { title: "Set a new key on both ends", safe: false, edits: [], needs: { label: another, type: "key" } },
  ],
  complete(design, fix, places, value) {
    if (fix.needs?.label === another) {
      return places.flatMap((place) => putSecret(design, place, { type: 0, text: value }));
    }
    const [near, far] = places;
    const [from, to] = fix.needs?.choices?.indexOf(value) === 1 ? [far, near] : [near, far];
    const secret = secretAt(design, from);
    return secret && to ? putSecret(design, to, secret) : [];
  },
});
