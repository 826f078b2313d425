import { join } from "node:path";
import { text } from "../base/text.js";
import type { GridCell } from "../base/grid.js";
import { readGrid } from "../base/read-grid.js";
import { paperFolder } from "./paper.js";

/**
 * Returns the caption of one of the paper's exhibits, or the heading of one of its columns, in this project's own
 * words.
 *
 * @param part "caption", or the key of a column ("EGDI", "m3") or of an item of Figure 1 ("slope")
 * @param language falls back to English if captions.csv lacks it
 * @throws on an exhibit or part that captions.csv lacks
 * @example caption("Table 3", "kk")
 */
export function caption(exhibit: string, language = "en", part = "caption"): string {
  const { rows } = readGrid("caption", join(paperFolder(), "captions.csv"));
  const find = (...wanted: string[]): GridCell | undefined =>
    rows.find(({ cells }) => wanted.every((key, at) => cells[at] === key))?.cells.at(-1);
  const found = find(exhibit, part, language) ?? find(exhibit, part, "en");
  const got = JSON.stringify([exhibit, language, part]);
  if (found === undefined) throw new RangeError(text("error.captionExhibitLanguageAndPart", { got }));
  return String(found);
}
