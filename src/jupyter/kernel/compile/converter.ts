/**
 * Cells to JavaScript, by TypeScript's own language service. A cell is a file; what earlier cells have declared is
 * another one, a declaration file around it, like a block around its statements (`parent`, below).
 */
import { dirname, join, relative, sep } from "node:path";
import { createRequire } from "node:module";
import type ts from "typescript";
import { dataPath } from "../../../base/project.js";
import { libraries, webAssembly } from "./globals.js";
import { declarationText, isGlobal, neededDeclarations, parseDeclarations } from "./declarations.js";
import { completionAt } from "./completion.js";
import type { Conversion, Converter, Diagnostic, SideOutput } from "./conversion.js";
import type { Declarations } from "./declarations.js";
import { ownPaths } from "./own-package.js";
import { awaits, rewriteCell, type Bound } from "./rewrite-cell.js";
import { habitOf, oneALine } from "./habits.js";
import { keepRight } from "./keep-right.js";
import { blanked, loadTypeScript, parseCell } from "./typescript.js";

const require = createRequire(import.meta.url);
const NODE_MODULES = /[\\/]node_modules[\\/]/;

interface FolderConverter extends Converter {
  /** What the last cell was compiled with, beside TypeScript's own. */
  filesRead(): string[];
}

/**
 * @param folder from where cells import
 * @param light without Node's types: it is ready in a fraction of the time, and finds faults where there are none
 */
export function createConverter(folder: string, light = false): FolderConverter {
  const t = loadTypeScript();
  const slashed = (path: string): string => path.split(sep).join("/");
  const here = slashed(folder);
  const CELL = `${here}/__cell__.ts`;
  const EARLIER = `${here}/__earlier__.d.ts`;
  const BROWSERS = `${here}/__browsers__.d.ts`;
  const own = (name: string): string => slashed(dataPath("cells", name));
  const globals = [own("globals.d.ts"), light ? own("console.d.ts") : BROWSERS];
  const written = new Map<string, { text: string; version: number }>();
  const modules = new Set<string>();
  const handedOver = new Map<string, string>();
  const put = (path: string, text: string): void => {
    const before = written.get(path);
    if (before?.text !== text) written.set(path, { text, version: (before?.version ?? 0) + 1 });
  };
  // All documentation is for inspection alone.
  const parsing = light ? t.JSDocParsingMode.ParseNone : undefined;
  const host = newHost();
  const service = t.createLanguageService(host, t.createDocumentRegistry(true, here, parsing));
  const browserTypes = join(dirname(host.getDefaultLibFileName({})), "lib.dom.d.ts");
  if (!light) put(BROWSERS, webAssembly(t.sys.readFile(browserTypes) ?? ""));

  function newHost(): ts.LanguageServiceHost {
    const options = compilerOptions(here, light);
    const { sys } = t;
    const version = (path: string): string =>
      String(
        written.get(path)?.version ?? (NODE_MODULES.test(path) ? 1 : sys.getModifiedTime?.(path)?.valueOf()),
      );
    const readFile = (path: string): string | undefined => written.get(path)?.text ?? sys.readFile(path);
    const cache = t.createModuleResolutionCache(here, (name) => name, options);
    const packages = new Map<string, ts.ResolvedModuleWithFailedLookupLocations>();
    const snapshots = new Map<string, { of: string; snapshot: ts.IScriptSnapshot }>();
    const host: ts.LanguageServiceHost = {
      ...sys,
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...globals, EARLIER, CELL, ...modules],
      getScriptVersion: version,
      // Asked for with every cell, of every file.
      getScriptSnapshot: (path) => {
        const of = version(path);
        const known = snapshots.get(path);
        if (known?.of === of) return known.snapshot;
        const text = readFile(path);
        if (text === undefined) return undefined;
        const snapshot = t.ScriptSnapshot.fromString(text);
        snapshots.set(path, { of, snapshot });
        return snapshot;
      },
      getCurrentDirectory: () => here,
      getDefaultLibFileName: () => t.getDefaultLibFilePath(options),
      fileExists: (path) => written.has(path) || sys.fileExists(path),
      readFile,
      useCaseSensitiveFileNames: () => true,
      // A package that was found stays where it is; what was not found, and a file of the user's, may come and go.
      resolveModuleNameLiterals: (literals, file) =>
        literals.map(({ text }) => {
          if (NODE_MODULES.test(file)) return t.resolveModuleName(text, file, options, host, cache);
          const asked = `${dirname(file)}\n${text}`;
          const found = packages.get(asked) ?? t.resolveModuleName(text, file, options, host);
          if (found.resolvedModule?.isExternalLibraryImport) packages.set(asked, found);
          return found;
        }),
      ...(parsing !== undefined && { jsDocParsingMode: parsing }),
    };
    // With it the package.json next to a library is read once, not with every cell.
    return Object.assign(host, { getModuleResolutionCache: () => cache });
  }

  /** The program, and the cell in it, within what the cells before have declared. */
  function look(
    previous: Declarations,
    source: string,
  ): { program: ts.Program; cell: Bound; earlier: Bound } {
    put(EARLIER, `export {};\n${declarationText(previous)}`);
    put(CELL, source);
    const program = service.getProgram()!;
    const cell: Bound = program.getSourceFile(CELL)!;
    const earlier: Bound = program.getSourceFile(EARLIER)!;
    return { program, cell: Object.assign(cell, { parent: earlier }), earlier };
  }

  const faultsIn = (program: ts.Program, file: ts.SourceFile): ts.Diagnostic[] => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];

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
    const sides = program.getSourceFiles().filter((file) => file !== cell && isOwn(file));
    const checker = program.getTypeChecker();
    const faults = [cell, ...sides]
      .flatMap((file) => faultsIn(program, file))
      .flatMap((one) => {
        const [head, ...below] = described(one, source);
        if (!head) return [];
        const instead = !light && one.file === cell && habitOf(cell, checker, one, source.length);
        return instead ? [{ ...head, instead }] : [head, ...below];
      });
    if (faults.length > 0) return { diagnostics: faults };
    const files = new Map<string, string>();
    const note = (path: string, data: string): void =>
      void files.set(path.slice(path.indexOf(".", path.lastIndexOf("/"))), data);
    const { transformer, head } = rewriteCell(checker, cell, earlier);
    const emitted = program.emit(cell, note, undefined, undefined, { before: [transformer] });
    const unnamed = emitted.diagnostics.flatMap((one) => described(one, source));
    if (unnamed.length > 0) return { diagnostics: unnamed };
    const declared = parseDeclarations((files.get(".d.ts") ?? "") + innerVariables(checker, cell));
    const body = files
      .get(".js")!
      .replace(/^export \{\};\s*$/m, "")
      .replace(/^\/\/# sourceMappingURL.*$/m, "");
    // The head is a line more.
    const map = files.get(".js.map")!.replace('"mappings":"', '"mappings":";');
    const sideOutputs = sides.flatMap((file) => {
      const version = host.getScriptVersion(file.fileName);
      if (handedOver.get(file.fileName) === version) return [];
      handedOver.set(file.fileName, version);
      return [sideOutput(t, file)];
    });
    return {
      diagnostics: [],
      output: `${head()}\n${body}\n})`,
      map,
      declared,
      ...(sideOutputs.length > 0 && { sideOutputs }),
    };
  }

  const isOwn = (file: ts.SourceFile): boolean =>
    !file.isDeclarationFile && !NODE_MODULES.test(file.fileName) && !file.fileName.endsWith(".json");

  /** A message and those below it, each by itself. */
  function described(
    { file, start = 0, length = 0, messageText, code }: ts.Diagnostic,
    source: string,
  ): Diagnostic[] {
    if (!file) return [];
    const end = file.fileName === CELL ? source.length : Infinity;
    const place = (at: number): Diagnostic["start"] => {
      const { line, character } = file.getLineAndCharacterOfPosition(Math.min(at, end));
      return { line, character };
    };
    const common = {
      start: place(start),
      end: place(start + length),
      ...(file.fileName !== CELL && { fileName: relative(here, file.fileName) }),
    };
    type Chain = Pick<ts.DiagnosticMessageChain, "messageText" | "code" | "next">;
    const chain = ({ messageText, code, next = [] }: Chain): Diagnostic[] => [
      { ...common, messageText, code },
      ...next.flatMap(chain),
    ];
    return chain(typeof messageText === "string" ? { messageText, code } : { ...messageText, code });
  }

  return {
    convert,
    filesRead() {
      const program = service.getProgram()!;
      return program
        .getSourceFiles()
        .filter((file) => !written.has(file.fileName) && !program.isSourceFileDefaultLibrary(file))
        .map(({ fileName }) => fileName);
    },
    addModule(name, source) {
      const path = `${here}/${name}.ts`;
      put(path, source);
      modules.add(path);
      const { program } = look([], "");
      const found = faultsIn(program, program.getSourceFile(path)!);
      const faults = found.flatMap((one) => described(one, source));
      // A faulty module is reported where it is written and where it is imported, not in every other cell.
      if (faults.length > 0) modules.delete(path);
      return faults;
    },
    inspect(previous, source, position) {
      const { cell } = look(previous, source);
      const info = service.getQuickInfoAtPosition(CELL, position);
      if (info) return info;
      const call = callAround(t, cell, position);
      return call === undefined ? undefined : service.getQuickInfoAtPosition(CELL, call);
    },
    complete(previous, source, position, columnsOf) {
      look(previous, source);
      return completionAt({ service, path: CELL, source, position, columnsOf });
    },
  };
}

/** Where the name of the function is whose call surrounds a place. */
function callAround(t: typeof ts, cell: ts.SourceFile, position: number): number | undefined {
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

function compilerOptions(here: string, light: boolean): ts.CompilerOptions {
  const t = loadTypeScript();
  const typeRoots = t.getEffectiveTypeRoots({}, { getCurrentDirectory: () => here }) ?? [];
  const own = dirname(dirname(require.resolve("@types/node/package.json")));
  const paths = ownPaths(here);
  return {
    target: t.ScriptTarget.ES2024,
    module: t.ModuleKind.ESNext,
    moduleResolution: t.ModuleResolutionKind.Bundler,
    moduleDetection: t.ModuleDetectionKind.Force,
    lib: libraries(),
    types: light ? [] : ["node"],
    typeRoots: [...typeRoots, own],
    strict: false,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    allowJs: true,
    jsx: t.JsxEmit.React,
    preserveConstEnums: true,
    skipLibCheck: true,
    declaration: true,
    sourceMap: true,
    newLine: t.NewLineKind.LineFeed,
    outDir: "/out",
    ...(paths && { paths }),
  };
}

/** Without `export` in front of declarations, which says nothing new; places stay as they are. */
function withoutExports(source: string): string {
  if (!/\bexport\b/.test(source)) return source;
  const t = loadTypeScript();
  let text = source;
  const blank = (from: number, to: number): void => void (text = blanked(text, from, to));
  const cell = parseCell(source);
  for (const node of cell.statements) {
    if (t.isExportDeclaration(node) && !node.moduleSpecifier) blank(node.getStart(cell), node.end);
    if (t.isExportAssignment(node)) blank(node.getStart(cell), node.expression.getStart(cell));
    for (const modifier of (t.canHaveModifiers(node) && t.getModifiers(node)) || [])
      if (modifier.kind === t.SyntaxKind.ExportKeyword || modifier.kind === t.SyntaxKind.DefaultKeyword)
        blank(modifier.getStart(cell), modifier.end);
  }
  return text;
}

/** All names of a cell's top level, types and `var` within blocks included. */
function declaredNames(source: string): string[] {
  const t = loadTypeScript() as typeof ts & { bindSourceFile(file: ts.SourceFile, options: object): void };
  const cell: Bound = parseCell(source);
  t.bindSourceFile(cell, { target: t.ScriptTarget.ES2024, moduleDetection: t.ModuleDetectionKind.Force });
  const isName = ({ declarations }: ts.Symbol): boolean => declarations!.some((node) => !isGlobal(t, node));
  return [...(cell.locals?.values() ?? [])]
    .filter(isName)
    .map(({ escapedName }) => t.unescapeLeadingUnderscores(escapedName));
}

/** `var` in blocks and loops, which declaration files leave out. */
function innerVariables(checker: ts.TypeChecker, cell: Bound): string {
  const t = loadTypeScript();
  const isInner = (node: ts.Declaration): boolean => {
    let above: ts.Node = node;
    while (!t.isVariableDeclarationList(above) && above !== cell) above = above.parent;
    return above !== cell && !(t.isVariableStatement(above.parent) && above.parent.parent === cell);
  };
  return [...(cell.locals?.values() ?? [])]
    .filter(({ valueDeclaration }) => valueDeclaration !== undefined && isInner(valueDeclaration))
    .map((symbol) => {
      const type = checker.getTypeOfSymbol(symbol);
      return `declare let ${symbol.name}: ${checker.typeToString(type, undefined, t.TypeFormatFlags.NoTruncation)};\n`;
    })
    .join("");
}

/** `import.meta` of a file that runs as CommonJS. */
function importMeta(t: typeof ts, path: string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (root) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!t.isMetaProperty(node) || node.keywordToken !== t.SyntaxKind.ImportKeyword)
        return t.visitEachChild(node, visit, context);
      const { factory: f } = context;
      const url = f.createPropertyAssignment("url", f.createStringLiteral(`file://${encodeURI(path)}`));
      return f.createParenthesizedExpression(f.createObjectLiteralExpression([url]));
    };
    return t.visitNode(root, visit) as ts.SourceFile;
  };
}

/** A file of the user's own as CommonJS. */
function sideOutput(t: typeof ts, file: ts.SourceFile): SideOutput {
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
