import { readFileSync, statSync } from "node:fs";
import { text } from "./text.js";

/** A file that is larger is refused: the largest tables that people type are far below it. */
const LIMIT_MB = 200;

/** @throws Error for what is no file (a pipe, a device, which would be read without end) or too large a one */
export function readRegular(path: string): Buffer {
  const info = statSync(path);
  if (!info.isFile()) throw new Error(text("file.notRegular", { path }));
  if (info.size > LIMIT_MB * 2 ** 20)
    throw new RangeError(
      text("file.tooLarge", { path, size: Math.round(info.size / 2 ** 20), limit: LIMIT_MB }),
    );
  return readFileSync(path);
}

/** The same as text. */
export const readText = (path: string): string => readRegular(path).toString("utf8");
