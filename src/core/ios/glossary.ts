/** A term of IPsec that a configuration's words stand for, told once for all commands that the words appear in. */
export interface GlossaryTerm {
  readonly term: string;
  readonly meaning: string;
  /** The keywords, and the names of arguments, whose help tells the term too. */
  readonly words: readonly string[];
}

/** Source: Cisco, Configuring Security for VPNs with IPsec, Glossary. */
export const GLOSSARY: readonly GlossaryTerm[] = [
  {
    term: "anti-replay",
    meaning:
      "The receiver refuses packets that are old or came before. It works by sequence numbers that are authenticated, so only with data authentication and only for associations that IKE made.",
    words: ["replay", "window-size", "replayWindow"],
  },
  {
    term: "data authentication",
    meaning: "Proof that a packet was not changed on its way, and that it came from the peer.",
    words: [
      "authenticator",
      "ahKey",
      "ah-md5-hmac",
      "ah-sha-hmac",
      "ah-sha256-hmac",
      "ah-sha384-hmac",
      "ah-sha512-hmac",
      "esp-md5-hmac",
      "esp-sha-hmac",
      "esp-sha256-hmac",
      "esp-sha384-hmac",
      "esp-sha512-hmac",
    ],
  },
  {
    term: "data confidentiality",
    meaning: "Who listens on the way can't read what is protected.",
    words: ["cipher", "esp-des", "esp-3des", "esp-aes", "esp-seal", "esp-gcm"],
  },
  {
    term: "data flow",
    meaning:
      "Traffic told by its source and destination, each an address and a mask, by the protocol and by the ports; each of them may be any. IPsec protects data flows, and an entry of the access list selects one.",
    words: ["matchAddress"],
  },
  {
    term: "peer",
    meaning: "A router or another device that takes part in IPsec at the other end.",
    words: ["peer"],
  },
  {
    term: "PFS",
    meaning:
      "Perfect forward secrecy: whoever learns one key learns neither the keys before it nor those after it, because no key is derived from another.",
    words: ["pfs"],
  },
  {
    term: "SA",
    meaning:
      "Security association: how two peers protect one data flow in one direction, with which protocol (AH or ESP), transform and keys.",
    words: ["security-association", "session-key"],
  },
  {
    term: "SPI",
    meaning:
      "Security parameter index: the number that, with the destination address and the protocol, tells which security association a packet belongs to. Without IKE it is given by hand.",
    words: ["ahSpi", "espSpi", "spi-matching", "invalid-spi-recovery"],
  },
  {
    term: "transform",
    meaning:
      "The operations on a data flow that authenticate, encrypt and compress it: ESP with AES and SHA, for example, or AH with SHA.",
    words: ["transform-set", "transforms", "transformSets"],
  },
  {
    term: "tunnel",
    meaning: "A secure way between two peers. IPsec's tunnel mode is something else: it wraps the whole packet.",
    words: ["tunnel"],
  },
];

/** The terms that a keyword, or the name of an argument, stands for. */
export function glossaryOf(word: string): readonly GlossaryTerm[] {
  return GLOSSARY.filter(({ words }) => words.includes(word));
}
