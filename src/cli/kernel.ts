import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { dataPath } from "../base/project.js";
import { ourKernel, userJupyterFolder, type KernelSpec } from "../jupyter/run/kernel-spec.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz kernel install` and `uninstall` */
export function register(command: Command): void {
  withTarget(command.command("install").description("write the kernel specification")).action(install);
  withTarget(command.command("uninstall").description("remove it")).action(uninstall);
}

/** Options for where to install the kernel for Jupyter; by default the user's own folder. */
const withTarget = (command: Command) =>
  command
    .option("--user", "for this user (the default)")
    .option("--prefix <folder>", "in FOLDER/share/jupyter")
    .option("--sys-prefix", "for the active Python environment");
type Target = ReturnType<ReturnType<typeof withTarget>["opts"]>;

const NAME = "egov-kz";

/** Writes the kernel's specification, with the paths of this Node.js and this copy of the project, and its logo. */
function install(target: Target): void {
  const folder = writeKernel(dataFolder(target), NAME, ourKernel());
  copyFileSync(dataPath("lab", "logo.svg"), join(folder, "logo-svg.svg"));
  console.log(`installed in ${folder}`);
}

function uninstall(target: Target): void {
  const folder = join(dataFolder(target), "kernels", NAME);
  if (!existsSync(folder)) throw new Error(`kernel uninstall found no ${folder}`);
  rmSync(folder, { recursive: true });
  console.log(`removed ${folder}`);
}

/** The Jupyter data folder for a target. */
function dataFolder(target: Target): string {
  const { prefix, sysPrefix } = target;
  if (Object.keys(target).length > 1)
    throw new UsageError("kernel requires one of --user, --prefix and --sys-prefix, got several");
  if (prefix !== undefined) return join(resolve(prefix), "share", "jupyter");
  if (sysPrefix) return join(pythonPrefix(), "share", "jupyter");
  return userJupyterFolder(process.env);
}

/** The prefix of the first Python on the path: in an active environment, that environment's. */
function pythonPrefix(): string {
  const python = process.platform === "win32" ? "python" : "python3";
  const code = "import sys; print(sys.prefix)";
  const { stdout, error, status } = spawnSync(python, ["-c", code], { encoding: "utf8" });
  if (status !== 0)
    throw new Error(`kernel --sys-prefix requires ${python}: ${error?.message ?? `exit ${status}`}`);
  return stdout.trim();
}

/** Writes a kernel's specification into a folder of Jupyter data, replacing an older one; returns the kernel's folder. */
export function writeKernel(data: string, name: string, spec: KernelSpec): string {
  const folder = join(data, "kernels", name);
  const { argv, displayName, language, interruptMode, env } = spec;
  const content = { argv, display_name: displayName, language, interrupt_mode: interruptMode, env };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(content, null, 2)}\n`);
  return folder;
}
