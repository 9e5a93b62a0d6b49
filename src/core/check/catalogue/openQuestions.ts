import { authenticationCertificate } from "../rules/authentication-certificate.ts";
import { endpointUnknown } from "../rules/endpoint-unknown.ts";
import { hostnameDuplicate } from "../rules/hostname-duplicate.ts";
import { ikeVersionNotJudged } from "../rules/ike-version-not-judged.ts";
import { peerOutsideDesign } from "../rules/peer-outside-design.ts";
import { routeAssumed } from "../rules/route-assumed.ts";
import { syntax } from "../rules/syntax.ts";
import type { Rule } from "../rule.ts";

/** Rules about what the text leaves open, and about the text itself. */
export const openQuestionsRules: readonly Rule[] = [
  peerOutsideDesign,
  endpointUnknown,
  authenticationCertificate,
  ikeVersionNotJudged,
  hostnameDuplicate,
  routeAssumed,
  syntax,
];
