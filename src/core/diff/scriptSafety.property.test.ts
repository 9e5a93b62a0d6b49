import fc from "fast-check";
import { expect, test } from "vitest";
import { inConfigurationMode } from "../configure/configuration.ts";
import { configure } from "../configure/configure.ts";
import type { Router } from "../model/router.ts";
import { applied, asStarted, meaning, readRouter } from "../testing/appliedScript.ts";
import { decideAlike } from "./accessListChange.ts";
import { changeScript } from "./changeScript.ts";
import { liveEntries } from "./liveEntries.ts";

/** The nightly run asks for more. */
const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 150);
/** Milliseconds; enough for a run on a busy machine. */
const patience = Math.max(120_000, numRuns * 500);

const lists = ["A", "B", "C"];
const sets = ["T1", "T2", "T3"];

/** A gateway with up to three entries, whose lists and transform sets are all there. */
const gateway = fc
  .record({
    lists: fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    transforms: fc.array(fc.constantFrom("esp-aes esp-sha-hmac", "esp-3des esp-md5-hmac"), {
      minLength: 3,
      maxLength: 3,
    }),
    entries: fc.uniqueArray(
      fc.record({
        sequence: fc.constantFrom(10, 20, 30),
        list: fc.constantFrom(...lists),
        sets: fc.subarray(sets, { minLength: 1 }),
        peers: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
        type: fc.constantFrom("ipsec-isakmp", "ipsec-isakmp", "ipsec-manual"),
      }),
      { selector: ({ sequence }) => sequence, maxLength: 3 },
    ),
    applied: fc.constantFrom(true, true, true, false),
    unused: fc.boolean(),
  })
  .map((said): Router => {
    const used = (name: string) =>
      said.unused || said.entries.some((entry) => entry.list === name || entry.sets.includes(name));
    const text = [
      "hostname R",
      ...sets.flatMap((name, index) =>
        used(name) ? [`crypto ipsec transform-set ${name} ${said.transforms[index] ?? ""}`] : [],
      ),
      ...said.entries.flatMap(({ list, peers, sequence, sets: named, type }) => [
        `crypto map VPN ${sequence} ${type}`,
        ...peers.map((peer) => ` set peer 192.0.2.${peer + 1}`),
        ` set transform-set ${named.join(" ")}`,
        ` match address ${list}`,
      ]),
      "interface GigabitEthernet0/0",
      " ip address 198.51.100.1 255.255.255.0",
      ...(said.applied ? [" crypto map VPN"] : []),
      ...lists.flatMap((name, index) =>
        used(name)
          ? [
              `ip access-list extended ${name}`,
              ...(said.lists[index] ?? []).map((net) => ` permit ip any 10.${net}.0.0 0.0.255.255`),
            ]
          : [],
      ),
    ].join("\n");
    return asStarted(readRouter(text));
  });

test(
  "at no line does an entry in use name a list or transform set that is gone or half changed",
  () => {
    fc.assert(
      fc.property(gateway, gateway, (before, after) => {
        const { lines } = changeScript(before, after);
        const stays = mapApplied(before) && mapApplied(after);
        let typed = inConfigurationMode(before);
        let said = "";
        for (const { text } of lines) {
          const { answers, configuration } = configure(typed, [text]);
          typed = configuration;
          said += `${text}\n`;
          expect(answers[0]?.refused, `${answers[0]?.text ?? ""}\n${said}`).toBe(false);
          const now = { ...before, elements: typed.elements };
          if (stays) expect(mapApplied(now), said).toBe(true);
          for (const { entry, name } of liveEntries(now.elements).values()) {
            for (const set of entry.transformSets)
              expect(now.elements.transformSet.has(set), `${name}\n${said}`).toBe(true);
            if (entry.matchAddress === undefined) continue;
            const list = now.elements.accessList.get(entry.matchAddress);
            const whole = [before, after].map((router) => router.elements.accessList.get(entry.matchAddress ?? ""));
            expect(
              whole.some((one) => one !== undefined && list !== undefined && decideAlike(one, list)),
              `${name}\n${said}`,
            ).toBe(true);
          }
        }
        expect(meaning({ ...before, elements: typed.elements })).toEqual(meaning(after));
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  "a tunnel goes down only where something of its own changes, and comes up again if it stays",
  () => {
    fc.assert(
      fc.property(gateway, gateway, (before, after) => {
        const { lines } = changeScript(before, after);
        const [olds, news] = [liveEntries(before.elements), liveEntries(after.elements)];
        for (const [key, { entry, name }] of olds) {
          const marks = lines.flatMap(({ drops, restores }) => [
            ...(names(drops).includes(name) ? ["drops"] : []),
            ...(names(restores).includes(name) ? ["restores"] : []),
          ]);
          const later = news.get(key);
          const [list, laterList] = [before, after].map((router) =>
            router.elements.accessList.get(entry.matchAddress ?? ""),
          );
          const same = JSON.stringify(entry) === JSON.stringify(later?.entry);
          const alike = list !== undefined && laterList !== undefined && decideAlike(list, laterList);
          if (same && alike) expect(marks).toEqual([]);
          else if (later === undefined) expect(marks).toEqual(["drops"]);
          else if (marks.length > 0) expect(marks).toEqual(["drops", "restores"]);
        }
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  "lists that change under entries which stay the same take them out and put them back",
  () => {
    fc.assert(
      fc.property(gateway, gateway, (before, other) => {
        const lists = [...before.elements.accessList].map(
          ([name, list]) => [name, other.elements.accessList.get(name) ?? list] as const,
        );
        const after = { ...before, elements: { ...before.elements, accessList: new Map(lists) } };
        const script = changeScript(before, after);
        expect(script).toEqual(changeScript(before, structuredClone(after)));
        expect(meaning(applied(before, script.lines))).toEqual(meaning(after));
      }),
      { numRuns },
    );
  },
  patience,
);

function mapApplied(router: Router): boolean {
  return router.elements.interface.get("GigabitEthernet0/0")?.cryptoMap?.name === "VPN";
}

function names(mark: string | undefined): readonly string[] {
  return mark === undefined ? [] : mark.split(", ");
}
