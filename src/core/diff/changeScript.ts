import { dialectOf } from "../derive/dialect.ts";
import { modeOf } from "../ios/modes.ts";
import type { AccessList } from "../model/accessList.ts";
import type { Interface } from "../model/interface.ts";
import type { NatRule } from "../model/nat.ts";
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
  /** Entries that are out of action, and have to be put back. */
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

/** An element as it is by now: a map that is to leave its interface has left it. */
function byNow(plan: Plan, kind: ElementKind, name: string): Element | undefined {
  const old = element(plan.before, kind, name);
  if (kind !== "interface" || old === undefined || plan.after.interface.get(name)?.cryptoMap !== undefined) return old;
  const { cryptoMap: _map, ...rest } = old as Interface;
  return rest;
}

/** First, what stands in the way: entries whose list changes, and translations whose pool does. */
function takeOut(plan: Plan): void {
  for (const { entry, kind, name } of plan.live.values()) {
    const { matchAddress } = entry;
    // A dynamic map without a list would let every peer in, so its list changes under it.
    if (kind !== "cryptoMapEntry" || matchAddress === undefined || plan.down.has(name)) continue;
    const [old, wanted] = [plan.before.accessList.get(matchAddress), plan.after.accessList.get(matchAddress)];
    if (old === undefined || wanted === undefined || decideAlike(old, wanted)) continue;
    const opening = openingOf(kind, entry, plan.dialect);
    const stays = element(plan.after, kind, name);
    if (opening === undefined) continue;
    if (stays === undefined || openingOf(kind, stays, plan.dialect)?.text !== opening.text) {
      removeElement(plan, kind, name, opening);
      continue;
    }
    const place: Place = { router: plan.router.id, kind, name, field: "matchAddress" };
    plan.lines.push({ text: opening.text }, { text: ` no match address ${matchAddress}`, place, drops: name });
    plan.out.add(name);
  }
  for (const [name, rule] of plan.before.natRule) {
    if (!poolChanges(plan, rule)) continue;
    const opening = openingOf("natRule", rule, plan.dialect);
    if (opening !== undefined) removeElement(plan, "natRule", name, opening);
  }
}

function poolChanges(plan: Plan, rule: NatRule): boolean {
  if (rule.to.kind !== "pool") return false;
  const [old, wanted] = [plan.before.natPool.get(rule.to.name), plan.after.natPool.get(rule.to.name)];
  if (old === undefined || wanted === undefined) return false;
  return openingOf("natPool", old, plan.dialect)?.text !== openingOf("natPool", wanted, plan.dialect)?.text;
}

function changeKind(plan: Plan, kind: ElementKind, stage: "whole" | "own" | "uses"): void {
  for (const [name, wanted] of plan.after[kind] as ReadonlyMap<string, Element>) {
    const old = byNow(plan, kind, name);
    // An entry that was taken out for its list has to be put back, though nothing of its own may have changed.
    const out = kind === "cryptoMapEntry" && plan.out.has(name);
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
    pushSection(plan, undefined, settingsChange(plan, kind, before, wanted, owner));
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
  if (stage === "uses" && old === undefined && !virtualInterface.test(name) && !("shutdown" in wanted))
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
  if (kind !== "cryptoMapEntry" || !plan.out.has(name)) return lines;
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
    const comesUp = !plan.live.has(key) && plan.liveAfter.has(key) && appliedBefore(plan, wanted) ? [name] : [];
    const stands = !plan.down.has(name) || (remade && plan.liveAfter.has(key));
    const tunnels = plan.live.has(key) && stands ? [name] : [];
    return withMarks(lines, { ...common, tunnels, comesUp, out: plan.out.has(name) });
  }
  const tunnels = tunnelsAt(plan.before, name).filter((tunnel) => !plan.down.has(tunnel));
  const [old, map] = [plan.before, plan.after].map((elements) => elements.interface.get(name)?.cryptoMap?.name);
  const moves = lines.some(({ field }) => field === "cryptoMap") && old !== map;
  const shuts = "shutdown" in wanted && lines.some(({ field }) => field === "shutdown");
  if (moves || shuts) for (const tunnel of tunnels) plan.down.add(tunnel);
  const comesUp = moves && map !== undefined && !("shutdown" in wanted) ? tunnelsAt(plan.after, name) : [];
  return withMarks(lines, { ...common, tunnels, comesUp, out: false });
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

function pushSection(plan: Plan, header: string | undefined, change: SectionChange): void {
  if (header !== undefined && change.lines.length > 0) plan.lines.push({ text: header });
  plan.lines.push(...change.lines.map(({ place, text }) => ({ text, place })));
  plan.notes.push(...change.notes);
}

/** At the end, what nothing uses any more. */
function removeKind(plan: Plan, kind: ElementKind): void {
  for (const [name, old] of plan.before[kind] as ReadonlyMap<string, Element>) {
    if (plan.after[kind].has(name) || plan.gone.has(liveKey(kind, name))) continue;
    if (isSettings(kind)) {
      pushSection(plan, undefined, settingsChange(plan, kind, old, undefined, { router: plan.router.id, kind, name }));
      continue;
    }
    const opening = openingOf(kind, old, plan.dialect);
    if (opening !== undefined) removeElement(plan, kind, name, opening);
  }
}

/** Made by a command, and up from then on; the others are there, and shut down until somebody says otherwise. */
const virtualInterface = /^(Loopback|Tunnel|Virtual-Template|Dialer|Vlan|BVI|BDI|Port-channel)|\./;

function removeElement(plan: Plan, kind: ElementKind, name: string, opening: Opening): void {
  const place: Place = { router: plan.router.id, kind, name };
  const physical = kind === "interface" && !virtualInterface.test(name);
  const text = physical ? `default interface ${name}` : opening.removal;
  const drops = plan.live.has(liveKey(kind, name)) && !plan.down.has(name) ? marked("drops", [name]) : {};
  const note = physical ? { note: "The interface itself stays; it loses all that was set on it." } : {};
  plan.lines.push({ text, place, ...drops, ...note });
  plan.gone.add(liveKey(kind, name));
  if (kind === "cryptoMapEntry") plan.down.add(name);
}
