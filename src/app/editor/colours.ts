import type { TokenKind } from "./iosTokens.ts";

/** The theme token (a CSS custom property) that each kind of word is coloured with, before Monaco is there and in it. */
export const TOKEN_COLOURS: Readonly<Record<TokenKind, string>> = {
  comment: "--text-faint",
  command: "--tint-router",
  negation: "--broken",
  permit: "--agreed",
  deny: "--broken",
  name: "--tint-cloud",
  address: "--tint-subnet",
  number: "--tint-clients",
  secret: "--one-way",
  text: "--text-muted",
  plain: "--text",
};
