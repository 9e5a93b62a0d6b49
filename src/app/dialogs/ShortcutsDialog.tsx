import { actionGroups } from "../actions/allActions.ts";
import { shown } from "../actions/shortcut.ts";
import { Dialog } from "../controls/Dialog.tsx";
import "./dialogs.css";

/** Keys that belong to a place rather than to an action. */
const ON_THE_CANVAS: readonly { readonly label: string; readonly keys: readonly string[] }[] = [
  { label: "Move what is selected", keys: ["Arrows"] },
  { label: "Move it by 20 pixels", keys: ["Shift+Arrows"] },
  { label: "Go to the object on that side, along a tunnel to its end", keys: ["Alt+Arrows"] },
  { label: "Go to the next tunnel of a router, the one before", keys: ["T", "Shift+T"] },
  { label: "Select what has the focus", keys: ["Enter"] },
  { label: "Add to the selection", keys: ["Shift+Enter"] },
  { label: "Open the menu of what has the focus", keys: ["Shift+F10"] },
  { label: "Draw a link with the mouse", keys: ["Shift+drag"] },
  { label: "Select a region", keys: ["Shift+drag beside objects"] },
  { label: "Give up", keys: ["Esc"] },
];

/** All keys of the page. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const groups = actionGroups.map(({ title, actions }) => ({
    title,
    lines: actions.flatMap(({ label, shortcuts }) =>
      shortcuts && shortcuts.length > 0 ? [{ label, keys: shortcuts.map((one) => shown(one)) }] : [],
    ),
  }));
  return (
    <Dialog wide title="Keyboard shortcuts" description="They rest while you type." onClose={onClose}>
      {/* Where they don't all fit, somebody without a mouse scrolls this. */}
      <div className="shortcut-groups" tabIndex={0} role="group" aria-label="Keys">
        {[...groups, { title: "On the canvas", lines: ON_THE_CANVAS }].map(({ title, lines }) => (
          <section key={title}>
            <h3 className="dialog-section">{title}</h3>
            <ul className="shortcut-list">
              {lines.map(({ label, keys }) => (
                <li key={label}>
                  {label}
                  <span className="shortcut-keys">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
