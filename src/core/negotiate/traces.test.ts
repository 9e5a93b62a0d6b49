import { describe, expect, it } from "vitest";
import type { Design } from "../model/design.ts";
import { designFromText } from "../testing/designFromText.ts";
import { recordOfPeering, stepsOf } from "../testing/negotiationRecord.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { judgePeerings } from "./judge.ts";
import { subjects, type Subject } from "../testing/tracedDesigns.ts";

describe("the record of whole negotiations", () => {
  it.each(subjects)("holds $file", async (subject) => {
    const known = knownOf(designFromText(subject.base));
    const records = subject.cases.map(([title, changes]) => {
      const design = designOf(subject, changes);
      const judged = judgePeerings(design).map((one) =>
        recordOfPeering(design, one, changes === "" ? undefined : known),
      );
      return [`## ${title}`, ...(changes === "" ? [] : [indented(changes)]), ...judged].join("\n\n");
    });
    await expect(`${records.join("\n\n\n")}\n`).toMatchFileSnapshot(`traces/${subject.file}.txt`);
  });
});

function designOf({ base, behindTranslator }: Subject, changes: string): Design {
  const design = designFromText(writeCase(base, changes).text);
  const routers = [...design.routers].map(
    ([id, router]) => [id, id === behindTranslator ? { ...router, natOnPath: true as const } : router] as const,
  );
  return { ...design, routers: new Map(routers) };
}

function knownOf(design: Design) {
  return new Set(judgePeerings(design).flatMap((judged) => [...stepsOf(design, judged)]));
}

function indented(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
