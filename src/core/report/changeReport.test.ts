import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changeScript } from "../diff/changeScript.ts";
import { readRouter } from "../testing/appliedScript.ts";
import { siteA } from "../testing/twoSites.ts";
import { scriptText } from "./changeReport.ts";

const page = readFileSync(new URL("../../../docs/change-scripts.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```\n([^]*?)```/g)].map(([, text = ""]) => text);

/** The script that replaces a text of the site, or the way back. */
function scriptFor(text: string, by: string, back = false): string {
  const [before, after] = [readRouter(siteA), readRouter(siteA.replace(text, by))];
  return scriptText(back ? changeScript(after, before) : changeScript(before, after));
}

test("the page about change scripts shows what scripts are", () => {
  const line = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n!";
  const secondPeer = ["set peer 203.0.113.2", "set peer 203.0.113.2\n set peer 203.0.113.9"] as const;
  expect(examples).toEqual([
    scriptFor(line, line.replace("0.0.0.255\n", "0.0.255.255\n")),
    scriptFor(...secondPeer),
    scriptFor(...secondPeer, true),
    scriptFor("esp-aes 256", "esp-aes"),
  ]);
});
