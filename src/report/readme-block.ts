import { SIDES, type Judged } from "../ledger/claim.js";
import type { Finding } from "../ledger/findings.js";
import { inLanguage, type Language } from "../base/language.js";
import { exhibitsOf, headline, summarise } from "./summary.js";
import { label, text, withLanguage } from "../base/text.js";

const START = "<!-- ledger: written by `egov-kz verify --record` -->";
const END = "<!-- /ledger -->";

/** The page that carries the result in each language. */
export const readmeOf = (language: Language): string =>
  language === "en" ? "docs/results.md" : `README.${language}.md`;

/** The result for the README's first screen, in Markdown: the findings, a sentence and a table. */
export function readmeBlock(judged: readonly Judged[], findings: readonly Finding[]): string {
  const exhibits = exhibitsOf(judged);
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const rows = SIDES.flatMap((side) => [
    line([`_${text(`report.side.${side}`)}_`, ...exhibits.map(() => ""), ""]),
    ...summarise(judged)
      .filter((row) => row.side === side)
      .map(({ verdict, counts, total }) =>
        line([label(verdict), ...counts.map((count) => count || ""), total]),
      ),
  ]);
  const table = [
    line(["", ...exhibits.map(label), text("report.all")]),
    line(["---", ...exhibits.map(() => "--:"), "--:"]),
    ...rows,
  ];
  const list = findings.map(({ title }, at) => `${at + 1}. ${inLanguage(title)}`);
  const parts = [...(list.length > 0 ? [list.join("\n")] : []), headline(judged), table.join("\n")];
  return [START, ...parts, END].join("\n\n");
}

/**
 * A README with its block replaced by one in its language.
 * @throws RangeError when the README has no such block
 */
export function withReadmeBlock(
  readme: string,
  judged: readonly Judged[],
  findings: readonly Finding[],
  language: Language = "en",
): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start)
    throw new RangeError(`${readmeOf(language)} requires the lines ${START} and ${END}`);
  const block = withLanguage(language, () => readmeBlock(judged, findings));
  return readme.slice(0, start) + block + readme.slice(end + END.length);
}
