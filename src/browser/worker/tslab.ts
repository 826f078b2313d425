/** What a cell of the session's worker gets that imports `tslab`: its `display`. */
import type { Tslab } from "../../jupyter/kernel/internals/tslab.js";
import { keepLoaded } from "../node/module.js";

/** The way out, which the engine sets, and `show` looks for among the modules that are loaded. */
export const jupyter = {} as Tslab["jupyter"];
keepLoaded("/egov-kz/node_modules/tslab/dist/jupyter.js", jupyter);

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

function displayWith(id?: string): object {
  let update = false;
  const raw = (type: string, content: Content): void => {
    const data = typeof content === "string" ? content : Buffer.from(content).toString("base64");
    jupyter.lastWriteDisplayData(
      { data: { [type]: data }, metadata: {}, transient: { display_id: id } },
      update,
    );
    update = id !== undefined;
  };
  const forms = Object.entries(FORMS).map(([name, type]) => [name, (content: Content) => raw(type, content)]);
  return { ...(Object.fromEntries(forms) as object), raw };
}

export const display = displayWith();
export const newDisplay = (): object => displayWith(crypto.randomUUID());
