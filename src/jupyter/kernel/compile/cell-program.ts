/**
 * One cell as a program of TypeScript. A cell is a file; what earlier cells have declared is another one, a declaration
 * file around it, like a block around its statements (`parent`, below).
 */
import { dirname, join, relative, sep } from "node:path";
import type ts from "typescript";
import { dataPath } from "../../../base/project.js";
import type { Diagnostic } from "./conversion.js";
import { declarationText, type Declarations } from "./declarations.js";
import { webAssembly } from "./globals.js";
import { languageHost, NODE_MODULES } from "./language-host.js";
import { loadTypeScript, type Bound } from "./typescript.js";

const slashed = (path: string): string => path.split(sep).join("/");

export function cellProgram(folder: string, light: boolean) {
  const t = loadTypeScript();
  const here = slashed(folder);
  const CELL = `${here}/__cell__.ts`;
  const EARLIER = `${here}/__earlier__.d.ts`;
  const BROWSERS = `${here}/__browsers__.d.ts`;
  const own = (name: string): string => slashed(dataPath("cells", name));
  const globals = [own("globals.d.ts"), light ? own("console.d.ts") : BROWSERS];
  const modules = new Set<string>();
  const roots = () => [...globals, EARLIER, CELL, ...modules];
  const { host, put, isInMemory } = languageHost(here, light, roots);
  // All documentation is for inspection alone.
  const registry = t.createDocumentRegistry(true, here, host.jsDocParsingMode);
  const service = t.createLanguageService(host, registry);
  const browserTypes = join(dirname(host.getDefaultLibFileName({})), "lib.dom.d.ts");
  if (!light) put(BROWSERS, webAssembly(t.sys.readFile(browserTypes) ?? ""));

  /** The program, and the cell in it, within what the cells before have declared. */
  function look(previous: Declarations, source: string) {
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

  /** A message and those below it, each by itself. */
  function described(
    { file, start = 0, length = 0, messageText, code }: ts.Diagnostic,
    source: string,
  ): Diagnostic[] {
    if (!file) return [];
    const end = file.fileName === CELL ? source.length : Infinity;
    const place = (at: number): Diagnostic["start"] => file.getLineAndCharacterOfPosition(Math.min(at, end));
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
    ...{ path: CELL, service, look, faultsIn, described },
    version: (file: ts.SourceFile): string => host.getScriptVersion(file.fileName),
    /** The user's own files that the cell imports. */
    ownFiles: (program: ts.Program): ts.SourceFile[] =>
      program.getSourceFiles().filter(({ fileName, isDeclarationFile }) => {
        const isOthers = isDeclarationFile || NODE_MODULES.test(fileName);
        return !isOthers && fileName !== CELL && !fileName.endsWith(".json");
      }),
    /** What the last cell was compiled with, beside TypeScript's own. */
    filesRead(): string[] {
      const program = service.getProgram()!;
      return program
        .getSourceFiles()
        .filter((file) => !isInMemory(file.fileName) && !program.isSourceFileDefaultLibrary(file))
        .map(({ fileName }) => fileName);
    },
    /** Makes a cell a module of that name, which others import. */
    addModule(name: string, source: string): Diagnostic[] {
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
  };
}
