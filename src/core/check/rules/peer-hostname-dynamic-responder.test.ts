import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { peerHostnameDynamicResponder } from "./peer-hostname-dynamic-responder.ts";

ruleTest(peerHostnameDynamicResponder, twoSites, {
  "an end that resolves its peer only when it starts": {
    text: `
      === SiteB
      ip host sitea 198.51.100.2
      set peer 198.51.100.2 => set peer sitea dynamic   !want unresolved
    `,
    says: ["SiteB resolves its peer's name sitea only when it starts itself, so it can't answer SiteA (198.51.100.2)."],
  },
  "a name that is resolved when it is entered": `
    === SiteB
    ip host sitea 198.51.100.2
    set peer 198.51.100.2 => set peer sitea
  `,
});
