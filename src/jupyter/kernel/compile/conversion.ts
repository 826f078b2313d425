/** What a compiler of cells is asked, and what it answers. */
import { text } from "../../../base/text.js";
import type { Declaration } from "./declarations.js";

/** A text of locales/ and its values: put together where it is read, in that place's language. */
export interface Sentence {
  key: string;
  values: Readonly<Record<string, string>>;
}

/** A compile error: places count from 0, in the cell's own text. */
export interface Diagnostic {
  start: { line: number; character: number };
  end: { line: number; character: number };
  messageText: string;
  code: number;
  /** Replaces the compiler's message. */
  instead?: Sentence;
  /** Another file than the cell. */
  fileName?: string;
}

/** The text of a compile error. */
export function messageOf({ code, messageText, instead }: Diagnostic): string {
  return instead ? text(instead.key, instead.values) : `TS${code}: ${messageText}`;
}

/** A file of the user's own, compiled. */
export interface SideOutput {
  path: string;
  data: string;
  /** From the data to the file. */
  map: string;
  /** Whether it awaits at its top level: then the data is an async function. */
  awaits: boolean;
}

export interface Conversion {
  diagnostics: Diagnostic[];
  /** An expression whose value is the cell as a function; of a cell with faults, of what in it is right. */
  output?: string;
  /** From the output to the cell. */
  map?: string;
  declared?: Declaration[];
  sideOutputs?: SideOutput[];
}

export interface Completion {
  start: number;
  end: number;
  candidates: string[];
}

/** Signature and documentation of the code at a place. */
export interface QuickInfo {
  displayParts?: { text: string }[];
  documentation?: { text: string }[];
  tags?: { name: string; text?: { text: string }[] }[];
}

/** The name by which other cells import a cell, from the comment in front of it. */
export function moduleName(source: string): string | undefined {
  return /^\s*\/\*\*(?:(?!\*\/)[^])*@module\s+([\w-]+)/.exec(source)?.[1];
}
