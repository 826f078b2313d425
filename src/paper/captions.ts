import { join } from "node:path";
import { text } from "../base/text.js";
import { readColumns } from "../egov/read-columns.js";
import { paperFolder } from "./paper.js";

/**
 * The caption of one of the paper's exhibits, or the heading of one of its columns, in this project's own words.
 *
 * @param part "caption", or the key of a column ("EGDI", "m3") or of an item of Figure 1 ("slope")
 * @param language English where captions.csv has no text in it
 * @throws for an exhibit or part that captions.csv does not have
 * @example caption("Table 3", "kk")
 */
export function caption(exhibit: string, language = "en", part = "caption"): string {
  const fields = ["exhibit", "part", "language", "text"];
  const columns = readColumns("caption", join(paperFolder(), "captions.csv"), {
    columns: fields.map((name) => ({ name, type: "string" })),
  });
  const find = (wanted: readonly string[]): number =>
    columns["text"]!.findIndex((_, row) => wanted.every((key, at) => columns[fields[at]!]![row] === key));
  const [own, english] = [language, "en"].map((one) => find([exhibit, part, one]));
  const at = own === -1 ? english! : own!;
  if (at === -1) {
    throw new RangeError(
      text("error.captionExhibitLanguageAndPart", { got: JSON.stringify([exhibit, language, part]) }),
    );
  }
  return columns["text"]![at] as string;
}
