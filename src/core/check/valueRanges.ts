import { dialectOf } from "../derive/dialect.ts";
import type { NumberRange } from "../ios/argumentType.ts";
import type { ModeId } from "../ios/command.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { modeOf } from "../ios/modes.ts";
import { argumentsIn, type ArgumentNode } from "../ios/syntax.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import { elementName, type Dialect, type Element, type ElementKind, type Place, type Router } from "../model/router.ts";
import type { Edit } from "../edit/edit.ts";

export type RangeRuleId = Extract<SyntaxDiagnostic["rule"], `range-${string}`>;

/** A number in a configuration that the router's release does not take. */
export interface RangeFault {
  readonly place: Place;
  /** The command's keywords: "set security-association lifetime seconds". */
  readonly command: string;
  /** What the command calls the number. */
  readonly argument: string;
  readonly value: number;
  /** "10 to 3600", or "64, 128, 256, 512 or 1024". */
  readonly allowed: string;
  /** The legal number that comes closest. */
  readonly nearest: number;
  /** All legal numbers, where they are few. */
  readonly choices: readonly number[] | undefined;
  /** The edit that sets another number; none where that is not legal either, or stands for something else already. */
  corrected(value: number): readonly Edit[];
}

/** The numbers of a router that are out of the range which a rule is about, in the order of the commands and elements. */
export function rangeFaults(router: Router, rule: RangeRuleId): readonly RangeFault[] {
  const dialect = dialectOf(router);
  const faults: RangeFault[] = [];
  for (const number of numbersUnder(rule)) {
    const { kind, command, argument } = number;
    if (router.elements[kind].size === 0) continue;
    const allowed = allowedNumbers(number, dialect);
    for (const [name, element] of router.elements[kind]) {
      // A command has nothing to write for a field that isn't there, and few of these fields are.
      if (command.field !== undefined && valueOf(element, command.field) === undefined) continue;
      command.write(element, dialect).forEach((args, index) => {
        const value = args[argument];
        if (typeof value !== "number" || isAllowed(allowed, value)) return;
        const item = command.field === undefined ? undefined : command.item(args, index);
        faults.push({
          place: {
            router: router.id,
            kind,
            name,
            ...(command.field !== undefined && { field: command.field }),
            ...(item !== undefined && { item }),
          },
          command: command.title,
          argument,
          value,
          ...described(allowed, value),
          corrected: (wanted) =>
            isAllowed(allowed, wanted) ? correction(router, kind, name, command, { ...args, [argument]: wanted }) : [],
        });
      });
    }
  }
  return faults;
}

function valueOf(element: object, field: string): unknown {
  return (element as Readonly<Record<string, unknown>>)[field];
}

/** Whether the router's release takes a number in the command that sets a place, whatever release the text was read for. */
export function isNumberTaken(router: Router, rule: RangeRuleId, { kind, field }: Place, value: number): boolean {
  const dialect = dialectOf(router);
  const numbers = numbersUnder(rule).filter((one) => one.kind === kind && one.command.field === field);
  return numbers.length > 0 && numbers.every((one) => isAllowed(allowedNumbers(one, dialect), value));
}

interface RangedNumber {
  /** Where IOS takes only some numbers: 64, 128, 256. */
  readonly few: readonly number[] | undefined;
  readonly kind: ElementKind;
  readonly command: CompiledCommand;
  readonly node: ArgumentNode;
  readonly argument: string;
}

/** The modes whose commands have numbers with a rule of their own. */
const modes: readonly ModeId[] = [
  "global",
  "isakmp-policy",
  "isakmp-profile",
  "ikev2-profile",
  "ipsec-profile",
  "dynamic-map",
  "crypto-map",
];

const tables = new Map<RangeRuleId, readonly RangedNumber[]>();

function numbersUnder(rule: RangeRuleId): readonly RangedNumber[] {
  let table = tables.get(rule);
  if (!table) tables.set(rule, (table = modes.flatMap((mode) => numbersOfMode(mode, rule))));
  return table;
}

function numbersOfMode(id: ModeId, rule: RangeRuleId): readonly RangedNumber[] {
  const { mode, commands } = modeOf(id);
  return commands
    .filter(({ command }) => command.rangeRule === rule)
    .flatMap((command) => {
      const kind = command.global?.kind ?? mode.kind;
      if (kind === undefined) return [];
      return argumentsIn(command.syntax)
        .map((node) => ({ kind, command, node, argument: node.name, few: numbersOfLabel(node) }))
        .filter(({ node, few }) => node.type.range !== undefined || few !== undefined);
    });
}

type Allowed = NumberRange | readonly number[];

function allowedNumbers({ node, few = [] }: RangedNumber, dialect: Dialect): Allowed {
  return node.type.range?.(dialect) ?? few;
}

/** A closed set of numbers, as IOS's help shows it: 64|128|256. */
function numbersOfLabel({ type }: ArgumentNode): readonly number[] | undefined {
  return /^\d+(\|\d+)+$/.test(type.label) ? type.label.split("|").map(Number) : undefined;
}

function isAllowed(allowed: Allowed, value: number): boolean {
  return "least" in allowed ? allowed.least <= value && value <= allowed.most : allowed.includes(value);
}

function described(allowed: Allowed, value: number): Pick<RangeFault, "allowed" | "nearest" | "choices"> {
  if ("least" in allowed) {
    const { least, most } = allowed;
    return { allowed: `${least} to ${most}`, nearest: Math.min(most, Math.max(least, value)), choices: undefined };
  }
  const nearest = allowed.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
  return { allowed: `${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1) ?? ""}`, nearest, choices: allowed };
}

/** Lets the command itself set its field; a number that names an element renames it, unless the name is taken. */
function correction(
  router: Router,
  kind: ElementKind,
  name: string,
  command: CompiledCommand,
  args: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const collection = router.elements[kind] as ReadonlyMap<string, Element>;
  const element = collection.get(name);
  if (!element) return [];
  const changed = command.field === undefined ? { ...element, ...pick(element, args) } : { ...element };
  if (command.field !== undefined) command.read(changed, { ...args });
  const renamed = elementName(kind, changed as never);
  if (renamed !== name && collection.has(renamed)) return [];
  return [{ op: "put", key: { router: router.id, kind, name }, element: changed }];
}

function pick(element: object, args: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(args).filter(([name]) => name in element));
}
