/** The page into which a paper's document is dropped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../base/project.js";
import { text } from "../../base/text.js";
import { pageHtml } from "./page-html.js";

export function auditPage(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  const title = `${text("audit.page.title")} – egov-kz`;
  return pageHtml({ title, path: "audit.html", body: ["audit", {}], script: "audit", data: { version } });
}
