import { expect } from "chai";
import { startClient } from "../../src/jupyter/run/client.js";

describe("startClient, of a kernel whose port was taken", () => {
  it("starts it anew and, where that does not help, says so; it does not wait for the time to run out", async () => {
    // As stock tslab does it: the error is told on stderr, and the process stays.
    const program = 'console.error("Error: Address already in use"); setInterval(() => {}, 1000);';
    const spec = {
      name: "deaf",
      displayName: "Deaf",
      language: "none",
      argv: [process.execPath, "-e", program, "{connection_file}"],
      env: {},
      interruptMode: "signal" as const,
      source: "test",
    };
    const error = await startClient(spec, { cwd: ".", startupTimeout: 30 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.have.property("name", "DeadKernelError");
    expect((error as Error).message).to.match(/was ended by SIGKILL: (Error: Address already in use)/);
  });
});
