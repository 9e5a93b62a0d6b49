import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";

export const setIdentity = sectionCommand<CryptoMapEntryBody>({
  syntax: "set identity <identity:name>",
  field: "identity",
  summary: "Takes only peers that a crypto identity lists by distinguished or full name.",
  source: "Cisco IOS Security Command Reference, set identity",
});

export const setNatDemux = sectionCommand<CryptoMapEntryBody>({
  syntax: "set nat demux",
  field: "natDemux",
  entries: ["dynamic"],
  summary: "Tells L2TP clients behind one translator apart.",
  source: "Cisco IOS-XE native YANG model",
});

export const setAccessGroupIn = sectionCommand<CryptoMapEntryBody>({
  syntax: "set ip access-group <accessGroupIn:name> in",
  field: "accessGroupIn",
  summary: "Filters what comes out of the tunnel, after it is decrypted.",
  source: "Cisco IOS Security Command Reference, set ip access-group",
});

export const setAccessGroupOut = sectionCommand<CryptoMapEntryBody>({
  syntax: "set ip access-group <accessGroupOut:name> out",
  field: "accessGroupOut",
  summary: "Filters what goes into the tunnel, before it is encrypted.",
  source: "Cisco IOS Security Command Reference, set ip access-group",
});

export const qosPreClassify = sectionCommand<CryptoMapEntryBody>({
  syntax: "qos pre-classify",
  field: "qosPreClassify",
  summary: "Classifies packets for quality of service before they are encrypted.",
  source: "Cisco IOS Quality of Service Command Reference, qos pre-classify",
});
