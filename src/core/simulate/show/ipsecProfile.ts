import type { IpsecProfile } from "../../model/ipsec.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { setLines, termLines } from "./cryptoMap.ts";

/** `show crypto ipsec profile`. Layout: reference, section 5.5. */
export const ipsecProfiles: readonly ShowForm[] = [
  {
    syntax: "show crypto ipsec profile",
    meaning: "Show ipsec profile information",
    run: (context) => [...context.router.elements.ipsecProfile.values()].flatMap((one) => profileBlock(context, one)),
  },
  {
    syntax: "show crypto ipsec profile tag <name>",
    meaning: "Profile name",
    run: (context, { name }) =>
      [...context.router.elements.ipsecProfile.values()]
        .filter((one) => one.name === name)
        .flatMap((one) => profileBlock(context, one)),
  },
];

function profileBlock(context: ShowContext, profile: IpsecProfile): readonly string[] {
  // A profile settles what a crypto map entry settles, but for the peer and the traffic.
  const body = { ...profile, peers: [], sessionKeys: [] };
  return [
    `IPSEC profile ${profile.name}`,
    ...termLines(context, body).map((line) =>
      line.trim().startsWith("Responder-Only")
        ? `        Responder-Only (Y/N): ${profile.responderOnly ? "Y" : "N"}`
        : line,
    ),
    "        Transform sets={",
    ...setLines(context, body),
    "        }",
    "",
  ];
}
