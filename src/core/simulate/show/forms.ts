import { accessLists } from "./accessLists.ts";
import type { ShowForm } from "./command.ts";
import { cryptoMap } from "./cryptoMap.ts";
import { dynamicMap } from "./dynamicMap.ts";
import { engine } from "./engine.ts";
import { interfaceBrief } from "./interfaceBrief.ts";
import { ipsecProfiles } from "./ipsecProfile.ts";
import { ipsecSa } from "./ipsecSa.ts";
import { isakmpSa } from "./isakmpSa.ts";
import { isakmpTables } from "./isakmpTables.ts";
import { runningConfig } from "./runningConfig.ts";
import { session } from "./session.ts";
import { staticRoutes } from "./staticRoutes.ts";
import { ipsecTables } from "./transformSet.ts";

/** Every show command that there is. */
export const SHOW_FORMS: readonly ShowForm[] = [
  ...accessLists,
  ...cryptoMap,
  ...dynamicMap,
  ...engine,
  ...interfaceBrief,
  ...ipsecProfiles,
  ...ipsecSa,
  ...ipsecTables,
  ...isakmpSa,
  ...isakmpTables,
  ...runningConfig,
  ...session,
  ...staticRoutes,
];

/** What words mean that no show command ends with. */
export const SHOW_MEANINGS: Readonly<Record<string, string>> = {
  show: "Show running system information",
  crypto: "Encryption module",
  isakmp: "Show ISAKMP",
  ipsec: "Show IPSEC policy",
  engine: "Show crypto engine info",
  connections: "Show connection information",
  default: "Show ISAKMP defaults",
  ikev2: "Show IKEv2",
  ip: "IP information",
  interface: "IP interface status and configuration",
  route: "IP routing table",
  "security-association": "Show parameters for IPSec security associations",
  tag: "Show those of one name",
  peer: "Show those with one peer",
  remote: "Show those with one peer",
  map: "Show those of one crypto map",
};
