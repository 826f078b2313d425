import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../src/base/project.js";

/** A copy of the built project that JupyterLab may write into, and settings of its own. */
export interface Project {
  root: string;
  /** The folder that its processes take for temporary files. */
  temporary: string;
  environment: NodeJS.ProcessEnv;
  /** Writes a notebook of these code cells into `notebooks/`. */
  notebook(name: string, cells: readonly string[]): void;
  remove(): void;
}

const SETTINGS = {
  // All cells in the page at once, so that all can be looked at.
  "notebook-extension/tracker": { windowingMode: "none", autoStartDefaultKernel: true },
  "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
};

/** @param extension whether JupyterLab is to have plotly's renderer, if it is installed. */
export function makeProject(jupyter: string, extension = true): Project {
  const root = mkdtempSync(join(tmpdir(), "egov-kz-test-"));
  for (const part of ["dist", "data", "locales", "notebooks", "vendor", "package.json"])
    cpSync(join(projectRoot(), part), join(root, part), { recursive: true });
  linkPackages(root);
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(content));
  };
  for (const [name, settings] of Object.entries(SETTINGS))
    write(`.settings/@jupyterlab/${name}.jupyterlab-settings`, settings);
  write(".config/jupyter_server_config.json", { LabApp: { expose_app_in_browser: true } });
  if (!extension)
    write(".config/labconfig/page_config.json", {
      disabledExtensions: { "@jupyterlab/plotly-extension:factory": true },
    });
  const temporary = join(root, ".tmp");
  mkdirSync(temporary);
  return {
    root,
    temporary,
    environment: {
      ...process.env,
      TMPDIR: temporary,
      PATH: `${jupyter}:${process.env.PATH}`,
      JUPYTER_CONFIG_DIR: join(root, ".config"),
      JUPYTER_DATA_DIR: join(root, ".data"),
      JUPYTER_RUNTIME_DIR: join(root, ".runtime"),
      JUPYTERLAB_SETTINGS_DIR: join(root, ".settings"),
      JUPYTERLAB_WORKSPACES_DIR: join(root, ".workspaces"),
    },
    notebook: (name, cells) => write(`notebooks/${name}`, notebookOf(cells)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The project's packages; the one that pages ask the server for is copied, since Jupyter serves nothing from outside its root. */
function linkPackages(root: string): void {
  const [from, to] = [projectRoot(), root].map((folder) => join(folder, "node_modules"));
  mkdirSync(to!);
  for (const name of readdirSync(from!)) {
    const [source, target] = [join(from!, name), join(to!, name)];
    if (name === "plotly.js-dist-min") cpSync(source, target, { recursive: true, dereference: true });
    else symlinkSync(source, target);
  }
}

function notebookOf(cells: readonly string[]): object {
  return {
    cells: cells.map((source, at) => ({
      cell_type: "code",
      execution_count: null,
      id: `cell-${at}`,
      metadata: {},
      outputs: [],
      source,
    })),
    metadata: { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
