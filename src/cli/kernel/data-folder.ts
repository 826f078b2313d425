import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { userJupyterFolder } from "../../jupyter/run/jupyter-folders.js";

/** Where to install the kernel for Jupyter; by default the user's own folder. */
export interface Target {
  user?: boolean;
  prefix?: string;
  sysPrefix?: boolean;
}

/**
 * Returns the Jupyter data folder for a target.
 * @throws Error if there is no Python to ask for its prefix
 */
export function dataFolder({ prefix, sysPrefix }: Target): string {
  if (prefix !== undefined) return join(resolve(prefix), "share", "jupyter");
  if (sysPrefix) return join(pythonPrefix(), "share", "jupyter");
  return userJupyterFolder(process.env);
}

/** The prefix of the first Python on the path: in an active environment, that environment's. */
function pythonPrefix(): string {
  const python = process.platform === "win32" ? "python" : "python3";
  const { stdout, error, status } = spawnSync(python, ["-c", "import sys; print(sys.prefix)"], {
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`kernel --sys-prefix requires ${python}: ${error?.message ?? `exit ${status}`}`);
  return stdout.trim();
}
