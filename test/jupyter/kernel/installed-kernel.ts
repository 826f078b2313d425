import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ourKernel, type KernelSpec } from "../../../src/jupyter/run/kernel-spec.js";
import { projectRoot } from "../../../src/base/project.js";

/** Our kernel installed below a folder of its own, whose name has a blank. */
export interface InstalledKernel {
  prefix: string;
  /** For JUPYTER_PATH. */
  data: string;
  remove(): void;
}

export function installKernel(): InstalledKernel {
  const prefix = join(mkdtempSync(join(tmpdir(), "egov-kz-")), "a prefix");
  egovKz("kernel", "install", "--prefix", prefix);
  return {
    prefix,
    data: join(prefix, "share", "jupyter"),
    remove: () => rmSync(join(prefix, ".."), { recursive: true }),
  };
}

/** Our kernel as it was built. */
export function builtKernel(): KernelSpec {
  const spec = ourKernel();
  return { ...spec, argv: spec.argv.map((part) => part.replace(/\bsrc(?=.cli.kernel.start\.js$)/, "dist")) };
}

/** Runs our command; @throws with what it said when it fails */
export function egovKz(...args: string[]): string {
  const main = join(projectRoot(), "dist", "cli", "main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return stdout;
}

/**
 * A Python that has these modules: EGOV_KZ_PYTHON, or one on the path. Where there is none, the suite is skipped with
 * what is missing in its output; with EGOV_KZ_REQUIRE_TOOLS=1, as in continuous integration, it fails.
 */
export function requirePython(suite: Mocha.Context, ...modules: string[]): string {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "python3"));
  const candidates = [process.env.EGOV_KZ_PYTHON, ...new Set(onPath)].filter(
    (file) => file !== undefined && existsSync(file),
  );
  const found = candidates.find(
    (python) => spawnSync(python!, ["-c", `import ${modules.join(", ")}`]).status === 0,
  );
  if (found) return found;
  const message = `no Python found that has ${modules.join(" and ")} (set EGOV_KZ_PYTHON)`;
  if (process.env.EGOV_KZ_REQUIRE_TOOLS === "1") throw new Error(message);
  console.log(`    skipped: ${suite.test?.parent?.title}: ${message}`);
  return suite.skip();
}

/** Less than mocha gives the test, so that what the suite wrote is told. */
const SUITE_MS = 280_000;

/** Runs one of the Python suites of test/kernel against an installed kernel; what it wrote, and how it ended. */
export function runSuite(
  python: string,
  file: string,
  kernel: InstalledKernel,
): Promise<{ status: number | null; report: string }> {
  const env = { ...process.env, JUPYTER_PATH: kernel.data };
  // A suite that waits for a kernel that is gone would wait for ever, and mocha with it.
  const child = spawn(python, [file], { cwd: join(projectRoot(), "test", "kernel"), env, timeout: SUITE_MS });
  let report = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (report += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, report }));
  });
}
