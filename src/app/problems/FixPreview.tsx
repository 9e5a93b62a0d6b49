import { Eye } from "lucide-react";
import { changedLines, routerNames, type Edit } from "../../core/index.ts";
import { useEffectiveDesign } from "../stores.tsx";

/** The lines that some edits would take away and put in, router by router. */
export function FixPreview({ edits }: { readonly edits: readonly Edit[] }) {
  const design = useEffectiveDesign();
  const names = routerNames(design.routers);
  return (
    <div className="fix-preview">
      {changedLines(design, edits).map(({ router, removed, added }) => (
        <div key={router}>
          <p className="fix-preview-router">{names.get(router)}</p>
          <ul>
            {removed.map((line, index) => (
              <li key={`- ${String(index)}`} className="line-removed">
                <span className="visually-hidden">removes </span>
                <code>{line}</code>
              </li>
            ))}
            {added.map((line, index) => (
              <li key={`+ ${String(index)}`} className="line-added">
                <span className="visually-hidden">adds </span>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface PreviewButtonProps {
  /** What would be done. */
  readonly title: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes a preview. */
export function PreviewButton({ title, open, onToggle }: PreviewButtonProps) {
  return (
    <button
      type="button"
      className="problem-preview"
      aria-expanded={open}
      aria-label={`Preview: ${title}`}
      title="The lines that this changes"
      onClick={onToggle}
    >
      <Eye size={14} aria-hidden />
    </button>
  );
}
