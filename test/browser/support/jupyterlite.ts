/** JupyterLite's application with our extension in it and notebooks as its files. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"; // prettier-ignore
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../../../src/base/project.js";
import { EXTENSION, writeExtension } from "../../../src/browser/build/engine.js";
import { serveSite } from "../../../src/browser/build/serve-site.js";
import { DRIVER, requireBrowser, without } from "../../lab/support/tools.js";

/** The one package of npm that has the application built. Galaxy's own extensions in it are left out. */
const PACKAGE = "@galaxyproject/jupyterlite@0.0.31";
const APPLICATION = join(projectRoot(), "node_modules/@galaxyproject/jupyterlite/static/dist/_output");

export interface JupyterLite {
  /** Opens a notebook and waits for its kernel. */
  open(notebook: string): Promise<Page>;
  /** Requests that went elsewhere, and were refused. */
  elsewhere: string[];
  stop(): Promise<void>;
}

export async function startJupyterLite(
  suite: Mocha.Context,
  notebooks: readonly string[],
): Promise<JupyterLite> {
  if (!existsSync(APPLICATION))
    without(
      suite,
      `the tests in JupyterLite require ${PACKAGE} (npm install --no-save ${DRIVER} ${PACKAGE})`,
    );
  const browser = await (await requireBrowser(suite))();
  const folder = mkdtempSync(join(tmpdir(), "egov-kz-lite-"));
  await write(folder, notebooks);
  const { server, port } = await serveSite(folder, 0, "/lite/");
  const address = `http://127.0.0.1:${port}/lite/`;
  const elsewhere: string[] = [];
  return {
    elsewhere,
    open: async (notebook) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      await page.route(
        (url) => !url.href.startsWith(address),
        (route) => {
          elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      await page.goto(`${address}lab/index.html?path=${notebook}`);
      await page.waitForFunction(
        "window.jupyterapp?.shell.currentWidget?.content?.model?.sharedModel?.cells",
      );
      await page.evaluate(`(async () => {
        globalThis.panel = jupyterapp.shell.currentWidget;
        await panel.sessionContext.ready;
        globalThis.kernel = panel.sessionContext.session.kernel;
        await kernel.info;
      })()`);
      return page;
    },
    stop: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function write(folder: string, notebooks: readonly string[]): Promise<void> {
  const own = ["jupyter-lite.json", "extensions", "api", "files"];
  for (const name of readdirSync(APPLICATION))
    if (!own.includes(name)) symlinkSync(join(APPLICATION, name), join(folder, name));
  cpSync(join(APPLICATION, "api"), join(folder, "api"), { recursive: true });
  const theirs = JSON.parse(readFileSync(join(APPLICATION, "jupyter-lite.json"), "utf8")) as {
    "jupyter-config-data": object;
  };
  const config = {
    ...theirs["jupyter-config-data"],
    contentsAllJsonFile: "all.json",
    exposeAppInBrowser: true,
    federated_extensions: [EXTENSION],
    litePluginSettings: {},
  };
  const put = (path: string, value: object): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  put("jupyter-lite.json", { "jupyter-lite-schema-version": 0, "jupyter-config-data": config });
  await writeExtension(join(folder, "extensions"));
  for (const path of notebooks) {
    put(join("files", path), withoutOutputs(path));
    const name = path.split("/").at(-1)!;
    const listed = { name, path, type: "notebook", format: null, content: null, writable: true, size: 1, created: "2026-01-01T00:00:00Z", last_modified: "2026-01-01T00:00:00Z", mimetype: null }; // prettier-ignore
    put(join("api/contents", dirname(path), "all.json"), { ...listed, type: "directory", content: [listed] });
  }
}

function withoutOutputs(path: string): object {
  const notebook = JSON.parse(readFileSync(join(projectRoot(), "notebooks", path), "utf8")) as {
    cells: { outputs?: object[]; execution_count?: number | null }[];
  };
  for (const cell of notebook.cells)
    if (cell.outputs) Object.assign(cell, { outputs: [], execution_count: null });
  return notebook;
}
