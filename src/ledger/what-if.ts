import { openBook, type Book, type Entry } from "./book.js";
import { SIDES, type Finding, type Judged, type Side } from "./claim.js";
import { rootCauses, unexplained, type RootCause, type VerdictPlace } from "./findings.js";
import { judgedAs, judgeSide } from "./judge.js";
import { withPrinted } from "./mutation.js";
import type { Ledger } from "./paper-folder.js";
import { resting } from "./resting.js";

/** What a ledger comes to with some of its printed numbers changed. */
export interface Judgement {
  judged: readonly Judged[];
  findings: readonly RootCause[];
  unexplained: readonly VerdictPlace[];
  /** Ids of the claims that were judged again. */
  again: ReadonlySet<string>;
}

export interface WhatIf {
  /** The rules by which a claim is judged, and its cell. */
  entries: readonly Entry[];
  /** @param changes what is printed instead, by id; all others print what the paper prints */
  outcome(changes: ReadonlyMap<string, string>): Judgement;
  /** Ids of the printed numbers on whose values a claim's verdicts rest at present. */
  restsOn(id: string): ReadonlySet<string>;
}

/** A verdict, and the ids of the printed numbers on whose values it rests. */
interface Found {
  finding: Finding | null;
  on: ReadonlySet<string>;
}

/**
 * A ledger to touch: a verdict is found again when a number has changed on whose value it rests, else not.
 *
 * @example whatIf(loadLedger()).outcome(new Map([["T3.2014.OSI", "0,7372"]])).again
 */
export function whatIf(ledger: Ledger): WhatIf {
  const original = openBook(ledger);
  const found: Record<Side, Map<string, Found>> = { internal: new Map(), source: new Map() };
  let present: ReadonlyMap<string, string> | null = null;

  function judgeAgain(book: Book, entry: Entry, side: Side): void {
    const { result, on } = resting(() => judgeSide(book, entry, side));
    const printed = [...on].filter(({ key }) => !book.sources.has(key)).map(({ id }) => id);
    found[side].set(entry.cell.id, { finding: result, on: new Set(printed) });
  }

  return {
    entries: original.entries,
    restsOn: (id) => new Set(SIDES.flatMap((side) => [...(found[side].get(id)?.on ?? [])])),
    outcome(changes) {
      const book = [...changes].reduce(
        (changed, [id, printed]) => withPrinted(changed, id, printed),
        original,
      );
      const differ = differing(present, changes);
      const again = new Set<string>();
      for (const entry of book.entries)
        for (const side of SIDES) {
          const { id } = entry.cell;
          const on = found[side].get(id)?.on;
          if (differ !== null && !differ.includes(id) && !differ.some((one) => on?.has(one))) continue;
          judgeAgain(book, entry, side);
          again.add(id);
        }
      present = new Map(changes);
      const findingOf = (entry: Entry, side: Side) => found[side].get(entry.cell.id)!.finding;
      const all = book.entries.map((entry) =>
        judgedAs(entry, findingOf(entry, "internal"), findingOf(entry, "source")),
      );
      const causes = rootCauses(ledger, all, book);
      return { judged: all, findings: causes, unexplained: unexplained(all, causes), again };
    },
  };
}

/** Ids that print something else than before; null where there is no before. */
function differing(
  before: ReadonlyMap<string, string> | null,
  now: ReadonlyMap<string, string>,
): string[] | null {
  if (before === null) return null;
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}
