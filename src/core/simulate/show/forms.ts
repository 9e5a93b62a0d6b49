import { accessLists } from "./accessLists.ts";
import type { ShowForm } from "./command.ts";
import { cryptoMap } from "./cryptoMap.ts";
import { dynamicMap } from "./dynamicMap.ts";
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
  ...ipsecSa,
  ...ipsecTables,
  ...isakmpSa,
  ...isakmpTables,
  ...runningConfig,
  ...session,
  ...staticRoutes,
];
