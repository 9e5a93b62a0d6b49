import { ownName } from "../../derive/routerNames.ts";
import type { KeyPeer, Secret } from "../../model/isakmp.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import type { Design } from "../../model/design.ts";
import { keyPeerName, type Place, type Router } from "../../model/router.ts";
import { isOpaque, sameSecret } from "../../negotiate/preSharedKeys.ts";
import { putSecret, secretAt } from "../keyFixes.ts";
import { applyEdits, type Edit } from "../../edit/edit.ts";
import { routerRule } from "../rule.ts";

/** The length below which a key is guessed from a recorded exchange in reasonable time. */
const shortest = 12;

/** A key that is short or that everybody would try first. */
export const pskWeak = routerRule({
  id: "psk-weak",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "A pre-shared key is shorter than 12 characters, a well-known word, or the router's own name.",
    why: "Who records an aggressive mode exchange, or sits between the peers, can try keys at leisure.",
    remedy: "Use a long random key per peer.",
    source: "Judgement; NIST SP 800-77 section 6.2: pre-shared keys must be hard to guess",
  },
  messages: {
    short: "A pre-shared key of {router} for {peer} is shorter than 12 characters.",
    common: "A pre-shared key of {router} for {peer} is a word that everybody tries first.",
    name: "A pre-shared key of {router} for {peer} is the router's own name.",
  },
  check(router, report) {
    for (const { place, secret, peer } of heldSecrets(router)) {
      const message = isOpaque(secret) ? undefined : weaknessOf(secret.text, router);
      if (!message) continue;
      report({
        message,
        data: { router: ownName(router), peer },
        places: [place],
        fixes: [
          {
            title: "Set a new key wherever this one is in use",
            safe: false,
            edits: [],
            needs: { label: "New pre-shared key", type: "key" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const old = secretAt(design, place);
    return old ? replaced(design, old, { type: 0, text: value }) : [];
  },
});

const common = /^(cisco\d*|test\d*|secret\d*|password\d*|vpn\d*|key\d*|ipsec|pre-?shared-?key|changeme)$/i;

function weaknessOf(text: string, router: Router): "common" | "name" | "short" | undefined {
  if (common.test(text)) return "common";
  if (text.toLowerCase() === router.elements.host.get("")?.hostname?.toLowerCase()) return "name";
  return text.length < shortest ? "short" : undefined;
}

interface HeldSecret {
  readonly place: Place;
  readonly secret: Secret;
  /** Whom it is for, as a person reads it. */
  readonly peer: string;
}

function heldSecrets({ id, elements }: Router): readonly HeldSecret[] {
  return [
    ...[...elements.isakmpKey].map(([name, { secret, peer }]): HeldSecret => ({
      place: { router: id, kind: "isakmpKey", name },
      secret,
      peer: peerText(peer),
    })),
    ...[...elements.keyring].flatMap(([name, keyring]) =>
      keyring.keys.map(({ secret, peer }): HeldSecret => ({
        place: { router: id, kind: "keyring", name, field: "keys", item: keyPeerName(peer) },
        secret,
        peer: peerText(peer),
      })),
    ),
  ];
}

/** Both ends of a tunnel must change together, so the key changes on every router of the design that has it. */
function replaced(design: Design, old: Secret, secret: Secret): readonly Edit[] {
  const edits: Edit[] = [];
  let current = design;
  for (const router of design.routers.values()) {
    for (const held of heldSecrets(router)) {
      if (!sameSecret(held.secret, old)) continue;
      const more = putSecret(current, held.place, secret);
      current = applyEdits(current, more);
      edits.push(...more);
    }
  }
  return edits;
}

function peerText(peer: KeyPeer): string {
  if (peer.kind === "hostname") return peer.hostname;
  if (peer.kind === "ipv6") return peer.prefix;
  return peer.mask === 0 ? "any address" : formatIpv4(peer.address);
}
