import { expect, test } from "vitest";
import { commandReference } from "../testing/commandReference.ts";

test("docs/commands.md tells what the descriptions say; `npm run unit -- src/core/ios/commandReference.test.ts -u` makes it anew", async () => {
  await expect(commandReference()).toMatchFileSnapshot("../../../docs/commands.md");
});
