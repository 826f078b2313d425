/** The session's worker: the kernel's own session, whose cells are compiled in another worker. */
import { process } from "../node/process.js";
import { expose, type Endpoint } from "comlink";
import { offer } from "../node/module.js";
import { FOLDER, putFiles, putFolder, type Content } from "../node/files.js";
import { keepBuiltins } from "../../jupyter/kernel/session/builtins.js";
import { Session } from "../../jupyter/kernel/session/session.js";
import { mimeBundle } from "../../show/show.js";
import { modules } from "virtual:modules";
import { askCompiler } from "./ask-compiler.js";
import { nodeConsole } from "./console.js";

/** A message about a cell, as a Jupyter kernel publishes it. */
export interface CellMessage {
  msgType: string;
  content: Record<string, unknown>;
}

/** As in the kernel, changes to JavaScript's own objects apply to cells only; here not to their timers. */
const builtins = keepBuiltins();
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
  const session = new Session({
    folder: FOLDER,
    server: {
      hold: () => undefined,
      tell: (message) => {
        if (message.kind === "stream")
          tell(message.parent, "stream", { name: message.name, text: message.text });
        else if (message.kind === "output")
          tell(message.parent, message.msgType, JSON.parse(message.json) as CellMessage["content"]);
      },
    },
    draw: mimeBundle,
    whole: (work) => work(),
    builtins,
    elsewhere: askCompiler(guarded(compiler)),
  });
  globalThis.console = nodeConsole(process);
  hearStrayErrors();
  for (const event of ["unhandledRejection", "uncaughtException"])
    process.on(event, (error: unknown) => session.stray.add(error));
  session.output.capture();
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
