import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../../../src/base/project.js";
import { bindSockets, closeSockets } from "../../../src/jupyter/kernel/server/sockets.js";
import { newConnection, writeConnectionFile } from "../../../src/jupyter/wire/connection.js";

const START = join(projectRoot(), "dist", "cli", "kernel", "start.js");

/** How a kernel ends one of whose ports is taken, and what it says. */
async function startOn(name: "shell_port" | "iopub_port" | "hb_port") {
  const connection = await newConnection("egov-kz");
  const squatter = createServer().listen(connection[name], "127.0.0.1");
  await once(squatter, "listening");
  const file = writeConnectionFile(connection);
  const child = spawn(process.execPath, [START, file], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  await Promise.race([once(child, "close"), pause(15_000, undefined, { ref: false })]);
  const { exitCode, signalCode } = child;
  child.kill("SIGKILL");
  squatter.close();
  rmSync(file);
  return { exitCode, signalCode, said: said.replace(String(connection[name]), "N") };
}

describe("a kernel whose port is taken", function () {
  this.timeout(30_000);

  for (const name of ["shell_port", "iopub_port", "hb_port"] as const)
    it(`says so and ends with 1: ${name}`, async () => {
      expect(await startOn(name)).to.deep.equal({
        exitCode: 1,
        signalCode: null,
        said: "egov-kz kernel: port N: address already in use\n",
      });
    });

  it("waits for a port that is taken for a moment", async () => {
    const connection = await newConnection("egov-kz");
    const squatter = createServer().listen(connection.control_port, "127.0.0.1");
    await once(squatter, "listening");
    let isFree = false;
    setTimeout(() => squatter.close(() => (isFree = true)), 300);
    const sockets = await bindSockets(connection, () => undefined);
    expect(isFree).to.equal(true);
    await closeSockets(sockets);
  });
});
