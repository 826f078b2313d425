/** What a phone's keyboard, a copied text or another alphabet has in place of TypeScript's signs and letters. */
import type ts from "typescript";
import { pythonHabits } from "../../../base/python-habits.js";
import type { Sentence } from "./conversion.js";
import { loadTypeScript } from "./typescript.js";

type Values = Sentence["values"] & { key?: string };

const CAPITAL = /^(Async|Await|Class|Const|Else|For|Function|If|Import|Let|New|Return|Throw|Try|Var|While)\b/;

/** `“text”`, `−5`, `x²`: at the beginning. */
export function sign(rest: string): Values | undefined {
  const found = String.fromCodePoint(rest.codePointAt(0) ?? 32);
  if (/\p{Cf}/u.test(found)) return { key: "habit.invisible" };
  const better = Object.entries(pythonHabits().signs).find(([signs]) => signs.includes(found))?.[1];
  return better === undefined ? undefined : { found, better };
}

/** `Let x = 5`, as a phone begins a line. */
export function capital(line: string): Values | undefined {
  const [found] = CAPITAL.exec(line) ?? [];
  return found === undefined ? undefined : { found, better: found.toLowerCase() };
}

/** `Show(table)`, or one with a Cyrillic letter that looks like a Latin one: a name like a known one. */
export function alike(found: string, names: readonly string[]): Values | undefined {
  const [cyrillic, latin] = pythonHabits().letters;
  const inLatin = (name: string): string =>
    name.replaceAll(/\P{ASCII}/gu, (one) => latin[cyrillic.indexOf(one)] ?? one);
  const read = inLatin(found);
  const isLike = (name: string): boolean => inLatin(name).toLowerCase() === read.toLowerCase();
  const better = names.find((name) => name !== found && isLike(name));
  if (better === undefined) return undefined;
  const isCase = read === found && inLatin(better) === better;
  return { ...(isCase && { key: "habit.capital" }), found, better };
}

/** The members of the object that a name is asked of, else the names in scope, those of earlier cells included. */
export function namesAt(checker: ts.TypeChecker, node: ts.Node, earlier: readonly string[]): string[] {
  const t = loadTypeScript();
  const isMember = t.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  const known = isMember
    ? checker.getPropertiesOfType(checker.getTypeAtLocation(node.parent.expression))
    : checker.getSymbolsInScope(node, t.SymbolFlags.Value);
  return [...(isMember ? [] : earlier), ...known.map(({ name }) => name)];
}
