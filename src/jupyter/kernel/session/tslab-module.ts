/** The module `tslab`, as cells import it: `display`. */
import { randomUUID } from "node:crypto";

/** Writes an output that a cell asks for. */
export type WriteDisplayData = (content: Record<string, unknown>, update: boolean) => void;

const FORMS = {
  javascript: "text/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
};

type Content = string | Uint8Array;

/** By this symbol, modules that a cell imports find the running kernel's output. */
const WRITE = Symbol.for("egov-kz.display");

export function tslabModule(write: WriteDisplayData): object {
  Object.assign(globalThis, { [WRITE]: write });
  const displayWith = (id?: string): object => {
    let update = false;
    const raw = (type: string, content: Content): void => {
      const data = typeof content === "string" ? content : Buffer.from(content).toString("base64");
      write({ data: { [type]: data }, metadata: {}, transient: { display_id: id } }, update);
      update = id !== undefined;
    };
    const forms = Object.entries(FORMS).map(([name, type]) => [name, raw.bind(undefined, type)]);
    return { ...(Object.fromEntries(forms) as object), raw };
  };
  return { __esModule: true, display: displayWith(), newDisplay: () => displayWith(randomUUID()) };
}
