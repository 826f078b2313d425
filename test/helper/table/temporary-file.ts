import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "egov-kz-test-"));
// The process may run several test files, so that a hook would come too early.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that is gone when the tests are over, and gives its path. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A folder for such files. */
export const temporaryFolder = folder;
