import { formatSelector, type Selector } from "../derive/selector.ts";
import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { Elements, Place } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { setsEqual, hostSet, type AddressSet } from "../net/wildcard.ts";
import type { Ledger } from "./ledger.ts";
import { entryPlace, inOrder, placeAt, type Party } from "./party.ts";
import { agreedLifetime, ASSOCIATION_DEFAULTS } from "./positions.ts";

/** What phase 2 settled, seen from the initiator. */
export interface Phase2Result extends Lifetimes {
  readonly offered: TransformSet;
  readonly held: TransformSet;
  readonly mode: "tunnel" | "transport";
  readonly pfs: string | null;
  /** The responder with the entry that accepted, which may be another one than was meant. */
  readonly answering: Party;
}

export interface Lifetimes {
  readonly lifetimeSeconds: number;
  /** Null: no limit by volume. */
  readonly lifetimeKilobytes: number | null;
}

/**
 * Transport mode serves only traffic between the endpoints themselves; for all else both ends use tunnel mode without a word. Where
 * transport could apply, different modes are taken as a failure; elsewhere as a warning. `require` refuses the other mode.
 * Positions: a preference (YANG model, `require`); a failure (a published lab, Batfish). Reference: section 2.4, appendix C.
 */
export function settleMode(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  sets: { readonly offered: TransformSet; readonly held: TransformSet },
  selectors: readonly Selector[],
): "tunnel" | "transport" | undefined {
  const [mine, theirs] = [sets.offered.mode ?? "tunnel", sets.held.mode ?? "tunnel"];
  const betweenEndpoints = isBetweenEndpoints(initiator, responder, selectors);
  const required = [sets.offered, sets.held].some((set) => set.modeRequire === true && set.mode === "transport");
  const differ = mine !== theirs;
  const [near, far] = inOrder(initiator, responder);
  const [nearSet, farSet] = near === initiator ? [sets.offered, sets.held] : [sets.held, sets.offered];
  if (differ || (required && !betweenEndpoints)) {
    const words = {
      rule: "p2-mode-mismatch" as const,
      reason: differ
        ? `${near.name} wants ${nearSet.mode ?? "tunnel"} mode, ${far.name} ${farSet.mode ?? "tunnel"} mode.`
        : `Transport mode is required, but the traffic is not between the endpoints themselves.`,
      data: {
        near: near.name,
        far: far.name,
        nearValue: nearSet.mode ?? "tunnel",
        farValue: farSet.mode ?? "tunnel",
        nearSet: nearSet.name,
        farSet: farSet.name,
      },
      places: [placeAt(near, "transformSet", nearSet.name, "mode"), placeAt(far, "transformSet", farSet.name, "mode")],
    };
    if (betweenEndpoints || required) {
      ledger.step?.({
        stage: "phase2",
        message: "QM1 refused",
        from: responder.router.id,
        to: initiator.router.id,
        ok: false,
        explains: words.reason,
        compared: [
          differ
            ? { attribute: "mode", offered: mine, held: theirs, agrees: false }
            : {
                attribute: "proxy identity",
                offered: selectors.map(formatSelector).join("; "),
                held: "traffic between the endpoints, for transport mode",
                agrees: false,
              },
        ],
        places: words.places,
      });
      ledger.fails("phase2-proposal", words);
      return undefined;
    }
    ledger.warns(words);
  }
  return betweenEndpoints ? mine : "tunnel";
}

/** Both ends name hosts, and the hosts are the endpoints. */
export function isBetweenEndpoints(initiator: Party, responder: Party, selectors: readonly Selector[]): boolean {
  const near = initiator.end.address;
  const far = responder.end.address;
  if (near === null || far === null) return false;
  const only = (set: AddressSet, address: number) => setsEqual(set, hostSet(address));
  return selectors.length > 0 && selectors.every((one) => only(one.source, near) && only(one.destination, far));
}

/** The smaller of both, seconds and kilobytes apart. Reference: section 2.4, "Lifetimes". */
export function settleLifetimes(ledger: Ledger, initiator: Party, responder: Party): Lifetimes {
  const mine = lifetimesOf(initiator.router.elements, initiator.view.body);
  const theirs = lifetimesOf(responder.router.elements, responder.view.body);
  if (mine.lifetimeSeconds !== theirs.lifetimeSeconds || mine.lifetimeKilobytes !== theirs.lifetimeKilobytes) {
    const [near, far] = inOrder(initiator, responder);
    const [nearValue, farValue] = (near === initiator ? [mine, theirs] : [theirs, mine]).map(formatLifetimes) as [
      string,
      string,
    ];
    ledger.warns({
      rule: "p2-lifetime-differs",
      reason: `${near.name} proposes ${nearValue}, ${far.name} ${farValue}; the smaller is used.`,
      data: { near: near.name, far: far.name, nearValue, farValue },
      places: [near, far].map((party) => lifetimePlace(party, mine.lifetimeSeconds !== theirs.lifetimeSeconds)),
    });
  }
  return {
    lifetimeSeconds: agreedLifetime(mine.lifetimeSeconds, theirs.lifetimeSeconds),
    lifetimeKilobytes:
      mine.lifetimeKilobytes === null || theirs.lifetimeKilobytes === null
        ? (mine.lifetimeKilobytes ?? theirs.lifetimeKilobytes)
        : agreedLifetime(mine.lifetimeKilobytes, theirs.lifetimeKilobytes),
  };
}

/** The line that a lifetime comes from: the entry's own, else the router's; the entry where it is IOS's default. */
function lifetimePlace(party: Party, seconds: boolean): Place {
  const fields = seconds ? (["lifetimeSeconds", "lifetimeDays"] as const) : (["lifetimeKilobytes"] as const);
  const own = fields.find((field) => party.view.body[field] !== undefined);
  if (own) return entryPlace(party, own);
  const global = party.router.elements.ipsecSettings.get("");
  const general = fields.find((field) => global?.[field] !== undefined);
  return general ? placeAt(party, "ipsecSettings", "", general) : entryPlace(party);
}

/** What an entry proposes: its own line, else the router's global one, else IOS's default. */
export function lifetimesOf(elements: Elements, body: CryptoMapEntryBody): Lifetimes {
  const global = elements.ipsecSettings.get("");
  const days = body.lifetimeDays ?? (body.lifetimeSeconds === undefined ? global?.lifetimeDays : undefined);
  const kilobytes = body.lifetimeKilobytes ?? global?.lifetimeKilobytes ?? ASSOCIATION_DEFAULTS.lifetimeKilobytes;
  return {
    lifetimeSeconds:
      body.lifetimeSeconds ??
      (days === undefined ? undefined : days * 86400) ??
      global?.lifetimeSeconds ??
      ASSOCIATION_DEFAULTS.lifetimeSeconds,
    lifetimeKilobytes: kilobytes === "disable" ? null : kilobytes,
  };
}

function formatLifetimes({ lifetimeSeconds, lifetimeKilobytes }: Lifetimes): string {
  return `${lifetimeSeconds} seconds, ${lifetimeKilobytes === null ? "no limit by volume" : `${lifetimeKilobytes} kilobytes`}`;
}
