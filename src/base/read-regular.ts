import { readFileSync, statSync } from "node:fs";
import { text } from "./text.js";

/** Larger files are rejected: even the largest hand-typed tables are far smaller. */
const LIMIT_MB = 200;

/** @throws Error if the path is not a regular file (a pipe or device could be endless) or the file is too large */
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
