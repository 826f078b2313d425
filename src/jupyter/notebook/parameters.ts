/**
 * Parameters as in papermill: a cell tagged `parameters` declares defaults, and a cell injected after it overrides
 * them.
 */
import { declaredParameters, literal, type Declared } from "./parameter-values.js";
import { parseNotebook, type Notebook } from "./notebook-file.js";
import { withCell } from "./notebook-text.js";

const DECLARING = "parameters";
const INJECTED = "injected-parameters";

/**
 * Returns the notebook with a cell that sets `values`, each with the type of the notebook's default. A cell injected
 * earlier is replaced.
 *
 * @param values name -> what the user typed
 * @throws Error when the notebook declares no parameters or not this one, or the value is not of the default's type
 */
export function withParameters(notebook: Notebook, values: Readonly<Record<string, string>>): Notebook {
  const declaring = cellTagged(notebook, DECLARING);
  if (!declaring)
    throw new Error(`run found no cell tagged "${DECLARING}" in ${notebook.path}, which --param requires`);
  const declared = declaredParameters(declaring.source, languageOf(notebook));
  const lines = Object.entries(values).map(([name, value]) => assignment(notebook, declared, name, value));
  const earlier = cellTagged(notebook, INJECTED);
  const cell = injectedCell(
    lines,
    declaring.id === undefined ? undefined : (earlier?.id ?? freeId(notebook)),
  );
  const text = earlier
    ? withCell(notebook.text, earlier.index, cell, "in place of")
    : withCell(notebook.text, declaring.index, cell, "behind");
  return parseNotebook(notebook.path, text);
}

function cellTagged(notebook: Notebook, tag: string) {
  return notebook.cells.find((cell) => cell.type === "code" && cell.tags.includes(tag));
}

function languageOf(notebook: Notebook): "typescript" | "python" {
  if (notebook.language === "python") return "python";
  if (notebook.language === "typescript") return "typescript";
  throw new Error(
    `run requires a notebook in TypeScript or Python for --param, got ${notebook.path} in "${notebook.language}"`,
  );
}

function assignment(
  notebook: Notebook,
  declared: ReadonlyMap<string, Declared>,
  name: string,
  value: string,
): string {
  const parameter = declared.get(name);
  if (!parameter) {
    const names = [...declared.keys()].map((known) => `"${known}"`).join(", ");
    throw new Error(
      `run found no parameter "${name}" in ${notebook.path}, which declares ${names || "none"}`,
    );
  }
  return `${parameter.prefix}${name} = ${literal(name, value, parameter)}`;
}

function injectedCell(lines: readonly string[], id: string | undefined) {
  return {
    cell_type: "code",
    execution_count: null,
    ...(id !== undefined && { id }),
    metadata: { tags: [INJECTED] },
    outputs: [],
    source: lines.map((line, at) => (at < lines.length - 1 ? `${line}\n` : line)),
  };
}

function freeId(notebook: Notebook): string {
  const taken = new Set(notebook.cells.map((cell) => cell.id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? INJECTED : `${INJECTED}-${number}`;
    if (!taken.has(id)) return id;
  }
}
