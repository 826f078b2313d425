import { openBook, type Book, type ParsedClaim } from "./book.js";
import { SIDES, type Judged, type Side } from "./claim.js";
import {
  evidenceIn,
  findingsOf,
  unexplained,
  type Evidence,
  type Finding,
  type VerdictPlace,
} from "./findings.js";
import { judgedAs, judgeSide } from "./judge.js";
import { withPrinted } from "./mutation.js";
import type { FindingInfo, Ledger, PrintedNumber } from "./paper-folder.js";

/** A ledger's verdicts and findings with some of its printed numbers changed. */
export interface Judgement {
  judged: readonly Judged[];
  findings: readonly Finding[];
  unexplained: readonly VerdictPlace[];
  /** Ids of the claims that were judged again. */
  again: ReadonlySet<string>;
}

export interface WhatIf {
  /** A claim's rules and its cell. */
  claims: readonly ParsedClaim[];
  /**
   * Claims that are not judged again are the same objects as before.
   * @param changes new printed texts by id; all other numbers stay as in the paper
   */
  outcome(changes: ReadonlyMap<string, string>): Judgement;
  /** Ids of the printed numbers whose values a claim's verdicts currently depend on. */
  restsOn(id: string): ReadonlySet<string>;
}

/** A result, and the ids of the printed numbers whose values it depends on. */
interface Found<T> {
  result: T;
  on: ReadonlySet<string>;
}

/**
 * Makes a ledger interactive: a verdict or a finding's evidence is recomputed only if a number that it depends on has
 * changed.
 *
 * @example whatIf(loadLedger()).outcome(new Map([["T3.2014.OSI", "0,7372"]])).again
 */
export function whatIf(ledger: Ledger): WhatIf {
  const original = openBook(ledger);
  const found = new Map<string, Found<ReturnType<typeof judgeSide>>>();
  const placeOf = (id: string, side: Side): string => `${id}/${side}`;
  const judged = new Map<string, Judged>();
  const evidence = new Map<FindingInfo["evidence"][number], Found<Evidence>>();
  let present: ReadonlyMap<string, string> | null = null;

  function find<T>(book: Book, work: (book: Book) => T): Found<T> {
    const rests = new Set<PrintedNumber>();
    const result = work({ ...book, rests });
    const printed = [...rests].filter(({ key }) => !original.sources.has(key)).map(({ id }) => id);
    return { result, on: new Set(printed) };
  }

  return {
    claims: original.claims,
    restsOn: (id) => new Set(SIDES.flatMap((side) => [...(found.get(placeOf(id, side))?.on ?? [])])),
    outcome(changes) {
      let book = original;
      for (const [id, printed] of changes) book = withPrinted(book, id, printed);
      const differ = differing(present, changes);
      const stands = (known: Found<unknown> | undefined): boolean =>
        known !== undefined && differ !== null && !differ.some((one) => known.on.has(one));
      const again = new Set<string>();
      for (const claim of book.claims) {
        const { id } = claim.cell;
        const fallen = SIDES.filter((side) => differ?.includes(id) || !stands(found.get(placeOf(id, side))));
        if (fallen.length === 0) continue;
        const judgedOn = (side: Side) => find(book, (own) => judgeSide(own, claim, side));
        for (const side of fallen) found.set(placeOf(id, side), judgedOn(side));
        const [internal, source] = SIDES.map((side) => found.get(placeOf(id, side))!.result);
        judged.set(id, judgedAs(claim, internal ?? null, source ?? null));
        again.add(id);
      }
      present = new Map(changes);
      const all = book.claims.map(({ cell }) => judged.get(cell.id)!);
      const causes = findingsOf(ledger, all, (id, one) => {
        const known = evidence.get(one);
        const latest = known && stands(known) ? known : find(book, (own) => evidenceIn(own)(id, one));
        evidence.set(one, latest);
        return latest.result;
      });
      return { judged: all, findings: causes, unexplained: unexplained(all, causes), again };
    },
  };
}

/** Ids whose printed text differs from before; null if there is no before. */
function differing(
  before: ReadonlyMap<string, string> | null,
  now: ReadonlyMap<string, string>,
): string[] | null {
  if (before === null) return null;
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}
