/** The session's worker: the kernel's own session, whose cells are compiled in another worker. */
import { process } from "../node/process.js";
import { expose, type Endpoint } from "comlink";
import { offer } from "../node/module.js";
import { FOLDER, putFiles, putFolder, type Content } from "../node/files.js";
import { Builtins } from "../../jupyter/kernel/session/builtins.js";
import { Cells, StrayErrors } from "../../jupyter/kernel/session/cells.js";
import { Engine } from "../../jupyter/kernel/session/engine.js";
import { Output } from "../../jupyter/kernel/session/output.js";
import { render } from "../../jupyter/kernel/session/render.js";
import { Session } from "../../jupyter/kernel/session/session.js";
import { mimeBundle } from "../../show/show.js";
import { CellPlaces } from "../../jupyter/kernel/traceback/frames.js";
import { modules } from "virtual:modules";
import { askCompiler } from "./ask-compiler.js";
import { nodeConsole } from "./console.js";

/** A message about a cell, as a Jupyter kernel publishes it. */
export interface CellMessage {
  msgType: string;
  content: Record<string, unknown>;
}

/** As in the kernel, changes to JavaScript's own objects apply to cells only; here not to their timers. */
const builtins = new Builtins();
const post = postMessage.bind(globalThis);

function tell(parent: object, msgType: string, content: CellMessage["content"]): void {
  post({ cell: (parent as { msg_id?: string }).msg_id ?? "", msgType, content });
}

/** A port whose messages are handled with the session's own objects. */
const guarded = (port: MessagePort | typeof globalThis): Endpoint => ({
  postMessage: port.postMessage.bind(port) as Endpoint["postMessage"],
  addEventListener: (type, listener) =>
    port.addEventListener(type, (event) =>
      builtins.own(() => (typeof listener === "function" ? listener(event) : listener.handleEvent(event))),
    ),
  removeEventListener: () => undefined,
  ...("start" in port && { start: () => port.start() }),
});

/** Passes errors that nobody waited for to the listeners that Node would call. */
function hearStrayErrors(): void {
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    builtins.own(() => process.emit("unhandledRejection", event.reason));
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    builtins.own(() => process.emit("uncaughtException", event.error));
  });
}

type Run = (cell: string, content: { code: string }) => Promise<Record<string, unknown>>;

function begin(compiler: MessagePort): Run {
  const cells = new Cells();
  const places = new CellPlaces();
  const page: ConstructorParameters<typeof Output>[2] = {
    hold: () => undefined,
    tell: (message) => {
      if (message.kind === "stream")
        tell(message.parent, "stream", { name: message.name, text: message.text });
      else if (message.kind === "output")
        tell(message.parent, message.msgType, JSON.parse(message.json) as CellMessage["content"]);
    },
  };
  const output = new Output(cells, places, page, (work) => builtins.own(work));
  const engine = new Engine({
    folder: FOLDER,
    places,
    write: (content, update) => output.write(update ? "update_display_data" : "display_data", content),
    whole: (work) => work(),
    builtins,
    elsewhere: askCompiler(guarded(compiler)),
  });
  const strayErrors = new StrayErrors(cells, places, () => engine.interrupt());
  const session = new Session({
    ...{ engine, places, cells, output, strayErrors },
    render: (value) => render(value, places, mimeBundle, (work) => builtins.lend(work)),
  });
  globalThis.console = nodeConsole(process);
  hearStrayErrors();
  for (const event of ["unhandledRejection", "uncaughtException"])
    process.on(event, (error: unknown) => strayErrors.add(error));
  output.capture();
  return async (cell, request) => {
    const header = { msg_id: cell, msg_type: "execute_request" };
    const asked = { header, content: request, metadata: { cellId: cell } };
    return (await session.answer(asked as never)).content;
  };
}

let run: Run;
/** The cells run one after the other, in the order of the requests. */
let turn: ReturnType<Run> = Promise.resolve({});

const work = {
  start(files: Readonly<Record<string, Content>>, compiler: MessagePort): void {
    putFolder(FOLDER);
    putFiles(files);
    offer(modules);
    run = begin(compiler);
  },
  putFiles,
  run: (cell: string, content: { code: string }): ReturnType<Run> =>
    (turn = turn.then(() => run(cell, content))),
};
export type SessionWork = typeof work;

expose(work, guarded(globalThis));
