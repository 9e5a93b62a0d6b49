import type { ShowContext, ShowForm } from "./command.ts";
import { addressWord, transformWord } from "./wording.ts";

/** `show crypto engine connections active` and `show crypto ikev2 sa`. Layout: reference, section 5.5. */
export const engine: readonly ShowForm[] = [
  {
    syntax: "show crypto engine connections active",
    meaning: "Show all active crypto connections",
    run: activeConnections,
  },
  // Peerings of IKEv2 are not played, so there is never one to show.
  { syntax: "show crypto ikev2 sa", meaning: "Show IKEv2 SAs", run: () => [] },
];

/** The inbound association decrypts, the outbound one encrypts; an IKE association does neither for traffic. */
function activeConnections({ state }: ShowContext): readonly string[] {
  const ipsec = state.flows.flatMap(({ associations, counters, local }) =>
    (["inbound", "outbound"] as const).flatMap((direction) =>
      (associations?.[direction] ?? []).map((one) => ({
        id: one.connectionId,
        type: "IPsec",
        algorithm: algorithmOf(associations?.transformSet.transforms ?? [], one.protocol),
        encrypt: direction === "outbound" ? counters.encapsulated : 0,
        decrypt: direction === "inbound" ? counters.decapsulated : 0,
        last: direction === "inbound" ? counters.decapsulated : 0,
        address: addressWord(local),
      })),
    ),
  );
  const ike = state.ike
    .filter((one) => one.state === "QM_IDLE")
    .map((one) => ({
      id: one.connectionId,
      type: "IKE",
      algorithm: [one.policy?.hash.toUpperCase(), one.policy?.encryption.toUpperCase().replace(" ", "")].join("+"),
      encrypt: 0,
      decrypt: 0,
      last: 0,
      address: addressWord(one.local),
    }));
  const rows = [...ipsec, ...ike].sort((one, other) => one.id - other.id);
  return [
    "Crypto Engine Connections",
    "",
    "   ID  Type    Algorithm           Encrypt  Decrypt LastSeqN IP-Address",
    ...rows.map(({ id, type, algorithm, encrypt, decrypt, last, address }) =>
      [
        String(id).padStart(5),
        `  ${type.padEnd(8)}`,
        algorithm.padEnd(20),
        String(encrypt).padStart(7),
        String(decrypt).padStart(9),
        String(last).padStart(9),
        ` ${address}`,
      ].join(""),
    ),
  ];
}

/** `AES256+SHA256`. */
function algorithmOf(transforms: readonly string[], protocol: "ah" | "esp"): string {
  return transforms
    .filter((word) => word.startsWith(`${protocol}-`))
    .map((word) =>
      transformWord(word)
        .replace(/^(esp|ah)-/, "")
        .replace(/-hmac$/, "")
        .replace(/^(\d+)-aes$/, "aes$1"),
    )
    .join("+")
    .toUpperCase();
}
