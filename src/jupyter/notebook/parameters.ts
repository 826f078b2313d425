/**
 * Parameters as in papermill: a cell tagged `parameters` declares defaults, and a cell injected after it overrides
 * them.
 */
import { loadTypeScript, parseCell } from "../kernel/compile/typescript.js";
import { parseNotebook, type Notebook } from "./notebook-file.js";
import { withCell } from "./notebook-text.js";

type ParameterLanguage = "typescript" | "python";

interface Declared {
  /** The text before the name: `let `, `const `, or nothing. */
  prefix: string;
  name: string;
  /** The default as written. */
  initial: string;
}

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
  const { path, language, cells } = notebook;
  const tagged = (tag: string) => cells.find(({ type, tags }) => type === "code" && tags.includes(tag));
  const declaring = tagged(DECLARING);
  if (!declaring)
    throw new Error(`run found no cell tagged "${DECLARING}" in ${path}, which --param requires`);
  if (language !== "python" && language !== "typescript")
    throw new Error(
      `run requires a notebook in TypeScript or Python for --param, got ${path} in "${language}"`,
    );
  const declared = declaredParameters(declaring.source, language);
  const lines = Object.entries(values).map(([name, value]) => {
    const parameter = declared.get(name);
    if (parameter) return `${parameter.prefix}${name} = ${literal(parameter, value, language)}`;
    const names = [...declared.keys()].map((known) => `"${known}"`).join(", ");
    throw new Error(`run found no parameter "${name}" in ${path}, which declares ${names || "none"}`);
  });
  const earlier = tagged(INJECTED);
  const cell = {
    cell_type: "code",
    execution_count: null,
    ...(declaring.id !== undefined && { id: earlier?.id ?? freeId(notebook) }),
    metadata: { tags: [INJECTED] },
    outputs: [],
    source: lines.map((line, at) => (at < lines.length - 1 ? `${line}\n` : line)),
  };
  const { index } = earlier ?? declaring;
  return parseNotebook(path, withCell(notebook.text, index, cell, earlier ? "in place of" : "behind"));
}

function freeId({ cells }: Notebook): string {
  const taken = new Set(cells.map((cell) => cell.id));
  let id = INJECTED;
  for (let number = 2; taken.has(id); number++) id = `${INJECTED}-${number}`;
  return id;
}

const PYTHON =
  /(?:^|;[ \t]*)([\p{L}_][\p{L}\d_]*)[ \t]*(?::[^=\n;]+)?=(?!=)[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[^;#\n])+?)[ \t]*(?=;|#|$)/gmu;

/** @example declaredParameters('let country = "Kazakhstan"', "typescript").get("country").initial // '"Kazakhstan"' */
export function declaredParameters(source: string, language: ParameterLanguage): Map<string, Declared> {
  const ofPython = ([, name, initial]: RegExpExecArray) => ({ prefix: "", name: name!, initial: initial! });
  const found = language === "python" ? [...source.matchAll(PYTHON)].map(ofPython) : inTypeScript(source);
  return new Map(found.map((one) => [one.name, one]));
}

/** Parsed by the compiler, which reads any declaration: several on a line, and values over many lines. */
function inTypeScript(source: string): Declared[] {
  const t = loadTypeScript();
  return parseCell(source)
    .statements.filter(t.isVariableStatement)
    .flatMap(({ declarationList: { flags, declarations } }) => {
      const prefix = flags & t.NodeFlags.Let ? "let " : flags & t.NodeFlags.Const ? "const " : "var ";
      return declarations.flatMap(({ name, initializer }) =>
        t.isIdentifier(name) && initializer
          ? [{ prefix, name: name.text, initial: initializer.getText() }]
          : [],
      );
    });
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const BOOLEAN = /^(true|false)$/i;

/**
 * Turns a value typed on the command line into a literal of the default's type: text stays text (even "007"); if the
 * default is neither text, number nor boolean, valid JSON is taken as JSON and anything else as text.
 *
 * @throws Error when a number or boolean is required and the value is not one
 * @example literal({ prefix: "let ", name: "n", initial: "1" }, "3", "typescript") // "3"
 */
export function literal({ name, initial }: Declared, value: string, language: ParameterLanguage): string {
  const requires = (form: RegExp, what: string) => {
    if (form.test(value)) return;
    const parameter = `the parameter ${name}, whose default is ${initial}`;
    throw new Error(`run requires ${what} for ${parameter}, got "${value}"`);
  };
  if (/^[rfu]?["'`]/i.test(initial)) return JSON.stringify(value);
  if (BOOLEAN.test(initial)) {
    requires(BOOLEAN, "true or false");
    return inLanguage(value.toLowerCase() === "true", language);
  }
  if (NUMBER.test(initial.replaceAll("_", ""))) {
    requires(NUMBER, "a number");
    return value.replace(/^([-+]?)0+(?=\d)/, "$1");
  }
  try {
    return inLanguage(JSON.parse(value), language);
  } catch {
    return JSON.stringify(value);
  }
}

const IN_PYTHON: Record<string, string> = {
  null: "None",
  true: "True",
  false: "False",
  ",": ", ",
  ":": ": ",
};

function inLanguage(value: unknown, language: ParameterLanguage): string {
  const json = JSON.stringify(value);
  if (language === "typescript") return json;
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|[a-z]+|[,:]/g, (token) => IN_PYTHON[token] ?? token);
}
