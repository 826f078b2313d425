import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { binFolder, findJupyterLab, versionOf, type JupyterLab } from "./find-jupyterlab.js";

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
    const pip = [
      "-m",
      "pip",
      "install",
      "--disable-pip-version-check",
      "--requirement",
      "requirements-lab.txt",
    ];
    await run(join(binFolder(folder), "python"), pip, root);
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
export async function findPython(): Promise<string | null> {
  for (const command of ["python3", "python"]) {
    const [major = 0, minor = 0] = ((await versionOf(command)) ?? "").split(".").map(Number);
    if (major === 3 && minor >= 10) return command;
  }
  return null;
}

function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: "inherit" });
    // Ctrl-C ends the installation; this process stays to remove what it leaves unfinished.
    const stop = (): void => void child.kill("SIGINT");
    process.on("SIGINT", stop);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", stop);
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `lab could not install JupyterLab: "${command} ${args.join(" ")}" ended with ${signal ?? `code ${code}`}`,
          ),
        );
    });
  });
}
