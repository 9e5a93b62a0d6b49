import type { IkeAssociation } from "../associations.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { addressWord, clockWord } from "./wording.ts";

/** `show crypto isakmp sa`. Layout: reference, section 5.1. */
export const isakmpSa: readonly ShowForm[] = [
  { syntax: "show crypto isakmp sa", meaning: "Show ISAKMP security associations", run: brief },
  { syntax: "show crypto isakmp sa detail", meaning: "Show ISAKMP SA detail", run: detail },
  { syntax: "show crypto isakmp sa count", meaning: "Show ISAKMP SA count", run: count },
];

function brief({ state }: ShowContext): readonly string[] {
  return [
    "IPv4 Crypto ISAKMP SA",
    "dst             src             state          conn-id status",
    ...state.ike.map((one) => {
      // The responder stands first on both routers.
      const [destination, source] = one.initiator ? [one.remote, one.local] : [one.local, one.remote];
      return [
        addressWord(destination).padEnd(16),
        addressWord(source).padEnd(16),
        one.state.padEnd(15),
        String(one.connectionId).padStart(7),
        ` ${statusWord(one)}`,
      ].join("");
    }),
    "",
    "IPv6 Crypto ISAKMP SA",
    "",
  ];
}

/** What nobody agreed on is taken down and started anew with the next packet. */
function statusWord({ state }: IkeAssociation): string {
  return state === "MM_NO_STATE" || state === "AG_NO_STATE" ? "ACTIVE (deleted)" : "ACTIVE";
}

const legend = [
  "Codes: C - IKE configuration mode, D - Dead Peer Detection",
  "       K - Keepalives, N - NAT-traversal",
  "       T - cTCP encapsulation, X - IKE Extended Authentication",
  "       psk - Preshared key, rsig - RSA signature",
  "       renc - RSA encryption",
];

function detail({ state, router }: ShowContext): readonly string[] {
  const keepalive = router.elements.isakmpSettings.get("")?.keepalive !== undefined;
  return [
    ...legend,
    "IPv4 Crypto ISAKMP SA",
    "",
    "C-id  Local           Remote          I-VRF  Status Encr Hash   Auth DH Lifetime Cap.",
    "",
    ...state.ike.flatMap((one) => [
      detailRow(one, keepalive),
      `       Engine-id:Conn-id =  SW:${engineNumber(one)}`,
      "",
    ]),
    "IPv6 Crypto ISAKMP SA",
    "",
  ];
}

function detailRow(one: IkeAssociation, keepalive: boolean): string {
  const { policy } = one;
  const capabilities = `${keepalive && one.state === "QM_IDLE" ? "D" : ""}${one.port === 4500 ? "N" : ""}`;
  return [
    String(one.connectionId).padEnd(6),
    addressWord(one.local).padEnd(16),
    addressWord(one.remote).padEnd(16),
    "       ",
    "ACTIVE ",
    (policy?.encryption.split(" ")[0] ?? "").padEnd(5),
    (policy?.hash ?? "").padEnd(7),
    (policy ? authentications[policy.authentication] : "").padEnd(5),
    String(policy?.group ?? "0").padEnd(3),
    clockWord(one.remainingSeconds ?? 0),
    capabilities === "" ? "" : ` ${capabilities}`,
  ].join("");
}

const authentications = { "pre-share": "psk", "rsa-sig": "rsig", "rsa-encr": "renc" } as const;

/** The engine counts from 1 what ISAKMP counts from 1001. */
function engineNumber({ connectionId }: IkeAssociation): string {
  return String(connectionId === 0 ? 0 : connectionId - 1000);
}

function count({ state }: ShowContext): readonly string[] {
  const standing = state.ike.filter((one) => one.state === "QM_IDLE").length;
  const dead = state.ike.filter((one) => statusWord(one) !== "ACTIVE").length;
  return [
    `Active ISAKMP SA's: ${String(standing)}`,
    "Standby ISAKMP SA's: 0",
    `Currently being negotiated ISAKMP SA's: ${String(state.ike.length - standing - dead)}`,
    `Dead ISAKMP SA's: ${String(dead)}`,
  ];
}
