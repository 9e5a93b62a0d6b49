import { useState } from "react";
import { ChevronRight } from "lucide-react";
import type { Router } from "../../../core/index.ts";
import { ipsecSettingsForm, isakmpSettingsForm } from "../elements/otherForms.ts";
import { ElementFields } from "./ElementFields.tsx";

const none = {};

/** What holds for the whole router: the ISAKMP and IPsec globals. */
export function SettingsSection({ router }: { readonly router: Router }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="panel-section" aria-label="ISAKMP and IPsec settings">
      <header className="panel-section-header">
        <button type="button" className="panel-section-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} className={open ? "turned" : ""} aria-hidden />
          ISAKMP and IPsec settings
        </button>
      </header>
      {open ? (
        <div className="element-body">
          <ElementFields
            router={router}
            elementKey={{ router: router.id, kind: "isakmpSettings", name: "" }}
            element={router.elements.isakmpSettings.get("") ?? none}
            form={isakmpSettingsForm}
          />
          <ElementFields
            router={router}
            elementKey={{ router: router.id, kind: "ipsecSettings", name: "" }}
            element={router.elements.ipsecSettings.get("") ?? none}
            form={ipsecSettingsForm}
          />
        </div>
      ) : null}
    </section>
  );
}
