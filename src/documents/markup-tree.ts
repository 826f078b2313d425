import { decodeHTML } from "entities";
import { text as said } from "../base/text.js";
import { superscript } from "./document.js";

/**
 * HTML and XML as a tree, in time that grows with the length alone: node-html-parser takes minutes over a million tags
 * that are nested or not closed. Nothing is resolved: an entity that a document declares is refused, a reference outside
 * is never followed.
 */
export interface Element {
  name: string;
  attributes: string;
  children: (Element | string)[];
}

const DEEPEST = 1_000;
const MOST = 300_000;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const RAW = new Set(["script", "style", "noscript", "template"]);
/** What an opening tag closes, as far up as the elements behind it. */
const CLOSES: Readonly<Record<string, readonly [closed: string, within: string]>> = {
  td: ["td th", "tr table"],
  th: ["td th", "tr table"],
  tr: ["tr td th", "table thead tbody tfoot"],
  tbody: ["thead tbody tfoot tr td th", "table"],
  tfoot: ["thead tbody tfoot tr td th", "table"],
  thead: ["caption colgroup", "table"],
  li: ["li", "ul ol"],
  p: ["p", "td th li div section article body table"],
  dd: ["dd dt", "dl"],
  dt: ["dd dt", "dl"],
  option: ["option", "select"],
};

/** @throws RangeError where the text declares entities, is nested too deeply or has too many parts */
export function treeOf(text: string, file: string, isXml: boolean): Element {
  if (/<!ENTITY/i.test(text)) throw new RangeError(said("document.entities", { file }));
  const root: Element = { name: "", attributes: "", children: [] };
  const stack = [root];
  let parts = 0;
  const add = (child: Element | string): void => {
    if (++parts > MOST) throw new RangeError(said("document.parts", { file, most: MOST }));
    stack.at(-1)!.children.push(child);
  };
  const open = (name: string, attributes: string, isClosed: boolean): number => {
    const [closed, within] = (!isXml && CLOSES[name]) || ["", ""];
    const at = stack.findLastIndex((one) => has(closed, one.name) || has(within, one.name));
    if (at > 0 && has(closed, stack[at]!.name)) stack.length = upTo(stack, at, closed);
    const element = { name, attributes, children: [] };
    add(element);
    if (isClosed) return 0;
    if (stack.length > DEEPEST) throw new RangeError(said("document.deep", { file, deepest: DEEPEST }));
    return stack.push(element);
  };
  const close = (name: string): void => {
    const at = stack.findLastIndex((one) => one.name === name);
    const table = isXml || name === "table" ? -1 : stack.findLastIndex((one) => one.name === "table");
    if (at > 0 && at > table) stack.length = at;
  };
  for (let at = 0; at < text.length;) {
    const next = text.indexOf("<", at);
    if (next !== at) add(decodeHTML(text.slice(at, next < 0 ? undefined : next)));
    if (next < 0) break;
    const skipped = skip(text, next);
    if (skipped !== null) {
      if (skipped.text !== "") add(skipped.text);
      at = skipped.end;
      continue;
    }
    if (!/[A-Za-z/]/.test(text[next + 1] ?? "")) {
      add("<");
      at = next + 1;
      continue;
    }
    const end = endOfTag(text, next);
    const [, slash, name = "", attributes = ""] =
      /^<(\/?)([A-Za-z][^\s/>]*)([\s\S]*)$/.exec(text.slice(next, end)) ?? [];
    at = end + 1;
    if (name === "") add("<");
    if (name === "") at = next + 1;
    else if (slash) close(isXml ? name : name.toLowerCase());
    else {
      const given = isXml ? name : name.toLowerCase();
      open(given, attributes, isXml ? attributes.endsWith("/") : VOID.has(given) || attributes.endsWith("/"));
      if (!isXml && RAW.has(given)) {
        at = endOfRaw(text, at, given);
        close(given);
      }
    }
  }
  return root;
}

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a name is in a list such as "td th". */
function has(list: string, name: string): boolean {
  let set = sets.get(list);
  if (set === undefined) sets.set(list, (set = new Set(list.split(" ").filter(Boolean))));
  return set.has(name);
}

/** The outermost of the elements that are closed together, such as the row around a cell. */
function upTo(stack: readonly Element[], at: number, closed: string): number {
  let first = at;
  while (first > 1 && has(closed, stack[first - 1]!.name)) first--;
  return first;
}

/** Comments, declarations and CDATA sections; null where a tag begins. */
function skip(text: string, at: number): { text: string; end: number } | null {
  const after = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith("<!--", at)) return { text: "", end: after("-->", at + 4) };
  if (text.startsWith("<![CDATA[", at)) {
    const end = after("]]>", at);
    return { text: text.slice(at + 9, end).replace(/\]\]>$/, ""), end };
  }
  return text[at + 1] === "!" || text[at + 1] === "?" ? { text: "", end: after(">", at) } : null;
}

/** Where a tag's ">" stands, outside quotes; the end of the text where it has none. */
function endOfTag(text: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < text.length; at++) {
    const mark = text[at]!;
    if (quote !== "") {
      if (mark === quote) quote = "";
    } else if ((mark === '"' || mark === "'") && text[at - 1] === "=") quote = mark;
    else if (mark === ">") return at;
  }
  return text.length;
}

function endOfRaw(text: string, from: number, name: string): number {
  const search = new RegExp(`</${name}[^>]{0,99}>`, "gi");
  search.lastIndex = from;
  const found = search.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

export function attribute({ attributes }: Element, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>/]+))`, "i").exec(
    attributes,
  );
  return decodeHTML(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** All elements of these names, in the order of reading, outside of those named last. */
export function elements(root: Element, names: string, outside = ""): Element[] {
  const found: Element[] = [];
  const walk = (one: Element): void => {
    for (const child of one.children)
      if (typeof child !== "string") {
        if (has(names, child.name)) found.push(child);
        if (!has(outside, child.name)) walk(child);
      }
  };
  walk(root);
  return found;
}

/** A line's end within a cell, told apart from one in the source. */
export const LINE_BREAK = "\u2028";

const HIDDEN =
  "script style noscript template svg tex-math annotation annotation-xml del w:del w:instrText title-group object-id button";

/**
 * An element's text. A raised sign behind a number is a mark of a note and left out, unless it is a star or the power of
 * a ten: 4.2 × 10⁻³.
 */
export function innerText(one: Element | string, isInside = false): string {
  if (typeof one === "string") return one;
  if (isInside && has(HIDDEN, one.name)) return "";
  if (/^(?:br|break|hr|w:br|w:tab|w:cr)$/.test(one.name)) return LINE_BREAK;
  let text = "";
  for (const child of one.children) {
    const next = innerText(child, true);
    if (typeof child !== "string" && /^(?:sup|mml:sup)$/.test(child.name)) text = raised(text, next.trim());
    else if (typeof child !== "string" && BLOCKS.test(child.name)) text += ` ${next} `;
    else text += next;
  }
  return text;
}

const BLOCKS = /^(?:p|div|li|tr|td|th|w:p|list-item|title|label|sec|h[1-6])$/;

function raised(text: string, mark: string): string {
  if (/^[*∗†‡§#+,\s]*$/u.test(mark)) return text + mark;
  if (/^[-−–+]?\d+$/.test(mark) && /(?:10|[a-z])\s*$/iu.test(text) && !/[.,]\d*$/.test(text))
    return text + superscript(mark);
  if (/^[oº°]$/.test(mark) && /\d\s*$/.test(text)) return `${text.trimEnd()}°`;
  if (/\d[)\]%*]*\s*$/.test(text) || text.trim() === "") return text;
  return `${text}${/^[a-z]?$/i.test(mark) || /^\d{1,2}$/.test(mark) ? "" : mark}`;
}
