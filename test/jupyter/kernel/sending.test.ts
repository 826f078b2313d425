import { expect } from "chai";
import { Publisher, Subscriber } from "zeromq";
import { reservePorts } from "../../../src/jupyter/wire/connection.js";
import { sendQueue } from "../../../src/jupyter/wire/send-queue.js";
import { streamMerger } from "../../../src/jupyter/kernel/server/stream-merger.js";

describe("a socket's sender", () => {
  it("writes in order, and never twice at once", async () => {
    let writing = 0;
    const sent: string[] = [];
    const sender = sendQueue({
      async send(frames) {
        expect(++writing).to.equal(1);
        await new Promise(setImmediate);
        writing--;
        sent.push(Buffer.concat(frames).toString());
      },
    });
    const wanted = Array.from({ length: 20 }, (_, i) => String(i));
    for (const text of wanted) sender.send([Buffer.from(text)]);
    await sender.flushed();
    expect(sent).to.deep.equal(wanted);
    sender.send([Buffer.from("later")]);
    await sender.flushed();
    expect(sent.at(-1)).to.equal("later");
  });

  it("goes on when a client has gone away", async () => {
    const sent: number[] = [];
    const sender = sendQueue({
      async send(frames) {
        if (frames.length === 0) throw new Error("host unreachable");
        sent.push(frames.length);
      },
    });
    sender.send([]);
    sender.send([Buffer.from("x")]);
    await sender.flushed();
    expect(sent).to.deep.equal([1]);
  });
});

describe("a publisher of zeromq", () => {
  it("publishes what comes after a message that it refused, as it does while it binds", async () => {
    const [port] = await reservePorts(1);
    const [publisher, subscriber] = [
      new Publisher({ linger: 0 }),
      new Subscriber({ receiveTimeout: 10_000 }),
    ];
    const sender = sendQueue(publisher as never);
    const bound = publisher.bind(`tcp://127.0.0.1:${port}`);
    sender.send([Buffer.from("refused")]);
    await bound;
    subscriber.subscribe();
    subscriber.connect(`tcp://127.0.0.1:${port}`);
    const again = setInterval(() => sender.send([Buffer.from("heard")]), 50);
    const [heard] = await subscriber.receive().finally(() => {
      clearInterval(again);
      publisher.close();
      subscriber.close();
    });
    expect(heard!.toString()).to.equal("heard");
  });
});

describe("the merger of streams", () => {
  const merge = () => {
    const published: string[] = [];
    const merger = streamMerger((parent, { name, text }) =>
      published.push(`${parent.msg_id} ${name} ${text}`),
    );
    return { published, merger };
  };

  it("keeps streams and cells apart, in the order they were written", () => {
    const { published, merger } = merge();
    merger.add({ msg_id: "a" }, "stdout", "1");
    merger.add({ msg_id: "a" }, "stdout", "2");
    merger.add({ msg_id: "a" }, "stderr", "3");
    merger.add({ msg_id: "b" }, "stderr", "4");
    merger.flush();
    merger.flush();
    expect(published).to.deep.equal(["a stdout 12", "a stderr 3", "b stderr 4"]);
  });

  it("lets no more wait than 64 kB", () => {
    const { published, merger } = merge();
    merger.add({ msg_id: "a" }, "stdout", "x".repeat(64 * 1024));
    expect(published).to.have.lengthOf(1);
  });
});
