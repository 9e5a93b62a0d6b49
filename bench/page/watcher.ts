/** What a measured page tells about itself. It is put into the page before the page's own scripts. */
export interface Watcher {
  /** Starts to count frames and renders. */
  begin(): void;
  /** Ends it, and tells of what was since. */
  end(): Watched;
  /** Watches what will follow the next key in the editor. */
  awaitKey(): void;
  /** The answer comes a while after the last change that the key led to. */
  keyEffect(): Promise<KeyEffect>;
}

export interface Watched {
  readonly milliseconds: number;
  readonly frames: number;
  /** How often each object of the canvas was rendered again, by its id. */
  readonly rendered: Readonly<Record<string, number>>;
  /** How many came into the page. */
  readonly mounted: number;
}

/** How many frames after the key the editor's lines and its squiggles last changed; null where they did not. */
export interface KeyEffect {
  readonly lines: number | null;
  readonly squiggles: number | null;
}

declare global {
  interface Window {
    pageWatcher?: Watcher;
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown;
  }
}

/** The part of React's own record of a component that tells whether it was rendered. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
  readonly stateNode: unknown;
}

/**
 * Runs within the page, where nothing outside this function is known. React tells its renders in production too, to whoever stands
 * where its developer tools would.
 */
export function installWatcher(): void {
  const PERFORMED_WORK = 1;
  const FUNCTION_TAGS = new Set([0, 1, 11, 14, 15]);
  /** So many frames without a change, and nothing more is expected to follow a key. */
  const CALM_FRAMES = 40;

  let counting = false;
  let startedAt = 0;
  let frames = 0;
  let mounted = 0;
  let rendered: Record<string, number> = {};

  const nodeAround = (fiber: Fiber): HTMLElement | null => {
    for (let at = fiber.return; at; at = at.return) {
      if (at.stateNode instanceof HTMLElement) return at.stateNode.closest<HTMLElement>(".react-flow__node");
    }
    return null;
  };
  const visit = (fiber: Fiber) => {
    if (FUNCTION_TAGS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) {
      const id = nodeAround(fiber)?.dataset["id"];
      if (id !== undefined && fiber.alternate) rendered[id] = (rendered[id] ?? 0) + 1;
    }
    if (!fiber.alternate && fiber.stateNode instanceof HTMLElement && fiber.stateNode.matches(".react-flow__node"))
      mounted += 1;
    // Below what was not rendered, React keeps the very same children.
    if (fiber.alternate && fiber.child === fiber.alternate.child) return;
    for (let child = fiber.child; child; child = child.sibling) visit(child);
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => {
      if (counting) visit(root.current);
    },
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  };

  const watchKey = (done: (effect: KeyEffect) => void) => {
    let frame = 0;
    let lines: number | null = null;
    let squiggles: number | null = null;
    let calm = 0;
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes, removedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest(".view-lines")) lines = frame;
        const touched = [...addedNodes, ...removedNodes, target];
        if (touched.some((node) => node instanceof Element && /squiggly/.test(node.outerHTML))) squiggles = frame;
      }
      calm = 0;
    });
    const count = () => {
      frame += 1;
      calm += 1;
      if (calm > CALM_FRAMES) {
        observer.disconnect();
        done({ lines, squiggles });
      } else requestAnimationFrame(count);
    };
    const start = () => {
      for (const element of document.querySelectorAll(".monaco-editor .view-lines, .monaco-editor .view-overlays"))
        observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
      requestAnimationFrame(count);
    };
    window.addEventListener("keydown", start, { capture: true, once: true });
  };

  let effect: Promise<KeyEffect> = Promise.resolve({ lines: null, squiggles: null });
  window.pageWatcher = {
    begin() {
      counting = true;
      frames = 0;
      mounted = 0;
      rendered = {};
      startedAt = performance.now();
      performance.mark("bench begins");
      const count = () => {
        if (!counting) return;
        frames += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    },
    end() {
      performance.mark("bench ends");
      counting = false;
      return { milliseconds: performance.now() - startedAt, frames, rendered, mounted };
    },
    awaitKey() {
      effect = new Promise((resolve) => watchKey(resolve));
    },
    keyEffect: () => effect,
  };
}
