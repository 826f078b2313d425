/** Runs a notebook's cells one after the other, and says what is happening. */
import { text } from "../../base/text.js";
import type { CellView } from "./cell-view.js";
import { root } from "./locale.js";
import { keepOffline } from "./offline.js";
import type { Workers } from "./workers.js";

/** @param busy called when the first cell waits, and when the last has run */
export function cellRunner(
  workers: Workers,
  say: (message: string) => void,
  busy: (isBusy: boolean) => void,
) {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isReady = false;
  let keeping: Promise<void> | undefined;

  /** After a failed cell, the rest of the list do not run. */
  async function runEach(list: readonly CellView[]): Promise<void> {
    let fine = true;
    let missing = "";
    for (const view of list) {
      try {
        if (fine)
          fine = (await runOne(view)) || view.cell.metadata.tags?.includes("raises-exception") === true;
      } catch (error) {
        fine = false;
        missing = text("page.notLoaded", { error: (error as Error).message });
      }
      view.node.classList.remove("waiting", "running");
      waiting--;
    }
    say(missing || text(fine ? "page.ready" : "page.failed"));
    // After the first result, for which a phone would otherwise wait longer.
    if (missing === "") keeping ??= keepOffline(root, () => say(text("page.offline")));
    busy(waiting > 0);
  }

  /** @returns whether it ended without an error */
  async function runOne({ area, cell, node, source }: CellView): Promise<boolean> {
    say(text(isReady ? "page.running" : "page.starting"));
    node.classList.add("running");
    let isClear = false;
    const clear = (): void => {
      if (!isClear) area.clear();
      isClear = true;
    };
    const { status, execution_count = null } = await workers.run({ code: source }, (message) => {
      clear();
      area.hear(message);
    });
    clear();
    const interrupted = { ename: "Interrupted", evalue: "", traceback: [text("page.interrupted")] };
    if (status === "ended") area.hear({ msgType: "error", content: interrupted });
    area.show();
    isReady = true;
    Object.assign(cell, { execution_count, outputs: [] });
    node.classList.remove("running");
    node.classList.toggle("failed", status !== "ok");
    return status === "ok";
  }

  return {
    isIdle: () => waiting === 0,
    run(list: readonly CellView[]): void {
      waiting += list.length;
      for (const { node } of list) node.classList.add("waiting");
      busy(true);
      turn = turn.then(() => runEach(list)).catch(() => undefined);
    },
    async restart(message: string): Promise<void> {
      say(text("page.starting"));
      await workers.restart();
      await turn;
      say(message);
    },
  };
}
