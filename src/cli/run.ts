import { dirname } from "node:path";
import { Option, type Command } from "@commander-js/extra-typings";
import { patternsFor } from "../jupyter/compare/sanitize.js";
import { dataPath } from "../base/project.js";
import { writeThrough } from "../base/write-atomically.js";
import { fromZero, pair, positive, wholeNumber } from "./options.js";
import { executeNotebooks, type ExecuteOptions } from "./execute.js";
import { summaryTable } from "./run/describe.js";
import { requireWritable } from "./run/plan.js";
import { runsJson, runsJunit, type RunReport } from "./run/reports.js";
import { asUsageError, UsageError } from "./usage-error.js";

/** `egov-kz run NOTEBOOK...` */
export function register(command: Command): void {
  command
    .argument("<notebook...>", "the .ipynb files, folders of them, or patterns")
    .option(
      "--kernel <name>",
      "kernel to use: egov-kz, tslab (the stock one, where it is installed) or any installed one; default: the notebook's own",
    )
    .option("--jobs <n>", "notebooks to run at once (default: one per core)", wholeNumber)
    .option("--timeout <seconds>", "per cell: interrupt, then kill (default: 600)", positive)
    .option("--startup-timeout <seconds>", "for the kernel to answer (default: 60)", positive)
    .option(
      "--output-limit <MB>",
      "how much of a cell's output to keep; a cut is reported (default: 100)",
      positive,
    )
    .addOption(new Option("--in-place", "write outputs into the notebooks").conflicts("outputDir"))
    .option("--output-dir <folder>", "write executed notebooks into this folder")
    .option("--param <name=value>", "value for the cell tagged parameters (repeatable)", pair)
    .addOption(
      new Option(
        "--each <name=values>",
        "run the notebooks once for each value: country=Estonia,India, or country=all for all countries in the UN's files",
      )
        .argParser(pair)
        .conflicts("inPlace"),
    )
    .option("--env <name=value>", "variable for the kernels (repeatable)", pair)
    .option("--allow-errors", "continue after a failed cell")
    .option("--fail-fast", "start no more notebooks after a failure")
    .option("--check", "compare fresh outputs with the stored ones")
    .option("--check-tagged", "the same, but only for cells tagged nbval-check-output")
    .option(
      "--tolerance <number>",
      "largest allowed difference between numbers, relative to the larger",
      fromZero,
      1e-9,
    )
    .option(
      "--sanitize <what>",
      "what --check ignores in addition to ids, addresses and folders: times, durations, or a file in nbval's format (repeatable)",
      (what: string, before: string[] | boolean | undefined) => [
        ...(Array.isArray(before) ? before : []),
        what,
      ],
    )
    .option("--no-sanitize", "--check ignores nothing")
    .option("--junit <file>", "write the outcome as JUnit XML")
    .option("--json <file>", "write the outcome as JSON")
    .action(async (paths, { each, check, checkTagged, tolerance, sanitize, junit, json, ...options }) => {
      // What could not be written after the run is reported before it.
      for (const [option, file] of Object.entries({ junit, json }))
        if (file !== undefined) asUsageError(() => requireWritable(dirname(file), ` for --${option}`));
      const runs: RunReport[] = await executeNotebooks(paths, {
        ...options,
        each: each && (await valuesOf(each, options.param)),
        check: check || checkTagged ? { tolerance, ...patterns(sanitize), taggedOnly: !check } : undefined,
      });
      process.stdout.write(`\n${summaryTable(runs)}`);
      if (junit !== undefined) writeThrough(junit, runsJunit(runs));
      if (json !== undefined) writeThrough(json, runsJson(runs));
      if (runs.some((run) => !run.ok)) process.exitCode ??= 1;
    });
}

async function valuesOf(
  asked: Record<string, string>,
  param: Record<string, string> = {},
): Promise<ExecuteOptions["each"]> {
  const [[name, text]] = Object.entries(asked) as [[string, string]];
  if (text === "")
    throw new UsageError(`run --each requires values, as in country=Estonia,India, got ${name}=`);
  if (name !== "country" || text !== "all") return { name, values: text.split(",") };
  const { egovkbCountries } = await import("../egov/read-egovkb.js");
  const data = param.data ?? dataPath("official", "egovkb-12-countries.csv");
  const values = asUsageError(() => {
    const columns = JSON.parse(param.columns ?? "{}") as Record<string, string>;
    return egovkbCountries([data], { columns });
  });
  return { name, values };
}

/** What `--check` ignores. */
function patterns(sanitize: boolean | string[] | undefined) {
  const asked = Array.isArray(sanitize) ? sanitize : [];
  return { patterns: sanitize === false ? [] : asUsageError(() => patternsFor(asked)) };
}
