import { expect } from "chai";

/** What a wrong call must say: after the function's name and " requires ", or the whole message for a pattern. */
export type WrongCall = [because: string, call: () => unknown, says: string | RegExp];

/** One test for each wrong call: it throws, and the message says what is required and what came instead. */
export function refuses(caller: string, calls: readonly WrongCall[]): void {
  for (const [because, call, says] of calls)
    it(`refuses ${because}`, () => {
      const message = typeof says === "string" ? `${caller} requires ${says}` : says;
      let thrown: unknown;
      try {
        call();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.be.an.instanceOf(Error);
      if (typeof message === "string") expect((thrown as Error).message).to.equal(message);
      else expect((thrown as Error).message).to.match(message);
    });
}
