/** The session's worker: the kernel's own session, whose cells are compiled in another worker. */
import { process } from "../node/process.js";
import { offer } from "../node/module.js";
import { FOLDER, putFiles, putFolder } from "../node/files.js";
import { Cells } from "../../jupyter/kernel/session/cells.js";
import { Engine } from "../../jupyter/kernel/session/engine.js";
import { Output } from "../../jupyter/kernel/session/output.js";
import { render } from "../../jupyter/kernel/session/render.js";
import { Session } from "../../jupyter/kernel/session/session.js";
import { StrayErrors } from "../../jupyter/kernel/session/stray-errors.js";
import { mimeBundle } from "../../show/show.js";
import { CellPlaces } from "../../jupyter/kernel/traceback/frames.js";
import { modules } from "virtual:modules";
import { askCompiler } from "./ask-compiler.js";
import { nodeConsole } from "./console.js";
import type { FromSession, SessionOrder } from "./messages.js";

const tell = (message: FromSession): void => postMessage(message);
const idOf = (parent: object): string => (parent as { msg_id?: string }).msg_id ?? "";

/** Errors that nobody waited for go where Node would have them. */
function hearStrayErrors(): void {
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    process.emit("unhandledRejection", event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    process.emit("uncaughtException", event.error);
  });
}

function begin(compiler: MessagePort): (cell: string, content: { code: string }) => Promise<void> {
  const cells = new Cells();
  const places = new CellPlaces();
  const output = new Output(cells, places, {
    hold: () => undefined,
    tell: (message) => {
      if (message.kind === "stream") {
        const { name, text } = message;
        tell({ kind: "output", cell: idOf(message.parent), msgType: "stream", content: { name, text } });
      } else if (message.kind === "output") {
        const content = JSON.parse(message.json) as Record<string, unknown>;
        tell({ kind: "output", cell: idOf(message.parent), msgType: message.msgType, content });
      }
    },
  });
  const engine = new Engine(
    FOLDER,
    places,
    (content, update) => output.publish(update ? "update_display_data" : "display_data", content),
    (work) => work(),
    { lend: async (work) => work(), take: () => undefined },
    askCompiler(compiler),
  );
  const strayErrors = new StrayErrors(cells, places, () => engine.interrupt());
  const session = new Session({
    engine,
    places,
    cells,
    output,
    strayErrors,
    render: (value) => render(value, places, mimeBundle),
  });
  globalThis.console = nodeConsole(process);
  hearStrayErrors();
  for (const event of ["unhandledRejection", "uncaughtException"])
    process.on(event, (error: unknown) => strayErrors.add(error));
  output.capture();
  return async (cell, request) => {
    const header = { msg_id: cell, msg_type: "execute_request" } as never;
    const { content } = await session.answer({
      header,
      content: request,
      metadata: { cellId: cell },
    } as never);
    tell({ kind: "reply", cell, content });
  };
}

let run: ReturnType<typeof begin>;
/** One cell after the other, in the order in which they were asked for. */
let turn = Promise.resolve();

onmessage = ({ data }: MessageEvent<SessionOrder>) => {
  switch (data.kind) {
    case "start":
      putFolder(FOLDER);
      putFiles(data.files);
      offer(modules);
      run = begin(data.compiler);
      return tell({ kind: "ready" });
    case "files":
      return putFiles(data.files);
    case "run":
      turn = turn.then(() => run(data.cell, data.content));
  }
};
