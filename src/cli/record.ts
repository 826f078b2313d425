/** `egov-kz verify --record`: the only way in which the recorded verdicts and the README's account of them change. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Judged } from "../claims/claim.js";
import { loadExpected, verdictsOf, type Expected, type VerdictChange } from "../claims/expected.js";
import { verdictsByExhibit } from "../figures/verdicts-by-exhibit.js";
import { writeAtomically } from "../jupyter/write-atomically.js";
import { dataPath, projectRoot } from "../project.js";
import { withReadmeBlock } from "../report/readme-block.js";

/** Nothing where none are recorded yet. */
export function recordedBefore(): Expected {
  try {
    return loadExpected();
  } catch {
    return {};
  }
}

/** Rewrites what the repository says of the verdicts: the recorded ones, the README's table, its picture. */
export async function recordVerdicts(judged: Judged[], changes: VerdictChange[]): Promise<void> {
  const lines = Object.entries(verdictsOf(judged)).map(
    ([id, verdicts]) => `${JSON.stringify(id)}: ${JSON.stringify(verdicts)}`,
  );
  writeAtomically(dataPath("expected-verdicts.json"), `{\n${lines.join(",\n")}\n}\n`);
  const readme = join(projectRoot(), "README.md");
  writeAtomically(readme, withReadmeBlock(readFileSync(readme, "utf8"), judged));
  const { figureToPng } = await import("../figures/png.js");
  const picture = await figureToPng(verdictsByExhibit(judged));
  writeFileSync(join(projectRoot(), "docs", "verdicts.png"), picture);
  process.stdout.write(
    changes.length === 0
      ? "The recorded verdicts stay as they are.\n"
      : `Recorded:\n${changes.map(changeLine).join("")}`,
  );
}

export function changeLine({ id, side, recorded, computed }: VerdictChange): string {
  return `  ${id} (${side}): recorded "${recorded}", computed "${computed}"\n`;
}
