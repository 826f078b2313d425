#!/usr/bin/env node
/**
 * The command `egov-kz`. Exit codes: 0 for success; 1 if a notebook failed or a verdict differs from the recorded one;
 * 2 for a usage error.
 */
import { Command, CommanderError } from "@commander-js/extra-typings";
import { existsSync, readFileSync } from "node:fs";
import * as node from "node:module";
import { join } from "node:path";
import { plainText } from "../base/escape.js";
import { projectRoot } from "../base/project.js";
import { UsageError } from "./usage-error.js";

/** By group: the commands and their summaries. A command's module, which has its name, is loaded when it is called. */
const COMMANDS = {
  "Check the numbers:": {
    verify: "judge this paper's numbers, run the notebooks, write the report",
    audit: "judge any paper's numbers; by default this paper's",
    run: "run any Jupyter notebooks, each in a fresh kernel",
  },
  "Teach:": {
    class: "write the notebooks for a class, with exercises",
    grade: "run and grade the notebooks that a class handed in",
  },
  "Set up:": {
    lab: "open the notebooks in JupyterLab; install it first if necessary",
    kernel: "install the TypeScript kernel for your own JupyterLab or VS Code",
    site: "write the web edition: static files for any web server",
  },
};

/** Node 20 does not have it. */
const { enableCompileCache } = node as { enableCompileCache?: (folder: string) => unknown };

const { version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
  version: string;
};

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("egov-kz")
    .description("Re-executes a published econometrics paper, number by number.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(add --help for usage)");
  for (const [group, commands] of Object.entries(COMMANDS))
    for (const [name, summary] of Object.entries(commands)) {
      const command = program.command(name).description(summary).helpGroup(group);
      if (name !== argv[0]) continue;
      const { register } = (await import(`./${name}.js`)) as { register(command: Command): void };
      register(command);
    }
  await program.parseAsync(argv, { from: "user" });
}

// The reader of the output may have closed it, as head does.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(0);
  console.error(`egov-kz: ${message}`);
  process.exit(1);
});

try {
  // From Node 22 on, V8's compiled code is cached for the next call, and for kernels.
  const cache = join(projectRoot(), "node_modules", ".cache", "v8");
  process.env.NODE_COMPILE_CACHE ??= cache;
  enableCompileCache?.(cache);
  // A shell expands a pattern to such names.
  const argv = process.argv
    .slice(2)
    .map((one) => (/^-.*\.ipynb$/.test(one) && existsSync(one) ? `./${one}` : one));
  await main(argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(`egov-kz: ${plainText((error as Error).message)}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
