/** The site, written once for all tests, and served below a path as on GitHub Pages. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { context } from "esbuild";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { writeSite } from "../../../src/browser/build/write-site.js";
import { requireBrowser } from "../../lab/support/tools.js";

export interface Site {
  folder: string;
  /** Ends with a slash. */
  address: string;
  /** What has left the server, with its compressed size. */
  sent: { path: string; size: number }[];
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** Below which the site is served. */
const PLACE = "some/path";

let written: Promise<string> | undefined;

async function write(): Promise<string> {
  const served = mkdtempSync(join(tmpdir(), "egov-kz-site-"));
  process.on("exit", () => rmSync(served, { recursive: true, force: true }));
  const folder = join(served, PLACE);
  mkdirSync(dirname(folder));
  await writeSite(folder);
  return served;
}

/** In a fresh browser for each suite. */
export async function startSite(suite: Mocha.Context): Promise<Site> {
  const browser = await (await requireBrowser(suite))();
  const served = await (written ??= write());
  const sent: Site["sent"] = [];
  const server = await context({});
  const { port } = await server.serve({
    ...{ servedir: served, host: "127.0.0.1", port: 0 },
    onRequest: ({ path, status }) => {
      if (status === 200) sent.push({ path, size: gzipSync(readFileSync(join(served, path))).length });
    },
  });
  const contexts: BrowserContext[] = [];
  const address = `http://127.0.0.1:${port}/${PLACE}/`;
  return {
    folder: join(served, PLACE),
    address,
    sent,
    open: async (path, options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(path.startsWith("file:") ? path : address + path);
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.dispose();
    },
  };
}

/** Both workers are there. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('body[data-state="ready"]', { timeout: 60_000 });
}

export async function runAll(page: Page): Promise<void> {
  await untilReady(page);
  await page.click("[data-tool=runAll]");
  await untilIdle(page);
}

export async function untilIdle(page: Page): Promise<void> {
  await page.waitForFunction("!document.querySelector('.waiting, .running')", null, { timeout: 120_000 });
}
