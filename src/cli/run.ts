import { InvalidArgumentError, Option, type Command } from "commander";
import { executeNotebooks, summaryTable } from "./execute.js";
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
    .option("--jobs <n>", "notebooks at once (default: the cores)", positive)
    .option("--timeout <seconds>", "per cell: interrupt, then kill (default 600)", positive)
    .option("--startup-timeout <seconds>", "until the kernel answers (default 60)", positive)
    .addOption(new Option("--in-place", "write outputs into the notebooks").conflicts("outputDir"))
    .option("--output-dir <folder>", "write executed notebooks there")
    .option("--allow-errors", "go on behind a failed cell")
    .option("--fail-fast", "start no further notebook after a failure")
    .option("--env <name=value>", "variable for the kernels (repeatable)", pair, {})
    .action(async (paths: string[], options: RunFlags) => {
      const runs = await executeNotebooks(paths, options);
      process.stdout.write("\n" + summaryTable(runs));
      if (runs.some((run) => !run.ok) && process.exitCode === undefined) process.exitCode = 1;
    });
}

interface RunFlags {
  kernel?: string;
  jobs?: number;
  timeout?: number;
  startupTimeout?: number;
  inPlace?: boolean;
  outputDir?: string;
  allowErrors?: boolean;
  failFast?: boolean;
  env: Record<string, string>;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("it must be a number above 0");
  return value;
}

function pair(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`run requires NAME=VALUE, got "${text}"`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
