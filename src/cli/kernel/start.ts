/**
 * Starts a kernel: `node start.js CONNECTION_FILE`. The code that draws tables and figures is loaded with the first of
 * them.
 */
import { startKernel } from "../../jupyter/kernel/start-kernel.js";

const [, , connectionFile = ""] = process.argv;
startKernel(connectionFile, async (value) => (await import("../../show/show.js")).mimeBundle(value));
