import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem, type } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../base/project.js";

/** What the figures were measured on, in a line. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${memory} GB, ${type()}, Node ${process.version.slice(1)}, tslab ${versionOf("tslab")}`;
}

function versionOf(name: string): string {
  const file = join(projectRoot(), "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** A Python with certain modules, and their versions in words. */
export interface Python {
  command: string;
  versions: string;
}

/**
 * The first Python that has all the modules: $EGOV_KZ_PYTHON, python3, the system's.
 * @returns undefined where none has them
 */
export function pythonWith(modules: readonly string[]): Python | undefined {
  const program = `import sys, ${modules.join(", ")}
print("Python", sys.version.split()[0], *[f", {m.__name__} {m.__version__}" for m in (${modules.join(", ")},)], sep=" ")`;
  for (const command of [process.env.EGOV_KZ_PYTHON ?? "", "python3", "/usr/bin/python3"]) {
    if (command === "") continue;
    const { status, stdout } = spawnSync(command, ["-c", program], { encoding: "utf8" });
    if (status === 0) return { command, versions: stdout.trim().replaceAll(" ,", ",") };
  }
  return undefined;
}
