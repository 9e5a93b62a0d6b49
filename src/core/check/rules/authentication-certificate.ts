import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** Ends that authenticate by certificates or RSA keys, which no configuration shows. */
export const authenticationCertificate = peeringRule({
  id: "authentication-certificate",
  severity: "info",
  fix: "none",
  projects: true,
  docs: {
    what: "The ends authenticate with certificates or RSA keys.",
    why: "Whether they trust each other depends on certificates that are not in the configuration, so the tunnel can't be judged to the end.",
    remedy: "Nothing is wrong with it. Verify with `show crypto pki certificates` on both routers.",
    source: "Cisco IOS Security Command Reference, authentication (IKE policy)",
  },
  messages: {
    certificate: "{near} and {far} authenticate by {method}, which the configurations don't settle.",
  },
  check(judged, _routers, report) {
    const told = new Set<string>();
    for (const { data, places } of refusalsOf(judged, "authentication-certificate")) {
      const ends = [data.near, data.far, data.method].sort().join(" ");
      if (told.has(ends)) continue;
      told.add(ends);
      report({ message: "certificate", data, places });
    }
  },
});
