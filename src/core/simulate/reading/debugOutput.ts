import { noEntry, tunnelsWith, verdictOn } from "./tunnels.ts";
import {
  found,
  type ExplainedRow,
  type OutputReader,
  type PastedLine,
  type PastedPart,
  type RowTone,
} from "./shownOutput.ts";

/** Lines of debug output and system messages that tell how a negotiation ends, and what they mean. Reference: section 6.4. */
const signatures: readonly { readonly form: RegExp; readonly tone: RowTone; readonly says: string }[] = [
  {
    form: /No pre-shared key with (\S+?)!/,
    tone: "bad",
    says: "There is no pre-shared key for this address, so pre-shared keys can be neither offered nor taken.",
  },
  {
    form: /Death by retransmission P1|retransmitting phase 1 MM_NO_STATE/,
    tone: "bad",
    says: "The first message gets no answer that can be used: the peer is not reached, UDP 500 is filtered, or it refused every policy. The other router's debug output tells which.",
  },
  {
    form: /retransmitting phase 1 MM_KEY_EXCH/,
    tone: "bad",
    says: "The peer can't read the fifth message: the pre-shared keys differ, or UDP 4500 is filtered.",
  },
  {
    form: /Encryption algorithm offered does not match policy/,
    tone: "warning",
    says: "This offer has another encryption than the policy it is held against.",
  },
  {
    form: /Proposed key length does not match policy/,
    tone: "warning",
    says: "This offer has AES with another key length than the policy.",
  },
  {
    form: /Hash algorithm offered does not match policy/,
    tone: "warning",
    says: "This offer has another hash than the policy.",
  },
  {
    form: /Authentication method offered does not match policy/,
    tone: "warning",
    says: "This offer authenticates otherwise than the policy: pre-shared key against certificates, or there is no key for the peer.",
  },
  {
    form: /Diffie-Hellman group offered does not match policy/,
    tone: "warning",
    says: "This offer has another Diffie-Hellman group than the policy.",
  },
  {
    form: /phase 1 SA policy not acceptable! \(local (\S+) remote (\S+)\)/,
    tone: "bad",
    says: "No ISAKMP policy of this router equals any that the peer offers: phase 1 ends here.",
  },
  { form: /no offers accepted!/, tone: "bad", says: "None of the offers was taken." },
  {
    form: /reserved not zero on ID payload|IKMP_BAD_MESSAGE/,
    tone: "bad",
    says: "What was decrypted makes no sense, as it does when the two ends hold different pre-shared keys.",
  },
  {
    form: /SA has been authenticated with (\S+)/,
    tone: "good",
    says: "The peer is authenticated: phase 1 is done.",
  },
  {
    form: /proxy identities not supported|map_db_find_best did not find matching map|error 32/,
    tone: "bad",
    says: "No crypto map entry for this peer permits the networks that it asks for: the access lists are not mirror images, or the map is not on this interface.",
  },
  {
    form: /transform proposal not supported|error 256/,
    tone: "bad",
    says: "No transform set of the entry equals what the peer offers, or PFS does not fit.",
  },
  {
    form: /PFS attributes not supported/,
    tone: "bad",
    says: "The entry wants another PFS group than the peer offers.",
  },
  {
    form: /phase 2 SA policy not acceptable! \(local (\S+) remote (\S+)\)/,
    tone: "bad",
    says: "Phase 2 ends here: the lines before tell why.",
  },
  {
    form: /PROPOSAL_NOT_CHOSEN/,
    tone: "bad",
    says: "The peer refused phase 2. Only its own debug output tells why.",
  },
  {
    form: /RECVD_PKT_NOT_IPSEC/,
    tone: "bad",
    says: "A packet came in clear that an access list says must be protected: the other end does not encrypt it.",
  },
  {
    form: /RECVD_PKT_INV_SPI/,
    tone: "warning",
    says: "The peer still uses an association that this router no longer has, as after a reload. It ends with clear crypto sa on the peer, or with crypto isakmp invalid-spi-recovery.",
  },
  {
    form: /REPLAY_ERROR/,
    tone: "warning",
    says: "Packets came late or twice: quality of service behind encryption, or a replay.",
  },
  { form: /is not CSDL compliant/, tone: "bad", says: "This release refuses the algorithm as too weak." },
  {
    form: /IPSEC\(create_sa\): sa created|Successfully installed IPSEC SA/,
    tone: "good",
    says: "An association is installed.",
  },
  {
    form: /Invalid local address|invalid local address (\S+)/,
    tone: "bad",
    says: "The crypto map speaks from an address that its interface does not have.",
  },
];

/** `debug crypto isakmp`, `debug crypto ipsec`, and system messages about them. */
export const debugOutput: OutputReader = {
  command: "debug crypto",
  starts: /ISAKMP(?:-PAK|-ERROR)?:\s?\(\d+\):|ISAKMP \(\d+:\d+\):|^\S*\s*ISAKMP:|IPSEC\([a-z_]+\)|%CRYPTO-\d|%IPSEC-\d/,
  ownAddresses: (lines) =>
    lines.flatMap(
      ({ text }) =>
        /\(local (\d+(?:\.\d+){3}) remote/.exec(text)?.[1] ?? /local= (\d+(?:\.\d+){3})/.exec(text)?.[1] ?? [],
    ),
  peer: peerOf,
  explain: (part) => ({ rows: explainLines(part), missing: [] }),
};

function peerOf(lines: readonly PastedLine[]): string | undefined {
  return found(lines, /(?:peer struct for|sending packet to|received packet from) (\d+(?:\.\d+){3})/);
}

/** A row for each kind of telling line, at its first one. */
function explainLines({ design, router, lines }: PastedPart): readonly ExplainedRow[] {
  const rows: ExplainedRow[] = [];
  const peer = peerOf(lines);
  const [judged] = peer === undefined ? [] : tunnelsWith(design, router, peer);
  const seen = new Set<RegExp>();
  for (const { number, text } of lines) {
    const signature = signatures.find(({ form }) => form.test(text));
    if (!signature || seen.has(signature.form)) continue;
    seen.add(signature.form);
    const reason = judged ? (verdictOn(judged)?.reason ?? null) : null;
    rows.push({
      line: number,
      endLine: number,
      about: text.trim().replace(/^.*?(?=ISAKMP|IPSEC|IPSec|%|transform)/, ""),
      tone: signature.tone,
      says: [signature.says],
      differs:
        signature.tone !== "bad"
          ? []
          : judged
            ? [reason === null ? "By the design this negotiation would succeed." : `The design says why: ${reason}`]
            : peer === undefined
              ? []
              : [noEntry(design, router, peer)],
      peering: judged?.peering.id ?? null,
    });
  }
  return rows;
}
