import { nameUse } from "../derive/references.ts";
import { flowEntry, numberedList, permitEntries, type NetworkFlow } from "../edit/accessListLines.ts";
import { putEdit } from "../edit/elementEdits.ts";
import type { Edit } from "../edit/edit.ts";
import { freeName } from "../edit/freeName.ts";
import { protectedPrefixes } from "../edit/interfaceRoles.ts";
import type { AccessList } from "../model/accessList.ts";
import type { Design } from "../model/design.ts";
import type { Elements } from "../model/router.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { mirroredList, type Counterpart } from "./counterpart.ts";
import { changeEntry, entryTitle, type CryptoEntry } from "./cryptoEntries.ts";
import type { Fix } from "./finding.ts";
import { exemptionEdits } from "./natFixes.ts";

const askForList = "Access list";
const askForNetwork = "Network behind the peer, such as 10.2.0.0/24";

/**
 * Ways to give an entry an access list that selects something: what its peer expects; a list that stands there unused; or its own
 * networks towards one that a person names. `name` is what a new list is called.
 */
export function accessListFixes(
  design: Design,
  entry: CryptoEntry,
  counterpart: Counterpart | undefined,
  name: string,
): readonly Fix[] {
  const fixes: Fix[] = [];
  const mirrored = mirroredList(counterpart, name);
  if (mirrored && counterpart) {
    fixes.push({
      title: `Protect in ${entryTitle(entry)} the mirror of ACL ${counterpart.accessList?.name ?? ""} on ${counterpart.name}`,
      safe: false,
      edits: useList(entry, mirrored),
    });
  }
  const choices = spareLists(entry.router.elements);
  if (choices.length > 0) {
    fixes.push({
      title: `Use another access list in ${entryTitle(entry)}`,
      safe: false,
      edits: [],
      needs: { label: askForList, type: "choice", choices },
    });
  }
  if (protectedPrefixes(design, entry.router.id).length > 0) {
    fixes.push({
      title: `Protect in ${entryTitle(entry)} the router's own networks towards another one`,
      safe: false,
      edits: [],
      needs: { label: askForNetwork, type: "name" },
    });
  }
  return fixes;
}

/** The edits of such a fix from what a person said. */
export function completeAccessList(
  design: Design,
  entry: CryptoEntry | undefined,
  fix: Fix,
  name: string,
  value: string,
): readonly Edit[] {
  if (!entry) return [];
  if (fix.needs?.label === askForList) {
    const list = entry.router.elements.accessList.get(value);
    return list ? useList(entry, list) : [];
  }
  const destination = parsePrefix(value);
  if (!destination) return [];
  const flows = protectedPrefixes(design, entry.router.id).map((source) =>
    flowEntry("permit", { source, destination }),
  );
  return useList(entry, numberedList(name, flows));
}

/** A name for a new list of an entry, after the peer where the design has it. */
export function newListName(entry: CryptoEntry, counterpart: Counterpart | undefined): string {
  const wanted = counterpart
    ? `VPN-${counterpart.name.replace(/[^\w-]+/g, "-")}`
    : `${entry.name.replace(" ", "-")}-ACL`;
  return freeName(wanted, (name) => entry.router.elements.accessList.has(name));
}

/** Extended lists that permit something and that nothing uses: a person may have meant one of these. */
export function spareLists(elements: Elements): readonly string[] {
  return [...elements.accessList.values()]
    .filter((list) => list.type === "extended" && nameUse(elements, "accessList", list.name).uses.length === 0)
    .filter((list) => list.lines.some((line) => line.kind === "entry" && line.action === "permit"))
    .map((list) => list.name);
}

/** The edits that let an entry match a list, and what is to be protected past translation, which would otherwise get it first. */
function useList(entry: CryptoEntry, list: AccessList): readonly Edit[] {
  const { elements, id } = entry.router;
  return [
    ...(elements.accessList.get(list.name) === list ? [] : [putEdit(id, "accessList", list)]),
    ...(entry.body.matchAddress === list.name ? [] : [changeEntry(entry, { matchAddress: list.name })]),
    ...exemptionEdits(entry.router, permittedFlows(list)),
  ];
}

/** The networks of a list's permits. Traffic to `any` is left alone: its exemption would end all translation. */
function permittedFlows(list: AccessList): readonly NetworkFlow[] {
  return permitEntries(list).flatMap((line): NetworkFlow[] => {
    if (line.source.kind !== "addresses" || line.destination.kind !== "addresses") return [];
    const [source, destination] = [prefixOfSet(line.source), prefixOfSet(line.destination)];
    return source && destination && destination.length > 0 ? [{ source, destination }] : [];
  });
}
