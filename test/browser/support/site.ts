/** The site, written once for all tests, and served below a path as on GitHub Pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { serveSite } from "../../../src/browser/build/serve-site.js";
import { writeSite } from "../../../src/browser/build/write-site.js";
import { requireBrowser } from "../../lab/support/tools.js";

export interface Site {
  folder: string;
  /** Ends with a slash. */
  address: string;
  /** What has left the server, compressed. */
  sent: { path: string; size: number }[];
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

let written: Promise<string> | undefined;

async function write(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "egov-kz-site-")), "site");
  process.on("exit", () => rmSync(dirname(folder), { recursive: true, force: true }));
  await writeSite(folder);
  return folder;
}

/** In a fresh browser for each suite. */
export async function startSite(suite: Mocha.Context): Promise<Site> {
  const browser = await (await requireBrowser(suite))();
  const folder = await (written ??= write());
  const { server, port } = await serveSite(folder, 0, "/some/path/");
  const sent: Site["sent"] = [];
  server.prependListener("request", ({ url }, response) => {
    const { end } = response;
    response.end = (body?: unknown) => {
      sent.push({ path: url ?? "", size: (body as Buffer | undefined)?.length ?? 0 });
      return end.call(response, body as Buffer, "utf8");
    };
  });
  const contexts: BrowserContext[] = [];
  const address = `http://127.0.0.1:${port}/some/path/`;
  return {
    folder,
    address,
    sent,
    open: async (path, options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(/^\w+:/.test(path) ? path : address + path);
      return page;
    },
    stop: async () => {
      await browser.close();
      server.close();
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
