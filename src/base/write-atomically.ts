import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync } from "node:fs";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes beside the target and renames, so that a reader sees the old file or the new one, never half of it.
 *
 * @throws Error naming the target, which is then as it was
 */
export function writeAtomically(path: string, text: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  writing(path, () => {
    try {
      const file = openSync(temporary, "wx", statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666);
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/**
 * Writes to where somebody has pointed. A link, a pipe or a device, such as /dev/stdout, is written through: renaming
 * would put a file in its place.
 *
 * @throws Error naming the target
 */
export function writeThrough(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true) return writeAtomically(path, text);
  writing(path, () => writeFileSync(path, text));
}

/** Does what writes to a path, which the system does not name when a disk is full. */
export function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Error(`cannot write ${path}: ${message}`, { cause: error });
  }
}
