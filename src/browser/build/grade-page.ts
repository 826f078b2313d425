/** The page on which a teacher grades without a server: files in, the class's table out. */
import { text } from "../../base/text.js";
import { pageHtml } from "./page-html.js";

export function gradePage(): string {
  const title = `${text("grade.page.title")} – egov-kz`;
  return pageHtml({ title, path: "grade.html", body: ["grade", {}], script: "grade" });
}
