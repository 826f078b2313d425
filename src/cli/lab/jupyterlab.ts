/** The JupyterLab to start: one that is there, or else one that is installed for the project. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

export interface JupyterLab {
  command: string;
  version: string;
}

const windows = process.platform === "win32";
const FILE = windows ? "jupyter-lab.exe" : "jupyter-lab";

/** The folder of an environment's commands. */
const binFolder = (environment: string): string => join(environment, windows ? "Scripts" : "bin");

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
const versionOf = (command: string): Promise<string | null> =>
  promisify(execFile)(command, ["--version"], { timeout: 60_000 }).then(
    ({ stdout }) => /\d+(\.\d+)*/.exec(stdout)?.[0] ?? null,
    () => null,
  );

/** Instructions when no Python is found, for the three common systems. */
const NO_PYTHON = `lab requires a JupyterLab 4 or a Python 3.10 (or later) to install it with, and found neither.
  Debian, Ubuntu:  sudo apt install python3 python3-venv
  macOS:           brew install python      (or python.org/downloads)
  Windows:         winget install Python.Python.3.12
Then type "npm run lab" again. "npm start" runs all notebooks and needs no Python.`;

/** Creates `.lab`, a Python environment with the pinned version of JupyterLab, and reports progress. */
export async function makeEnvironment(root: string): Promise<JupyterLab> {
  const python = await findPython();
  if (python === null) throw new Error(NO_PYTHON);
  const folder = join(root, ".lab");
  console.log(
    `No JupyterLab 4 on PATH: installing one into ${folder} (about 300 MB; one to three minutes, only this once).`,
  );
  try {
    await run(python, ["-m", "venv", "--clear", folder], root);
    const pip = "-m pip install --disable-pip-version-check --requirement requirements-lab.txt";
    await run(join(binFolder(folder), "python"), pip.split(" "), root);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const lab = await findJupyterLab(root, "");
  if (lab === null)
    throw new Error(`lab found no jupyter-lab in ${folder} after installing requirements-lab.txt`);
  return lab;
}

/** A Python that can install JupyterLab; null if there is none. */
async function findPython(): Promise<string | null> {
  for (const command of ["python3", "python"]) {
    const [major = 0, minor = 0] = ((await versionOf(command)) ?? "").split(".").map(Number);
    if (major === 3 && minor >= 10) return command;
  }
  return null;
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: "inherit" });
  // Ctrl-C ends the installation; this process stays to remove what it leaves unfinished.
  const stop = (): void => void child.kill("SIGINT");
  process.on("SIGINT", stop);
  const [code, signal] = await once(child, "close").finally(() => process.off("SIGINT", stop));
  if (code === 0) return;
  const end = `"${command} ${args.join(" ")}" ended with ${signal ?? `code ${code}`}`;
  throw new Error(`lab could not install JupyterLab: ${end}`);
}
