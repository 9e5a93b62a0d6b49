import { memo, useMemo } from "react";
import { outputLinks, type OutputLink, type Router } from "../../core/index.ts";
import { reveal } from "../../store/viewStore.ts";
import { useWorkbench } from "../workbench.ts";

interface ScreenOutputProps {
  readonly router: Router | undefined;
  readonly text: string;
  readonly look: "output" | "refused" | "message";
}

/** Printed output; what it names of the router's configuration leads there. */
export const ScreenOutput = memo(function ScreenOutput({ router, text, look }: ScreenOutputProps) {
  const { view } = useWorkbench();
  const lines = useMemo(() => withLinks(router, text.replace(/\n$/, "")), [router, text]);
  return (
    <pre className={`terminal-output terminal-${look}`}>
      {lines.map(({ before, link, words, behind }, index) => (
        <span key={index}>
          {before}
          {link ? (
            <button
              type="button"
              className="terminal-link"
              title="Show it in the configuration"
              onClick={(event) => {
                event.stopPropagation();
                reveal(view, { router: link.place.router, place: link.place, focus: false });
              }}
            >
              {words}
            </button>
          ) : null}
          {behind}
          {index < lines.length - 1 ? "\n" : ""}
        </span>
      ))}
    </pre>
  );
});

interface LinkedLine {
  readonly before: string;
  readonly link: OutputLink | undefined;
  readonly words: string;
  readonly behind: string;
}

function withLinks(router: Router | undefined, text: string): readonly LinkedLine[] {
  const links = new Map(router ? outputLinks(router, text).map((link) => [link.line, link]) : []);
  return text.split("\n").map((line, index) => {
    const link = links.get(index);
    return {
      link,
      before: link ? line.slice(0, link.start) : line,
      words: link ? line.slice(link.start, link.end) : "",
      behind: link ? line.slice(link.end) : "",
    };
  });
}
