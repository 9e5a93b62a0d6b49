import { INITIAL_STATE, tokeniseLine, type TokenState } from "../iosTokens.ts";
import { monaco } from "./monaco.ts";

/** The language's id in Monaco. */
export const LANGUAGE = "ios-crypto";

/** Monaco compares states to know where retokenising may stop. */
class LineState implements monaco.languages.IState {
  readonly state: TokenState;
  constructor(state: TokenState) {
    this.state = state;
  }
  clone(): this {
    return this;
  }
  equals(other: monaco.languages.IState): boolean {
    return other instanceof LineState && JSON.stringify(other.state) === JSON.stringify(this.state);
  }
}

/** Teaches Monaco to colour and fold an IOS configuration. */
export function registerLanguage(): void {
  monaco.languages.register({ id: LANGUAGE, aliases: ["Cisco IOS"] });
  monaco.languages.setLanguageConfiguration(LANGUAGE, {
    comments: { lineComment: "!" },
    // An IOS word ends at a blank: names, addresses and interfaces are selected whole.
    wordPattern: /[^\s]+/g,
    // IOS blocks are told by their indentation; a separator closes the block before it.
    folding: { offSide: true },
    onEnterRules: [],
  });
  monaco.languages.setTokensProvider(LANGUAGE, {
    getInitialState: () => new LineState(INITIAL_STATE),
    tokenize(line, state) {
      const { tokens, state: next } = tokeniseLine(line, state instanceof LineState ? state.state : INITIAL_STATE);
      return {
        tokens: tokens.map((token) => ({ startIndex: token.start, scopes: token.kind })),
        endState: state instanceof LineState && state.state === next ? state : new LineState(next),
      };
    },
  });
}
