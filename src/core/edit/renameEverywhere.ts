import { nameUse, withNameReplaced } from "../derive/references.ts";
import type { NameKind } from "../derive/referenceTable.ts";
import { expandInterfaceName } from "../ios/interfaceName.ts";
import { isExtendedListNumber, isStandardListNumber } from "../ios/nameArguments.ts";
import type { Attachment, Design } from "../model/design.ts";
import { elementName, type Element, type RouterId } from "../model/router.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";

/**
 * Why a name can't be given to something of this kind; null when it can. A new name has to be free, or two things would become
 * one, and has to be one word, or the text would read differently.
 */
export function renameObstacle(
  design: Design,
  router: RouterId,
  kind: NameKind,
  from: string,
  into: string,
): string | null {
  const elements = design.routers.get(router)?.elements;
  if (!elements) return "The router is gone.";
  if (!/^[^\s!][^\s\p{Cc}]*$/u.test(into)) return "A name is one word without blanks.";
  if (into === from) return "That is its name already.";
  if (kind === "interface" && expandInterfaceName(into) !== into) return `${into} is no name of an interface.`;
  if (kind === "accessList" && /^\d+$/.test(into)) {
    const type = elements.accessList.get(from)?.type;
    const fits = type === "standard" ? isStandardListNumber(Number(into)) : isExtendedListNumber(Number(into));
    if (!fits) return `${into} is no number of ${type === "standard" ? "a standard" : "an extended"} access list.`;
  }
  if (nameUse(elements, kind, into).definitions.length > 0) return `There is a ${into} already.`;
  return null;
}

/** Renames something and every reference to it within the router, as one undo. Cables on the canvas follow an interface. */
export function renameEverywhere(router: RouterId, kind: NameKind, from: string, into: string): Operation {
  return {
    label: `Rename ${from} to ${into}`,
    plan(design) {
      if (renameObstacle(design, router, kind, from, into) !== null) return [];
      const draft = draftOf(design);
      const use = nameUse(draft.elements(router), kind, from);
      const places = new Map(
        [...use.definitions, ...use.uses].map((place) => [`${place.kind} ${place.element}`, place]),
      );
      for (const place of places.values()) {
        const element = draft.elements(router)[place.kind].get(place.element) as Element | undefined;
        if (!element) continue;
        const renamed = withNameReplaced(place.kind, element, kind, from, into);
        draft.apply({
          op: "put",
          key: { router, kind: place.kind, name: elementName(place.kind, element as never) },
          element: renamed,
        });
      }
      if (kind === "interface") {
        const moved = (end: Attachment): Attachment =>
          end.router === router && end.interface === from ? { router, interface: into } : end;
        const isMoved = (end: Attachment) => moved(end) !== end;
        for (const subnet of design.subnets.values()) {
          if (!subnet.attachments.some(isMoved)) continue;
          draft.apply({ op: "putSubnet", subnet: { ...subnet, attachments: subnet.attachments.map(moved) } });
        }
        for (const cloud of design.clouds.values()) {
          if (!cloud.attachments.some(isMoved)) continue;
          draft.apply({ op: "putCloud", cloud: { ...cloud, attachments: cloud.attachments.map(moved) } });
        }
      }
      return draft.edits();
    },
  };
}
