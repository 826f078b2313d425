/** A kernel: `node main.js CONNECTION_FILE`. */
import { CellPlaces } from "./cell-places.js";
import { Cells } from "./cells.js";
import { compileElsewhere } from "./compile-elsewhere.js";
import { Engine } from "./engine.js";
import { Output } from "./output.js";
import { startServer } from "./server.js";
import { Session } from "./session.js";
import { SharedFlags } from "./shared-flags.js";
import { StrayErrors } from "./stray-errors.js";

const flags = new SharedFlags();
const server = startServer(process.argv[2] ?? "", flags);

const cells = new Cells();
const places = new CellPlaces();
const output = new Output(cells, places, server.tell);
// Building the engine may keep this thread for a second or two; the server answers meanwhile.
const engine = new Engine(
  process.cwd(),
  places,
  (content, update) => output.publish(update ? "update_display_data" : "display_data", content),
  (stage, work) => flags.during(stage, work),
  compileElsewhere(),
);
const strayErrors = new StrayErrors(cells, places, () => engine.interrupt());
const session = new Session({ engine, places, cells, output, strayErrors });

process.on("SIGINT", () => {
  flags.countHeard();
  engine.interrupt();
});
strayErrors.watch();
output.capture();
server.onRequest(async (request) => {
  const { content, abortQueued } = await session.answer(request);
  server.tell({ kind: "reply", json: JSON.stringify(content), abortQueued });
});
server.tell({ kind: "ready" });
