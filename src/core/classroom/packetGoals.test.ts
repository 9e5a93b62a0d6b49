import { describe, expect, test } from "vitest";
import { check } from "../check/check.ts";
import { designFromText } from "../testing/designFromText.ts";
import { plainSites } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { describeGoal, type GoalOf } from "./goal.ts";
import { judgeGoals } from "./judgeGoals.ts";
import { possibleGoals } from "./possibleGoals.ts";

const list = "ip access-list extended VPN\n ";
/** The tunnel is for HTTPS to one server, and for nothing else. */
const web = writeCase(
  plainSites,
  `=== Alpha
${list}permit tcp 10.1.0.0 0.0.0.255 host 10.2.0.7 eq 443
=== Beta
${list}permit tcp host 10.2.0.7 eq 443 10.1.0.0 0.0.0.255`,
).text;
const https: GoalOf<"packet"> = {
  kind: "packet",
  source: "10.1.0.5",
  destination: "10.2.0.7",
  protocol: "tcp",
  destinationPort: 443,
  fate: "protected",
};

function judged(text: string, goal: GoalOf<"packet">): string {
  const design = designFromText(text);
  const [state] = judgeGoals(design, check(design), [goal]);
  return `${state?.isReached === true ? "reached" : "open"}: ${state?.now ?? ""}`;
}

describe("a goal for a packet with its protocol and ports", () => {
  test("is reached by a tunnel for that port, and not by one for another", () => {
    expect(judged(web, https)).toBe("reached: It is protected.");
    expect(judged(web.replaceAll("eq 443", "eq 22"), https)).toBe("open: It goes in clear.");
  });

  test("asks that another port goes in clear", () => {
    expect(judged(web, { ...https, destinationPort: 80, fate: "clear" })).toBe("reached: It goes in clear.");
    expect(judged(plainSites, { ...https, destinationPort: 80, fate: "clear" })).toBe("open: It is protected.");
  });

  test("tells a packet that is lost where it should arrive", () => {
    expect(judged(web.replace("authentication pre-share", "authentication rsa-sig"), https)).toBe(
      "open: It is dropped.",
    );
  });

  test("asks whether the source is translated", () => {
    const untranslated = { ...https, destination: "192.0.2.80", fate: "clear" as const, translated: true };
    expect(judged(web, untranslated)).toBe("open: It is not translated.");
    expect(judged(web, { ...untranslated, translated: false })).toBe("reached: It goes in clear.");
  });

  test("is said in a sentence, and offered to whoever writes a scenario", () => {
    expect(describeGoal(https)).toBe("TCP from 10.1.0.5 to 10.2.0.7 port 443 is protected and arrives.");
    const design = designFromText(web);
    expect(possibleGoals(design, check(design)).map(describeGoal)).toContain(
      "TCP from 10.1.0.10 to 10.2.0.7 port 443 is protected and arrives.",
    );
  });
});
