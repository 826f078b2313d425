/** A kernel: `node start.js CONNECTION_FILE`. Joins it to what draws tables and figures, loaded with the first of them. */
import { startKernel } from "../../jupyter/kernel/start-kernel.js";

const [, , connectionFile = ""] = process.argv;
startKernel(connectionFile, async (value) => (await import("../../show/show.js")).mimeBundle(value));
