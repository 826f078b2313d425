/** What a kernel and the runner that compiles for it say to each other. */
import type { Compiled } from "./compiler.js";

export interface CompileRequest {
  id: number;
  /** The types of what the cells before have declared. */
  previous: string;
  source: string;
}

export interface CompileAnswer {
  id: number;
  /** Missing where the kernel has to compile the cell itself: it has a fault, or imports files of the user's own. */
  compiled?: Compiled;
}

/** What the runner passes on to its thread. */
export interface CompileQuestion extends CompileRequest {
  /** From where the cell imports: an absolute path. */
  folder: string;
}
