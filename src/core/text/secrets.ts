import type { Design } from "../model/design.ts";
import { ELEMENT_KINDS, type Place, type Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { routerText } from "./routerText.ts";

/** Characters of a line, counted from 0; `end` is one past the last. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where each kind of line holds its secret: the words up to it, and the encryption type digit that may stand before.
 * A secret is one word without blanks, as IOS reads it. These hold for lines outside the model and for text that is still
 * being typed; what the model knows to be a secret is found by its value, however its line is abbreviated.
 */
const SECRET_LINES: readonly RegExp[] = [
  /^\s*crypto\s+isakmp\s+key\s+(?:[06]\s+)?(\S+)/di,
  /^\s*pre-shared-key\s+(?:address|hostname)\s.*?\skey\s+(?:[06]\s+)?(\S+)/di,
  /^\s*pre-shared-key\s+(?:local\s+|remote\s+)?(?:(?:0|6|hex)\s+)?(?!address\s|hostname\s|local\s|remote\s)(\S+)/di,
  /^\s*authentication\s+(?:local|remote)\s+pre-share\s+key\s+(?:[06]\s+)?(\S+)/di,
  /^\s*set\s+session-key\s+(?:inbound|outbound)\s+ah\s+\d+\s+(\S+)/di,
  /^\s*set\s+session-key\s+(?:inbound|outbound)\s+esp\s+\d+\s.*?\bcipher\s+(\S+)/di,
  /^\s*set\s+session-key\s+(?:inbound|outbound)\s+esp\s+\d+\s.*?\bauthenticator\s+(\S+)/di,
  /^\s*set\s+aggressive-mode\s+password\s+(?:[06]\s+)?(\S+)/di,
  /^\s*username\s+\S+\s.*?(?:secret|password)\s+(?:[05789]\s+)?(\S+)/di,
  /^\s*enable\s+(?:secret|password)\s+(?:level\s+\d+\s+)?(?:[05789]\s+)?(\S+)/di,
  /^\s*password\s+(?:[07]\s+)?(\S+)/di,
  /^\s*(?:radius-server|tacacs-server)\s.*?\bkey\s+(?:[067]\s+)?(\S+)/di,
  /^\s*server-private\s.*?\bkey\s+(?:[067]\s+)?(\S+)/di,
  // Within a client group, or a RADIUS or TACACS+ server block.
  /^\s+key\s+(?:[067]\s+)?(\S+)\s*$/di,
  /^\s*key-string\s+(?:[07]\s+)?(\S+)/di,
  /^\s*key\s+config-key\s+password-encrypt\s+(\S+)/di,
  /^\s*snmp-server\s+community\s+(\S+)/di,
  /^\s*ppp\s+(?:chap|pap)\s.*?\bpassword\s+(?:[07]\s+)?(\S+)/di,
  /^\s*ip\s+ospf\s+(?:authentication-key|message-digest-key\s+\d+\s+md5)\s+(?:[07]\s+)?(\S+)/di,
  /^\s*neighbor\s+\S+\s+password\s+(?:[07]\s+)?(\S+)/di,
];

/** Words that every secret line holds one of; most lines hold none and need no closer look. */
const HINT = /key|password|secret|community/i;

/** Shorter values occur by chance in ordinary text; they count as whole words of their own line only. */
const LEAST_TELLING_LENGTH = 6;

/** The secrets of one configuration line, in order. `known` are values that are secrets wherever they stand. */
export function secretSpans(line: string, known: ReadonlySet<string> = new Set()): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  const add = (start: number, end: number) => {
    if (!spans.some((span) => start < span.end && span.start < end)) spans.push({ start, end });
  };
  if (HINT.test(line)) {
    for (const pattern of SECRET_LINES) {
      const range = pattern.exec(line)?.indices?.[1];
      if (range) add(range[0], range[1]);
    }
  }
  for (const secret of known) {
    for (let start = line.indexOf(secret); start >= 0; start = line.indexOf(secret, start + secret.length)) {
      const end = start + secret.length;
      if (secret.length >= LEAST_TELLING_LENGTH || isWord(line, start, end)) add(start, end);
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

function isWord(line: string, start: number, end: number): boolean {
  return /^\s?$/.test(line.charAt(start - 1)) && /^\s?$/.test(line.charAt(end));
}

/** The secrets that a router's model holds, as text. */
export function routerSecrets(router: Router): ReadonlySet<string> {
  const secrets = new Set<string>();
  for (const kind of ELEMENT_KINDS)
    for (const element of router.elements[kind].values()) collectSecrets(element, secrets);
  return secrets;
}

function collectSecrets(value: unknown, secrets: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if (isSecret(value)) {
    secrets.add(value.text);
    return;
  }
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === "string" && sessionKeyFields.has(field)) secrets.add(inner);
    else collectSecrets(inner, secrets);
  }
}

const sessionKeyFields = new Set(["key", "authenticatorKey"]);

function isSecret(value: object): value is { readonly type: number; readonly text: string } {
  return "type" in value && typeof value.type === "number" && "text" in value && typeof value.text === "string";
}

/** Every secret of a design: what its models hold, and what its lines outside the model do. */
export function designSecrets(design: Design): ReadonlySet<string> {
  const secrets = new Set<string>();
  for (const router of design.routers.values()) {
    for (const secret of routerSecrets(router)) secrets.add(secret);
    for (const { text } of routerText(router).lines) {
      for (const { start, end } of secretSpans(text)) secrets.add(text.slice(start, end));
    }
  }
  return secrets;
}

/** A sentence about a design with a mark in place of every secret that it quotes. */
export function redacted(text: string, secrets: ReadonlySet<string>): string {
  return secretSpans(text, secrets).reduceRight(
    (masked, { start, end }) => `${masked.slice(0, start)}••••••••${masked.slice(end)}`,
    text,
  );
}

/** A design whose secrets have been taken out, and how many different ones they were. */
export interface DesignWithoutSecrets {
  readonly design: Design;
  readonly secretsLeftOut: number;
}

/**
 * The design with a placeholder for every secret. Equal secrets get equal placeholders and different ones different, so that what
 * agrees still agrees and what does not still does not. Placeholders read back as keys of the same kind.
 */
export function withoutSecrets(design: Design): DesignWithoutSecrets {
  const placeholders = new Map<string, string>();
  const known = new Set(
    [...design.routers.values()]
      .flatMap((router) => [...routerSecrets(router)])
      .filter((secret) => secret.length >= LEAST_TELLING_LENGTH),
  );
  const routers = new Map(
    [...design.routers].map(([id, router]) => [id, routerWithoutSecrets(router, known, placeholders)] as const),
  );
  return { design: { ...design, routers }, secretsLeftOut: placeholders.size };
}

function routerWithoutSecrets(
  router: Router,
  designSecrets: ReadonlySet<string>,
  placeholders: Map<string, string>,
): Router {
  const text = routerText(router)
    .lines.map((line) =>
      lineWithoutSecrets(
        line.text,
        line.place ? withElementSecrets(router, line.place, designSecrets) : designSecrets,
        placeholders,
      ),
    )
    .join(router.source?.lineEnd ?? "\n");
  const parsed = parse(text, {
    makeId: () => router.id,
    ...(router.source?.file !== undefined && { file: router.source.file }),
  });
  const read = parsed.kind === "configurations" ? parsed.routers[0] : undefined;
  // A router without a single command has no secret either.
  if (!read) return router;
  const { source, ...others } = { ...router, elements: read.elements };
  return source && read.source ? { ...others, source: read.source } : others;
}

/** On a line of the model its element's own secrets are looked for too, however short: `cry isa key vpn add 192.0.2.1`. */
function withElementSecrets(router: Router, place: Place, designSecrets: ReadonlySet<string>): ReadonlySet<string> {
  const secrets = new Set<string>();
  collectSecrets(router.elements[place.kind].get(place.name), secrets);
  for (const secret of designSecrets) secrets.delete(secret);
  return secrets.size === 0 ? designSecrets : new Set([...designSecrets, ...secrets]);
}

function lineWithoutSecrets(line: string, known: ReadonlySet<string>, placeholders: Map<string, string>): string {
  return secretSpans(line, known).reduceRight(
    (masked, { start, end }) =>
      masked.slice(0, start) + placeholderOf(line.slice(start, end), placeholders) + masked.slice(end),
    line,
  );
}

function placeholderOf(secret: string, placeholders: Map<string, string>): string {
  let placeholder = placeholders.get(secret);
  if (placeholder === undefined) {
    const number = placeholders.size + 1;
    // A manual key must stay hexadecimal and of its length, or the copy would not parse as the original did. The other form says
    // what it stands for, and is long enough not to be taken for a weak key.
    placeholder = isSessionKey(secret) ? number.toString(16).padStart(secret.length, "0") : `secret-left-out-${number}`;
    placeholders.set(secret, placeholder);
  }
  return placeholder;
}

/** Whether a word stands for a secret that was left out; links made before have the shorter form. */
export function isPlaceholder(word: string): boolean {
  return /^secret-(left-out-)?\d+$/.test(word);
}

function isSessionKey(secret: string): boolean {
  return secret.length >= 16 && secret.length % 2 === 0 && /^[0-9a-f]+$/i.test(secret);
}
