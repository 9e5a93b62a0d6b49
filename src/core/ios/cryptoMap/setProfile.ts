import { sectionCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

export const setIsakmpProfile = sectionCommand<{ readonly isakmpProfile?: string }>({
  syntax: "set isakmp-profile <isakmpProfile:name>",
  field: "isakmpProfile",
  entries: NEGOTIATED,
  summary: "Negotiates by an ISAKMP profile, with its keyring and identity. It can't stand beside an IKEv2 profile.",
  source: "Cisco IOS Security Command Reference, set isakmp-profile",
});

export const setIkev2Profile = sectionCommand<{ readonly ikev2Profile?: string }>({
  syntax: "set ikev2-profile <ikev2Profile:name>",
  field: "ikev2Profile",
  entries: NEGOTIATED,
  summary: "Negotiates by IKEv2 with this profile. It can't stand beside an ISAKMP profile.",
  source: "Cisco IOS Security Command Reference, set ikev2-profile",
});
