import { CellPlaces } from "./traceback/frames.js";
import { Builtins } from "./session/builtins.js";
import { Cells, StrayErrors } from "./session/cells.js";
import { compileElsewhere } from "./compile/compile-elsewhere.js";
import { Engine } from "./session/engine.js";
import { Output } from "./session/output.js";
import { render, type Draw } from "./session/render.js";
import { startServer } from "./server/server.js";
import { Session } from "./session/session.js";
import { SharedFlags } from "./server/between-threads.js";
import { showChildren } from "./internals/children.js";
import { captureStdin } from "./session/stdin.js";
import { warmUp } from "./session/warm-up.js";

/** Makes this process a kernel. */
export function startKernel(connectionFile: string, draw: Draw): void {
  const flags = new SharedFlags();
  const server = startServer(connectionFile, flags);
  const cells = new Cells();
  const places = new CellPlaces();
  const builtins = new Builtins();
  const output = new Output(cells, places, server, (work) => builtins.own(work));
  const listeners: Record<string, (error: unknown) => void> = {
    SIGINT: () =>
      builtins.own(() => {
        flags.countHeard();
        engine.interrupt();
      }),
    unhandledRejection: (reason) => builtins.own(() => strayErrors.add(reason)),
    uncaughtException: (error) => builtins.own(() => strayErrors.add(error)),
  };
  /** Without a listener any of these would end the process; a cell may have removed them all. */
  const listen = (): void => {
    for (const [event, heard] of Object.entries(listeners))
      if (process.listenerCount(event) === 0) process.on(event, heard);
  };
  listen();
  // Building the engine may keep this thread for a second or two; the server answers meanwhile.
  const folder = process.cwd();
  const engine = new Engine({
    folder,
    places,
    write: (content, update) => output.write(update ? "update_display_data" : "display_data", content),
    whole: (work) => flags.whole(work),
    builtins,
    elsewhere: compileElsewhere(),
  });
  const strayErrors = new StrayErrors(cells, places, () => engine.interrupt());
  const show = (value: unknown) => render(value, places, draw, (work) => builtins.lend(work));
  const session = new Session({ engine, places, cells, output, strayErrors, render: show });

  output.capture();
  showChildren();
  captureStdin(cells, output, server);
  const ahead = warmUp(engine, folder, (work) => builtins.own(work));
  server.onRequest(async (request) => {
    builtins.take();
    listen();
    ahead.pause(request.header.msg_type === "execute_request");
    const { content, abortQueued } = await session.answer(request);
    server.tell({ kind: "reply", json: JSON.stringify(content), abortQueued });
    ahead.resume();
    builtins.giveBack();
  });
  server.tell({ kind: "ready" });
}
