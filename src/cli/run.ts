import { Option, type Command } from "commander";
import { BUILT_IN_PATTERNS, readPatterns } from "../jupyter/compare/sanitize.js";
import { writeAtomically } from "../jupyter/write-atomically.js";
import { fromZero, pair, positive, wholeNumber } from "./arguments.js";
import { executeNotebooks, type ExecuteOptions } from "./execute.js";
import { summaryTable } from "./run/describe.js";
import { runsJson, runsJunit } from "./run/reports.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz run NOTEBOOK...` */
export function register(program: Command): void {
  program
    .command("run")
    .description("execute Jupyter notebooks, each in a fresh kernel, and say truthfully what failed")
    .argument("<notebook...>", "the .ipynb files")
    .option(
      "--kernel <name>",
      "kernel to use: egov-kz, tslab (the stock one) or any installed one; default: the notebook's own",
    )
    .option("--jobs <n>", "notebooks at once (default: the cores)", wholeNumber)
    .option("--timeout <seconds>", "per cell: interrupt, then kill (default: 600)", positive)
    .option("--startup-timeout <seconds>", "until the kernel answers (default: 60)", positive)
    .addOption(new Option("--in-place", "write outputs into the notebooks").conflicts("outputDir"))
    .option("--output-dir <folder>", "write executed notebooks there")
    .option("--param <name=value>", "value for the cell tagged parameters (repeatable)", pair)
    .option("--env <name=value>", "variable for the kernels (repeatable)", pair)
    .option("--allow-errors", "go on behind a failed cell")
    .option("--fail-fast", "start no further notebook after a failure")
    .option("--check", "compare fresh outputs with the stored ones")
    .option("--check-tagged", "the same, for cells tagged nbval-check-output alone")
    .option("--tolerance <number>", "how far numbers may be apart, relative to the larger", fromZero, 1e-9)
    .option("--sanitize <file>", "more patterns that --check is to look past, in nbval's form")
    .option("--junit <file>", "write the outcome as JUnit XML")
    .option("--json <file>", "write the outcome as JSON")
    .action(async (paths: string[], flags: RunFlags) => {
      const runs = await executeNotebooks(paths, { ...flags, check: checkOptions(flags) });
      process.stdout.write(`\n${summaryTable(runs)}`);
      if (flags.junit !== undefined) writeAtomically(flags.junit, runsJunit(runs));
      if (flags.json !== undefined) writeAtomically(flags.json, runsJson(runs));
      if (runs.some((run) => !run.ok)) process.exitCode ??= 1;
    });
}

interface RunFlags extends Omit<ExecuteOptions, "check"> {
  check?: boolean;
  checkTagged?: boolean;
  tolerance: number;
  sanitize?: string;
  junit?: string;
  json?: string;
}

function checkOptions({ check, checkTagged, tolerance, sanitize }: RunFlags): ExecuteOptions["check"] {
  if (!check && !checkTagged) return undefined;
  const own = sanitize === undefined ? [] : ownPatterns(sanitize);
  return { tolerance, patterns: [...own, ...BUILT_IN_PATTERNS], taggedOnly: !check };
}

function ownPatterns(path: string): ReturnType<typeof readPatterns> {
  try {
    return readPatterns(path);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
