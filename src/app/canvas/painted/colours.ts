import type { PeeringStatus } from "../../../core/index.ts";
import type { NodeContent } from "../scene.ts";

/** The colours of the theme, as a painter needs them: by value. */
export interface Colours {
  readonly canvas: string;
  readonly dot: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly cable: string;
  readonly selection: string;
  readonly error: string;
  readonly warning: string;
  readonly status: Readonly<Record<PeeringStatus, Tone>>;
  readonly tint: Readonly<Record<Exclude<NodeContent["kind"], "outside">, Tone>>;
  readonly font: string;
}

export interface Tone {
  readonly line: string;
  readonly soft: string;
}

/** The tokens of the theme that an element stands in. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tone = (name: string): Tone => ({ line: token(name), soft: token(`${name}-soft`) });
  return {
    canvas: token("canvas"),
    dot: token("canvas-dot"),
    raised: token("surface-raised"),
    sunken: token("surface-sunken"),
    line: token("line"),
    lineStrong: token("line-strong"),
    text: token("text"),
    muted: token("text-muted"),
    faint: token("text-faint"),
    cable: token("cable"),
    selection: token("selection"),
    error: token("broken"),
    warning: token("one-way"),
    status: {
      agreed: tone("agreed"),
      "one-way": tone("one-way"),
      partial: tone("partial"),
      broken: tone("broken"),
      unknown: tone("unknown"),
    },
    tint: {
      router: tone("tint-router"),
      subnet: tone("tint-subnet"),
      cloud: tone("tint-cloud"),
      remoteClients: tone("tint-clients"),
    },
    font: style.fontFamily,
  };
}
