import type { Design } from "../model/design.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";
import { designFromText } from "./designFromText.ts";
import { writeCase } from "./ruleCase.ts";

function plainSite(name: string, own: string, peer: string, lan: string, remote: string): string {
  return `=== ${name}
hostname ${name}
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Long-Shared-Key-2024 address ${peer}
crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac
crypto map VPN 10 ipsec-isakmp
 set peer ${peer}
 set transform-set TS
 match address VPN
interface GigabitEthernet0/0
 ip address ${own} 255.255.255.252
 crypto map VPN
interface GigabitEthernet0/1
 ip address ${lan}.1 255.255.255.0
ip route 0.0.0.0 0.0.0.0 ${own.replace(/\d+$/, "1")}
ip access-list extended VPN
 permit ip ${lan}.0 0.0.0.255 ${remote}.0 0.0.0.255
`;
}

/** The least that two sites need for an agreeing tunnel: no filter, no translation, nothing optional. Alpha is the peering's end a. */
export const plainSites =
  plainSite("Alpha", "198.51.100.2", "203.0.113.2", "10.1.0", "10.2.0") +
  plainSite("Beta", "203.0.113.2", "198.51.100.2", "10.2.0", "10.1.0");

/** The plain sites with changes, written as a rule's case is. */
export function plainSitesWith(changes: string): Design {
  return designFromText(writeCase(plainSites, changes).text);
}

/** The only judged peering of a design. */
export function onlyPeering(design: Design): JudgedPeering {
  const judged = judgePeerings(design);
  if (judged.length !== 1) throw new Error(`The design has ${judged.length} peerings.`);
  return judged[0]!;
}

/** A peering in a few words: "agreed", or the status with what happens in each direction. */
export function verdictOf(judged: JudgedPeering): string {
  const parts = [judged.status + (judged.byDesign ? " by design" : "")];
  if (judged.aToB && judged.aToB.outcome !== "established") parts.push(`a→b ${outcomeOf(judged.aToB)}`);
  if (judged.bToA && judged.bToA.outcome !== "established") parts.push(`b→a ${outcomeOf(judged.bToA)}`);
  return parts.join("; ");
}

/** "failed phase2-pfs p2-pfs-oneway". */
export function outcomeOf({ outcome, failedAt, rule }: Negotiation): string {
  return [outcome, failedAt, rule].filter((part) => part !== null).join(" ");
}
