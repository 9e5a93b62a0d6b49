import { expect, test } from "vitest";
import { EMPTY_DESIGN, asCanvasId, check } from "../../core/index.ts";
import { createProjector } from "./projector.ts";
import { clientsDetail, withConnected } from "./withConnected.ts";

const home = { id: asCanvasId("home"), label: "People at home", group: "staff" };
const design = { ...EMPTY_DESIGN, remoteClients: new Map([[home.id, home]]) };
const scene = createProjector()(design, check(design));
const said = (counts: ReadonlyMap<string, number>) =>
  withConnected(scene, counts).nodes.map(({ content }) => content.kind === "remoteClients" && clientsDetail(content));

test("remote clients tell how many are connected, and their group while nobody is", () => {
  expect(said(new Map())).toEqual(["group staff"]);
  expect(said(new Map([["home", 2]]))).toEqual(["2 connected"]);
  expect(withConnected(scene, new Map())).toBe(scene);
});
