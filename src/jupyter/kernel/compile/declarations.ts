/** What cells have declared, of which a next cell is compiled with the part that it needs. */
import { parseCell } from "../internals/tslab.js";

/** A statement of a declaration file. */
export interface Declaration {
  text: string;
  /** What it declares; nothing where every cell has to do with it: an import, and a namespace, which tslab forgets. */
  names: string[];
  /** From which modules it takes types. */
  modules: string[];
}

export function parseDeclarations(text: string): Declaration[] {
  return parseCell(text).statements.map(({ pos, end, name, declarationList, body }) => {
    const statement = text.slice(pos, end).trim();
    const declared = declarationList?.declarations ?? (body ? [] : [{ name }]);
    return {
      text: statement,
      names: declared.flatMap((declaration) => declaration.name?.text ?? []),
      modules: [...statement.matchAll(/\b(?:from |import\()["']([^"']+)["']/g)].map(([, module]) => module!),
    };
  });
}

/**
 * Which declarations a source can have to do with: all whose names it mentions, all that those mention, and so on.
 * Others stay where a module would otherwise be let go, to be read anew for a later cell.
 */
export function neededDeclarations(source: string, declarations: readonly Declaration[]): Set<Declaration> {
  if (source.includes("\\u")) return new Set(declarations); // a name may be spelled so
  const byName = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    for (const name of declaration.names) byName.set(name, [...(byName.get(name) ?? []), declaration]);
  }
  const needed = new Set<Declaration>();
  const modules = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.names.length > 0 && declaration.modules.every((module) => modules.has(module))) continue;
    needed.add(declaration);
    declaration.modules.forEach((module) => modules.add(module));
  }
  const mention = (text: string) => {
    for (const [word] of text.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu))
      byName.get(word)?.forEach((declaration) => needed.add(declaration));
  };
  mention(source);
  for (const declaration of needed) mention(declaration.text); // those that this adds included
  return needed;
}
