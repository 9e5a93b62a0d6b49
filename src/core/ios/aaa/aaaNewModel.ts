import { globalCommand } from "../command.ts";

export const aaaNewModel = globalCommand<"aaaSettings">({
  syntax: "aaa new-model",
  kind: "aaaSettings",
  field: "newModel",
  name: () => "",
  create: () => ({}),
  summary: "Turns authentication, authorization and accounting on. The other aaa commands need it.",
  source: "Cisco IOS Security Command Reference, aaa new-model",
});
