import { keepBuiltins } from "./session/builtins.js";
import { compileElsewhere } from "./compile/compile-elsewhere.js";
import type { Draw } from "./session/render.js";
import { startServer } from "./server/server.js";
import { Session } from "./session/session.js";
import { sharedFlags } from "./server/between-threads.js";
import { showChildren } from "./internals/children.js";
import { captureStdin } from "./session/stdin.js";
import { warmUp } from "./session/warm-up.js";

/** Makes this process a kernel. */
export function startKernel(connectionFile: string, draw: Draw): void {
  const flags = sharedFlags();
  const server = startServer(connectionFile, flags);
  const builtins = keepBuiltins();
  const listeners: Record<string, (error: unknown) => void> = {
    SIGINT() {
      flags.countHeard();
      session.engine.interrupt();
    },
    unhandledRejection: (reason) => session.stray.add(reason),
    uncaughtException: (error) => session.stray.add(error),
  };
  /** Without a listener any of these would end the process; a cell may have removed them all. */
  const listen = (): void => {
    for (const [event, heard] of Object.entries(listeners))
      if (process.listenerCount(event) === 0) process.on(event, (error) => builtins.own(() => heard(error)));
  };
  listen();
  // Building the engine may keep this thread for a second or two; the server answers meanwhile.
  const folder = process.cwd();
  const elsewhere = compileElsewhere();
  const session = new Session({ folder, server, builtins, draw, whole: flags.whole, elsewhere });
  const { cells, output, engine } = session;
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
