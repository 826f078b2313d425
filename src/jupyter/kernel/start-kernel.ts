import { CellPlaces } from "./traceback/frames.js";
import { Cells } from "./session/cells.js";
import { compileElsewhere } from "./compile/compile-elsewhere.js";
import { Engine } from "./session/engine.js";
import { Output } from "./session/output.js";
import { render, type Draw } from "./session/render.js";
import { startServer } from "./server/server.js";
import { Session } from "./session/session.js";
import { SharedFlags } from "./server/between-threads.js";
import { showChildren } from "./internals/children.js";
import { Stdin } from "./session/stdin.js";
import { StrayErrors } from "./session/stray-errors.js";
import { WarmUp } from "./session/warm-up.js";

/** Makes this process a kernel. */
export function startKernel(connectionFile: string, draw: Draw): void {
  const flags = new SharedFlags();
  const server = startServer(connectionFile, flags);
  const cells = new Cells();
  const places = new CellPlaces();
  const output = new Output(cells, places, server);
  // First of all: without a listener a signal would end the process.
  process.on("SIGINT", () => {
    flags.countHeard();
    engine.interrupt();
  });
  // Building the engine may keep this thread for a second or two; the server answers meanwhile.
  const engine = new Engine(
    process.cwd(),
    places,
    (content, update) => output.write(update ? "update_display_data" : "display_data", content),
    (work) => flags.whole(work),
    compileElsewhere(),
  );
  const strayErrors = new StrayErrors(cells, places, () => engine.interrupt());
  const show = (value: unknown) => render(value, places, draw);
  const session = new Session({ engine, places, cells, output, strayErrors, render: show });

  strayErrors.watch();
  output.capture();
  showChildren();
  new Stdin(cells, output, server).capture();
  const warmUp = new WarmUp(engine, process.cwd());
  server.onRequest(async (request) => {
    warmUp.pause(request.header.msg_type === "execute_request");
    const { content, abortQueued } = await session.answer(request);
    server.tell({ kind: "reply", json: JSON.stringify(content), abortQueued });
    warmUp.resume();
  });
  server.tell({ kind: "ready" });
}
