import { useEffect } from "react";
import { useBroughtTexts } from "../actions/useBroughtTexts.ts";
import { useShortcuts } from "../actions/useShortcuts.ts";
import { pageIsWhole } from "../late/firstPaint.ts";
import { Dialogs } from "../dialogs/Dialogs.tsx";
import { Announcer } from "./Announcer.tsx";
import { Toasts } from "./Toasts.tsx";

/** What has no place of its own on the page: shortcuts, dialogs, messages. */
export function Attendants() {
  useShortcuts();
  useBroughtTexts();
  useEffect(pageIsWhole, []);
  return (
    <>
      <Dialogs />
      <Announcer />
      <Toasts />
    </>
  );
}
