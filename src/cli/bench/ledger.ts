/** How long a ledger takes to read and to judge. */
import { judgeLedger } from "../../ledger/judge.js";
import { readLedger } from "../../ledger/load-ledger.js";
import type { Ledger } from "../../ledger/paper-folder.js";
import type { RawFolder } from "../../ledger/read-folder.js";
import { loadLedger } from "../../paper/judge.js";
import { median } from "./measure.js";
import { duration, type BenchTable } from "./table.js";

const SIZE = 30_000;
const STAR = "abs(T1.b[row] / T1.se[row]) >= 1.96";

/** Coefficients, their standard errors, a star to each: judged by a rule for all, or by a rule for each. */
function stars(rules: readonly (readonly string[])[]): RawFolder {
  const cells = Array.from({ length: SIZE }, (_, at) => [
    ...[`r${at}`, (0.1 + (at % 97) / 50).toFixed(3), "0.250", "1"],
  ]);
  const grid = (name: string, header: string[], rows: readonly (readonly string[])[]) => ({
    file: `${name}.csv`,
    header,
    rows: rows.map((row, at) => ({ line: at + 2, cells: [...row] })),
  });
  return {
    where: "bench",
    paper: { title: { en: "bench" }, exhibits: [{ key: "T1", name: "Table 1" }], sources: [] },
    findings: [],
    tables: {
      T1: grid("T1", ["row", "b", "se", "star"], cells),
      claims: grid("claims", ["cells", "role", "formula"], rules),
    },
  };
}

export function benchLedger(rounds: number): BenchTable {
  const each = Array.from({ length: SIZE }, (_, at) => [`T1.star[r${at}]`, "result", STAR]);
  const ledgers: Record<string, () => Ledger> = {
    [`${SIZE} rules ${STAR}`]: () => readLedger(stars(each)),
    [`one such rule for ${SIZE} cells`]: () => readLedger(stars([["T1.star[*]", "result", STAR]])),
    "this paper": () => loadLedger(),
  };
  return {
    title: "The ledger",
    note: `Seconds of one processor, median of ${rounds}, the first of a fresh process among them: to read a ledger and to judge it.`,
    head: ["ledger", "read", "judge"],
    rows: Object.entries(ledgers).map(([name, read]) => {
      const timed = Array.from({ length: rounds }, () => {
        const before = process.cpuUsage();
        const ledger = read();
        const reading = seconds(before);
        const start = process.cpuUsage();
        judgeLedger(ledger);
        return [reading, seconds(start)] as const;
      });
      return [name, ...[0, 1].map((at) => duration(median(timed.map((pair) => pair[at]!))))];
    }),
  };
}

function seconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
