import { VERDICTS, type Judged, type Verdict } from "../claims/claim.js";

/** How many claims of an exhibit got each verdict. */
export interface ExhibitSummary {
  exhibit: string;
  claims: number;
  counts: Partial<Record<Verdict, number>>;
}

export const SIDES = ["internal", "source"] as const;

/** Verdicts of both sides counted by exhibit, in the order in which the exhibits come. */
export function summarise(judged: readonly Judged[]): ExhibitSummary[] {
  return [...new Set(judged.map(({ exhibit }) => exhibit))].map((exhibit) => {
    const own = judged.filter((claim) => claim.exhibit === exhibit);
    return { exhibit, claims: own.length, counts: countVerdicts(own) };
  });
}

/** How many findings have each verdict, in the order of `VERDICTS`; those without any are left out. */
export function countVerdicts(judged: readonly Judged[]): Partial<Record<Verdict, number>> {
  const found = judged.flatMap((claim) => SIDES.flatMap((side) => claim[side]?.verdict ?? []));
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, found.filter((one) => one === verdict).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );
}

/** The result in a sentence: how many numbers, how many findings of each sort on each side. */
export function headline(judged: readonly Judged[]): string {
  const side = (name: (typeof SIDES)[number]): string => {
    const own = judged.filter((claim) => claim[name] !== undefined);
    const counts = countVerdicts(own.map((claim) => ({ ...claim, internal: undefined, source: undefined, [name]: claim[name] })));
    return `${own.length}: ${Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`).join(", ")}`;
  };
  return `${judged.length} numbers checked. From the paper's own inputs, ${side("internal")}. Against the published figures, ${side("source")}.`;
}
