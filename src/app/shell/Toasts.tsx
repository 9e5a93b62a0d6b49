import { useEffect } from "react";
import { toast, Toaster } from "sonner";
import { messages, type Message } from "./messages.ts";

/** Shows the short messages that go away by themselves. */
export function Toasts() {
  useEffect(() => messages.listen(show), []);
  return <Toaster position="top-center" offset={60} />;
}

function show({ text, kind }: Message): void {
  if (kind === "error") toast.error(text);
  else if (kind === "warning") toast.warning(text);
  else toast(text);
}
