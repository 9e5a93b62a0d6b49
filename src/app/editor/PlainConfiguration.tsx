import { useMemo } from "react";
import { routerSecrets, routerText, secretSpans, type Router, type RouterId } from "../../core/index.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { INITIAL_STATE, tokeniseLine, type Token } from "./iosTokens.ts";

/** More lines than any screen shows; the rest waits for Monaco, which draws only what is in view. */
const MOST_LINES = 300;
/** A line this long is a hostile one; colouring it can wait as well. */
const LONGEST_COLOURED = 2000;

interface PlainConfigurationProps {
  readonly router: RouterId;
  readonly name: string;
}

/** A router's text without an editor: what is read while Monaco loads. Keys are left out of the page, not just hidden in it. */
export function PlainConfiguration({ router, name }: PlainConfigurationProps) {
  const text = useEffectiveDesign().routers.get(router);
  const secretsShown = useView((view) => view.secretsShown);
  const lines = useMemo(() => (text ? coloured(text, secretsShown) : []), [text, secretsShown]);
  return (
    // A scrolling area without a control in it is reached by Tab, so that the arrow keys can scroll it.
    <pre className="configuration-plain" tabIndex={0} aria-label={`Configuration of ${name}`}>
      {lines.map((runs, index) => (
        <span key={index} className="plain-line" data-line={index + 1}>
          {runs.map((run) => (
            <span key={run.start} className={`token-${run.kind}`}>
              {run.text}
            </span>
          ))}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

interface Run extends Token {
  readonly text: string;
}

function coloured(router: Router, secretsShown: boolean): readonly (readonly Run[])[] {
  const secrets = secretsShown ? null : routerSecrets(router);
  let state = INITIAL_STATE;
  return routerText(router)
    .lines.slice(0, MOST_LINES)
    .map(({ text }) => {
      const shown = secrets ? masked(text, secrets) : text;
      if (text.length > LONGEST_COLOURED) return [{ start: 0, kind: "plain", text: shown }];
      const { tokens, state: next } = tokeniseLine(text, state);
      state = next;
      return tokens.map((token, index) => ({ ...token, text: shown.slice(token.start, tokens[index + 1]?.start) }));
    });
}

/** A dot for each character of a secret, so that columns stay. */
function masked(line: string, secrets: ReadonlySet<string>): string {
  return secretSpans(line, secrets).reduce(
    (text, { start, end }) => text.slice(0, start) + "•".repeat(end - start) + text.slice(end),
    line,
  );
}
