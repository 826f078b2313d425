#!/usr/bin/env node
/** The command `egov-kz`. Exit 0: all well; 1: a notebook failed or a verdict is not the recorded one; 2: a wrong call. */
import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../base/project.js";
import { UsageError } from "./usage-error.js";

/** Each command's module is loaded only when it is the one called, or for the help. */
const commands: Record<string, () => Promise<{ register(program: Command): void }>> = {
  verify: () => import("./verify.js"),
  audit: () => import("./audit.js"),
  run: () => import("./run.js"),
  claims: () => import("./claims.js"),
  lab: () => import("./lab.js"),
  class: () => import("./class.js"),
  grade: () => import("./grade.js"),
  kernel: () => import("./kernel.js"),
  site: () => import("./site.js"),
};

const { version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
  version: string;
};

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("egov-kz")
    .description("Re-executes a published econometrics paper, number by number.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(add --help for what it takes)");
  const wanted = commands[argv[0] ?? ""];
  const modules = wanted
    ? [await wanted()]
    : await Promise.all(Object.values(commands).map((load) => load()));
  for (const module of modules) module.register(program);
  await program.parseAsync(argv, { from: "user" });
}

// Whoever reads the output may have seen enough, as head has.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(`egov-kz: ${(error as Error).message}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
