import { useMemo } from "react";
import {
  addressConflicts,
  formatIpv4,
  formatPrefix,
  lengthOfMask,
  maskOfLength,
  nextLanPrefix,
  nextWanAddress,
  putElementOperation,
  routerNames,
  type ElementKey,
  type Interface,
  type Router,
} from "../../../core/index.ts";
import { Button } from "../../controls/Button.tsx";
import { useEffectiveDesign } from "../../stores.tsx";
import { useWorkbench } from "../../workbench.ts";

interface FreeAddressesProps {
  readonly router: Router;
  readonly interfaceKey: ElementKey<"interface">;
  readonly one: Interface;
}

/** For an interface without an address the next free ones of the address plan; for one with an address, who else has it. */
export function FreeAddresses({ router, interfaceKey, one }: FreeAddressesProps) {
  const { design: store } = useWorkbench();
  const design = useEffectiveDesign();
  const isBare = one.address === undefined;
  const offers = useMemo(() => {
    if (!isBare) return [];
    const [wan, lan] = [nextWanAddress(design), nextLanPrefix(design)];
    return [
      ...(wan ? [{ kind: "WAN", address: wan.address, mask: wan.mask }] : []),
      ...(lan ? [{ kind: "LAN", address: lan.network + 1, mask: maskOfLength(lan.length) }] : []),
    ];
  }, [design, isBare]);
  const conflicts = useMemo(() => {
    const names = routerNames(design.routers);
    return addressConflicts(design).flatMap((conflict) => {
      const [own, others] = [true, false].map((isOwn) =>
        conflict.interfaces.filter((place) => (place.router === router.id && place.interface === one.name) === isOwn),
      );
      if (!own?.length || !others?.length) return [];
      const where = others.map((place) => `${names.get(place.router) ?? ""} ${place.interface}`).join(" and ");
      return conflict.kind === "duplicate-address"
        ? [`${formatIpv4(conflict.address)} is the address of ${where} too.`]
        : [`${conflict.prefixes.map(formatPrefix).join(" and ")} overlap: the other is on ${where}.`];
    });
  }, [design, router.id, one.name]);
  if (conflicts.length === 0 && offers.length === 0) return null;
  return (
    <div className="field-offers">
      {conflicts.map((conflict) => (
        <p key={conflict} className="field-error">
          {conflict}
        </p>
      ))}
      {offers.map(({ kind, address, mask }) => {
        const text = `${formatIpv4(address)}/${String(lengthOfMask(mask))}`;
        return (
          <Button
            key={kind}
            onClick={() => {
              const addressed: Interface = { ...one, address: { kind: "static", address, mask } };
              store.getState().run(putElementOperation(interfaceKey, addressed, `Address ${one.name} with ${text}`));
            }}
          >
            Next free {kind}: {text}
          </Button>
        );
      })}
    </div>
  );
}
