import { ruleTest } from "../../testing/ruleTest.ts";
import { hostnameDuplicate } from "./hostname-duplicate.ts";

ruleTest(hostnameDuplicate, "", {
  "the second router of a name is reported, compared without case": {
    text: `
      === one
      hostname Branch   !also sameName
      === two
      hostname branch   !want sameName
    `,
    says: ["2 routers are called branch; this one is shown as branch (2)."],
  },
  "routers without a hostname are called after their files": `
    === one
    ip route 0.0.0.0 0.0.0.0 192.0.2.1
    === two
    ip route 0.0.0.0 0.0.0.0 192.0.2.1
  `,
  "names of their own": `
    === one
    hostname HQ
    === two
    hostname Branch
  `,
  "a name that is taken is not suggested": {
    text: `
      === one
      hostname Branch
      === two
      hostname branch   !want sameName
      === three
      hostname BRANCH-2
    `,
  },
  "characters that no hostname has are not suggested": {
    text: `
      === one
      hostname 7_Branch
      === two
      hostname 7_branch   !want sameName
    `,
  },
});
