import { describe, expect, test } from "vitest";
import { asCanvasId, type Design, type RemoteClients } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { formatIpv4, parseIpv4 } from "../net/ipv4.ts";
import { formatAddressSet } from "../derive/selector.ts";
import { clientGateway } from "../testing/clientGateway.ts";
import { designFromText } from "../testing/designFromText.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { check } from "../check/check.ts";
import { connectClient, type ClientConnection } from "./clientConnection.ts";
import type { ClientRequest, ClientSession } from "./clientGateway.ts";

const staff: RemoteClients = {
  id: asCanvasId("staff"),
  label: "Staff at home",
  gateway: asRouterId("r1"),
  group: "STAFF",
};

function gatewayWith(changes: string): Design {
  return designFromText(writeCase(clientGateway, changes).text);
}

function connect(
  changes = "",
  request: ClientRequest = {},
  connected: readonly ClientSession[] = [],
): ClientConnection {
  return connectClient(gatewayWith(changes), staff, request, connected);
}

describe("a client that connects", () => {
  test("gets the first address of its pool and the networks of its split-tunnel list", () => {
    const { outcome, client } = connect();
    expect(outcome).toBe("connected");
    expect(client && formatIpv4(client.address)).toBe("10.9.0.1");
    expect(client?.splitTunnel?.map(formatAddressSet)).toEqual(["10.1.0.0/24"]);
    expect(client).toMatchObject({ group: "STAFF", user: "alice", policy: 10, transformSet: "TS-AES256" });
  });

  test("tells its way in order, from the gateway's address to the answers", () => {
    const stages = connect().steps.map(({ stage, message }) => `${stage} ${message}`);
    expect(stages).toEqual([
      "reach gateway",
      "phase1 AM1",
      "phase1 AM2",
      "phase1 AM3",
      "user XAUTH",
      "user XAUTH",
      "configuration configuration mode",
      "configuration configuration mode",
      "phase2 QM1",
      "phase2 QM2",
      "phase2 QM3",
      "data answer",
    ]);
  });

  test("gets the next address where others are in", () => {
    const first = { group: "STAFF", user: "bob", address: parseIpv4("10.9.0.1") ?? 0 };
    const { client } = connect("", {}, [first]);
    expect(client && formatIpv4(client.address)).toBe("10.9.0.2");
  });

  test("sends everything through the tunnel without a split-tunnel list", () => {
    expect(connect("- acl SPLIT").client?.splitTunnel).toBeNull();
  });

  test("is asked for no user where the map names no list for it", () => {
    const { outcome, client } = connect("- crypto map VPN client authentication list CLIENTS");
    expect(outcome).toBe("connected");
    expect(client?.user).toBeNull();
  });

  test("never shows a secret in what it tells", () => {
    const told = connect("", { user: "alice", password: "wrong", groupKey: "Long-Group-Key-2024" })
      .steps.map(({ explains }) => explains)
      .join("\n");
    expect(told).not.toMatch(/Long-|wrong/);
  });
});

describe("a client is refused", () => {
  const cases: Readonly<Record<string, readonly [changes: string, rule: string | null, stage: string]>> = {
    "without a dynamic map": ["- crypto map VPN 10 ipsec-isakmp dynamic DYN", "ra-no-dynamic", "reach"],
    "by a map that is on no interface": [
      "interface GigabitEthernet0/0\n ip address 198.51.100.2 255.255.255.252",
      "map-unapplied",
      "reach",
    ],
    "by a list that keeps IKE out": [
      `+interface GigabitEthernet0/0
 ip access-group IN in
ip access-list extended IN
 permit esp any any`,
      null,
      "reach",
    ],
    "where IKE is off": ["no crypto isakmp enable", "ike-disabled", "phase1"],
    "where aggressive mode is off": ["crypto isakmp aggressive-mode disable", null, "phase1"],
    "by policies that clients do not propose": ["group 2 => group 14", "ra-policy-group", "phase1"],
    "without a list for groups": ["- crypto map VPN isakmp authorization list GROUPS", null, "phase1"],
    "by a list for groups that is not defined": [
      "aaa authorization network GROUPS local => aaa authorization network OTHERS local",
      "ra-net-list",
      "phase1",
    ],
    "without aaa new-model": ["- aaa new-model", "ra-no-aaa", "phase1"],
    "with a group that is not there": [
      "crypto isakmp client configuration group STAFF => crypto isakmp client configuration group GUESTS",
      null,
      "phase1",
    ],
    "where there is no group at all": ["- crypto isakmp client configuration group STAFF", "ra-no-group", "phase1"],
    "by a group without a key": ["- key Long-Group-Key-2024", "ra-group-no-key", "phase1"],
    "by a list of users that is not defined": [
      "aaa authentication login CLIENTS local => aaa authentication login OTHERS local",
      "ra-login-list",
      "user",
    ],
    "where there are no users": ["- username alice secret Long-Secret-2024", "ra-no-local-user", "user"],
    "where nothing hands out addresses": [
      "- crypto map VPN client configuration address respond",
      "ra-no-config-address",
      "configuration",
    ],
    "by a pool that is not there": ["pool CLIENT-POOL => pool OTHERS", "ra-pool-undefined", "configuration"],
    "by a pool that ends before it starts": [
      "ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.200 10.9.0.1",
      "ra-pool-reversed",
      "configuration",
    ],
    "by a dynamic entry without a transform set": ["- set transform-set TS-AES256", "dynmap-no-transform", "phase2"],
    "by forward secrecy that it does not ask for": ["+crypto dynamic-map DYN 10\n set pfs group2", "ra-pfs", "phase2"],
  };
  test.each(Object.entries(cases))("%s", (_name, [changes, rule, stage]) => {
    const connection = connect(changes);
    expect(connection).toMatchObject({ outcome: "refused", rule, client: null });
    expect(connection.steps.at(-1)).toMatchObject({ ok: false, stage });
    if (rule !== null) {
      const rules = check(gatewayWith(changes)).findings.map((finding) => finding.rule as string);
      expect(rules).toContain(rule);
    }
  });

  test("with another key than the group's", () => {
    expect(connect("", { groupKey: "Something-Else" })).toMatchObject({ outcome: "refused", rule: "psk-mismatch" });
  });

  test("with a name that the gateway does not know", () => {
    expect(connect("", { user: "mallory" })).toMatchObject({ outcome: "refused", rule: null });
  });

  test("where its group is full", () => {
    const others = [{ group: "STAFF", user: "bob", address: 1 }];
    const full = "+crypto isakmp client configuration group STAFF\n max-users 1";
    expect(connect(full, {}, others).reason).toContain("takes 1 at most");
    expect(connect(full).outcome).toBe("connected");
  });

  test("where the user is logged in as often as the group allows", () => {
    const others = [{ group: "STAFF", user: "alice", address: 1 }];
    expect(connect("+crypto isakmp client configuration group STAFF\n max-logins 1", {}, others).outcome).toBe(
      "refused",
    );
  });

  test("where every address of the pool is taken", () => {
    const one = "ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.1";
    const others = [{ group: "STAFF", user: "bob", address: parseIpv4("10.9.0.1") ?? 0 }];
    expect(connect(one, {}, others).reason).toContain("Every address");
  });
});

describe("what the text does not tell is left open", () => {
  test("a server that is asked for the user", () => {
    const { outcome, client } = connect(
      "aaa authentication login CLIENTS local => aaa authentication login CLIENTS group radius",
    );
    expect(outcome).toBe("unknown");
    expect(client).not.toBeNull();
  });

  test("a password that is stored as a hash", () => {
    const hashed = "username alice secret Long-Secret-2024 => username alice secret 5 $1$abcd$efghijklmnopqrstuvwxyz";
    expect(connect(hashed, { password: "guess" }).outcome).toBe("unknown");
  });
});

test("a client whose answers are translated is connected and gets no traffic", () => {
  const connection = connect("- deny   ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255");
  expect(connection).toMatchObject({ outcome: "no-traffic", rule: "ra-nat-exempt" });
  expect(connection.client).not.toBeNull();
});
