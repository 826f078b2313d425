import { expect } from "chai";
import { interrupt, type Interruptible } from "../../../src/jupyter/kernel/interrupt.js";
import { SharedFlags, type Stage } from "../../../src/jupyter/kernel/shared-flags.js";

/** A main thread that goes from stage to stage with each signal, and what was done to it. */
function act(stages: Stage[], answer: (signals: number) => boolean) {
  let signals = 0;
  let looks = 0;
  const done: string[] = [];
  const main: Interruptible = {
    underWay: () => "cell",
    heard: () => (answer(signals) ? 1 : 0),
    isAt: (stage) => stages[Math.min(looks++ >> 1, stages.length - 1)] === stage,
  };
  const signal = () => done.push(`signal ${++signals}`);
  return { main, done, means: { signal, terminate: () => done.push("terminate") } };
}

describe("an interrupt", () => {
  it("is one signal where that is heard", async () => {
    const { main, done, means } = act(["loop"], (signals) => signals >= 1);
    await interrupt(main, means);
    expect(done).to.deep.equal(["signal 1"]);
  });

  it("is repeated where the first came to nothing", async () => {
    const { main, done, means } = act(["cell"], (signals) => signals >= 3);
    await interrupt(main, means);
    expect(done).to.deep.equal(["signal 1", "signal 2", "signal 3"]);
  });

  it("ends by force a loop that hears no signal", async () => {
    const { main, done, means } = act(["loop"], () => false);
    await interrupt(main, means);
    expect(done).to.deep.equal(["signal 1", "signal 2", "terminate"]);
  });

  it("waits for the compiler to come to its end", async () => {
    const { main, done, means } = act(["compiling", "compiling", "cell"], (signals) => signals >= 1);
    await interrupt(main, means);
    expect(done).to.deep.equal(["signal 1"]);
  });
});

describe("the flags that two threads share", () => {
  it("tell the stage that work is at, and go back to the one before", () => {
    const flags = new SharedFlags();
    const other = new SharedFlags(flags.memory);
    const seen: boolean[] = [];
    flags.during("cell", () => {
      flags.during("compiling", () => seen.push(other.isAt("compiling")));
      seen.push(other.isAt("cell"));
    });
    expect(() =>
      flags.during("cell", () => {
        throw new Error("in the cell");
      }),
    ).to.throw("in the cell");
    expect([...seen, other.isAt("loop")]).to.deep.equal([true, true, true]);
  });

  it("count the interrupts heard and let a thread wait for the sockets", () => {
    const flags = new SharedFlags();
    flags.countHeard();
    flags.countHeard();
    expect(new SharedFlags(flags.memory).heard).to.equal(2);
    flags.setClosed();
    const begun = performance.now();
    flags.waitClosed(10_000);
    expect(performance.now() - begun).to.be.below(5000);
  });
});
