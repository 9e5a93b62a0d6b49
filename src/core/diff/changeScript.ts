import { dialectOf } from "../derive/dialect.ts";
import { referencesOf } from "../derive/references.ts";
import { isVirtualInterface } from "../ios/interfaceName.ts";
import { modeOf } from "../ios/modes.ts";
import type { AccessList, ObjectGroup } from "../model/accessList.ts";
import type { Interface } from "../model/interface.ts";
import type { Dialect, Element, ElementKind, Elements, Place, Router } from "../model/router.ts";
import { accessListChange, decideAlike } from "./accessListChange.ts";
import { appliedLater, CHANGE_ORDER, isSettings, REPLACED_IN_PLACE } from "./changeOrder.ts";
import { keptBlocksChange } from "./keptBlocksChange.ts";
import { liveEntries, liveKey, tunnelsAt, type LiveEntry } from "./liveEntries.ts";
import type { ChangeScript, ScriptLine } from "./scriptLine.ts";
import { sectionChange, type SectionChange, type SectionLine } from "./sectionChange.ts";
import { globalCommandsOf, openingOf, type Opening } from "./statements.ts";
import { marked, withMarks } from "./tunnelMarks.ts";

/**
 * The commands that make the configuration of `before` that of `after`, and nothing else: definitions before what uses them, uses
 * taken away before what they used. An entry in use whose access list changes is taken out of action, the list is changed, and
 * the entry put back; no other tunnel is touched, and a crypto map never leaves its interface for it.
 */
export function changeScript(before: Router, after: Router): ChangeScript {
  const plan = newPlan(before, after);
  noteVersion(plan);
  takeMapsOff(plan);
  takeOut(plan);
  for (const { kind, stage } of CHANGE_ORDER) {
    if (kind === "keptBlock") {
      const kept = keptBlocksChange(plan.before.keptBlock, plan.after.keptBlock, after.id);
      plan.lines.push(...kept.lines);
      plan.notes.push(...kept.notes);
    } else changeKind(plan, kind, stage);
  }
  for (const { kind, stage } of [...CHANGE_ORDER].reverse())
    if (kind !== "keptBlock" && stage !== "uses") removeKind(plan, kind);
  return { lines: plan.lines, notes: plan.notes };
}

interface Plan {
  readonly router: Router;
  readonly before: Elements;
  readonly after: Elements;
  readonly dialect: Dialect;
  readonly live: ReadonlyMap<string, LiveEntry>;
  readonly liveAfter: ReadonlyMap<string, LiveEntry>;
  readonly lines: ScriptLine[];
  readonly notes: string[];
  /** Elements that are gone by now, though they may come back: by kind and name. */
  readonly gone: Set<string>;
  /** Elements that have lost a part by now, as they are without it: by kind and name. */
  readonly reduced: Map<string, Element>;
  /** Entries that are out of action, and have to be put back: by kind and name. */
  readonly out: Set<string>;
  /** Tunnels that are down for good. */
  readonly down: Set<string>;
}

function newPlan(before: Router, after: Router): Plan {
  return {
    router: after,
    before: before.elements,
    after: after.elements,
    dialect: dialectOf(after),
    live: liveEntries(before.elements),
    liveAfter: liveEntries(after.elements),
    lines: [],
    notes: [],
    gone: new Set(),
    reduced: new Map(),
    out: new Set(),
    down: new Set(),
  };
}

/** The release is what the router runs, which no command changes. */
function noteVersion(plan: Plan): void {
  const [old, wanted] = [plan.before, plan.after].map((elements) => elements.host.get("")?.version);
  if (wanted !== undefined && old !== wanted)
    plan.notes.push(`The configuration is for release ${wanted}; no command changes the release.`);
}

function element(elements: Elements, kind: ElementKind, name: string): Element | undefined {
  return (elements[kind] as ReadonlyMap<string, Element>).get(name);
}

/** Before all, maps leave the interfaces that are to have none, so that what changes in their entries harms nobody twice. */
function takeMapsOff(plan: Plan): void {
  for (const [name, { cryptoMap }] of plan.before.interface) {
    const wanted = plan.after.interface.get(name);
    if (cryptoMap === undefined || wanted?.cryptoMap !== undefined) continue;
    const opening = openingOf("interface", { name, secondaryAddresses: [], kept: [] }, plan.dialect);
    if (opening === undefined) continue;
    const tunnels = tunnelsAt(plan.before, name).filter((tunnel) => tunnel !== name && !plan.down.has(tunnel));
    const place: Place = { router: plan.router.id, kind: "interface", name, field: "cryptoMap" };
    const text = ` no crypto map ${cryptoMap.name}`;
    plan.lines.push({ text: opening.text }, { text, place, ...marked("drops", tunnels) });
    const elsewhere = [...plan.after.interface].some(
      ([other, one]) =>
        one.cryptoMap?.name === cryptoMap.name && plan.before.interface.get(other)?.cryptoMap?.name === cryptoMap.name,
    );
    if (!elsewhere) for (const tunnel of tunnels) plan.down.add(tunnel);
  }
}

/** An element as it is by now: lines of it may be gone, and a map that is to leave its interface has left it. */
function byNow(plan: Plan, kind: ElementKind, name: string): Element | undefined {
  const old = plan.reduced.get(liveKey(kind, name)) ?? element(plan.before, kind, name);
  if (kind !== "interface" || old === undefined || plan.after.interface.get(name)?.cryptoMap !== undefined) return old;
  const { cryptoMap: _map, ...rest } = old as Interface;
  return rest;
}

/** First, what stands in the way: entries whose list changes, lines whose group does, and translations whose pool does. */
function takeOut(plan: Plan): void {
  const lists = { before: plan.before.accessList, after: plan.after.accessList };
  const groups = { before: plan.before.objectGroup, after: plan.after.objectGroup };
  const named = new Set(entriesOf(plan.after).map(({ entry }) => entry.matchAddress));
  // A list that goes though an entry names it later too goes while no entry names it: IOS keeps what is in use.
  const leaving = new Set([...lists.before.keys()].filter((name) => !lists.after.has(name) && named.has(name)));
  for (const { entry, kind, name } of entriesOf(plan.before)) {
    const list = entry.matchAddress;
    if (list === undefined) continue;
    const [old, wanted] = [lists.before.get(list), lists.after.get(list)];
    const changes = old !== undefined && wanted !== undefined && !decideAlike(old, wanted, groups);
    const carries = plan.live.has(liveKey(kind, name)) && !plan.down.has(name);
    // A list of the other type takes the place of this one, which has to go for it.
    const retyped = old !== undefined && wanted !== undefined && old.type !== wanted.type;
    if (leaving.has(list) || retyped || (changes && carries)) takeEntryOut(plan, kind, name, list);
  }
  for (const [name, group] of plan.before.objectGroup) if (isMadeAnew(plan, name, group)) takeLinesOut(plan, name);
  for (const name of leaving) removeAtOnce(plan, "accessList", name);
  const pools = new Set([...plan.before.natPool.keys()].filter((name) => poolChanges(plan, name)));
  for (const [name, rule] of plan.before.natRule)
    if (rule.to.kind === "pool" && pools.has(rule.to.name)) removeAtOnce(plan, "natRule", name);
  for (const name of pools) if (!plan.after.natPool.has(name)) removeAtOnce(plan, "natPool", name);
}

function takeEntryOut(plan: Plan, kind: LiveEntry["kind"], name: string, list: string): void {
  const entry = plan.before[kind].get(name);
  const stays = plan.after[kind].get(name);
  const opening = entry && openingOf(kind, entry, plan.dialect);
  if (opening === undefined) return;
  const live = plan.live.has(liveKey(kind, name));
  const retyped = stays === undefined || openingOf(kind, stays, plan.dialect)?.text !== opening.text;
  // A dynamic map's entry without a list would let every peer in, so the whole entry goes, and comes anew.
  if (retyped || (live && kind === "dynamicMapEntry")) {
    removeElement(plan, kind, name, opening);
    return;
  }
  const place: Place = { router: plan.router.id, kind, name, field: "matchAddress" };
  const drops = live && !plan.down.has(name) ? marked("drops", [name]) : {};
  plan.lines.push({ text: opening.text }, { text: ` no match address ${list}`, place, ...drops });
  plan.out.add(liveKey(kind, name));
}

/** The entries of all maps, in use or not. */
function entriesOf(elements: Elements): readonly Pick<LiveEntry, "kind" | "name" | "entry">[] {
  return [
    ...[...elements.cryptoMapEntry].map(([name, entry]) => ({ kind: "cryptoMapEntry" as const, name, entry })),
    ...[...elements.dynamicMapEntry].map(([name, entry]) => ({ kind: "dynamicMapEntry" as const, name, entry })),
  ];
}

/** Whether a group of objects changes in a way that IOS refuses while a list names it: it becomes empty, or another kind of group. */
function isMadeAnew(plan: Plan, name: string, group: ObjectGroup): boolean {
  const wanted = plan.after.objectGroup.get(name);
  if (wanted === undefined) return false;
  return wanted.type !== group.type || (wanted.members.length === 0 && group.members.length > 0);
}

/** The lines of lists that name a group go before the group changes; those that stay come back with the list. */
function takeLinesOut(plan: Plan, group: string): void {
  for (const name of plan.before.accessList.keys()) {
    const list = byNow(plan, "accessList", name) as AccessList | undefined;
    if (list === undefined || plan.gone.has(liveKey("accessList", name))) continue;
    const going = new Set(referencesOf("accessList", list).flatMap((used) => (used.name === group ? [used.item] : [])));
    const opening = openingOf("accessList", list, plan.dialect);
    if (going.size === 0 || opening === undefined) continue;
    const owner: Place = { router: plan.router.id, kind: "accessList", name, field: "lines" };
    plan.lines.push(
      { text: opening.text },
      ...[...going].map((item) => ({ text: ` no ${item ?? ""}`, place: { ...owner, item: item ?? 0 } })),
    );
    const lines = list.lines.filter(({ sequence }) => !going.has(sequence));
    plan.reduced.set(liveKey("accessList", name), { ...list, lines });
  }
}

function removeAtOnce(plan: Plan, kind: ElementKind, name: string): void {
  const old = element(plan.before, kind, name);
  const opening = old === undefined ? undefined : openingOf(kind, old, plan.dialect);
  if (opening !== undefined) removeElement(plan, kind, name, opening);
}

/** Whether a pool changes, or goes though a translation names it later too: IOS does neither while it is in use. */
function poolChanges(plan: Plan, name: string): boolean {
  const [old, wanted] = [plan.before.natPool.get(name), plan.after.natPool.get(name)];
  if (old === undefined) return false;
  if (wanted === undefined)
    return [...plan.after.natRule.values()].some(({ to }) => to.kind === "pool" && to.name === name);
  return openingOf("natPool", old, plan.dialect)?.text !== openingOf("natPool", wanted, plan.dialect)?.text;
}

function changeKind(plan: Plan, kind: ElementKind, stage: "whole" | "own" | "uses"): void {
  for (const [name, wanted] of plan.after[kind] as ReadonlyMap<string, Element>) {
    const old = byNow(plan, kind, name);
    // An entry that was taken out for its list has to be put back, though nothing of its own may have changed.
    const out = plan.out.has(liveKey(kind, name));
    if (old !== wanted || out || plan.gone.has(liveKey(kind, name)))
      changeElement(plan, kind, name, old, wanted, stage);
  }
  if (stage === "uses") for (const [name] of plan.before[kind]) detach(plan, kind, name);
}

function changeElement(
  plan: Plan,
  kind: ElementKind,
  name: string,
  before: Element | undefined,
  wanted: Element,
  stage: "whole" | "own" | "uses",
): void {
  const owner: Place = { router: plan.router.id, kind, name };
  if (isSettings(kind)) {
    pushSettings(plan, kind, name, settingsChange(plan, kind, before, wanted, owner));
    return;
  }
  const key = liveKey(kind, name);
  const opening = openingOf(kind, wanted, plan.dialect);
  if (opening === undefined) return;
  let old = plan.gone.has(key) && stage !== "uses" ? undefined : before;
  const oldOpening = old === undefined ? undefined : openingOf(kind, old, plan.dialect);
  let drops = false;
  if (old !== undefined && oldOpening !== undefined && oldOpening.text !== opening.text && stage !== "uses") {
    const inPlace =
      REPLACED_IN_PLACE.has(kind) && (!opening.section || oldOpening.command.title === opening.command.title);
    if (!inPlace) {
      removeElement(plan, kind, name, oldOpening);
      old = undefined;
      drops = true;
    }
  }
  if (!opening.section) {
    if (old === undefined || oldOpening?.text !== opening.text) plan.lines.push({ text: opening.text, place: owner });
    return;
  }
  if (plan.gone.has(key) && stage === "uses") old = undefined;
  const change = sectionOf(plan, kind, old, wanted, owner, opening);
  const own =
    stage === "whole" ? change.lines : change.lines.filter((line) => appliedLater(line.field) === (stage === "uses"));
  const fresh = stage !== "uses" && (old === undefined || oldOpening?.text !== opening.text);
  const lines = [...putBack(plan, kind, name, wanted, own, owner)];
  if (stage === "uses" && old === undefined && !isVirtualInterface(name) && !("shutdown" in wanted))
    lines.push({ text: " no shutdown", place: { ...owner, field: "shutdown" }, field: "shutdown", alters: false });
  if (stage !== "uses") plan.notes.push(...change.notes);
  if (!fresh && lines.length === 0) return;
  const section = marksFor(plan, kind, name, before, wanted, lines, drops || (plan.gone.has(key) && old === undefined));
  const note = transformNote(plan, kind, name, fresh && old !== undefined);
  plan.lines.push({ text: opening.text, ...(fresh && { place: owner }), ...note }, ...section);
}

/** Security associations that stand keep the transforms they were made with. Source: Command Reference, crypto ipsec transform-set. */
function transformNote(plan: Plan, kind: ElementKind, name: string, redefined: boolean): { readonly note?: string } {
  if (kind !== "transformSet" || !redefined) return {};
  const users = [...plan.live.values()].filter(({ entry }) => entry.transformSets.includes(name));
  if (users.length === 0) return {};
  const names = users.map((one) => one.name).join(", ");
  return { note: `${names}: stands as it is until its keys are renewed; clear crypto sa renews them now.` };
}

function sectionOf(
  plan: Plan,
  kind: ElementKind,
  before: Element | undefined,
  wanted: Element,
  owner: Place,
  opening: Opening,
): SectionChange {
  const { dialect } = plan;
  if (kind === "accessList")
    return accessListChange(before as AccessList | undefined, wanted as AccessList, owner, dialect);
  const { opens } = opening.command.command;
  if (opens === undefined) return { lines: [], notes: [] };
  const mode = modeOf(opens);
  return sectionChange(before, wanted, {
    commands: mode.commands,
    indent: mode.mode.indent,
    owner,
    dialect,
    ...(kind === "interface" && before !== undefined && changesVrf(before, wanted) && { again: addressFields }),
  });
}

/** An interface that changes its VRF loses its addresses. Source: Command Reference, vrf forwarding. */
const addressFields: ReadonlySet<string> = new Set(["address", "secondaryAddresses"]);

function changesVrf(one: object, other: object): boolean {
  const vrf = (of: object) => (of as { readonly vrf?: string }).vrf;
  return vrf(one) !== vrf(other);
}

/** An entry that was taken out names its list again, with the last of its lines. */
function putBack(
  plan: Plan,
  kind: ElementKind,
  name: string,
  wanted: Element,
  lines: readonly SectionLine[],
  owner: Place,
): readonly SectionLine[] {
  if (!plan.out.has(liveKey(kind, name))) return lines;
  const { matchAddress } = wanted as LiveEntry["entry"];
  const others = lines.filter(({ field }) => field !== "matchAddress");
  if (matchAddress === undefined) return others;
  const place: Place = { ...owner, field: "matchAddress" };
  return [...others, { text: ` match address ${matchAddress}`, place, field: "matchAddress", alters: true }];
}

function marksFor(
  plan: Plan,
  kind: ElementKind,
  name: string,
  before: Element | undefined,
  wanted: Element,
  lines: readonly SectionLine[],
  remade: boolean,
): readonly ScriptLine[] {
  const common = { kind, before, wanted, remade };
  if (kind !== "interface") {
    const key = liveKey(kind, name);
    if (kind === "accessList")
      return withMarks(lines, { ...common, tunnels: [], comesUp: waitingFor(plan, name, before), out: false });
    const comesUp = !plan.live.has(key) && plan.liveAfter.has(key) && appliedBefore(plan, wanted) ? [name] : [];
    const stands = !plan.down.has(name) || (remade && plan.liveAfter.has(key));
    const tunnels = plan.live.has(key) && stands ? [name] : [];
    const list = (wanted as { readonly matchAddress?: string }).matchAddress;
    const lacksList = plan.out.has(key) && list !== undefined && !plan.after.accessList.has(list);
    return withMarks(lines, { ...common, tunnels: lacksList ? [] : tunnels, comesUp, out: plan.out.has(key) });
  }
  const tunnels = tunnelsAt(plan.before, name).filter((tunnel) => !plan.down.has(tunnel));
  const [old, map] = [plan.before, plan.after].map((elements) => elements.interface.get(name)?.cryptoMap?.name);
  const moves = lines.some(({ field }) => field === "cryptoMap") && old !== map;
  const shuts = "shutdown" in wanted && lines.some(({ field }) => field === "shutdown");
  if (moves || shuts) for (const tunnel of tunnels) plan.down.add(tunnel);
  const comesUp = moves && map !== undefined && !("shutdown" in wanted) ? tunnelsAt(plan.after, name) : [];
  return withMarks(lines, { ...common, tunnels, comesUp, out: false });
}

/** The entries in use that named a list before there was one. */
function waitingFor(plan: Plan, list: string, before: Element | undefined): readonly string[] {
  if (before !== undefined) return [];
  return [...plan.live]
    .filter(([key, { entry }]) => entry.matchAddress === list && plan.liveAfter.get(key)?.entry.matchAddress === list)
    .map(([, { name }]) => name);
}

/** Whether an entry belongs to a map that is applied already, so that it works as soon as it is complete. */
function appliedBefore(plan: Plan, wanted: Element): boolean {
  const { map } = wanted as { readonly map?: string };
  return [...plan.before.interface.values()].some(({ cryptoMap }) => cryptoMap !== undefined && cryptoMap.name === map);
}

/** An interface that is to go first lets go of what it uses. */
function detach(plan: Plan, kind: ElementKind, name: string): void {
  const old = byNow(plan, kind, name);
  if (kind !== "interface" || old === undefined || plan.after.interface.has(name)) return;
  const owner: Place = { router: plan.router.id, kind, name };
  const opening = openingOf(kind, old, plan.dialect);
  if (opening === undefined) return;
  const { tunnel: _tunnel, ...rest } = old as Interface;
  const change = sectionOf(plan, kind, old, rest, owner, opening);
  if (change.lines.length === 0) return;
  const tunnels = tunnelsAt(plan.before, name).filter((tunnel) => !plan.down.has(tunnel));
  for (const tunnel of tunnels) plan.down.add(tunnel);
  plan.lines.push(
    { text: opening.text },
    ...withMarks(change.lines, { kind, before: old, wanted: rest, tunnels, comesUp: [], out: false, remade: false }),
  );
}

function settingsChange(
  plan: Plan,
  kind: ElementKind,
  before: Element | undefined,
  wanted: Element | undefined,
  owner: Place,
): SectionChange {
  const commands = globalCommandsOf(kind).filter(({ field }) => field !== "version");
  return sectionChange(before, wanted, { commands, indent: "", owner, dialect: plan.dialect });
}

/** Lines of global mode. A map that takes another address ends what stands, and its tunnels come up from the new one. */
function pushSettings(plan: Plan, kind: ElementKind, name: string, change: SectionChange): void {
  const entries = kind === "cryptoMap" ? entriesInUse(plan, name) : [];
  const stay = entries.filter((entry) => plan.liveAfter.has(liveKey("cryptoMapEntry", entry)));
  plan.lines.push(
    ...change.lines.map(({ field, place, text }) => ({
      text,
      place,
      ...(field === "localAddress" && { ...marked("drops", entries), ...marked("restores", stay) }),
    })),
  );
  plan.notes.push(...change.notes);
}

/** The entries of a map that carry traffic by now. */
function entriesInUse(plan: Plan, map: string): readonly string[] {
  return [...plan.live.values()]
    .filter((one) => one.kind === "cryptoMapEntry" && one.map === map && !plan.down.has(one.name))
    .map(({ name }) => name);
}

/** At the end, what nothing uses any more. */
function removeKind(plan: Plan, kind: ElementKind): void {
  for (const [name, old] of plan.before[kind] as ReadonlyMap<string, Element>) {
    if (plan.after[kind].has(name) || plan.gone.has(liveKey(kind, name))) continue;
    if (isSettings(kind)) {
      const owner: Place = { router: plan.router.id, kind, name };
      pushSettings(plan, kind, name, settingsChange(plan, kind, old, undefined, owner));
      continue;
    }
    const opening = openingOf(kind, old, plan.dialect);
    if (opening !== undefined) removeElement(plan, kind, name, opening);
  }
}

function removeElement(plan: Plan, kind: ElementKind, name: string, opening: Opening): void {
  const place: Place = { router: plan.router.id, kind, name };
  const physical = kind === "interface" && !isVirtualInterface(name);
  const text = physical ? `default interface ${name}` : opening.removal;
  const drops = plan.live.has(liveKey(kind, name)) && !plan.down.has(name) ? marked("drops", [name]) : {};
  const note = physical ? { note: "The interface itself stays; it loses all that was set on it." } : {};
  plan.lines.push({ text, place, ...drops, ...note });
  plan.gone.add(liveKey(kind, name));
  if (kind === "cryptoMapEntry") plan.down.add(name);
}
