import { spawnSync } from "node:child_process";

/** The Python that the tests use: $EGOV_KZ_PYTHON, or else python3. */
export const python = process.env.EGOV_KZ_PYTHON ?? "python3";

/**
 * Whether Python has these modules. Where it has not, the calling test is skipped under a name that says what is
 * missing; with EGOV_KZ_REQUIRE_TOOLS=1 it fails.
 */
export function pythonHas(...modules: string[]): boolean {
  const missing = modules.filter((name) => spawnSync(python, ["-c", `import ${name}`]).status !== 0);
  if (missing.length === 0) return true;
  const message = `${python} has no ${missing.join(", ")}`;
  if (process.env.EGOV_KZ_REQUIRE_TOOLS === "1") throw new Error(message);
  describe.skip(`needs Python modules: ${message}`, () => it("did not run"));
  return false;
}

/** Runs a Python program; its standard output. @throws with what it said when it fails */
export function runPython(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(python, ["-c", program, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
