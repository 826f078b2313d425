import { dataPath } from "../base/project.js";
import { readText } from "../base/read-regular.js";
import { SIDES, type Judged, type Side, type Verdict } from "./claim.js";
import { text } from "../base/text.js";

/** The recorded verdicts, by claim. */
export type Expected = Record<string, Partial<Record<Side, Verdict>>>;

/** A verdict that differs from the recorded one; "none" if that side has no verdict. */
export interface VerdictChange {
  id: string;
  side: Side;
  recorded: Verdict | "none";
  computed: Verdict | "none";
}

/** @throws an error naming the file when it cannot be read as JSON */
export function loadExpected(path: string = dataPath("expected-verdicts.json")): Expected {
  try {
    return JSON.parse(readText(path)) as Expected;
  } catch (error) {
    const { message } = error as Error;
    throw new Error(text("error.cannotReadRecordedVerdictsIn", { path, message }), { cause: error });
  }
}

/** Only the verdicts, as they are recorded. */
export function verdictsOf(judged: readonly Judged[]): Expected {
  const of = ({ internal, source }: Judged): Expected[string] => ({
    ...(internal && { internal: internal.verdict }),
    ...(source && { source: source.verdict }),
  });
  return Object.fromEntries(judged.map((claim) => [claim.id, of(claim)]));
}

/** The record as text, one line per claim, so that a change is one line in a diff. */
export function recordedText(verdicts: Expected): string {
  const lines = Object.entries(verdicts).map(([id, own]) => `${JSON.stringify(id)}: ${JSON.stringify(own)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Lists differences between computed and recorded verdicts, including claims that only one of them has. */
export function verdictChanges(computed: Expected, recorded: Expected): VerdictChange[] {
  const ids = [...new Set([...Object.keys(recorded), ...Object.keys(computed)])];
  return ids.flatMap((id) =>
    SIDES.flatMap((side): VerdictChange[] => {
      const before = recorded[id]?.[side] ?? "none";
      const now = computed[id]?.[side] ?? "none";
      return before === now ? [] : [{ id, side, recorded: before, computed: now }];
    }),
  );
}
