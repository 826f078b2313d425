import { expect } from "chai";
import { Dispatcher, type Channel } from "../../../src/jupyter/kernel/server/dispatcher.js";
import type { SessionRequest } from "../../../src/jupyter/kernel/server/between-threads.js";
import { newMessage, type Message } from "../../../src/jupyter/wire/wire.js";

/** A dispatcher whose surroundings write down what happens, one line each. */
class Script {
  readonly lines: string[] = [];
  readonly forwarded: SessionRequest[] = [];
  readonly dispatcher = new Dispatcher("kernel", {
    send: (channel, message) => this.lines.push(asLine(channel, message)),
    forward: (request) => this.forwarded.push(request),
    interrupt: () => this.lines.push("interrupted"),
    exit: () => this.lines.push("exited"),
    kernelInfo: () => ({ status: "ok", implementation: "it" }),
    ports: () => ({ shell_port: 1 }),
    input: (text) => this.lines.push(`typed ${text}`),
  });

  constructor(ready = true) {
    if (ready) this.dispatcher.onSession({ kind: "ready" });
    this.lines.length = 0;
  }

  ask(channel: Channel, type: string, id: string, content = {}): void {
    const header = { ...newMessage(type, "client").header, msg_id: id };
    const identities = [Buffer.from(`from ${id}`)];
    const message = { identities, header, parent_header: {}, metadata: {}, content, buffers: [] };
    this.dispatcher.onRequest(channel, message);
  }

  answer(content: object, abortQueued = false): void {
    this.dispatcher.onSession({ kind: "reply", json: JSON.stringify(content), abortQueued });
  }

  /** What has happened since it was last asked. */
  take(): string[] {
    return this.lines.splice(0);
  }
}

function asLine(channel: string, { header, parent_header, content, identities }: Message): string {
  const said = header.msg_type === "status" ? content.execution_state : JSON.stringify(content);
  const to = channel === "iopub" ? "" : ` to ${Buffer.from(identities[0]!).toString().slice(5)}`;
  return `${channel}${to}: ${header.msg_type} ${String(said)} (${parent_header.msg_id ?? "none"})`;
}

const run = (id: string, state: string) => `iopub: status ${state} (${id})`;

describe("the dispatcher of requests", () => {
  it("says that the kernel starts", () => {
    const lines: string[] = [];
    const note = (channel: string, message: Message) => lines.push(asLine(channel, message));
    const nothing = () => undefined;
    new Dispatcher("k", {
      send: note,
      forward: nothing,
      interrupt: nothing,
      exit: nothing,
      kernelInfo: () => ({}),
      ports: () => ({}),
      input: nothing,
    });
    expect(lines).to.deep.equal(["iopub: status starting (none)"]);
  });

  it("hands cells to the session one at a time, in order, between busy and idle", () => {
    const script = new Script();
    script.ask("shell", "execute_request", "a", { code: "1" });
    script.ask("shell", "execute_request", "b", { code: "2" });
    expect(script.forwarded.map(({ content }) => content)).to.deep.equal([{ code: "1" }]);
    script.answer({ status: "ok" });
    expect(script.forwarded.map(({ content }) => content)).to.deep.equal([{ code: "1" }, { code: "2" }]);
    expect(script.take()).to.deep.equal([
      run("a", "busy"),
      'shell to a: execute_reply {"status":"ok"} (a)',
      run("a", "idle"),
      run("b", "busy"),
    ]);
  });

  it("aborts the cells that wait behind a failed one, answers the rest in their place, and runs what comes later", () => {
    const script = new Script();
    script.ask("shell", "execute_request", "a");
    script.ask("shell", "execute_request", "b");
    script.ask("shell", "complete_request", "c");
    script.ask("shell", "execute_request", "d");
    script.take();
    script.answer({ status: "error" }, true);
    expect(script.take()).to.deep.equal([
      'shell to a: execute_reply {"status":"error"} (a)',
      run("a", "idle"),
      ...["b", "d"].flatMap((id) => [
        run(id, "busy"),
        `shell to ${id}: execute_reply {"status":"aborted"} (${id})`,
        run(id, "idle"),
      ]),
      run("c", "busy"),
    ]);
    script.answer({ matches: [] });
    script.ask("shell", "execute_request", "e");
    expect(script.forwarded.at(-1)?.header.msg_id).to.equal("e");
  });

  it("runs the cells behind a failed one where that was asked", () => {
    const script = new Script();
    script.ask("shell", "execute_request", "a");
    script.ask("shell", "execute_request", "b");
    script.answer({ status: "error" }, false);
    expect(script.forwarded.at(-1)?.header.msg_id).to.equal("b");
  });

  it("answers kernel_info on shell at once while no cell runs, and in its turn while one does", () => {
    const script = new Script();
    script.ask("shell", "kernel_info_request", "i");
    const reply = 'kernel_info_reply {"status":"ok","implementation":"it"}';
    expect(script.take()).to.deep.equal([run("i", "busy"), `shell to i: ${reply} (i)`, run("i", "idle")]);
    script.ask("shell", "execute_request", "a");
    script.ask("shell", "kernel_info_request", "j");
    expect(script.take()).to.deep.equal([run("a", "busy")]);
    script.answer({});
    expect(script.take()).to.include(`shell to j: ${reply} (j)`);
  });

  it("interrupts and shuts down by control while a cell runs", () => {
    const script = new Script();
    script.ask("shell", "execute_request", "a");
    script.take();
    script.ask("control", "interrupt_request", "i");
    script.ask("control", "shutdown_request", "s", { restart: true });
    expect(script.take()).to.deep.equal([
      run("i", "busy"),
      "interrupted",
      'control to i: interrupt_reply {"status":"ok"} (i)',
      run("i", "idle"),
      run("s", "busy"),
      'control to s: shutdown_reply {"status":"ok","restart":true} (s)',
      run("s", "idle"),
      "exited",
    ]);
  });

  it("publishes output under the cell it belongs to, streams before what follows them", () => {
    const script = new Script();
    const parent = { msg_id: "a" };
    script.dispatcher.onSession({ kind: "stream", parent, name: "stdout", text: "one " });
    script.dispatcher.onSession({ kind: "stream", parent, name: "stdout", text: "two" });
    script.dispatcher.onSession({ kind: "output", parent, msgType: "display_data", json: '{"data":{}}' });
    expect(script.take()).to.deep.equal([
      'iopub: stream {"name":"stdout","text":"one two"} (a)',
      'iopub: display_data {"data":{}} (a)',
    ]);
    script.dispatcher.onSession({ kind: "stream", parent, name: "stderr", text: "three" });
    script.dispatcher.flush();
    expect(script.take()).to.deep.equal(['iopub: stream {"name":"stderr","text":"three"} (a)']);
  });

  it("does not know whether code is complete until the compiler is loaded", () => {
    const script = new Script(false);
    script.ask("shell", "is_complete_request", "a", { code: "1" });
    expect(script.take()).to.include('shell to a: is_complete_reply {"status":"unknown"} (a)');
    script.dispatcher.onSession({ kind: "ready" });
    script.ask("shell", "is_complete_request", "b", { code: "1" });
    expect(script.forwarded.map(({ header }) => header.msg_id)).to.deep.equal(["b"]);
  });

  it("refuses comms, passes by what needs no answer, and says what it does not know", () => {
    const script = new Script();
    script.ask("shell", "comm_open", "o", { comm_id: "7" });
    expect(script.take()).to.include('iopub: comm_close {"comm_id":"7","data":{}} (o)');
    for (const type of ["comm_msg", "comm_close"]) script.ask("shell", type, "m");
    expect(script.take()).to.deep.equal([]);
    script.ask("shell", "comm_info_request", "c");
    expect(script.take()).to.include('shell to c: comm_info_reply {"status":"ok","comms":{}} (c)');
    script.ask("control", "debug_request", "d");
    expect(script.take().join()).to.contain("the kernel answers no debug_request");
  });

  it("greets who subscribes, and tells its ports", () => {
    const script = new Script();
    script.dispatcher.onSubscription(Buffer.from("stream"));
    expect(script.take()).to.deep.equal(['iopub: iopub_welcome {"subscription":"stream"} (none)']);
    script.ask("shell", "connect_request", "c");
    expect(script.take()).to.include('shell to c: connect_reply {"status":"ok","shell_port":1} (c)');
  });

  it("asks the client that runs the cell, and hands on what it says", () => {
    const script = new Script();
    script.ask("shell", "execute_request", "a");
    script.take();
    script.dispatcher.onSession({ kind: "input", parent: { msg_id: "a" }, prompt: "Name? " });
    expect(script.take()).to.deep.equal([
      'stdin to a: input_request {"prompt":"Name? ","password":false} (a)',
    ]);
    script.ask("stdin", "input_reply", "r", { value: "me" });
    expect(script.take()).to.deep.equal(["typed me"]);
  });

  it("passes by a reply to no request", () => {
    const script = new Script();
    script.answer({ status: "ok" });
    expect(script.take()).to.deep.equal([]);
  });
});
