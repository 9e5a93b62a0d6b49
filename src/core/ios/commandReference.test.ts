import { expect, test } from "vitest";
import { commandReference } from "../testing/commandReference.ts";

test("docs/commands.md tells what the descriptions say; `npm run unit -- -u src/core/ios/commandReference.test.ts` makes it anew", async () => {
  await expect(commandReference()).toMatchFileSnapshot("../../../docs/commands.md");
});
