import { globalCommand, type GlobalCommand, type GlobalCommandDescription } from "../command.ts";

type MapWide<A extends object> = Omit<GlobalCommandDescription<"cryptoMap", A>, "kind" | "name" | "create" | "source">;

/** A line that holds for all entries of a crypto map set. */
function mapWide<A extends object>(description: MapWide<A & { name: string }>): GlobalCommand {
  return globalCommand<"cryptoMap", A & { name: string }>({
    ...description,
    kind: "cryptoMap",
    name: (args) => args.name,
    create: (args) => ({ name: args.name, clientConfigurationAddress: [], kept: [] }),
    source: "Cisco IOS Security Command Reference, crypto map",
  });
}

export const localAddress = mapWide<{ localAddress: string }>({
  syntax: "crypto map <name:name> local-address <localAddress:interface>",
  field: "localAddress",
  withoutIt: "The address of the interface that the set is applied to.",
  write: (map) => (map.localAddress === undefined ? [] : [{ name: map.name, localAddress: map.localAddress }]),
  summary:
    "The interface whose address is the endpoint of all tunnels of the set, whatever interface it is applied to.",
});

export const clientAuthenticationList = mapWide<{ clientAuthenticationList: string }>({
  syntax: "crypto map <name:name> client authentication list <clientAuthenticationList:name>",
  field: "clientAuthenticationList",
  write: (map) =>
    map.clientAuthenticationList === undefined
      ? []
      : [{ name: map.name, clientAuthenticationList: map.clientAuthenticationList }],
  summary: "Asks remote users for name and password, checked by this login list.",
});

export const clientAccountingList = mapWide<{ clientAccountingList: string }>({
  syntax: "crypto map <name:name> client accounting list <clientAccountingList:name>",
  field: "clientAccountingList",
  write: (map) =>
    map.clientAccountingList === undefined ? [] : [{ name: map.name, clientAccountingList: map.clientAccountingList }],
  summary: "Accounts for remote users by this accounting list.",
});

export const isakmpAuthorizationList = mapWide<{ isakmpAuthorizationList: string }>({
  syntax: "crypto map <name:name> isakmp authorization list <isakmpAuthorizationList:name>",
  field: "isakmpAuthorizationList",
  write: (map) =>
    map.isakmpAuthorizationList === undefined
      ? []
      : [{ name: map.name, isakmpAuthorizationList: map.isakmpAuthorizationList }],
  summary: "Looks up the policy of a remote user's group by this network authorization list.",
});

export const clientConfigurationAddress = mapWide<{ clientConfigurationAddress: "initiate" | "respond" }>({
  syntax: "crypto map <name:name> client configuration address <clientConfigurationAddress:initiate|respond>",
  field: "clientConfigurationAddress",
  perItem: true,
  write: (map) => map.clientConfigurationAddress.map((one) => ({ name: map.name, clientConfigurationAddress: one })),
  summary: "Gives remote clients an address. It may stand twice, once each way.",
  words: { initiate: "The router sends the address unasked.", respond: "The router answers when it is asked." },
});

export const mapIsakmpProfile = mapWide<{ isakmpProfile: string }>({
  syntax: "crypto map <name:name> isakmp-profile <isakmpProfile:name>",
  field: "isakmpProfile",
  write: (map) => (map.isakmpProfile === undefined ? [] : [{ name: map.name, isakmpProfile: map.isakmpProfile }]),
  summary: "The ISAKMP profile of all entries that name none.",
});
