/** `egov-kz verify --record`: the only way to change the recorded verdicts and the README's summary of them. */
import { withLanguage } from "../base/text.js";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Judged } from "../ledger/claim.js";
import {
  loadExpected,
  recordedText,
  verdictsOf,
  type Expected,
  type VerdictChange,
} from "../ledger/expected.js";
import { findingsOf } from "../ledger/findings.js";
import { loadLedger } from "../paper/judge.js";
import { verdictsByExhibit } from "../figures/verdicts-by-exhibit.js";
import { languages } from "../base/language.js";
import { writeAtomically } from "../base/write-atomically.js";
import { dataPath, projectRoot } from "../base/project.js";
import { readmeOf, withReadmeBlock } from "../report/readme-block.js";

/** Empty if none are recorded yet. */
export function recordedBefore(): Expected {
  try {
    return loadExpected();
  } catch {
    return {};
  }
}

/** Rewrites the repository's record of the verdicts: the recorded ones, the README's table, its picture. */
export async function recordVerdicts(judged: Judged[], changes: VerdictChange[]): Promise<void> {
  writeAtomically(dataPath("expected-verdicts.json"), recordedText(verdictsOf(judged)));
  const causes = findingsOf(loadLedger(), judged);
  for (const language of languages()) {
    const readme = join(projectRoot(), readmeOf(language));
    if (!existsSync(readme)) continue;
    writeAtomically(readme, withReadmeBlock(readFileSync(readme, "utf8"), judged, causes, language));
  }
  const { figureToPng } = await import("../figures/png/png.js");
  const picture = await figureToPng(withLanguage("en", () => verdictsByExhibit(judged)));
  writeAtomically(join(projectRoot(), "docs", "verdicts.png"), picture);
  process.stdout.write(
    changes.length === 0
      ? "The recorded verdicts stay as they are.\n"
      : `Recorded:\n${changes.map(changeLine).join("")}`,
  );
}

export function changeLine({ id, side, recorded, computed }: VerdictChange): string {
  return `  ${id} (${side}): recorded "${recorded}", computed "${computed}"\n`;
}
