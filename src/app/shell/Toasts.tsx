import { useEffect } from "react";
import { toast, Toaster } from "sonner";
import { useView } from "../stores.tsx";
import { messages, type Message } from "./messages.ts";

/** Shows the short messages that go away by themselves. */
export function Toasts() {
  useEffect(() => messages.listen(show), []);
  // Before a room a tool stands on the right, and a message must not stand on its heading.
  const presents = useView(({ mode }) => mode === "present");
  return <Toaster position={presents ? "top-left" : "top-center"} offset={presents ? 24 : 60} />;
}

/** What went wrong stands for long enough to be read twice, in milliseconds; what was done needs a glance. */
const LONG = 15_000;

function show({ text, kind, action }: Message): void {
  if (action)
    toast(text, { duration: Infinity, closeButton: true, action: { label: action.label, onClick: action.run } });
  else if (kind === "error") toast.error(text, { duration: LONG });
  else if (kind === "warning") toast.warning(text, { duration: LONG });
  else toast(text);
}
