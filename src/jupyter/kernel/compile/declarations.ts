/** What cells have declared, of which a next cell is compiled with the part that it needs. */

/** A statement of a declaration file, of one name. */
export interface Declaration {
  text: string;
  /** Undefined where every cell has to do with it: what it declares is global. */
  name?: string;
  isValue: boolean;
  isType: boolean;
  /** From which modules it takes types. */
  modules: string[];
}

/** What stays of earlier declarations beside new ones: of a class whose type alone is replaced, a value of any type. */
export function remaining(before: readonly Declaration[], declared: readonly Declaration[]): Declaration[] {
  const named = (pick: (one: Declaration) => boolean): Set<string | undefined> =>
    new Set(declared.filter(pick).map(({ name }) => name));
  const values = named((one) => one.isValue);
  const types = named((one) => one.isType);
  const texts = new Set(declared.map(({ text }) => text));
  return before.flatMap((one) => {
    if (one.name === undefined) return texts.has(one.text) ? [] : [one];
    if (one.isValue && values.has(one.name)) return [];
    if (!one.isType || !types.has(one.name)) return [one];
    if (!one.isValue) return [];
    return [
      { text: `declare let ${one.name}: any;`, name: one.name, isValue: true, isType: false, modules: [] },
    ];
  });
}

export function declarationText(declarations: readonly Declaration[]): string {
  return declarations.map(({ text }) => `${text}\n`).join("");
}

/**
 * Which declarations a source can have to do with: all whose names it mentions, all that those mention, and so on.
 * Others stay where a module would otherwise be let go, to be read anew for a later cell.
 */
export function neededDeclarations(source: string, declarations: readonly Declaration[]): Set<Declaration> {
  if (source.includes("\\u")) return new Set(declarations); // a name may be spelled so
  const byName = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const { name } = declaration;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), declaration]);
  }
  const needed = new Set<Declaration>();
  const modules = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.name !== undefined && declaration.modules.every((module) => modules.has(module)))
      continue;
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
