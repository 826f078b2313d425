import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { findJupyterLab } from "../../../src/cli/lab/jupyterlab.js";
import { projectRoot } from "../../../src/base/project.js";

/** What the tests here need from outside. */
export interface Tools {
  browse(): Promise<Browser>;
  /** The folder of `jupyter-lab` and the commands that came with it. */
  jupyter: string;
}

/** What drives a browser and judges its pages; not among the dependencies, which are large enough. */
export const DRIVER = "playwright-core@1.65.1 axe-core@4.14.1";

/** JupyterLab takes seconds to say its version, and is asked once for all suites. */
let jupyterLab: ReturnType<typeof findJupyterLab> | undefined;

/**
 * The tools, or this suite skipped with the missing ones named in its output; with EGOV_KZ_REQUIRE_TOOLS=1, as in
 * continuous integration, it fails instead.
 */
export async function requireTools(suite: Mocha.Context): Promise<Tools> {
  const lab = await (jupyterLab ??= findJupyterLab(projectRoot()));
  const { browse, missing } = await findBrowser();
  if (browse && lab) return { browse, jupyter: dirname(lab.command) };
  if (!lab) missing.push("JupyterLab 4 (pip install -r requirements-lab.txt)");
  return without(suite, `the tests in JupyterLab require ${missing.join(", ")}`);
}

/** A browser alone, by the same rule. */
export async function requireBrowser(suite: Mocha.Context): Promise<Tools["browse"]> {
  const { browse, missing } = await findBrowser();
  return browse ?? without(suite, `the tests in a browser require ${missing.join(", ")}`);
}

async function findBrowser(): Promise<{ browse?: Tools["browse"]; missing: string[] }> {
  const executablePath =
    process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser", "google-chrome", "chrome"]);
  const playwright = await import("playwright-core").catch(() => null);
  const axe = existsSync(join(projectRoot(), "node_modules", "axe-core"));
  const missing = [
    ...(playwright && axe ? [] : [`a browser driver (npm install --no-save ${DRIVER})`]),
    ...(executablePath ? [] : ["Chromium (install it, or set CHROMIUM to its path)"]),
  ];
  if (!playwright || !executablePath || !axe) return { missing };
  // A name for this machine that, unlike its own, browsers do not take for a secure address.
  const args = ["--no-sandbox", "--host-resolver-rules=MAP school.test 127.0.0.1"];
  return { missing, browse: () => playwright.chromium.launch({ executablePath, args }) };
}

/** Skips or fails, by the same rule. */
export function without(suite: Mocha.Context, message: string): never {
  if (process.env.EGOV_KZ_REQUIRE_TOOLS === "1") throw new Error(message);
  console.log(`    skipped: ${message}`);
  return suite.skip();
}

/** Returns where a command is there; else the test is skipped, or fails, by the same rule as above. */
export function requireCommand(test: Mocha.Context, command: string): void {
  if (existsSync(command)) return;
  const message = `${test.test?.title} requires ${command}`;
  if (process.env.EGOV_KZ_REQUIRE_TOOLS === "1") throw new Error(message);
  console.log(`    skipped: ${message}`);
  test.skip();
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
