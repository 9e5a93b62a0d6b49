import type { IsakmpSettings } from "../../model/isakmp.ts";
import { globalCommand, type GlobalCommand, type GlobalCommandDescription } from "../command.ts";

type Settings<A extends object> = Omit<GlobalCommandDescription<"isakmpSettings", A>, "kind" | "name" | "create">;

/** A line that sets one of the ISAKMP globals. */
function setting<A extends object = object>(description: Settings<A>): GlobalCommand {
  return globalCommand<"isakmpSettings", A>({
    ...description,
    kind: "isakmpSettings",
    name: () => "",
    create: () => ({}),
  });
}

export const isakmpEnable = setting({
  syntax: "crypto isakmp enable",
  negated: true,
  field: "disabled",
  withoutIt: "IKE is on; only no crypto isakmp enable is shown.",
  summary: "Turns IKE on for all interfaces. Without it only manual keys make a tunnel.",
  source: "Cisco IOS Security Command Reference, crypto isakmp enable",
});

export const isakmpDefaultPolicy = setting({
  syntax: "crypto isakmp default policy",
  negated: true,
  field: "defaultPolicyDisabled",
  withoutIt: "The built-in policies are offered where no policy is configured.",
  summary: "Offers the policies that IOS brings along.",
  source: "Cisco IOS Security Command Reference, crypto isakmp default policy",
});

export const isakmpIdentity = setting<{ identity: string }>({
  syntax: "crypto isakmp identity <identity:address|dn|hostname>",
  field: "identity",
  default: "address",
  summary: "What the router calls itself in IKE. It has to suit how the peer's key or profile is matched.",
  source: "Cisco IOS Security Command Reference, crypto isakmp identity",
  words: {
    address: "The address of the interface that IKE uses.",
    dn: "The distinguished name of the certificate.",
    hostname: "The hostname with the domain name.",
  },
});

export const isakmpInvalidSpiRecovery = setting({
  syntax: "crypto isakmp invalid-spi-recovery",
  field: "invalidSpiRecovery",
  withoutIt: "A packet of an unknown security association is dropped without a word.",
  summary: "Starts IKE with a peer that sends under a security association that is gone, so that the peer notices.",
  source: "Cisco IOS Security Command Reference, crypto isakmp invalid-spi-recovery",
});

export const isakmpKeepalive = setting<NonNullable<IsakmpSettings["keepalive"]>>({
  syntax: "crypto isakmp keepalive <seconds:10-3600> [<retrySeconds:2-60>] [<mode:on-demand|periodic>]",
  field: "keepalive",
  withoutIt: "Dead peers are not detected.",
  rangeRule: "range-dpd",
  read(settings, args) {
    settings.keepalive = withoutDefaults(args);
    return undefined;
  },
  normalise(args) {
    const kept = withoutDefaults(args);
    return kept.retrySeconds === args.retrySeconds && kept.mode === args.mode ? args : kept;
  },
  write: (settings) => (settings.keepalive === undefined ? [] : [settings.keepalive]),
  summary: "Dead peer detection: asks whether the peer is still there, so that stale associations are given up.",
  source: "Cisco IOS Security Command Reference, crypto isakmp keepalive",
  words: {
    seconds: "Seconds between messages, 10 to 3600.",
    retrySeconds: "Seconds before an unanswered message is sent again, 2 to 60; 2 without it.",
    "on-demand": "Asks only when there is traffic to send; the default.",
    periodic: "Asks all the time.",
  },
});

function withoutDefaults(args: NonNullable<IsakmpSettings["keepalive"]>): NonNullable<IsakmpSettings["keepalive"]> {
  return {
    seconds: args.seconds,
    ...(args.retrySeconds === undefined ? {} : { retrySeconds: args.retrySeconds }),
    ...(args.mode === "periodic" ? { mode: args.mode } : {}),
  };
}

export const isakmpNatKeepalive = setting<{ natKeepaliveSeconds: number }>({
  syntax: "crypto isakmp nat keepalive <natKeepaliveSeconds:5-3600>",
  field: "natKeepaliveSeconds",
  withoutIt: "None are sent; NAT traversal itself is always on.",
  rangeRule: "range-natka",
  summary: "Seconds between packets that keep the translation alive where NAT was found on the way.",
  source: "Cisco IOS Security Command Reference, crypto isakmp nat keepalive",
});

export const isakmpXauthTimeout = setting<{ xauthTimeoutSeconds: number }>({
  syntax: "crypto isakmp xauth timeout <xauthTimeoutSeconds:5-90>",
  field: "xauthTimeoutSeconds",
  default: 60,
  rangeRule: "range-natka",
  summary: "How long a remote user has to enter name and password.",
  source: "Cisco IOS Security Command Reference, crypto isakmp xauth timeout",
});

export const isakmpAggressiveModeDisable = setting({
  syntax: "crypto isakmp aggressive-mode disable",
  field: "aggressiveModeDisabled",
  withoutIt: "Aggressive mode is accepted.",
  summary:
    "Refuses aggressive mode, in both directions. It sends the identity in clear and a hash that can be attacked offline.",
  source: "Cisco IOS Security Command Reference, crypto isakmp aggressive-mode disable",
});

export const isakmpFragmentation = setting({
  syntax: "crypto isakmp fragmentation",
  field: "fragmentation",
  withoutIt: "IKE messages are not split.",
  summary: "Splits large IKE messages itself, where a device on the way drops IP fragments.",
  source: "Cisco IOS Security Command Reference, crypto isakmp fragmentation",
});

export const isakmpAddressPool = setting<{ addressPoolLocal: string }>({
  syntax: "crypto isakmp client configuration address-pool local <addressPoolLocal:name>",
  field: "addressPoolLocal",
  summary: "The pool that remote clients get their address from, in the older form without groups.",
  source: "Cisco IOS Security Command Reference, crypto isakmp client configuration address-pool local",
});
