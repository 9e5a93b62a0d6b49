import { useState } from "react";
import type { ElementKind, Router } from "../../../core/index.ts";
import { Button } from "../../controls/Button.tsx";
import { ElementFields } from "../form/ElementFields.tsx";
import { ElementSection, hasAny } from "../form/ElementSection.tsx";
import {
  aaaListForm,
  clientGroupForm,
  cryptoMapForm,
  isakmpProfileForm,
  keyringForm,
  localPoolForm,
  userForm,
} from "./otherForms.ts";
import { KeyringKeys } from "./KeyringKeys.tsx";
import { aaaServerForm, aaaSettingsForm } from "./serverForms.ts";

const kinds: readonly ElementKind[] = [
  "cryptoMap",
  "keyring",
  "isakmpProfile",
  "clientGroup",
  "localPool",
  "aaaList",
  "user",
  "aaaServer",
];

const NO_SETTINGS = {};

/** Kinds that a plain site-to-site design does without: shown once a router has one of them, or somebody asks. */
export function RareSections({ router }: { readonly router: Router }) {
  const [asked, setAsked] = useState(false);
  if (!asked && !hasAny(router, kinds)) {
    return (
      <section className="panel-section" aria-label="Further kinds">
        <Button look="quiet" onClick={() => setAsked(true)}>
          Keyrings, remote access and more
        </Button>
      </section>
    );
  }
  return (
    <>
      <ElementSection router={router} title="Crypto map sets" form={cryptoMapForm} />
      <ElementSection
        router={router}
        title="Keyrings"
        form={keyringForm}
        more={(keyring, key) => <KeyringKeys router={router} ringKey={key} keyring={keyring} />}
      />
      <ElementSection router={router} title="ISAKMP profiles" form={isakmpProfileForm} />
      <h3 className="panel-group">Remote access</h3>
      <ElementSection router={router} title="Client groups" form={clientGroupForm} />
      <ElementSection router={router} title="Address pools" form={localPoolForm} />
      <ElementSection router={router} title="AAA lists" form={aaaListForm} />
      <ElementSection router={router} title="Users" form={userForm} />
      <ElementSection router={router} title="RADIUS and TACACS+ servers" form={aaaServerForm} />
      <div className="element-body">
        <ElementFields
          router={router}
          elementKey={{ router: router.id, kind: "aaaSettings", name: "" }}
          element={router.elements.aaaSettings.get("") ?? NO_SETTINGS}
          form={aaaSettingsForm}
        />
      </div>
    </>
  );
}
