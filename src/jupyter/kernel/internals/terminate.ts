/** Ends the JavaScript that runs in the main thread, from another thread; Node does not provide for it. */
import { readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";
import { dataPath } from "../../../base/project.js";

/** How long the main thread may take to leave what it was in. */
const LEAVE_MS = 50;

/** Has Node not look, and look again, whether the scopes are closed that ended code leaves open. */
const SCOPES = readFileSync(dataPath("lab", "scopes.js"), "utf8");

/** Ends all JavaScript that is running in the main thread; its event loop then goes on. */
export async function terminateExecution(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  const scopes = (isEnded: boolean) => {
    const expression = `{ const isEnded = ${isEnded};\n${SCOPES} }`;
    return new Promise<void>((resolve) => session.post("Runtime.evaluate", { expression }, () => resolve()));
  };
  void scopes(false);
  await new Promise<void>((resolve) => session.post("Runtime.terminateExecution", () => resolve()));
  await sleep(LEAVE_MS);
  await scopes(true);
  session.disconnect();
}
