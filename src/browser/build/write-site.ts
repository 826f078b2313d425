/** Writes the whole site: pages, scripts, data; static files that any host serves under any path. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { folderOf, getLanguage, languages, type Language } from "../../base/language.js";
import { setLanguage, text } from "../../base/text.js";
import { dataPath, projectRoot } from "../../base/project.js";
import { writeAtomically } from "../../base/write-atomically.js";
import type { ReportContent } from "../../report/content.js";
import type { SavedNotebook } from "../shared/notebook.js";
import { bundlePages, bundleWorker } from "./bundle.js";
import { dataFiles, offeredModules, typeFiles } from "./files.js";
import { landingPage } from "./landing-page.js";
import { notebookPage, type StoredNotebook } from "./notebook-page.js";
import { pageHtml } from "./page-html.js";
import { reportPage, siteReport } from "./report-page.js";
import { rawPaper, whatIfPage } from "./what-if-page.js";

/** @param out a folder, emptied first if it contains an earlier site */
export async function writeSite(out: string): Promise<void> {
  const isEmpty = !existsSync(out) || readdirSync(out).length === 0;
  if (!isEmpty && !existsSync(join(out, "assets", "paper.json")))
    throw new Error(`site requires an empty folder or one with a site, got ${out}`);
  rmSync(out, { recursive: true, force: true });
  await writeAssets(join(out, "assets"));
  const before = getLanguage();
  try {
    for (const language of languages()) {
      setLanguage(language);
      writePages(out, language, await siteReport());
    }
  } finally {
    setLanguage(before);
  }
  writeServiceWorker(out);
}

async function writeAssets(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, content: string): void => writeAtomically(join(folder, name), content);
  put("paper.json", JSON.stringify(rawPaper()));
  // What runs cells: two workers and their files.
  put("types.json", JSON.stringify(typeFiles()));
  put("data.json", JSON.stringify(dataFiles()));
  for (const worker of ["compiler", "session"] as const)
    put(`${worker}.js`, await bundleWorker(worker, offeredModules()));
  await bundlePages(folder);
  cpSync(join(projectRoot(), "locales"), folder, { recursive: true });
  // For the report on a dropped document.
  for (const file of ["markup.json", "table-kinds.json", "report"])
    cpSync(dataPath(file), join(folder, file), { recursive: true });
  const require = createRequire(join(projectRoot(), "package.json"));
  cpSync(require.resolve("plotly.js-dist-min/plotly.min.js"), join(folder, "plotly.min.js"));
}

/** In the current language. */
function writePages(out: string, language: Language, content: ReportContent): void {
  const folder = join(out, folderOf(language));
  const notebooks = readNotebooks(language);
  mkdirSync(join(folder, "notebooks"), { recursive: true });
  for (const stored of notebooks) {
    const { name, notebook } = stored;
    writeAtomically(join(folder, "notebooks", `${name}.html`), notebookPage(stored));
    writeAtomically(join(folder, "notebooks", `${name}.ipynb`), JSON.stringify(notebook));
  }
  const { version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  const pages = {
    index: landingPage(notebooks, content),
    report: reportPage(content),
    "what-if": whatIfPage(),
    grade: filesPage("grade"),
    audit: filesPage("audit", { version }),
  };
  for (const [name, page] of Object.entries(pages)) writeAtomically(join(folder, `${name}.html`), page);
}

/** A page into which files are dropped: notebooks to grade, or a paper's document. */
function filesPage(name: "audit" | "grade", data = {}): string {
  const title = `${text(`${name}.page.title`)} – egov-kz`;
  return pageHtml({ title, path: `${name}.html`, body: [name, {}], script: name, data });
}

/** The notebooks in a language if it has any, otherwise in English. */
function readNotebooks(language: Language): StoredNotebook[] {
  const folder = join(projectRoot(), "notebooks");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return names.sort().map((file) => {
    const own = join(folder, language, file);
    const translated = language !== "en" && existsSync(own);
    const notebook = JSON.parse(readFileSync(translated ? own : join(folder, file), "utf8")) as SavedNotebook;
    return { name: file.replace(/\.ipynb$/, ""), notebook, language: translated ? language : "en" };
  });
}

/** The service worker lists every file; its hash tells whether the site has changed. */
function writeServiceWorker(out: string): void {
  const files = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(out, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort();
  const hash = createHash("sha256");
  for (const path of files) hash.update(path).update(readFileSync(join(out, path)));
  const source = readFileSync(join(projectRoot(), "src/browser/page/service-worker.js"), "utf8");
  const filled = source
    .replace("__VERSION__", hash.digest("hex").slice(0, 16))
    .replace('"__FILES__"', JSON.stringify(files));
  writeAtomically(join(out, "sw.js"), filled);
}
