import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { index } from "../../src/ledger/sheet.js";
import type { Ledger, Sheet, PrintedNumber } from "../../src/ledger/paper-folder.js";

type Draw = (below: number) => number;

function drawing(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** A column's cells in another order: every number is a real one, and none belongs to its row. */
function shuffledColumn(cells: readonly PrintedNumber[], draw: Draw): PrintedNumber[] {
  const order = cells.map((_, at) => at);
  for (let at = order.length - 1; at > 0; at--) {
    const other = draw(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return cells.map((cell, at) => {
    const { printed, value, decimals, stars } = cells[order[at]!]!;
    return { ...cell, printed, value, decimals, stars };
  });
}

/** A number whose last two digits are others. */
function noised(cell: PrintedNumber, draw: Draw): PrintedNumber {
  const unit = 10 ** -cell.decimals;
  const units = Math.round(Math.abs(cell.value) / unit);
  const value = Math.sign(cell.value || 1) * (units - (units % 100) + draw(100)) * unit;
  return { ...cell, value, printed: value.toFixed(Math.max(0, cell.decimals)) };
}

function withCells(sheet: Sheet, list: PrintedNumber[]): Sheet {
  return { ...sheet, list, cells: index(list) };
}

/** A folder's tables with what relates their numbers taken away. */
export function altered(ledger: Ledger, how: "shuffled" | "noised", seed: number): Ledger {
  const draw = drawing(seed);
  const exhibits = ledger.exhibits.map((sheet) => {
    const rest = sheet.list.filter(({ heading }) => heading);
    const columns = sheet.columns.map((name) =>
      sheet.list.filter(({ column, heading }) => column === name && !heading),
    );
    const changed = columns.flatMap((cells) =>
      how === "shuffled" ? shuffledColumn(cells, draw) : cells.map((cell) => noised(cell, draw)),
    );
    return withCells(sheet, [...rest, ...changed]);
  });
  return { ...ledger, exhibits };
}
