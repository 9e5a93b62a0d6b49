/** A prompt at the beginning of a line. */
export interface Prompt {
  /** The router's name as the prompt shows it, cut to twenty characters by IOS; empty where somebody wrote "(config)#". */
  readonly name: string;
  /** The configuration mode, such as `config-crypto-map`; absent at user and privileged exec. */
  readonly mode?: string;
  /** How many characters the prompt takes, with the blanks behind it. */
  readonly length: number;
}

/** Printed procedures sometimes part the name from the mode. */
const configurationPrompt = /^(?:([A-Za-z0-9][\w.:/@-]{0,63})(?: (?=\((?:conf|cfg)))?)?\(([a-z][\w./-]{0,39})\)# ?/i;
const execPrompt = /^([A-Za-z][\w.:/@-]{0,63})[#>] ?/;

/** What a person types at an exec prompt, as IOS lets it be abbreviated. A word and a mark with anything else is no prompt. */
const execCommand =
  /^(?:$|\?|do |sh(?:o|ow)?\b|en(?:a|able)?\b|dis(?:able)?\b|conf\w*|ex(?:it)?\b|end\b|logo(?:ut)?\b|quit\b|wr(?:i|it|ite)?\b|copy\b|more\b|mor\b|ping\b|tr(?:ac|ace|aceroute)\b|deb(?:ug)?\b|un(?:debug)?\b|u all\b|no deb|clea?r?\b|term(?:inal)?\b|reload\b|dir\b|tel(?:net)?\b|ssh\b|who\b|where\b|clock\b|del(?:ete)?\b|erase\b|verify\b|test\b|mon(?:itor)?\b|tclsh\b|crypto\b|cry\b|archive\b|login\b|connect\b|format\b|mkdir\b|rename\b|license\b|request\b|install\b|event manager run\b|\w+ \?$|%|\*)/i;

/**
 * The prompt that a line begins with. A prompt with a mode in parentheses can be nothing else; one without is believed when its
 * name is known or what follows it is an exec command, because a `#` may stand in anybody's text.
 */
export function promptOf(shown: string, knownNames: ReadonlySet<string>): Prompt | undefined {
  const configuration = configurationPrompt.exec(shown);
  if (configuration) {
    const { 0: all, 1: name = "", 2: mode = "" } = configuration;
    return { name, mode: mode.toLowerCase(), length: all.length };
  }
  const exec = execPrompt.exec(shown);
  if (!exec) return undefined;
  const { 0: all, 1: name = "" } = exec;
  if (!knownNames.has(name) && !execCommand.test(shown.slice(all.length).trim())) return undefined;
  return { name, length: all.length };
}

/** The exec commands that print a configuration, so that commands follow until the next prompt. */
const printsConfiguration =
  /^(?:do )?(?:(?:sho?w?)\s+(?:ru\w*|star\w*|conf\w*|archive\s+config)|wr\w*\s+t\w*|more\s+(?:nvram:|system:|flash:\S*c(?:on)?fg))/i;

/** The exec commands after which a person's commands may follow without prompts: they print nothing. */
const printsNothing =
  /^(?:en(?:a|able)?|dis(?:able)?|conf\w*(?:\s+t\w*)?|ex(?:it)?|end|logo(?:ut)?|quit|term\w*\s.*|wr\w*(?:\s+mem\w*)?|clear\s.*)?$/i;

/** What follows a line at an exec prompt until the next prompt: a configuration, perhaps commands, or the command's output. */
export function whatFollows(execLine: string): "configuration" | "commands" | "output" {
  if (printsConfiguration.test(execLine)) return "configuration";
  return printsNothing.test(execLine) ? "commands" : "output";
}

/** How long a name must be for a prompt to have cut it: IOS shows at most twenty characters of a hostname. */
const shortestCut = 15;

/** What names of one router have in common: their beginning as far as no prompt cuts it. */
export function nameKey(name: string): string {
  return name.slice(0, shortestCut);
}

/** Whether two names are one router's: equal, or one is the other as a prompt cuts it. */
export function isSameName(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= shortestCut && long.startsWith(short);
}
