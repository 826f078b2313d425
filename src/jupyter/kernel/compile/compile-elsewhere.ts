/** The kernel's side of a compiler in the process that has started it, which keeps one for all its kernels. */
import process from "node:process";
import { neededDeclarations } from "./declarations.js";
import type { Conversion, Declarations } from "./conversion.js";

export interface CompileRequest {
  id: number;
  /** The types of what the cells before have declared. */
  previous: Declarations;
  source: string;
}

export interface CompileAnswer {
  id: number;
  /** Missing where the kernel has to compile the cell itself: it has a fault, or imports files of the user's own. */
  compiled?: Conversion;
}

/** What the runner's compiler is asked; the folder from where the cell imports is an absolute path. */
export type CompileCell = Omit<CompileRequest, "id"> & { folder: string };

/** Compiles a cell; `undefined` where the kernel has to do it itself. */
export type CompileElsewhere = (previous: Declarations, source: string) => Promise<Conversion | undefined>;

/** The variable by which a runner says that it compiles. */
export const COMPILER = "EGOV_KZ_COMPILER";

const { setPrototypeOf } = Reflect;

/** @returns undefined where nobody offers to compile */
export function compileElsewhere(): CompileElsewhere | undefined {
  const { [COMPILER]: offered } = process.env;
  if (offered !== "parent" || !process.send) return undefined;
  const send = process.send.bind(process);
  // Cells are to see a process as it is anywhere else.
  Reflect.deleteProperty(process.env, COMPILER);
  Reflect.deleteProperty(process, "send");
  let asked = 0;
  return (previous, source) =>
    new Promise((resolve) => {
      if (!process.connected) return resolve(undefined);
      const id = ++asked;
      // For each question anew: a cell may have removed all listeners.
      const settle = (compiled?: Conversion): void => {
        process.off("message", hear).off("disconnect", settle);
        // Where a cell has given all objects a `then`, they would be waited for.
        resolve(compiled && (setPrototypeOf(compiled, null), compiled));
      };
      const hear = ({ id: to, compiled }: CompileAnswer): void => void (to === id && settle(compiled));
      process.on("message", hear).on("disconnect", settle);
      // All of a long notebook would take as long to send as it is long.
      const needed = [...neededDeclarations(source, previous)];
      send({ id, previous: needed, source } satisfies CompileRequest);
    });
}
