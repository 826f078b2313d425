import { expect } from "chai";
import { interrupt } from "../../../src/jupyter/kernel/server/interrupt.js";
import { sharedFlags } from "../../../src/jupyter/kernel/server/between-threads.js";

/**
 * A main thread that first compiles for so many looks, and what was done to it.
 * @param answered how many signals there are when its request is answered
 */
function act(compiles: number, answered: number, { hears = false, idle = false } = {}) {
  let signals = 0;
  let looks = 0;
  const done: string[] = [];
  const dispatcher = {
    get underWay() {
      return signals >= answered ? "another" : idle ? undefined : "cell";
    },
  };
  const flags = {
    heard() {
      return hears ? signals : 0;
    },
    isWhole() {
      return looks++ < compiles;
    },
  };
  const signal = () => done.push(`signal ${++signals}`);
  const means = { signal, terminate: () => done.push("terminate") };
  return { done, interrupted: () => interrupt(dispatcher, flags, means) };
}

describe("an interrupt", function () {
  this.timeout(10_000);

  it("is one signal where that ends the request", async () => {
    const { done, interrupted } = act(0, 1);
    await interrupted();
    expect(done).to.deep.equal(["signal 1"]);
  });

  it("is repeated where the first came before the cell had begun", async () => {
    const { done, interrupted } = act(0, 3, { hears: true });
    await interrupted();
    expect(done).to.deep.equal(["signal 1", "signal 2", "signal 3"]);
  });

  it("is over when it is heard where no request is under way", async () => {
    const { done, interrupted } = act(0, 9, { hears: true, idle: true });
    await interrupted();
    expect(done).to.deep.equal(["signal 1"]);
  });

  it("ends by force a loop that hears no signal", async () => {
    const { done, interrupted } = act(0, 3);
    await interrupted();
    expect(done).to.deep.equal(["signal 1", "signal 2", "terminate", "signal 3"]);
  });

  it("waits for the compiler to come to its end", async () => {
    const { done, interrupted } = act(3, 1);
    await interrupted();
    expect(done).to.deep.equal(["signal 1"]);
  });
});

describe("the flags that two threads share", () => {
  it("tell of work that must not be broken off, also inside such work, and when it fails", () => {
    const flags = sharedFlags();
    const other = sharedFlags(flags.memory);
    const seen: boolean[] = [];
    flags.whole(() => {
      flags.whole(() => seen.push(other.isWhole()));
      seen.push(other.isWhole());
    });
    expect(() =>
      flags.whole(() => {
        throw new Error("in the compiler");
      }),
    ).to.throw("in the compiler");
    expect([...seen, other.isWhole()]).to.deep.equal([true, true, false]);
  });

  it("count the interrupts heard and let a thread wait for the sockets", () => {
    const flags = sharedFlags();
    flags.countHeard();
    flags.countHeard();
    expect(sharedFlags(flags.memory).heard()).to.equal(2);
    flags.setClosed();
    const begun = performance.now();
    flags.waitClosed(10_000);
    expect(performance.now() - begun).to.be.below(5000);
  });
});
