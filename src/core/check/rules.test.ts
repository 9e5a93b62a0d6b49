import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { RULE_IDS } from "../model/ruleId.ts";
import { RULES } from "./catalogue.ts";

const folder = fileURLToPath(new URL("rules", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const ruleFiles = files.filter((name) => !name.endsWith(".test.ts")).map((name) => name.replace(/\.ts$/, ""));
const records = readdirSync(folder).filter((name) => !name.endsWith(".ts"));
const registered = RULES.map((rule) => rule.id);

describe("the rules", () => {
  test("are in the catalogue's list of names, each once", () => {
    expect(registered.filter((id) => !RULE_IDS.includes(id))).toEqual([]);
    expect(registered.filter((id, index) => registered.indexOf(id) !== index)).toEqual([]);
  });

  test("are registered, one file for each, named after it", () => {
    expect([...ruleFiles].sort()).toEqual([...registered].sort());
    for (const id of ruleFiles) {
      expect(readFileSync(`${folder}/${id}.ts`, "utf8"), `${id}.ts names its rule`).toContain(`id: "${id}"`);
    }
  });

  test("have a record each of what they report and write, and no record has lost its rule", () => {
    expect([...records].sort()).toEqual(registered.map((id) => `${id}.record.txt`).sort());
  });

  test("are all written", () => {
    expect(RULE_IDS.filter((id) => !registered.includes(id))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s says what, why, what to do and where it is from",
    (_, rule) => {
      for (const [field, text] of Object.entries({ ...rule.docs })) expect(text.trim(), field).toMatch(/\S{3,}/);
      expect(Object.keys(rule.docs).sort()).toEqual(["remedy", "source", "what", "why"]);
      expect(Object.keys(rule.messages).length).toBeGreaterThan(0);
    },
  );

  test.each(ruleFiles)("%s has a test beside it, made of configurations", (id) => {
    // `ruleTest` itself sees to it that every message is reached, that a case is silent and one fires, and that fixes mend.
    const text = files.includes(`${id}.test.ts`) ? readFileSync(`${folder}/${id}.test.ts`, "utf8") : "";
    const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(text).toContain(`ruleTest(${name},`);
  });
});
