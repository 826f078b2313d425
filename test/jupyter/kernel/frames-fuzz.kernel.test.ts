import { expect } from "chai";
import { connect } from "node:net";
import { once } from "node:events";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { Dealer, Request, XSubscriber } from "zeromq";
import { portsOf } from "../../../src/jupyter/wire/connection.js";
import { builtKernel } from "./installed-kernel.js";
import { startProcess, type KernelProcess } from "../../../src/jupyter/run/kernel-process.js";
import { dealer } from "../../../src/jupyter/wire/signed-socket.js";
import { newMessage } from "../../../src/jupyter/wire/wire.js";

const FRAMES = 10_000;
/** Whole messages of ZMTP 1.0, which names no peer: without the delimiter that a Reply of zeromq's asks for, and others. */
const RAW = [
  "0100020078020079",
  "01000100",
  "ff00000000000000010a",
  "03007800",
  "0101010002010a0200",
  "00",
  "ff".repeat(64),
];
/** A peer of ZMTP 3.0 that gives itself out as a REQ, and then sends frames that no REQ sends. */
const GREETING = `ff00000000000000017f0300${Buffer.from("NULL").toString("hex").padEnd(40, "0")}00${"00".repeat(31)}`;
const READY =
  "0419055245414459" + "0b536f636b65742d54797065" + "00000003" + Buffer.from("REQ").toString("hex");
const MODERN = ["000178", "010178", "0100010001", "00017800017900017a", "0401780400"].map(
  (frames) => GREETING + READY + frames,
);

describe("our kernel's five sockets", function () {
  this.timeout(60_000);
  let kernel: KernelProcess;
  before(async () => {
    kernel = await startProcess(builtKernel(), { cwd: "." });
    await answers();
  });
  after(() => kernel.signal("SIGKILL"));

  /** A cell is run. */
  async function answers(): Promise<void> {
    const { ip, shell_port, key } = kernel.connection;
    const content = await new Promise<Record<string, unknown>>((resolve, reject) => {
      void kernel.exited.then((how) => reject(new Error(`the kernel ${how}`)));
      const shell = dealer(`tcp://${ip}:${shell_port}`, key, (message) => {
        shell.close();
        resolve(message.content);
      });
      const header = newMessage("execute_request", "test").header;
      const parts = { parent_header: {}, metadata: {}, content: { code: "6 * 7" }, buffers: [] };
      shell.send({ identities: [], header, ...parts });
    });
    expect(content.status).to.equal("ok");
  }
  for (const [at, name] of ["shell", "iopub", "stdin", "control", "hb"].entries())
    it(`${name}: pass over ${FRAMES} frames of noise, and what is no message of zeromq's`, async () => {
      const port = Object.entries(portsOf(kernel.connection)).find(([key]) => key === `${name}_port`)![1];
      for (const bytes of [...RAW, ...MODERN]) {
        const socket = connect(port, "127.0.0.1").on("error", () => undefined);
        await once(socket, "connect");
        socket.end(Buffer.from(bytes, "hex"));
        await once(socket.resume(), "close");
      }
      const random = xoroshiro128plus(20261130 + at);
      const below = (n: number): number => uniformInt(random, 0, n - 1);
      const peer = name === "iopub" ? new XSubscriber() : new Dealer();
      peer.connect(`tcp://127.0.0.1:${port}`);
      for (let sent = 0; sent < FRAMES;) {
        const frames = Array.from({ length: 1 + below(8) }, () =>
          Buffer.from(Array.from({ length: below(12) }, () => below(256))),
        );
        if (name === "iopub") for (const frame of frames) await (peer as XSubscriber).send(frame);
        else await (peer as Dealer).send(frames);
        sent += frames.length;
      }
      peer.close();
      await answers();
      if (name !== "hb") return;
      const asking = new Request();
      asking.connect(`tcp://127.0.0.1:${port}`);
      await asking.send("ping");
      expect(String((await asking.receive())[0])).to.equal("ping");
      asking.close();
    });
});
