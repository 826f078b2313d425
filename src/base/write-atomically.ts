import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync } from "node:fs";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a temporary file next to the target and renames it, so that readers see either the old file or the new one.
 *
 * @throws Error naming the target, which is then unchanged
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
 * Writes to a path given by the user. A link, pipe or device, such as /dev/stdout, is written through, since renaming
 * would replace it with a file.
 *
 * @throws Error naming the target
 */
export function writeThrough(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true) return writeAtomically(path, text);
  writing(path, () => writeFileSync(path, text));
}

/** Runs work that writes to a path, and names the path in errors; the system does not when a disk is full. */
export function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Error(`cannot write ${path}: ${message}`, { cause: error });
  }
}
