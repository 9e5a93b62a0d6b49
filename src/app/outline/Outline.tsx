import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Cable, Cloud, Laptop, Network } from "lucide-react";
import type { PeeringStatus } from "../../core/index.ts";
import type { Icon } from "../actions/action.ts";
import { RouterIcon } from "../canvas/RouterIcon.tsx";
import { StatusIcon } from "../canvas/StatusIcon.tsx";
import { focusWhenShown } from "../controls/focusWhenShown.ts";
import { designObjects, referenceKey, sameReference, type DesignObject } from "../objects/designObjects.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { rowWindow } from "./rowWindow.ts";
import "./outline.css";

type Kind = DesignObject["reference"]["kind"];

const SECTIONS: readonly { readonly kind: Kind; readonly title: string; readonly Icon: Icon }[] = [
  { kind: "router", title: "Routers", Icon: RouterIcon },
  { kind: "subnet", title: "Subnets", Icon: Network },
  { kind: "cloud", title: "WANs", Icon: Cloud },
  { kind: "remoteClients", title: "Clients", Icon: Laptop },
  { kind: "peering", title: "Tunnels", Icon: Cable },
];

type Row =
  | { readonly section: (typeof SECTIONS)[number]; readonly count: number }
  | {
      readonly object: DesignObject;
      readonly section: (typeof SECTIONS)[number];
      readonly position: number;
      readonly count: number;
    };

const ROW_HEIGHT = 28;

/** Everything in the design as a tree: what the canvas shows, for whoever can't or won't see it. */
export function Outline() {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const { peerings } = useJudgement();
  const selection = useView((view) => view.selection);
  const rows = useMemo(() => rowsOf(designObjects(design, peerings)), [design, peerings]);
  const statuses = useMemo(() => new Map(peerings.map(({ peering, status }) => [peering.id, status])), [peerings]);
  const [focused, setFocused] = useState<string | null>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  const tree = useRef<HTMLDivElement>(null);

  const current = rows.find((row) => "object" in row && referenceKey(row.object.reference) === focused);
  const firstSelected = rows.find(
    (row) => "object" in row && selection.some((one) => sameReference(one, row.object.reference)),
  );
  const tabStop = current ?? firstSelected ?? rows.find((row) => "object" in row);
  const { first, last } = rowWindow(rows.length, ROW_HEIGHT, scroll.top, scroll.height);
  const shownRows = rows
    .map((row, index) => ({ row, index }))
    .filter(
      // The row that Tab leads to stays in the page wherever the list is scrolled to.
      ({ row, index }) => (index >= first && index <= last) || row === tabStop,
    );

  const moveTo = (index: number, step: 1 | -1) => {
    for (let at = index; at >= 0 && at < rows.length; at += step) {
      const row = rows[at];
      if (!row || !("object" in row)) continue;
      setFocused(referenceKey(row.object.reference));
      tree.current?.scrollTo({ top: scrolledTo(tree.current, at) });
      focusWhenShown(() => tree.current?.querySelector<HTMLElement>('[tabindex="0"]'));
      return;
    }
  };
  const choose = (object: DesignObject, adds: boolean) => {
    const { selection: before } = workbench.view.getState();
    const without = before.filter((one) => !sameReference(one, object.reference));
    const isSelected = without.length !== before.length;
    const selected = adds ? (isSelected ? without : [...before, object.reference]) : [object.reference];
    workbench.view.setState({ selection: selected });
    workbench.canvas.current?.show(object.reference);
  };
  const onKeyDown = (event: KeyboardEvent, object: DesignObject, index: number) => {
    const step = KEYS[event.key];
    if (step) {
      event.preventDefault();
      const [from, by] = step(index, rows.length);
      moveTo(from, by);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(object, event.ctrlKey || event.metaKey || event.shiftKey);
    } else if (ACTING_KEYS.includes(event.key) && !selection.some((one) => sameReference(one, object.reference))) {
      // Delete, link and the like act on the selection; in the outline, what has the focus is meant.
      workbench.view.setState({ selection: [object.reference] });
    }
  };

  return (
    <div className="outline">
      <h2 className="outline-title" id="outline-title">
        Outline
      </h2>
      {rows.length === 0 ? <p className="outline-empty">Nothing is on the canvas yet.</p> : null}
      <div
        ref={tree}
        role="tree"
        aria-label="Outline"
        aria-multiselectable
        className="outline-tree"
        onScroll={({ currentTarget }) =>
          setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        }
      >
        <div className="outline-rows" role="presentation" style={{ height: rows.length * ROW_HEIGHT }}>
          {shownRows.map(({ row, index }) =>
            "object" in row ? (
              <div
                key={referenceKey(row.object.reference)}
                role="treeitem"
                aria-label={row.object.name}
                aria-level={2}
                aria-posinset={row.position}
                aria-setsize={row.count}
                aria-selected={selection.some((one) => sameReference(one, row.object.reference))}
                tabIndex={row === tabStop ? 0 : -1}
                className="outline-row"
                style={{ top: index * ROW_HEIGHT }}
                onClick={(event) => {
                  setFocused(referenceKey(row.object.reference));
                  choose(row.object, event.ctrlKey || event.metaKey || event.shiftKey);
                }}
                onFocus={() => setFocused(referenceKey(row.object.reference))}
                onKeyDown={(event) => onKeyDown(event, row.object, index)}
              >
                <span className="outline-name">{row.object.title}</span>
                {row.object.reference.kind === "peering" ? (
                  <StatusMark status={statuses.get(row.object.reference.id) ?? "unknown"} />
                ) : null}
              </div>
            ) : (
              <div
                key={row.section.kind}
                role="treeitem"
                aria-label={row.section.title}
                aria-level={1}
                aria-expanded
                aria-selected={false}
                className="outline-section"
                style={{ top: index * ROW_HEIGHT }}
              >
                <row.section.Icon size={13} strokeWidth={2} aria-hidden />
                {row.section.title}
                <span className="outline-count">{row.count}</span>
              </div>
            ),
          )}
        </div>
      </div>
    </div>
  );
}

function StatusMark({ status }: { readonly status: PeeringStatus }) {
  return (
    <span className={`outline-status status-${status}`}>
      <StatusIcon status={status} size={11} />
    </span>
  );
}

const ACTING_KEYS = ["Delete", "Backspace", "l", "L"];

/** Where each key leads: the row to look from, and which way. */
const KEYS: Readonly<Record<string, (index: number, rows: number) => readonly [number, 1 | -1]>> = {
  ArrowDown: (index) => [index + 1, 1],
  ArrowUp: (index) => [index - 1, -1],
  Home: () => [0, 1],
  End: (_index, rows) => [rows - 1, -1],
  PageDown: (index, rows) => [Math.min(rows - 1, index + 12), -1],
  PageUp: (index) => [Math.max(0, index - 12), 1],
};

function rowsOf(objects: readonly DesignObject[]): readonly Row[] {
  return SECTIONS.flatMap((section): readonly Row[] => {
    const own = objects.filter(({ reference }) => reference.kind === section.kind);
    if (own.length === 0) return [];
    return [
      { section, count: own.length },
      ...own.map((object, index) => ({ object, section, position: index + 1, count: own.length })),
    ];
  });
}

function scrolledTo(tree: HTMLElement, index: number): number {
  const top = index * ROW_HEIGHT;
  if (top < tree.scrollTop) return top;
  return Math.max(tree.scrollTop, top + ROW_HEIGHT - tree.clientHeight);
}
