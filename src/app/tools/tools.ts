import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { GraduationCap, Handshake, ListChecks, Route, SquareTerminal } from "lucide-react";
import type { ToolName } from "../../store/viewStore.ts";
import type { Icon } from "../actions/action.ts";

/** Something that stands beside the configuration: what is said of the design, or what is played with it. */
export interface Tool {
  readonly name: ToolName;
  readonly label: string;
  readonly icon: Icon;
  readonly Panel: LazyExoticComponent<ComponentType>;
}

/** The tools in the order of their tabs. None is loaded before it is shown. */
export const TOOLS: readonly Tool[] = [
  {
    name: "problems",
    label: "Problems",
    icon: ListChecks,
    Panel: lazy(async () => ({ default: (await import("../problems/Problems.tsx")).Problems })),
  },
  {
    name: "negotiation",
    label: "Negotiation",
    icon: Handshake,
    Panel: lazy(async () => ({ default: (await import("../negotiation/Negotiation.tsx")).Negotiation })),
  },
  {
    name: "packetWalk",
    label: "Packet walk",
    icon: Route,
    Panel: lazy(async () => ({ default: (await import("../packetWalk/PacketWalk.tsx")).PacketWalk })),
  },
  {
    name: "terminal",
    label: "Terminal",
    icon: SquareTerminal,
    Panel: lazy(async () => ({ default: (await import("../terminal/Terminal.tsx")).Terminal })),
  },
  {
    name: "lesson",
    label: "Lesson",
    icon: GraduationCap,
    Panel: lazy(async () => ({ default: (await import("../lesson/Lesson.tsx")).Lesson })),
  },
];
