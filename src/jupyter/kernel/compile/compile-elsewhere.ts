/** The kernel's side of the compiler in the process that started it, which has one for all its kernels. */
import process from "node:process";
import { neededDeclarations, type Declarations } from "./declarations.js";
import type { Conversion } from "./conversion.js";

export interface CompileRequest {
  id: number;
  /** The types of what the cells before have declared. */
  previous: Declarations;
  source: string;
}

/** What the runner's compiler is asked; the folder from where the cell imports is an absolute path. */
export type CompileCell = Omit<CompileRequest, "id"> & { folder: string };

/** Compiles a cell; undefined if the kernel must do it: the cell has a fault or imports the user's own files. */
export type CompileElsewhere = (previous: Declarations, source: string) => Promise<Conversion | undefined>;

/** The variable by which a runner says that it compiles. */
export const COMPILER = "EGOV_KZ_COMPILER";

const { setPrototypeOf } = Reflect;

/** @returns undefined if nobody offers to compile */
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
      // Added for each question: a cell may have removed all listeners.
      const settle = (compiled?: Conversion): void => {
        process.off("message", hear).off("disconnect", settle);
        // Where a cell has given all objects a `then`, they would be waited for.
        resolve(compiled && (setPrototypeOf(compiled, null), compiled));
      };
      const hear = ({ id: to, compiled }: { id: number; compiled?: Conversion }): void =>
        void (to === id && settle(compiled));
      process.on("message", hear).on("disconnect", settle);
      // Sending all declarations with each cell would make long notebooks slow.
      const needed = [...neededDeclarations(source, previous)];
      send({ id, previous: needed, source } satisfies CompileRequest);
    });
}
