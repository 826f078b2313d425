import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { dataPath, projectRoot } from "../project.js";

/** What a report was made with: enough to make it again. */
export interface Provenance {
  /** Name and version, this software and Node first. */
  software: { name: string; version: string }[];
  /** Commit of the working copy, "+ changes" behind it where files differ from it; "unknown" outside a clone. */
  commit: string;
  /** SHA-256 of every file in `data/`, by its path in the project. */
  data: { file: string; sha256: string }[];
  /** ISO 8601, UTC. */
  made: string;
}

const PACKAGES = ["tslab", "danfojs-node", "simple-statistics", "ml-matrix", "plotly.js-dist-min"];

export function provenance(): Provenance {
  const require = createRequire(join(projectRoot(), "package.json"));
  const own = require("./package.json") as { version: string };
  const packages = PACKAGES.map((name) => {
    const text = readFileSync(join(projectRoot(), "node_modules", name, "package.json"), "utf8");
    return { name, version: (JSON.parse(text) as { version: string }).version };
  });
  return {
    software: [
      { name: "egov-kz", version: own.version },
      { name: "Node.js", version: process.versions.node },
      ...packages,
    ],
    commit: commit(),
    data: dataFiles().map((path) => ({
      file: relative(projectRoot(), path).split(sep).join("/"),
      sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    })),
    made: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
  };
}

function dataFiles(): string[] {
  return readdirSync(dataPath(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: projectRoot(), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
    return git("rev-parse", "HEAD") + (changed ? " + changes" : "");
  } catch {
    return "unknown";
  }
}
