import { Ban, Check, CircleHelp, Minus, SkipForward, X } from "lucide-react";
import type { EntryTrial, PeerTrial, WalkStage } from "../../core/index.ts";
import { PlayedFixes } from "../play/PlayedFixes.tsx";
import { PlayedLines } from "../play/PlayedLines.tsx";
import { DrawnPacketView, SizeBar } from "./DrawnPacketView.tsx";

/** What happens to the packet at a stage: entries asked, peers tried, the packet drawn, the lines that decide. */
export function StageDetail({ stage }: { readonly stage: WalkStage }) {
  const { entries, peers, size } = stage;
  const drawn = ["enter", "nat", "encapsulation", "transit", "decapsulation"].includes(stage.kind);
  return (
    <div className="stage-detail">
      <p className={stage.verdict === "stops" ? "stage-reason" : ""}>{stage.explains}</p>
      {stage.verdict === "passes" && stage.rule === null ? null : (
        <PlayedFixes rule={stage.rule} peering={stage.peering} places={stage.places} />
      )}
      {entries.length > 0 ? <Entries entries={entries} /> : null}
      {peers.length > 0 ? <Peers peers={peers} /> : null}
      {drawn ? <DrawnPacketView packet={stage.packet} /> : null}
      {size ? <SizeBar size={size} /> : null}
      <PlayedLines places={stage.places} />
    </div>
  );
}

const entryWords = {
  taken: { word: "takes it", Icon: Check },
  denied: { word: "denies it, on to the next", Icon: Ban },
  "no-match": { word: "no line matches, on to the next", Icon: Minus },
  skipped: { word: "not asked", Icon: SkipForward },
} as const;

function Entries({ entries }: { readonly entries: readonly EntryTrial[] }) {
  return (
    <ol className="trials" aria-label="Crypto map entries in order">
      {entries.map(({ entry, verdict, line, note, temporary }, index) => {
        const { word, Icon } = entryWords[verdict];
        return (
          <li key={index} className={`trial trial-${verdict} ${temporary ? "trial-temporary" : ""}`}>
            <Icon size={14} strokeWidth={2.4} aria-hidden />
            <b>{entry}</b>
            <span>{word}</span>
            {line === null ? null : <code>{line}</code>}
            {note === "" ? null : <em>{note}</em>}
          </li>
        );
      })}
    </ol>
  );
}

const peerWords = {
  used: { word: "used", Icon: Check },
  failed: { word: "does not answer", Icon: X },
  "not-asked": { word: "not asked", Icon: Minus },
  unknown: { word: "can’t be known", Icon: CircleHelp },
} as const;

function Peers({ peers }: { readonly peers: readonly PeerTrial[] }) {
  return (
    <ol className="trials" aria-label="Peers of the entry in order">
      {peers.map(({ peer, verdict, note }) => {
        const { word, Icon } = peerWords[verdict];
        return (
          <li
            key={peer}
            className={`trial trial-${verdict === "used" ? "taken" : verdict === "failed" ? "denied" : "skipped"}`}
          >
            <Icon size={14} strokeWidth={2.4} aria-hidden />
            <b>{peer}</b>
            <span>{word}</span>
            {note === "" ? null : <em>{note}</em>}
          </li>
        );
      })}
    </ol>
  );
}
