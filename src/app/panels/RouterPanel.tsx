import { ArrowDown, ArrowUp } from "lucide-react";
import { moveCryptoMapEntry, routerNames, type CryptoMapEntry, type Router } from "../../core/index.ts";
import { IconButton } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { AccessListLines } from "./elements/AccessListLines.tsx";
import { interfaceForm, natPoolForm, natRuleForm, staticRouteForm } from "./elements/hostForms.ts";
import { isakmpKeyForm, isakmpPolicyForm } from "./elements/phase1Forms.ts";
import { accessListForm, hostForm } from "./elements/otherForms.ts";
import { cryptoMapEntryForm, dynamicMapEntryForm, transformSetForm } from "./elements/phase2Forms.ts";
import { SettingsSection } from "./form/SettingsSection.tsx";
import { ElementFields } from "./form/ElementFields.tsx";
import { ElementSection } from "./form/ElementSection.tsx";
import { PanelHeading } from "./PanelHeading.tsx";
import { KeptStructure } from "./elements/KeptStructure.tsx";
import { staticNatForm } from "./elements/serverForms.ts";
import { FreeAddresses } from "./elements/FreeAddresses.tsx";
import { NatExemption } from "./elements/NatExemption.tsx";
import { SessionKeys } from "./elements/SessionKeys.tsx";
import { RareSections } from "./elements/RareSections.tsx";

/** Everything that a router's configuration holds, kind by kind. */
export function RouterPanel({ router }: { readonly router: Router }) {
  const names = routerNames(useEffectiveDesign().routers);
  const host = router.elements.host.get("") ?? {};
  return (
    <>
      <PanelHeading kind="Router" title={names.get(router.id) ?? router.id} />
      <div className="panel-top">
        <ElementFields
          router={router}
          elementKey={{ router: router.id, kind: "host", name: "" }}
          element={host}
          form={hostForm}
        />
      </div>
      <ElementSection
        router={router}
        title="Interfaces"
        form={interfaceForm}
        below={(field, one, key) =>
          field === "address" ? <FreeAddresses router={router} interfaceKey={key} one={one} /> : null
        }
      />
      <ElementSection
        router={router}
        title="Crypto map entries"
        form={cryptoMapEntryForm}
        order={(one, other) => one.map.localeCompare(other.map) || one.sequence - other.sequence}
        rowActions={(entry) => <EntryOrder router={router} entry={entry} />}
        more={(entry, key) =>
          entry.type === "ipsec-manual" || entry.sessionKeys.length > 0 ? (
            <SessionKeys router={router} entryKey={key} entry={entry} />
          ) : null
        }
      />
      <ElementSection
        router={router}
        title="Access lists"
        form={accessListForm}
        more={(list, key) => <AccessListLines router={router} listKey={key} list={list} />}
      />
      <ElementSection router={router} title="Transform sets" form={transformSetForm} />
      <ElementSection
        router={router}
        title="ISAKMP policies"
        form={isakmpPolicyForm}
        order={(one, other) => one.priority - other.priority}
      />
      <ElementSection router={router} title="Pre-shared keys" form={isakmpKeyForm} />
      <ElementSection router={router} title="Dynamic maps" form={dynamicMapEntryForm} />
      <ElementSection router={router} title="Routes" form={staticRouteForm} />
      <ElementSection
        router={router}
        title="NAT rules"
        form={natRuleForm}
        more={(rule) => <NatExemption router={router} rule={rule} />}
      />
      <ElementSection router={router} title="NAT pools" form={natPoolForm} />
      <ElementSection router={router} title="Static NAT" form={staticNatForm} />
      <SettingsSection router={router} />
      <RareSections router={router} />
      <KeptStructure router={router} />
    </>
  );
}

/** Changes places with the entry before or behind, since the lowest sequence is tried first. */
function EntryOrder({ router, entry }: { readonly router: Router; readonly entry: CryptoMapEntry }) {
  const { design } = useWorkbench();
  const sequences = [...router.elements.cryptoMapEntry.values()]
    .filter((one) => one.map === entry.map)
    .map((one) => one.sequence)
    .sort((one, other) => one - other);
  const index = sequences.indexOf(entry.sequence);
  const title = cryptoMapEntryForm.title(entry);
  return (
    <>
      <IconButton
        label={`Try ${title} earlier`}
        disabled={index <= 0}
        onClick={() => design.getState().run(moveCryptoMapEntry(router.id, entry.map, entry.sequence, "up"))}
      >
        <ArrowUp size={14} />
      </IconButton>
      <IconButton
        label={`Try ${title} later`}
        disabled={index === sequences.length - 1}
        onClick={() => design.getState().run(moveCryptoMapEntry(router.id, entry.map, entry.sequence, "down"))}
      >
        <ArrowDown size={14} />
      </IconButton>
    </>
  );
}
