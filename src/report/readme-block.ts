import type { Judged } from "../claims/claim.js";
import { exhibitsOf, headline, SIDE_NAMES, SIDES, summarise } from "./summary.js";

const START = "<!-- ledger: written by `egov-kz verify --record` -->";
const END = "<!-- /ledger -->";

/** The result as the README's first screen carries it: a sentence and a table, Markdown. */
export function readmeBlock(judged: readonly Judged[]): string {
  const exhibits = exhibitsOf(judged);
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const rows = SIDES.flatMap((side) => [
    line([`_${SIDE_NAMES[side]}_`, ...exhibits.map(() => ""), ""]),
    ...summarise(judged)
      .filter((row) => row.side === side)
      .map(({ verdict, counts, total }) => line([verdict, ...counts.map((count) => count || ""), total])),
  ]);
  const table = [line(["", ...exhibits, "all"]), line(["---", ...exhibits.map(() => "--:"), "--:"]), ...rows];
  return [START, `**${headline(judged)}**`, table.join("\n"), END].join("\n\n");
}

/**
 * A README with its block replaced.
 * @throws RangeError when the README has no such block
 */
export function withReadmeBlock(readme: string, judged: readonly Judged[]): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new RangeError(`README.md requires the lines ${START} and ${END}`);
  return readme.slice(0, start) + readmeBlock(judged) + readme.slice(end + END.length);
}
