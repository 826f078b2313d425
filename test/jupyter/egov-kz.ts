import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../helper/table/temporary-file.js";
import { projectRoot } from "../../src/base/project.js";

export const notebookFolder = join(projectRoot(), "test", "notebooks");

const COMMAND = join(projectRoot(), "dist", "cli", "main.js");

/** A kernel in a title: stock tslab takes four times as long as ours. */
export const titled = (kernel: string) => (kernel === "tslab" ? "tslab @long" : kernel);

/**
 * Stock tslab in a folder of its own, installed by the first test that needs it. Whole or absent: another process may
 * install it at the same time, and npm takes packages away for a moment where it finds some.
 */
export function stockTslabFolder(): string {
  const cache = join(projectRoot(), "node_modules", ".cache");
  const folder = join(cache, "stock-tslab");
  if (existsSync(join(folder, "node_modules", "tslab"))) return folder;
  mkdirSync(cache, { recursive: true });
  const started = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(started, "package.json"), '{ "private": true }\n');
    const packages = ["tslab@1.0.22", "@types/node@20.19.43"];
    const npm = spawnSync("npm", ["install", "--no-audit", ...packages], { cwd: started, encoding: "utf8" });
    if (npm.status !== 0) throw new Error(`tslab could not be installed: ${npm.stderr}`);
    renameSync(started, folder);
  } catch (error) {
    // ENOTEMPTY: the other process was first.
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
  } finally {
    rmSync(started, { recursive: true, force: true });
  }
  return folder;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface CallOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
}

/** The built command, started in the folder of the small notebooks; `ended` resolves when it has left. */
export function startEgovKz(args: readonly string[], options: CallOptions = {}) {
  if (args.includes("tslab")) process.env.EGOV_KZ_TSLAB ??= stockTslabFolder();
  const { cwd = notebookFolder, env, uid } = options;
  const child: ChildProcess = spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = { stdout: "", stderr: "" };
  child.stdout!.on("data", (chunk) => (said.stdout += String(chunk)));
  child.stderr!.on("data", (chunk) => (said.stderr += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { child, ended, said };
}

export function egovKz(args: readonly string[], options: CallOptions = {}): Promise<Ended> {
  return startEgovKz(args, options).ended;
}

export interface Cell {
  id: string;
  cell_type: string;
  execution_count?: number | null;
  source: string[];
  metadata: { tags?: string[] };
  outputs?: Record<string, unknown>[];
}

export function readCells(path: string): Cell[] {
  return (JSON.parse(readFileSync(path, "utf8")) as { cells: Cell[] }).cells;
}

/** What a cell of an executed notebook shows: streams as "name: text", displays as their text, errors by name. */
export function shownBy(path: string, id: string): string[] {
  const { outputs = [] } = readCells(path).find((cell) => cell.id === id)!;
  return outputs.map((output) => {
    if (output.output_type === "stream")
      return `${String(output.name)}: ${(output.text as string[]).join("")}`;
    if (output.output_type === "error") return `${String(output.ename)}: ${String(output.evalue)}`;
    const { "text/plain": text = [] } = output.data as Record<string, string[]>;
    return text.join("");
  });
}

/** An empty folder that is gone when the tests are over. */
export function emptyFolder(): string {
  return mkdtempSync(join(temporaryFolder, "run-"));
}
