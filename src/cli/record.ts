/** The recorded verdicts: `egov-kz verify --record` is the only way to change them and the README's summary of them. */
import { withLanguage } from "../base/text.js";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Judged } from "../ledger/claim.js";
import { recordedText, verdictsOf, type VerdictChange } from "../ledger/expected.js";
import { plainText } from "../base/escape.js";
import { findingsOf } from "../ledger/findings.js";
import { loadLedger } from "../paper/judge.js";
import { verdictsByExhibit } from "../figures/verdicts-by-exhibit.js";
import { languages } from "../base/language.js";
import { writeAtomically } from "../base/write-atomically.js";
import { dataPath, projectRoot } from "../base/project.js";
import { readmeOf, withReadmeBlock } from "../report/readme-block.js";

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

/** Says on stderr which verdicts differ from the recorded ones, and what records them. */
export function reportChanges(changes: readonly VerdictChange[], file: string, command: string): void {
  if (changes.length === 0) return;
  const head =
    `${changes.length} verdicts are not those that ${file} records ` +
    `(look at them; "egov-kz ${command} --record" saves them as the new baseline):\n`;
  process.stderr.write(plainText(head + changes.map(changeLine).join("")));
}

function changeLine({ id, side, recorded, computed }: VerdictChange): string {
  return `  ${id} (${side}): recorded "${recorded}", computed "${computed}"\n`;
}
