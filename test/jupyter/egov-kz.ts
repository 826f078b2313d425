import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../helper/table/temporary-file.js";
import { projectRoot } from "../../src/base/project.js";

export const notebookFolder = join(projectRoot(), "test", "notebooks");

const COMMAND = join(projectRoot(), "dist", "cli", "main.js");

/** A kernel in a title: stock tslab takes four times as long as ours. */
export const titled = (kernel: string) => (kernel === "tslab" ? "tslab @long" : kernel);

/** Stock tslab in a folder of its own, installed by the first test that needs it. */
export function stockTslabFolder(): string {
  const folder = join(projectRoot(), "node_modules", ".cache", "stock-tslab");
  if (!existsSync(join(folder, "node_modules", "tslab"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const { status, stderr } = spawnSync(
      "npm",
      ["install", "--no-audit", "tslab@1.0.22", "@types/node@20.19.43"],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    if (status !== 0) throw new Error(`tslab could not be installed: ${stderr}`);
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
