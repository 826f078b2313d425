/** In the session's worker there is tslab's executor and no compiler: this stands for the kernel's `internals/tslab`. */
import * as executor from "tslab/dist/executor.js";
import type { Tslab, TypeScript } from "../../jupyter/kernel/internals/tslab.js";
import { jupyter } from "./tslab.js";

export type * from "../../jupyter/kernel/internals/tslab.js";

const noCompiler = (): never => {
  throw new Error("cells are compiled in another worker");
};

export function loadTslab(): Tslab {
  const { createExecutor } = executor as unknown as Pick<Tslab, "createExecutor">;
  return { createExecutor, createConverter: noCompiler, isCompleteCode: noCompiler, jupyter };
}
export const loadTypeScript = (): TypeScript => noCompiler();
export const parseCell = noCompiler;
