import { describe, expect, test } from "vitest";
import type { Edit } from "../edit/edit.ts";
import { EMPTY_DESIGN } from "../model/design.ts";
import type { Router } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { findingFor, foundBy, stillHolds, type Found } from "./found.ts";
import { routerRule, type Report } from "./rule.ts";

const [router] = [
  ...designFromText("hostname R1\ncrypto isakmp policy 10\ncrypto isakmp policy 20\n").routers.values(),
] as [Router];
const place = { router: router.id, kind: "isakmpPolicy", name: "10" } as const;

const found = (fixes: Found["fixes"]): Found => ({
  rule: "seq-gap",
  severity: "info",
  message: "",
  places: [place],
  fixes,
  peerings: [],
  errorWhenFailing: false,
});

const fix = (...edits: readonly Edit[]) => ({ title: "", safe: true, edits });
const put: Edit = { op: "put", key: place, element: router.elements.isakmpPolicy.get("10")! };
const remove: Edit = { op: "remove", key: { ...place, name: "20" } };

/** The router with another element in the place of a policy. */
function changed(name: string): Router {
  const isakmpPolicy = new Map(router.elements.isakmpPolicy);
  isakmpPolicy.set(name, { ...isakmpPolicy.get(name)! });
  return { ...router, elements: { ...router.elements, isakmpPolicy } };
}

describe("remembered findings", () => {
  test("hold while nothing that their fixes write has changed", () => {
    for (const edit of [put, remove]) {
      expect(stillHolds([found([fix(edit)])], [router, null], [router, null])).toBe(true);
      const written = edit === put ? "10" : "20";
      const other = edit === put ? "20" : "10";
      expect(stillHolds([found([fix(edit)])], [router], [changed(written)])).toBe(false);
      expect(stillHolds([found([fix(edit)])], [null, router], [null, changed(other)])).toBe(true);
    }
  });

  test("all have to hold, each with all of its fixes and edits", () => {
    const now = [changed("20")];
    expect(stillHolds([found([fix(put)]), found([fix(remove)])], [router], now)).toBe(false);
    expect(stillHolds([found([fix(put), fix(remove)])], [router], now)).toBe(false);
    expect(stillHolds([found([fix(put, remove)])], [router], now)).toBe(false);
    expect(stillHolds([found([fix(put), fix(put)])], [router], now)).toBe(true);
    expect(stillHolds([], [router], now)).toBe(true);
  });

  test("hold where fixes are made when they are looked at", () => {
    expect(stillHolds([found(() => [fix(put)])], [router], [changed("10")])).toBe(true);
  });

  test("don't hold where a fix writes more than elements", () => {
    const whole: Edit = { op: "putRouter", router };
    expect(stillHolds([found([fix(whole)])], [router], [router])).toBe(false);
  });
});

describe("a finding", () => {
  const context = { design: EMPTY_DESIGN, peerings: [] };

  test("is the same object for the same memory, where its fixes are ready", () => {
    const one = found([fix(put)]);
    expect(findingFor(one, context)).toBe(findingFor(one, context));
    expect(findingFor(one, context)).toEqual({
      rule: "seq-gap",
      severity: "info",
      message: "",
      places: [place],
      fixes: [fix(put)],
      peerings: [],
    });
  });

  test("makes fixes that wait once, from the design that it is for", () => {
    let count = 0;
    const finding = findingFor(
      found(({ design }) => {
        count += 1;
        expect(design).toBe(EMPTY_DESIGN);
        return [fix(put)];
      }),
      context,
    );
    expect(count).toBe(0);
    expect([finding.fixes, finding.fixes]).toEqual([[fix(put)], [fix(put)]]);
    expect(count).toBe(1);
  });

  test("tells by whom it is accepted", () => {
    const accepted = { ...found([]), suppressed: "A lab.", suppressedIn: "text" } as const;
    expect(findingFor(accepted, context)).toMatchObject({ suppressed: "A lab.", suppressedIn: "text" });
    expect(findingFor({ ...accepted, fixes: () => [] }, context)).toMatchObject({ suppressedIn: "text" });
    expect(findingFor(found([]), context)).not.toHaveProperty("suppressed");
  });
});

describe("what rules report", () => {
  const rule = (id: "seq-gap" | "no-pfs", reports: readonly Report[]) =>
    routerRule({
      id,
      severity: "warning",
      fix: "none",
      docs: { what: "", why: "", remedy: "", source: "" },
      messages: { one: "{n} is odd" },
      check: (_router, report) => reports.forEach((one) => report(one as Report<"one">)),
    });
  const report: Report = { message: "one", data: { n: 3 }, places: [place] };
  const run = (...rules: readonly ReturnType<typeof rule>[]) =>
    foundBy(rules, undefined, ["p1"], (one, tell) => {
      one.check(router, tell);
    });

  test("has the rule's severity and words, and no fixes of its own accord", () => {
    expect(run(rule("seq-gap", [report]))).toEqual([
      {
        rule: "seq-gap",
        severity: "warning",
        message: "3 is odd",
        places: [place],
        fixes: [],
        peerings: ["p1"],
        errorWhenFailing: false,
      },
    ]);
    expect(run(rule("seq-gap", [{ ...report, severity: "info" }]))[0]?.severity).toBe("info");
  });

  test("is the same where the very same report comes again, of the same rule", () => {
    const [one, other] = [rule("seq-gap", [report]), rule("no-pfs", [report])];
    expect(run(one)[0]).toBe(run(one)[0]);
    expect(run(other)[0]?.rule).toBe("no-pfs");
  });

  test("is nothing where no rule speaks", () => {
    expect(run(rule("seq-gap", []))).toEqual([]);
  });

  test("is the rule's own failure where a message has no value, at no place where there is none", () => {
    expect(run(rule("seq-gap", [{ ...report, data: {} }]))).toEqual([
      {
        rule: "seq-gap",
        severity: "error",
        message: 'The rule seq-gap could not be run: The message "{n} is odd" has no value for {n}.',
        places: [],
        fixes: [],
        peerings: ["p1"],
        errorWhenFailing: false,
      },
    ]);
  });
});
