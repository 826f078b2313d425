/** The kernel process: `node main.js CONNECTION_FILE`. */
import "./parent-watch.js";
import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import { readConnectionFile } from "../connection.js";
import type { Header, Message } from "../wire.js";
import { CellOutput } from "./cell-output.js";
import { Channels } from "./channels.js";
import type { ControlData, ControlNotice } from "./control-thread.js";
import { Engine } from "./engine.js";
import { Execution } from "./execution.js";
import { kernelInfo } from "./kernel-info.js";
import { HANDLERS, IMMEDIATE } from "./requests.js";

/** A client that asks nothing still gets a kernel that is ready, after so long. */
const BUILD_AFTER_MS = 500;

async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error("the kernel requires a connection file, got none");
  const connection = readConnectionFile(file);
  const session = randomUUID();
  const info = kernelInfo();
  const channels = await Channels.bind(connection, session);
  const output = new CellOutput((type, content, parent) => channels.publish(type, content, parent));
  const engine = lazily(
    () =>
      new Engine(process.cwd(), (content, update) =>
        output.send(update ? "update_display_data" : "display_data", content, output.owner()),
      ),
  );
  const execution = new Execution(engine, output);
  const status = (state: string, parent: Header | null): void =>
    output.send("status", { execution_state: state }, parent && { parent, running: false, failures: [] });

  await startControl({ connection, session, kernelInfo: info }, async (notice) => {
    status("busy", notice.parent);
    status("idle", notice.parent);
    if (notice.type !== "shutdown") return;
    await leave(channels);
  });

  const answer = async (request: Message, arrival: number): Promise<void> => {
    const type = request.header.msg_type;
    status("busy", request.header);
    const content =
      type === "execute_request"
        ? await execution.execute(request, arrival)
        : HANDLERS[type]!(request.content, { kernelInfo: info, engine, history: execution.history });
    output.flush();
    channels.reply(type.replace("_request", "_reply"), content, request);
    status("idle", request.header);
  };

  process.on("SIGINT", () => engine.built()?.interrupt());
  process.on("unhandledRejection", (reason) => execution.fail(reason));
  process.on("uncaughtException", (error) => execution.fail(error));
  output.capture();
  status("starting", null);
  setTimeout(() => engine(), BUILD_AFTER_MS).unref();

  let queue = Promise.resolve();
  for await (const request of channels.requests()) {
    const type = request.header.msg_type;
    if (type === "shutdown_request") {
      channels.reply(
        "shutdown_reply",
        { status: "ok", restart: request.content["restart"] === true },
        request,
      );
      await leave(channels);
    }
    if (type !== "execute_request" && HANDLERS[type] === undefined) continue;
    const arrival = type === "execute_request" ? execution.arrive() : 0;
    const next = () => answer(request, arrival).catch((error: unknown) => execution.fail(error));
    if (IMMEDIATE.has(type)) await next();
    else queue = queue.then(next);
    // Answered first, built then: a front end shows the kernel as ready while it loads the type checker.
    if (engine.built() === undefined) setImmediate(() => engine());
  }
}

/** Made on the first call; `built` tells whether it has been. */
function lazily<T>(make: () => T): (() => T) & { built(): T | undefined } {
  let made: T | undefined;
  return Object.assign(() => (made ??= make()), { built: () => made });
}

type Handled = Extract<ControlNotice, { parent: Header }>;

/** Starts the control thread and waits until its ports are bound. */
async function startControl(data: ControlData, onNotice: (notice: Handled) => Promise<void>): Promise<void> {
  const worker = new Worker(new URL("./control-thread.js", import.meta.url), { workerData: data });
  await new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("message", (notice: ControlNotice) => {
      if (notice.type === "bound") resolve();
      else if (notice.type === "failed")
        reject(new Error(`the kernel cannot bind its control ports: ${notice.reason}`));
      else void onNotice(notice);
    });
  });
}

async function leave(channels: Channels): Promise<never> {
  await channels.flush();
  channels.close();
  process.exit(0);
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(`egov-kz kernel: ${(error as Error).message}`);
  process.exit(1);
}
