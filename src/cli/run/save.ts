import { readFileSync, realpathSync } from "node:fs";
import { withOutputs } from "../../jupyter/notebook/notebook-text.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { requireValid } from "../../jupyter/notebook/validate-notebook.js";
import { writeAtomically } from "../../base/write-atomically.js";
import type { PlannedNotebook } from "./plan.js";

/** The notebook on disk is no longer the one that was run. */
export class NotebookChangedError extends Error {
  override name = "NotebookChangedError";
}

/**
 * Writes the executed notebook to its target, if it has one.
 *
 * @throws NotebookChangedError where it would overwrite what somebody changed meanwhile; Error when the kernel sent
 * what nbformat does not allow, or the file cannot be written
 */
export function saveNotebook({ notebook, asRead, target }: PlannedNotebook, run: NotebookRun): void {
  if (target === undefined) return;
  const isInPlace = [notebook.path, realpathSync(notebook.path)].includes(target);
  if (isInPlace && readFileSync(target, "utf8") !== asRead.text) {
    throw new NotebookChangedError(`${target} was changed while it ran; its outputs were not written`);
  }
  const text = withOutputs(notebook.text, run.updates);
  requireValid(target, JSON.parse(text) as Record<string, unknown>);
  writeAtomically(target, text);
}
