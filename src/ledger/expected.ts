import { dataPath } from "../base/project.js";
import { readText } from "../base/read-regular.js";
import type { Judged, Verdict } from "./claim.js";
import { text } from "../base/text.js";

/** The verdicts that the repository records, by claim. */
export type Expected = Record<string, { internal?: Verdict; source?: Verdict }>;

/** A verdict that is not the recorded one; "none" where there is none on that side. */
export interface VerdictChange {
  id: string;
  side: "internal" | "source";
  recorded: Verdict | "none";
  computed: Verdict | "none";
}

/** @throws an error naming the file when it cannot be read as JSON */
export function loadExpected(path: string = dataPath("expected-verdicts.json")): Expected {
  try {
    return JSON.parse(readText(path)) as Expected;
  } catch (error) {
    throw new Error(text("error.cannotReadRecordedVerdictsIn", { path, message: (error as Error).message }), {
      cause: error,
    });
  }
}

/** The verdicts alone, as they are recorded. */
export function verdictsOf(judged: readonly Judged[]): Expected {
  return Object.fromEntries(
    judged.map(({ id, internal, source }) => [
      id,
      { ...(internal && { internal: internal.verdict }), ...(source && { source: source.verdict }) },
    ]),
  );
}

/** The record as it is written: a line a claim, so that a change shows as one. */
export function recordedText(verdicts: Expected): string {
  const lines = Object.entries(verdicts).map(([id, own]) => `${JSON.stringify(id)}: ${JSON.stringify(own)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Where computed and recorded verdicts part, claims that only one of them has included. */
export function verdictChanges(computed: Expected, recorded: Expected): VerdictChange[] {
  const ids = [...new Set([...Object.keys(recorded), ...Object.keys(computed)])];
  return ids.flatMap((id) =>
    (["internal", "source"] as const).flatMap((side): VerdictChange[] => {
      const before = recorded[id]?.[side] ?? "none";
      const now = computed[id]?.[side] ?? "none";
      return before === now ? [] : [{ id, side, recorded: before, computed: now }];
    }),
  );
}
