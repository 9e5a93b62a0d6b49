import { expandInterfaceName } from "../ios/interfaceName.ts";

/** An interface's full name from what a person typed: `gi0/0`, `GigabitEthernet 0/0`. */
export function interfaceNameOf(typed: string | undefined): string | undefined {
  return typed === undefined ? undefined : expandInterfaceName(typed.replace(/\s+/g, ""));
}
