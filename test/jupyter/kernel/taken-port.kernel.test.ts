import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Subscriber } from "zeromq";
import { projectRoot } from "../../../src/base/project.js";
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

  it("waits for a port that is taken for a moment, and welcomes whom it finds waiting", async () => {
    const connection = await newConnection("egov-kz");
    const squatter = createServer().listen(connection.control_port, "127.0.0.1");
    await once(squatter, "listening");
    const client = new Subscriber({ reconnectInterval: 20, receiveTimeout: 20_000 });
    client.subscribe();
    client.connect(`tcp://127.0.0.1:${connection.iopub_port}`);
    const file = writeConnectionFile(connection);
    const child = spawn(process.execPath, [START, file], { stdio: "ignore" });
    setTimeout(() => squatter.close(), 800);
    const frames = await client.receive().finally(() => {
      client.close();
      child.kill("SIGKILL");
      rmSync(file);
    });
    const header = JSON.parse(frames[3]!.toString()) as { msg_type: string };
    expect(header.msg_type).to.equal("iopub_welcome");
  });
});
