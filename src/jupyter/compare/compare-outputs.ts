/** Compares a cell's fresh outputs with the stored ones, both as nbformat keeps them. Pure. */
import type { NotebookCell } from "../notebook/notebook-file.js";
import { joinLines, streamText } from "../notebook/outputs.js";
import { failure, type CellFailure } from "../run/cell-verdict.js";
import { compareHtml } from "./compare-html.js";
import { compareImage } from "./compare-image.js";
import { compareJson } from "./compare-json.js";
import { compareText, type CompareOptions } from "./compare-text.js";

type StoredOutput = Record<string, unknown>;
type Bundle = StoredOutput;

const IGNORE = "nbval-ignore-output";
const CHECK = "nbval-check-output";
const PLOTLY = "application/vnd.plotly.v1+json";

/** MIME types that duplicate Plotly's JSON, for viewers that cannot read it. */
const DRAWN_FROM_PLOTLY = ["text/html", "image/png", "image/svg+xml"];

/**
 * Returns a failure if a cell's fresh outputs differ from the stored ones, with the differences as its traceback. Tags
 * mean the same as in nbval.
 *
 * @param fresh in nbformat's form
 */
export function checkCell(
  cell: NotebookCell,
  fresh: Record<string, unknown>[],
  options: CompareOptions & { taggedOnly: boolean },
): CellFailure | undefined {
  if (cell.tags.includes(IGNORE) || (options.taggedOnly && !cell.tags.includes(CHECK))) return undefined;
  const traceback = compareOutputs(cell.outputs, fresh, options);
  if (traceback.length === 0) return undefined;
  const evalue = "the outputs are not the stored ones";
  return failure(cell, { ename: "DifferentOutput", evalue, traceback });
}

/**
 * @returns the differences, line by line, stored side first; empty if there are none. Execution counts, tracebacks and
 *   the chunks in which a stream arrived are not compared.
 */
export function compareOutputs(
  stored: readonly StoredOutput[],
  given: readonly StoredOutput[],
  options: CompareOptions,
): string[] {
  const fresh = printedValue(stored, given);
  const streams = ["stdout", "stderr"].flatMap((name) =>
    under(name, compareText(streamText(stored, name), streamText(fresh, name), options)),
  );
  const [bundlesBefore, bundlesNow] = [bundlesOf(stored), bundlesOf(fresh)];
  const bundles =
    bundlesBefore.length === bundlesNow.length
      ? bundlesBefore.flatMap((bundle, at) => compareBundle(bundle, bundlesNow[at]!, options))
      : [`stored ${describe(bundlesBefore)}, now ${describe(bundlesNow)}`];
  const errors = under("error", compareText(errorsOf(stored), errorsOf(fresh), options));
  return [...streams, ...bundles, ...errors];
}

/**
 * A kernel may print a cell's last value, as stock tslab does, instead of sending it in all its forms: the value is
 * considered present if the cell printed the stored value's text last.
 */
function printedValue(
  stored: readonly StoredOutput[],
  fresh: readonly StoredOutput[],
): readonly StoredOutput[] {
  const isValue = ({ output_type }: StoredOutput): boolean => output_type === "execute_result";
  const value = stored.find(isValue);
  const text = value && joinLines((value.data as Bundle)["text/plain"]);
  const last = fresh.at(-1);
  if (!text || fresh.some(isValue) || last?.output_type !== "stream") return fresh;
  const printed = streamText(fresh, "stdout");
  if (!printed.endsWith(`${text}\n`)) return fresh;
  const before = printed.slice(0, -text.length - 1);
  const others = fresh.filter(({ name }) => name !== "stdout");
  const stream = { output_type: "stream", name: "stdout", text: before };
  return [...others, ...(before === "" ? [] : [stream]), value];
}

function under(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

function bundlesOf(outputs: readonly StoredOutput[]): Bundle[] {
  return outputs.filter((output) => "data" in output).map((output) => output.data as Bundle);
}

function errorsOf(outputs: readonly StoredOutput[]): string {
  const errors = outputs.filter((output) => output.output_type === "error");
  return errors.map(({ ename, evalue }) => `${String(ename)}: ${String(evalue)}`).join("\n");
}

function describe(bundles: readonly Bundle[]): string {
  const each = bundles.map((bundle) => Object.keys(bundle).sort().join(" + "));
  return each.length === 0 ? "no display" : `${each.length} displays (${each.join("; ")})`;
}

function compareBundle(stored: Bundle, fresh: Bundle, options: CompareOptions): string[] {
  const plotly = PLOTLY in stored && PLOTLY in fresh;
  return Object.keys({ ...stored, ...fresh })
    .sort()
    .flatMap((type) => {
      if (plotly && DRAWN_FROM_PLOTLY.includes(type)) return [];
      if (!(type in fresh)) return [`${type}: stored, not there now`];
      if (!(type in stored)) return [`${type}: not stored, there now`];
      return under(type, compareData(type, stored[type], fresh[type], options));
    });
}

function compareData(type: string, stored: unknown, fresh: unknown, options: CompareOptions): string[] {
  if (/^image\/(?!svg)/.test(type)) return compareImage(type, joinLines(stored), joinLines(fresh));
  if (type.endsWith("json")) return compareJson(stored, fresh, options);
  const compare = type === "text/html" ? compareHtml : compareText;
  return compare(joinLines(stored), joinLines(fresh), options);
}
