import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { projectRoot } from "../../../src/base/project.js";
import type { Lab } from "./lab.js";

/** Of a screen in a lecture room. */
export const WIDTH = 1280;

const SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)";
const PANEL = "jupyterapp.shell.currentWidget";
const CELLS = `[...${PANEL}.content.model.cells]`;

/** An open JupyterLab with one notebook at a time: the page itself takes longer to load than most notebooks to run. */
export class NotebookPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** JupyterLab in a page of a browser, with no notebook yet. */
  static async of(browser: Browser, lab: Lab): Promise<NotebookPage> {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
    page.setDefaultTimeout(60_000);
    const notebook = new NotebookPage(page);
    await page.goto(lab.address);
    await page.waitForFunction("globalThis.jupyterapp");
    await page.evaluate("jupyterapp.restored.then(() => undefined)");
    await notebook.command("application:toggle-left-area");
    return notebook;
  }

  /** Opens a notebook and waits until its kernel is idle. */
  async open(name: string): Promise<void> {
    const path = `notebooks/${name}`;
    await this.command("docmanager:open", { path });
    await this.page.waitForFunction(
      `${PANEL}?.context?.path === ${JSON.stringify(path)} && ${PANEL}.content.model?.cells.length > 0`,
    );
    await this.page.evaluate(`${PANEL}.revealed`);
    await this.idle();
  }

  /** Runs one of JupyterLab's commands, as its menus do. */
  command(name: string, args: object = {}): Promise<void> {
    return this.page.evaluate(
      `jupyterapp.commands.execute(${JSON.stringify(name)}, ${JSON.stringify(args)}).then(() => undefined)`,
    );
  }

  /** Waits until the kernel has nothing left to do. */
  async idle(): Promise<void> {
    const status = `${PANEL}.sessionContext.session?.kernel?.status`;
    await this.page.waitForFunction(
      `${status} === "idle" && ${CELLS}.every((cell) => cell.executionState !== "running")`,
    );
  }

  async runAll(): Promise<void> {
    await this.command("notebook:run-all-cells");
    await this.idle();
  }

  /** Runs one cell, counted from 0, to its end. */
  async runCell(at: number): Promise<void> {
    await this.select(at);
    await this.command("notebook:run-cell");
    await this.idle();
  }

  /** Begins to run one cell and waits until it runs, not for its end. */
  async startCell(at: number): Promise<void> {
    await this.select(at);
    await this.page.evaluate(`void jupyterapp.commands.execute("notebook:run-cell")`);
    await this.page.waitForFunction(`${CELLS}[${at}].executionState === "running"`);
  }

  private async select(at: number): Promise<void> {
    await this.page.evaluate(`{ ${PANEL}.content.deselectAll(); ${PANEL}.content.activeCellIndex = ${at}; }`);
  }

  /**
   * Puts the cursor at the end of a cell and presses a key until something comes up: JupyterLab gives a kernel that
   * is asked for the first time less time than it may need.
   */
  async pressFor(at: number, key: string, selector: string): Promise<Locator> {
    const found = this.page.locator(selector);
    for (let tries = 0; tries < 10 && !(await found.isVisible()); tries++) {
      await this.find(".jp-CodeCell .cm-content").nth(at).click();
      await this.page.keyboard.press("Control+End");
      await this.page.keyboard.press(key);
      await found.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    return found;
  }

  /** Restarts the kernel; JupyterLab does not know its state then before something is run. */
  async restart(): Promise<void> {
    await this.page.evaluate(`${PANEL}.sessionContext.session.kernel.restart()`);
  }

  /** Ends the kernel and closes the notebook, unsaved. */
  async close(): Promise<void> {
    await this.page.evaluate(`${PANEL}.sessionContext.shutdown().then(() => ${PANEL}.dispose())`);
  }

  /** The outputs of all cells as the notebook's model has them. */
  outputs(): Promise<StoredOutput[][]> {
    return this.page.evaluate(`${CELLS}.map((cell) => cell.toJSON().outputs ?? [])`);
  }

  /** The number beside each code cell; null for one that has not run. */
  counts(): Promise<(number | null)[]> {
    return this.page.evaluate(
      `${CELLS}.filter((cell) => cell.type === "code").map((cell) => cell.executionCount)`,
    );
  }

  /** What is on the page of the notebook in front. */
  find(selector: string): Locator {
    return this.page.locator(`${SHOWN} ${selector}`);
  }

  /** The whole notebook as a picture in test-results/, however long it is; continuous integration, where nobody looks, takes none. */
  async picture(name: string): Promise<void> {
    if (process.env.CI) return;
    const folder = join(projectRoot(), "test-results", "lab");
    mkdirSync(folder, { recursive: true });
    const cells = this.page.locator(`${SHOWN} .jp-Cell`);
    await cells.first().scrollIntoViewIfNeeded();
    const [top, bottom] = await Promise.all([cells.first().boundingBox(), cells.last().boundingBox()]);
    const height = Math.ceil(bottom!.y + bottom!.height - top!.y) + 200;
    await this.page.setViewportSize({ width: WIDTH, height });
    await cells.first().scrollIntoViewIfNeeded();
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
    await this.page.setViewportSize({ width: WIDTH, height: 900 });
  }
}

/** An output as nbformat keeps it. */
export interface StoredOutput {
  output_type: string;
  name?: string;
  ename?: string;
  evalue?: string;
  text?: string;
  traceback?: string[];
  data?: Record<string, unknown>;
}

/** Rows of the table in an output's HTML; 0 where there is none. */
export function rowsIn(html: unknown): number {
  return [html ?? ""].flat().join("").match(/<tr>/g)?.length ?? 0;
}
