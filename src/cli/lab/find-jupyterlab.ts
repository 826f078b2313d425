import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A JupyterLab that can be started. */
export interface JupyterLab {
  command: string;
  version: string;
}

const windows = process.platform === "win32";
const FILE = windows ? "jupyter-lab.exe" : "jupyter-lab";

/** The folder of an environment's commands. */
export function binFolder(environment: string): string {
  return join(environment, windows ? "Scripts" : "bin");
}

/**
 * The first JupyterLab of version 4 or later: on PATH, then in the project's own `.lab`; null if there is none.
 * @param path PATH to search. Default: the process's own.
 */
export async function findJupyterLab(
  root: string,
  path = process.env.PATH ?? "",
): Promise<JupyterLab | null> {
  const folders = [...path.split(delimiter).filter(Boolean), binFolder(join(root, ".lab"))];
  for (const command of folders.map((folder) => join(folder, FILE)).filter((file) => existsSync(file))) {
    const version = await versionOf(command);
    if (version !== null && Number(version.split(".")[0]) >= 4) return { command, version };
  }
  return null;
}

/** A command's answer to `--version`; null if it does not run at all. */
export function versionOf(command: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(command, ["--version"], { timeout: 60_000 }, (error, stdout) => {
      resolve(error ? null : (/\d+(\.\d+)*/.exec(stdout)?.[0] ?? null));
    });
  });
}
