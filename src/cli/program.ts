import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { RULE_IDS, type Dialect, type PlayedPacket, type RuleId, type Topology } from "../core/index.ts";
import { runCheck, type CheckOptions } from "./checkCommand.ts";
import { runGenerate, runImport, runParse, runPrint } from "./configurationCommands.ts";
import type { Console, ExitStatus } from "./console.ts";
import { runDiff } from "./diffCommand.ts";
import { runExplain } from "./explainCommand.ts";
import { runNew } from "./newCommand.ts";
import { runShow } from "./showCommand.ts";
import { readPacket, runSimulate, type SimulateOptions } from "./simulateCommand.ts";

/** Runs one call of the command line and answers its exit status. Nothing but `console` is touched. */
export async function run(console: Console, args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command("tunnelwright")
    .description(
      "Designs and checks Cisco IOS crypto-map IPsec VPNs. Inputs are IOS configurations, folders of them, - for standard input, or a design file (.json).",
    )
    .exitOverride()
    .configureOutput({ writeOut: (text) => console.out(text), writeErr: (text) => console.error(text.trimEnd()) });

  program
    .command("check")
    .description("say where linked peers do not agree, and what else keeps a tunnel down")
    .argument("<path...>", "configurations, folders or a design file; together they form one design")
    .addOption(
      new Option("--format <format>", "how to print findings")
        .choices(["text", "json", "sarif", "github"])
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "the least severity that makes the exit status 1")
        .choices(["error", "warning", "info", "never"])
        .default("error"),
    )
    .option("--rule <ids>", "only these rules, separated by commas", ruleIds)
    .addOption(
      new Option("--dialect <dialect>", "the release family to read and judge as").choices(["classic", "xe17"]),
    )
    .addOption(
      new Option("--fix [scope]", "write fixes back: safe ones, or with =all the others too")
        .preset("safe")
        .argParser(fixScope),
    )
    .action(
      (
        paths: string[],
        options: {
          format: CheckOptions["format"];
          failOn: CheckOptions["failOn"];
          rule?: RuleId[];
          dialect?: Dialect;
          fix?: "safe" | "all";
        },
      ) => {
        status = runCheck(console, paths, {
          format: options.format,
          failOn: options.failOn,
          ...(options.rule && { rules: options.rule }),
          ...(options.dialect && { dialect: options.dialect }),
          ...(options.fix && { fix: options.fix }),
        });
      },
    );

  program
    .command("parse")
    .description("print the router models found in one file")
    .argument("<path>", "a configuration")
    .addOption(new Option("--format <format>", "how to print them").choices(["json"]).default("json"))
    .action((path: string) => {
      status = runParse(console, path);
    });

  program
    .command("print")
    .description("print a configuration back as IOS would")
    .argument("<path>", "a configuration")
    .action((path: string) => {
      status = runPrint(console, path);
    });

  program
    .command("import")
    .description("make a design file of configurations")
    .argument("<path...>", "configurations or folders")
    .requiredOption("--out <file>", "the design file to write")
    .option("--arrange", "lay everything out anew", false)
    .action((paths: string[], options: { out: string; arrange: boolean }) => {
      status = runImport(console, paths, options.out, options.arrange);
    });

  program
    .command("generate")
    .description("write one configuration per router of a design")
    .argument("<design>", "a design file")
    .requiredOption("--out <folder>", "the folder to write HOSTNAME.cfg files into")
    .option("--router <name>", "only this router")
    .option("--no-secrets", "leave keys and passwords out")
    .action((path: string, options: { out: string; router?: string; secrets: boolean }) => {
      status = runGenerate(console, path, options.out, {
        secrets: options.secrets,
        ...(options.router !== undefined && { router: options.router }),
      });
    });

  program
    .command("new")
    .description("make a design of a table of sites, every peering agreed")
    .addArgument(
      new Argument("<topology>", "how the sites are linked").choices(["hub-spoke", "mesh", "dual-hub", "partial-mesh"]),
    )
    .requiredOption("--sites <csv>", "the table: name, wan, lan and more, a line a site")
    .requiredOption("--out <file>", "the design file to write")
    .action((topology: Topology, options: { sites: string; out: string }) => {
      status = runNew(console, topology, options.sites, options.out);
    });

  program
    .command("simulate")
    .description("play the negotiation of a tunnel, message by message")
    .argument("<path...>", "configurations, folders or a design file")
    .requiredOption("--from <router>", "the router that starts")
    .requiredOption("--to <router>", "the router that answers")
    .option("--entry <map:sequence>", "a crypto map entry of the router that starts", mapEntry)
    .option("--packet <src,dst[,proto[,sport,dport]]>", "the packet that starts it", packet)
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action((paths: string[], options: SimulateOptions) => {
      status = runSimulate(console, paths, options);
    });

  program
    .command("show")
    .description("print what a router would show, after traffic for every flow that can come up")
    .argument("<path...>", 'configurations, folders or a design file, and last the command: "show crypto map"')
    .requiredOption("--router <router>", "the router that is asked")
    .action((words: string[], options: { router: string }) => {
      const command = words.at(-1) ?? "";
      if (words.length < 2) {
        console.error('show: it takes a path and, last, a command such as "show crypto map"');
        status = 2;
      } else status = runShow(console, words.slice(0, -1), options.router, command);
    });

  program
    .command("diff")
    .description("print the commands that make old routers the new ones, and the way back")
    .argument("<old>", "a configuration, a folder or a design file")
    .argument("<new>", "the same later; routers are paired by name")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action((before: string, after: string, options: { format: "text" | "json" }) => {
      status = runDiff(console, before, after, options.format);
    });

  program
    .command("explain")
    .description("say what a rule means, why it matters and how to mend it")
    .argument("[rule]", "a rule's id; without it, all rules")
    .action((rule: string | undefined) => {
      status = runExplain(console, rule);
    });

  try {
    await program.parseAsync(separated(args), { from: "user" });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    return fault.exitCode === 0 ? 0 : 2;
  }
  return status;
}

/** `--fix` takes its value only after `=`; without one, the next word is an input and not the scope. */
function separated(args: readonly string[]): string[] {
  return args.map((arg) => (arg === "--fix" ? "--fix=safe" : arg));
}

function fixScope(value: string): "safe" | "all" {
  if (value === "safe" || value === "all") return value;
  throw new InvalidArgumentError("It is --fix or --fix=all.");
}

function mapEntry(value: string): NonNullable<SimulateOptions["entry"]> {
  const [, map, sequence] = /^(\S+):(\d+)$/.exec(value) ?? [];
  if (map === undefined) throw new InvalidArgumentError("It is MAP:SEQUENCE, such as VPN:10.");
  return { map, sequence: Number(sequence) };
}

function packet(value: string): PlayedPacket {
  const read = readPacket(value);
  if (typeof read === "string") throw new InvalidArgumentError(read);
  return read;
}

function ruleIds(value: string): readonly RuleId[] {
  return value.split(",").map((word) => {
    const id = RULE_IDS.find((one) => one === word.trim());
    if (!id) throw new InvalidArgumentError(`No rule is called ${word.trim()}; \`tunnelwright explain\` lists them.`);
    return id;
  });
}
