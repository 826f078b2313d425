/** All notebooks of the repository: our runner beside Jupyter's own. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";
import { projectRoot } from "../../base/project.js";
import { pythonWith } from "./machine.js";
import { median, repeat, runCommand, type Measured } from "./measure.js";
import { duration, timesAsFast, type BenchTable } from "./table.js";

interface Way {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

const NBCLIENT = `
import sys, nbformat
from nbclient import NotebookClient
for path in sys.argv[1:]:
    NotebookClient(nbformat.read(path, as_version=4), kernel_name="tslab").execute(cwd="notebooks")`;

function notebookPaths(): string[] {
  const folder = join(projectRoot(), "notebooks");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return names.sort().map((name) => join(folder, name));
}

function runnerWay(name: string, kernel: string, paths: string[], more: string[] = []): Way {
  const main = join(projectRoot(), "dist", "cli", "main.js");
  return { name, command: process.execPath, args: [main, "run", ...paths, "--kernel", kernel, ...more] };
}

/** Jupyter's own ways need the stock kernel under the name that the notebooks carry. */
function jupyterPath(folder: string): string {
  const kernels = join(folder, "jupyter", "kernels", "tslab");
  mkdirSync(kernels, { recursive: true });
  const { argv, displayName, language } = resolveKernel("tslab", undefined);
  writeFileSync(join(kernels, "kernel.json"), JSON.stringify({ argv, display_name: displayName, language }));
  return join(folder, "jupyter");
}

export async function benchNotebooks(folder: string, rounds: number): Promise<BenchTable> {
  const paths = notebookPaths();
  const out = ["--output-dir", join(folder, "executed")];
  const python = pythonWith(["nbconvert", "nbclient"]);
  const env = { JUPYTER_PATH: jupyterPath(folder) };
  const ways = [
    runnerWay("egov-kz run, our kernel", "egov-kz", paths),
    runnerWay("egov-kz run, our kernel, written with pictures", "egov-kz", paths, out),
    runnerWay("egov-kz run, stock tslab", "tslab", paths),
  ];
  if (python) {
    const { command } = python;
    const convert = ["-m", "nbconvert", "--execute", "--to", "notebook", ...out, ...paths];
    ways.push({ name: "jupyter nbconvert --execute, stock tslab", command, args: convert, env });
    ways.push({
      name: "nbclient in one process, stock tslab",
      command,
      args: ["-c", NBCLIENT, ...paths],
      env,
    });
  }
  const measured = [];
  for (const { name, command, args, env: own } of ways) {
    const runs = await repeat(rounds, () => runCommand(command, args, own));
    const of = (what: keyof Measured) => median(runs.map((run) => run[what]));
    measured.push({ name, seconds: of("seconds"), megabytes: of("megabytes") });
  }
  const reference = measured.find(({ name }) => name.includes("nbconvert"))?.seconds;
  return {
    title: "All notebooks of the repository",
    note: `${paths.length} notebooks. Wall time, median of ${rounds}; memory the peak of all its processes together. ${python?.versions ?? "No Python with nbconvert here."}`,
    head: ["way", "time", "against nbconvert", "peak memory"],
    rows: measured.map(({ name, seconds, megabytes }) => [
      name,
      duration(seconds),
      reference === undefined ? "not installed" : timesAsFast(reference, seconds),
      `${megabytes.toFixed(0)} MB`,
    ]),
  };
}

/** How the time grows with the number of notebooks: copies of one of the repository's. */
export async function benchMany(folder: string, rounds: number): Promise<BenchTable> {
  const [original] = notebookPaths();
  const rows: string[][] = [];
  for (const count of [1, 2, 4, 8, 16]) {
    // Beside the original, where `egov-kz` is found.
    const paths = new Array<string>(count).fill(original!).map((path, at) => {
      const copy = join(folder, `copy-${at}.ipynb`);
      copyFileSync(path, copy);
      return copy;
    });
    const cells = [String(count)];
    for (const kernel of ["egov-kz", "tslab"]) {
      const { command, args } = runnerWay("", kernel, paths);
      const runs = await repeat(rounds, () => runCommand(command, args));
      const seconds = median(runs.map((run) => run.seconds));
      cells.push(duration(seconds), duration(seconds / count));
    }
    rows.push(cells);
  }
  return {
    title: "How it grows with the number of notebooks",
    note: `Copies of the first notebook, ${availableParallelism()} at once; median of ${rounds}.`,
    head: ["notebooks", "our kernel", "each", "stock tslab", "each"],
    rows,
  };
}
