/** Cells to JavaScript, by TypeScript's own language service. */
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type ts from "typescript";
import { cellProgram } from "./cell-program.js";
import { completionAt, type ColumnsOf } from "./completion.js";
import type { Completion, Conversion, QuickInfo, SideOutput } from "./conversion.js";
import {
  declaredNames,
  innerVariables,
  neededDeclarations,
  parseDeclarations,
  withoutExports,
} from "./declarations.js";
import type { Declarations } from "./declarations.js";
import { habitOf, oneALine } from "./habits.js";
import { keepRight } from "./keep-right.js";
import { rewriteCell } from "./rewrite-cell.js";
import { loadTypeScript, awaits, type Bound } from "./typescript.js";

export type Converter = ReturnType<typeof createConverter>;

/**
 * @param folder from where cells import
 * @param light without Node's types: it is ready in a fraction of the time, and finds faults where there are none
 */
export function createConverter(folder: string, light = false) {
  const { path, service, look, faultsIn, described, version, ownFiles, filesRead, addModule } = cellProgram(
    folder,
    light,
  );
  const handedOver = new Map<string, string>();

  function convert(all: Declarations, source: string): Conversion {
    const first = compile(all, source);
    if (first.diagnostics.length === 0 || light) return first;
    // What of it is right runs nevertheless, and stays known.
    const right = keepRight(source, first.diagnostics);
    const rest: Conversion = right === undefined ? { diagnostics: [] } : compile(all, right);
    const diagnostics = oneALine(first.diagnostics);
    return { ...(rest.diagnostics.length > 0 || !rest.output ? first : rest), diagnostics };
  }

  function compile(all: Declarations, source: string): Conversion {
    const text = withoutExports(source);
    const needed = neededDeclarations(text, all);
    const names = declaredNames(text);
    const suffix = names.length > 0 ? `\nexport { ${names.join(", ")} };` : "";
    const known = all.filter((one) => needed.has(one));
    const { program, cell, earlier } = look(known, text + suffix);
    const sides = ownFiles(program);
    const earlierNames = all.flatMap(({ name = [] }) => name);
    const faults = [cell, ...sides]
      .flatMap((file) => faultsIn(program, file))
      .flatMap((one) => {
        const [head, ...below] = described(one, source);
        if (!head) return [];
        const asks = !light && one.file === cell;
        const instead = asks && habitOf(cell, program.getTypeChecker(), earlierNames, one, source.length);
        return instead ? [{ ...head, instead }] : [head, ...below];
      });
    if (faults.length > 0) return { diagnostics: faults };
    const emitted = emit(program, cell, earlier);
    // A light converter may serve several kernels, of which each needs them.
    const changed = sides.filter((file) => light || handedOver.get(file.fileName) !== version(file));
    for (const file of changed) handedOver.set(file.fileName, version(file));
    const sideOutputs = changed.map(sideOutput);
    return { diagnostics: [], ...emitted, ...(sideOutputs.length > 0 && { sideOutputs }) };
  }

  return {
    convert,
    filesRead,
    addModule,
    inspect(previous: Declarations, source: string, position: number): QuickInfo | undefined {
      const { cell } = look(previous, source);
      const info = service.getQuickInfoAtPosition(path, position);
      if (info) return info;
      const call = callAround(cell, position);
      return call === undefined ? undefined : service.getQuickInfoAtPosition(path, call);
    },
    complete(previous: Declarations, source: string, position: number, columnsOf?: ColumnsOf): Completion {
      look(previous, source);
      return completionAt(service, path, source, position, columnsOf);
    },
  };
}

type Emit = ts.Program["emit"];
/** What the compiler says of such a type, and what may refer to one: others at the top level may have its name. */
const INNER = /private name '([^']+)'/;
const REFERENCE =
  /(?<![\p{ID_Continue}$.]|(?:class|enum|interface|type) )[\p{ID_Start}$_][\p{ID_Continue}$]*(?![\p{ID_Continue}$]|\??:)/gu;

/** A cell without faults as a function of its session, and what it declares. */
function emit(program: ts.Program, cell: Bound, earlier: Bound) {
  const checker = program.getTypeChecker();
  const files = new Map<string, string>();
  const note = (path: string, data: string): void =>
    void files.set(path.slice(path.indexOf(".", path.lastIndexOf("/"))), data);
  const { transformer, head } = rewriteCell(checker, cell, earlier);
  // Declarations also where they mention a type within a function, which has no name outside.
  const forced = program as unknown as { emit(...given: [...Parameters<Emit>, boolean]): ReturnType<Emit> };
  const { diagnostics } = forced.emit(cell, note, undefined, undefined, { before: [transformer] }, true);
  const [js = "", declarations = "", map = ""] = [".js", ".d.ts", ".js.map"].map((ending) =>
    files.get(ending),
  );
  const inner = diagnostics.map(({ messageText }) => INNER.exec(JSON.stringify(messageText))?.[1]);
  const known = declarations.replaceAll(REFERENCE, (name) => (inner.includes(name) ? `${name}$inner` : name));
  const body = js.replace(/^export \{\};\s*$/m, "").replace(/^\/\/# sourceMappingURL.*$/m, "");
  return {
    output: `${head()}\n${body}\n})`,
    // The head is a line more.
    map: map.replace('"mappings":"', '"mappings":";'),
    declared: parseDeclarations(known + innerVariables(checker, cell)),
  };
}

/** Where the name of the function is whose call surrounds a place. */
function callAround(cell: ts.SourceFile, position: number): number | undefined {
  const t = loadTypeScript();
  let found: number | undefined;
  const visit = (node: ts.Node): void => {
    if (position < node.pos || position > node.end) return;
    if ((t.isCallExpression(node) || t.isNewExpression(node)) && position > node.expression.end)
      found = node.expression.end - 1;
    t.forEachChild(node, visit);
  };
  visit(cell);
  return found;
}

/** `import.meta` of a file that runs as CommonJS. */
function importMeta(t: typeof ts, path: string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (root) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!t.isMetaProperty(node) || node.keywordToken !== t.SyntaxKind.ImportKeyword)
        return t.visitEachChild(node, visit, context);
      const { factory: f } = context;
      const meta = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const properties = Object.entries(meta).map(([name, text]) => f.createPropertyAssignment(name, f.createStringLiteral(text))); // prettier-ignore
      return f.createParenthesizedExpression(f.createObjectLiteralExpression(properties));
    };
    return t.visitNode(root, visit) as ts.SourceFile;
  };
}

/** A file of the user's own as CommonJS. */
function sideOutput(file: ts.SourceFile): SideOutput {
  const t = loadTypeScript();
  const { outputText, sourceMapText } = t.transpileModule(file.text, {
    // The compiler would leave a module by its ending as it is.
    fileName: file.fileName.replace(/\.m(?=[jt]s$)/, "."),
    compilerOptions: {
      module: t.ModuleKind.CommonJS,
      target: t.ScriptTarget.ES2022,
      esModuleInterop: true,
      jsx: t.JsxEmit.React,
      sourceMap: true,
    },
    transformers: { before: [importMeta(t, file.fileName)] },
  });
  const data = outputText.replace(/^\/\/# sourceMappingURL.*$/m, "");
  return { path: file.fileName, data, map: sourceMapText!, awaits: awaits(t, file) };
}
