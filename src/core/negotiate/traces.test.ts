import { describe, expect, it } from "vitest";
import { asCanvasId, type Design, type RemoteClients } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { clientGateway } from "../testing/clientGateway.ts";
import { designFromText } from "../testing/designFromText.ts";
import { recordOfClient, recordOfPeering, stepsOf, stepsOfClient } from "../testing/negotiationRecord.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { tracedClients } from "../testing/tracedClients.ts";
import { connectClient } from "./clientConnection.ts";
import { judgePeerings } from "./judge.ts";
import { subjects, tracedDesign } from "../testing/tracedDesigns.ts";

describe("the record of whole negotiations", () => {
  it.each(subjects)("holds $file", async (subject) => {
    const known = knownOf(designFromText(subject.base));
    const records = subject.cases.map(([title, changes]) => {
      const design = tracedDesign(subject, changes);
      const judged = judgePeerings(design).map((one) =>
        recordOfPeering(design, one, changes === "" ? undefined : known),
      );
      return [`## ${title}`, ...(changes === "" ? [] : [indented(changes)]), ...judged].join("\n\n");
    });
    await expect(`${records.join("\n\n\n")}\n`).toMatchFileSnapshot(`traces/${subject.file}.txt`);
  });
});

describe("the record of remote clients", () => {
  it("holds clients", async () => {
    const agreed = designFromText(clientGateway);
    const known = stepsOfClient(agreed, connectClient(agreed, staff));
    const records = tracedClients.map(({ title, changes = "", request = {}, connected = [] }) => {
      const design = designFromText(writeCase(clientGateway, changes).text);
      const connection = connectClient(design, staff, request, connected);
      const typed = Object.entries(request).map(([what, text]) => `    ${what}: ${text}`);
      const others = connected.map(
        (one) => `    in already: ${one.user} of ${one.group} at ${formatIpv4(one.address)}`,
      );
      return [
        `## ${title}`,
        ...(changes === "" ? [] : [indented(changes)]),
        ...(typed.length + others.length > 0 ? [[...typed, ...others].join("\n")] : []),
        recordOfClient(design, connection, title === "all is well" ? undefined : known),
      ].join("\n\n");
    });
    await expect(`${records.join("\n\n\n")}\n`).toMatchFileSnapshot("traces/clients.txt");
  });
});

const staff: RemoteClients = {
  id: asCanvasId("staff"),
  label: "Staff at home",
  gateway: asRouterId("r1"),
  group: "STAFF",
};

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
