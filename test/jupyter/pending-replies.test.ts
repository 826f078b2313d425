import { expect } from "chai";
import { pendingReplies, type PendingReplies } from "../../src/jupyter/run/pending-replies.js";
import { newMessage, type Message } from "../../src/jupyter/wire/wire.js";

const answer = (to: string, msgType: string, content: Record<string, unknown> = {}): Message => ({
  identities: [],
  header: newMessage(msgType, "session").header,
  parent_header: { msg_id: to },
  metadata: {},
  content,
  buffers: [],
});
const reply = (to: string) => answer(to, "execute_reply", { status: "ok" });
const state = (to: string, execution_state: string) => answer(to, "status", { execution_state });

/** Whether the promise has settled by now. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.finally(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

const unasked = () => Promise.reject(new Error("must not be asked"));

describe("PendingReplies", () => {
  it("fails a request whose idle state is not there when that of a later one is", async () => {
    const replies = pendingReplies(() => Promise.resolve(), 5);
    const one = replies.expect("1");
    replies.onReply(reply("1"));
    const error = await one.catch((thrown: unknown) => thrown);
    expect(error).to.have.property("name", "LostMessageError");
  });

  it("takes an idle state that comes before that of the later one", async () => {
    const replies: PendingReplies = pendingReplies(() => {
      replies.onOutput(state("1", "idle"));
      return Promise.resolve();
    }, 5);
    const one = replies.expect("1");
    replies.onReply(reply("1"));
    expect((await one).header.msg_type).to.equal("execute_reply");
  });

  it("waits for both the reply and idle, in whatever order they come", async () => {
    const replies = pendingReplies(unasked);
    const [one, two] = [replies.expect("1"), replies.expect("2")];
    replies.onReply(reply("1"));
    replies.onOutput(state("2", "idle"));
    expect([await settled(one), await settled(two)]).to.deep.equal([false, false]);
    replies.onOutput(state("1", "busy"));
    expect(await settled(one)).to.equal(false);
    replies.onOutput(state("1", "idle"));
    replies.onReply(reply("2"));
    expect((await one).content).to.deep.equal({ status: "ok" });
    expect((await two).parent_header.msg_id).to.equal("2");
  });

  it("passes by what answers no request of ours, or comes twice", async () => {
    const replies = pendingReplies(unasked);
    const one = replies.expect("1");
    replies.onReply(reply("other"));
    replies.onOutput(state("other", "idle"));
    replies.onOutput(answer("1", "stream", { name: "stdout", text: "idle" }));
    expect(await settled(one)).to.equal(false);
    for (const message of [reply("1"), state("1", "idle"), reply("1"), state("1", "idle")]) {
      if (message.header.msg_type === "status") replies.onOutput(message);
      else replies.onReply(message);
    }
    expect(await settled(one)).to.equal(true);
  });

  it("fails all that is owed when the kernel has gone", async () => {
    const replies = pendingReplies(unasked);
    const both = [replies.expect("1"), replies.expect("2")];
    replies.rejectAll(new Error("gone"));
    for (const one of both) expect(await one.catch((error: Error) => error.message)).to.equal("gone");
  });
});
