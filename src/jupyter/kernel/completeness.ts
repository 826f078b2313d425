/** Whether a piece of TypeScript can be run as it stands. */
import { createRequire } from "node:module";

export type Completeness =
  { status: "complete" | "invalid" | "unknown" } | { status: "incomplete"; indent: string };

interface SourceFile {
  parseDiagnostics?: { start: number; length: number }[];
}

interface TypeScript {
  createSourceFile(name: string, text: string, target: number, parents: boolean, kind: number): SourceFile;
  ScriptTarget: { Latest: number };
  ScriptKind: { TS: number };
}

const require = createRequire(import.meta.url);

/**
 * `complete`: it parses. `incomplete`: what is missing is missing at the end. `invalid`: no further line can mend it.
 * (Jupyter's fourth answer, `unknown`, is the kernel's while its type checker is not loaded.)
 */
export function completeness(code: string): Completeness {
  const { isCompleteCode } = require("tslab/dist/converter") as {
    isCompleteCode(code: string): { completed: boolean; indent?: string };
  };
  const ts = require("@tslab/typescript-for-tslab") as TypeScript;
  const { completed, indent } = isCompleteCode(code);
  if (!completed) return { status: "incomplete", indent: indent ?? "" };
  const end = code.trimEnd().length;
  const faults =
    ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS).parseDiagnostics ??
    [];
  if (faults.length === 0) return { status: "complete" };
  return faults.every(({ start, length }) => start + length >= end)
    ? { status: "incomplete", indent: "" }
    : { status: "invalid" };
}
