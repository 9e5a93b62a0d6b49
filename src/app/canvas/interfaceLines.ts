import { formatIpv4, lengthOfMask, type Interface, type Router } from "../../core/index.ts";
import { shortInterfaceName } from "./shortInterfaceName.ts";

/** So many lines have room in a router's node. */
const MOST_LINES = 4;

const known = new WeakMap<Router["elements"]["interface"], string>();

/** A router's interfaces as they are read from near by, one to a line: "Gi0/0", a tab, "198.51.100.2/24 · VPN". */
export function interfaceLines({ elements }: Router): string {
  let text = known.get(elements.interface);
  if (text === undefined) known.set(elements.interface, (text = linesOf([...elements.interface.values()])));
  return text;
}

function linesOf(interfaces: readonly Interface[]): string {
  // What has neither an address nor a map is seldom what somebody looks for.
  const [used, bare] = [interfaces.filter(isUsed), interfaces.filter((one) => !isUsed(one))];
  const all = [...used, ...bare].map(lineOf);
  if (all.length <= MOST_LINES) return all.join("\n");
  return [...all.slice(0, MOST_LINES - 1), `+${all.length - MOST_LINES + 1} more`].join("\n");
}

function isUsed({ address, cryptoMap }: Interface): boolean {
  return address !== undefined || cryptoMap !== undefined;
}

function lineOf(one: Interface): string {
  const words = [addressWords(one), one.cryptoMap?.name, one.shutdown === true ? "shut down" : undefined];
  return `${shortInterfaceName(one.name)}\t${words.filter((word) => word !== undefined).join(" · ")}`;
}

function addressWords({ address }: Interface): string {
  switch (address?.kind) {
    case undefined:
      return "no address";
    case "static": {
      const length = lengthOfMask(address.mask);
      return `${formatIpv4(address.address)}${length === undefined ? ` ${formatIpv4(address.mask)}` : `/${length}`}`;
    }
    case "dhcp":
      return "DHCP";
    case "negotiated":
      return "negotiated";
    case "unnumbered":
      return `as ${shortInterfaceName(address.interface)}`;
    default:
      return address satisfies never;
  }
}
