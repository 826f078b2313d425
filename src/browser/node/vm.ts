/** Node's `vm`, for the executor of cells. */

/** Runs a script and returns its value; as a file of its own, so without `eval` and with stack traces as in Node. */
export function runInThisContext(code: string): unknown {
  const page = globalThis as unknown as { __value: unknown; importScripts(url: string): void };
  const url = URL.createObjectURL(new Blob([`globalThis.__value = ${code}`], { type: "text/javascript" }));
  try {
    page.importScripts(url);
    return page.__value;
  } finally {
    page.__value = undefined;
    URL.revokeObjectURL(url);
  }
}

export default { runInThisContext };
