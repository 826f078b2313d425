/** A kernel: `node start.js CONNECTION_FILE [--js]`. Joins it to what draws tables and figures, loaded with the first of them. */
import { startKernel } from "../../jupyter/kernel/start-kernel.js";

const [, , connectionFile = "", flag] = process.argv;
startKernel(connectionFile, flag === "--js", async (value) =>
  (await import("../../show/show.js")).mimeBundle(value),
);
