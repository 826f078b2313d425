import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { dataPath, projectRoot } from "../base/project.js";

/** What a report was made with, enough to reproduce it. */
export interface Provenance {
  /** Name and version, this software and Node first. */
  software: { name: string; version: string }[];
  /** Commit of the working copy, followed by "+ changes" if files differ from it; "unknown" outside a clone. */
  commit: string;
  /** SHA-256 of every file read, by its path in the given folder. */
  data: { file: string; sha256: string }[];
  /** ISO 8601, UTC. */
  made: string;
}

const PACKAGES = ["typescript", "danfojs-node", "simple-statistics", "ml-matrix", "plotly.js-dist-min"];

/**
 * @param folder whose files were read: the project's `data/`, or a paper's folder
 * @param except names of files in it that were not read
 */
export function provenance(folder: string = dataPath(), except: readonly string[] = []): Provenance {
  return {
    software: [
      { name: "egov-kz", version: versionIn(projectRoot()) },
      { name: "Node.js", version: process.versions.node },
      ...PACKAGES.map((name) => ({ name, version: versionIn(folderOf(name)) })),
    ],
    commit: commit(),
    data: filesIn(folder, except).map((path) => ({
      file: relative(join(folder, ".."), path).split(sep).join("/"),
      sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    })),
    made: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
  };
}

/** The folder of a package that ours depends on: beside ours where npm has hoisted it. */
function folderOf(name: string): string {
  const require = createRequire(join(projectRoot(), "package.json"));
  const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
  return folders.find((folder) => existsSync(join(folder, "package.json"))) ?? "";
}

function versionIn(folder: string): string {
  if (folder === "") return "not installed";
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

function filesIn(folder: string, except: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !except.includes(relative(folder, path).split(sep)[0]!))
    .sort();
}

function commit(): string {
  const git = (...args: string[]): string =>
    String(execFileSync("git", args, { cwd: projectRoot(), stdio: ["ignore", "pipe", "ignore"] })).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
    return git("rev-parse", "HEAD") + (changed ? " + changes" : "");
  } catch {
    return "unknown";
  }
}
