/**
 * What becomes of documents: `node scripts/try-documents.mjs FILES`, after `npm run build`. A line a document: tables, cells, how many
 * are numbers, what was left out, relations tried and proposed, and proposals on the same tables with each column's rows
 * shuffled. docs/how-often-it-errs.md has the figures.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { importPaper } from "../dist/documents/import-paper.js";
import { propose } from "../dist/documents/propose.js";
import { readDocument } from "../dist/documents/read-document.js";
import { writeFolder } from "../dist/documents/write-folder.js";
import { ledgerIn } from "../dist/ledger/load-ledger.js";
import { index } from "../dist/ledger/sheet.js";

const totals = {};
const add = (counts) =>
  Object.entries(counts).forEach(([name, count]) => (totals[name] = (totals[name] ?? 0) + count));

/** A seeded shuffle of each column's numbers (a linear congruential generator is enough for it). */
function shuffled(ledger, seed) {
  let state = seed;
  const draw = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const exhibits = ledger.exhibits.map((sheet) => {
    const list = sheet.columns.flatMap((name) => {
      const cells = sheet.list.filter(({ column, heading }) => column === name && !heading);
      const order = [...cells];
      for (let at = order.length - 1; at > 0; at--) {
        const other = draw(at + 1);
        [order[at], order[other]] = [order[other], order[at]];
      }
      return cells.map((cell, at) => ({ ...order[at], id: cell.id, row: cell.row, column: cell.column }));
    });
    return { ...sheet, list, cells: index(list) };
  });
  return { ...ledger, exhibits };
}

for (const file of process.argv.slice(2)) {
  const start = performance.now();
  const folder = join(mkdtempSync(join(tmpdir(), "document-")), "paper");
  try {
    const { files, counts } = importPaper(await readDocument(file), basename(file), "paper");
    writeFolder(folder, files);
    add({ documents: 1, ...counts });
    const ledger = ledgerIn(folder);
    const { list, tried } = propose(ledger);
    const chance = propose(shuffled(ledger, 7)).list.length;
    const seconds = (performance.now() - start) / 1000;
    add({
      judged: 1,
      tried,
      proposed: list.length,
      shuffled: chance,
      exceptions: list.filter(({ fails }) => fails.length > 0).length,
    });
    console.log(
      `${basename(file)}: ${JSON.stringify({ ...counts, tried, proposed: list.length, shuffled: chance, seconds: Number(seconds.toFixed(1)) })}`,
    );
    for (const { cells, formula, law, holds, of, chance: e, fails } of list)
      console.log(
        `   ${holds} of ${of}, E ${e.toExponential(0)}: ${cells.slice(0, 70)} = ${(formula || law).slice(0, 110)} ${fails.join(" | ")}`,
      );
  } catch (error) {
    add({ refused: 1 });
    console.log(`${basename(file)}: refused: ${error.message.slice(0, 200)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(JSON.stringify(totals));
