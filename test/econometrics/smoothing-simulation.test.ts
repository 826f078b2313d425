import { expect } from "chai";
import { smoothingSimulation } from "../../src/econometrics/smoothing-simulation.js";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function rejection(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => new Error("no error"),
    (error: Error) => error,
  );
}

describe("smoothingSimulation", () => {
  it("has the mean that theory gives for noise without smoothing: 1 / (n - 1)", async () => {
    const { raw } = await smoothingSimulation({ n: 10, source: "noise", simulations: 4000 });
    // R² of noise is beta distributed with 1/2 and (n - 2)/2.
    expect(mean(raw)).to.be.closeTo(1 / 9, 4 * Math.sqrt((2 * 0.5 * 4) / (4.5 ** 2 * 5.5) / 2 / 4000));
  });

  it("shows that totals of five look far straighter than the noise they are made of", async () => {
    const { raw, smoothed } = await smoothingSimulation({ n: 10, source: "noise", simulations: 2000 });
    expect(mean(smoothed)).to.be.above(3 * mean(raw));
  });

  it("leaves a series as it is with a width of 1", async () => {
    const { raw, smoothed } = await smoothingSimulation({ n: 6, width: 1, simulations: 50 });
    expect(smoothed).to.deep.equal(raw);
  });

  it("gives the same for the same seed, and something else for another", async () => {
    const [one, same, other] = await Promise.all(
      [1, 1, 2].map((seed) => smoothingSimulation({ simulations: 20, seed })),
    );
    expect(same).to.deep.equal(one);
    expect(other).not.to.deep.equal(one);
  });

  it("says how far it is, and at the end that all is done", async () => {
    const reports: [number, number][] = [];
    const onProgress = (done: number, total: number) => void reports.push([done, total]);
    await smoothingSimulation({ n: 200, simulations: 4000, onProgress });
    expect(reports.length).to.be.above(1);
    expect(reports.at(-1)).to.deep.equal([4000, 4000]);
    expect(reports.map(([done]) => done)).to.deep.equal(reports.map(([done]) => done).sort((a, b) => a - b));
  });

  it("ends at an interrupt where a kernel takes the signal, and leaves no listener behind", async () => {
    const kernel = () => undefined;
    const onProgress = (): void => void setImmediate(() => setImmediate(() => process.emit("SIGINT")));
    const call = smoothingSimulation({ simulations: 1e9, onProgress });
    process.on("SIGINT", kernel);
    const before = process.listenerCount("SIGINT");
    expect((await rejection(call)).message).to.equal("smoothingSimulation was interrupted");
    expect(process.listenerCount("SIGINT")).to.equal(before);
    process.off("SIGINT", kernel);
  });

  for (const [given, says] of [
    [{ n: 3 }, "a whole n of at least 4, got 3"],
    [{ n: 6, width: 5 }, "an odd width from 1 to 4, got 5"],
    [{ width: 4 }, "an odd width from 1 to 8, got 4"],
    [{ source: "music" as "noise" }, '"noise" or "random walk", got "music"'],
    [{ simulations: 0.5 }, "a whole number of simulations from 1, got 0.5"],
    [{ seed: NaN }, "a whole number as seed, got NaN"],
  ] as const)
    it(`says that it requires ${says}`, async () =>
      expect((await rejection(smoothingSimulation(given))).message).to.equal(
        `smoothingSimulation requires ${says}`,
      ));
});
