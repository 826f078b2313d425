import { decodeHTML } from "entities";
import { text as said } from "../base/text.js";
import { superscript } from "./document.js";

/**
 * HTML and XML as a tree, in linear time: node-html-parser takes minutes for a million nested or unclosed tags. Nothing
 * is resolved: declared entities are rejected and external references never followed.
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
/** The elements that an opening tag closes, and those within which it does. */
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

/**
 * One token: a comment or declaration, CDATA, a tag (">" within quotes does not end it), or characters. A token without
 * an end extends to the end of the text.
 */
const TOKEN =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[(?<data>[^]*?)(?:\]\]>|$)|<[!?][^>]*>?|<(?<slash>\/?)(?<tag>[A-Za-z][^\s/>]*)(?<attributes>(?:="[^"]*(?:"|$)|='[^']*(?:'|$)|[^>=]+|=)*)>?|(?<characters><|[^<]+)/y;

/** @throws RangeError if the text declares entities, is nested too deeply or has too many parts */
export function treeOf(text: string, file: string, isXml: boolean): Element {
  if (/<!ENTITY/i.test(text)) throw new RangeError(said("document.entities", { file }));
  const root: Element = { name: "", attributes: "", children: [] };
  const stack = [root];
  let parts = 0;
  const add = (child: Element | string): void => {
    if (++parts > MOST) throw new RangeError(said("document.parts", { file, most: MOST }));
    stack.at(-1)!.children.push(child);
  };
  const open = (name: string, attributes: string): void => {
    const [closed, within] = (!isXml && CLOSES[name]) || ["", ""];
    let at = stack.findLastIndex((one) => has(closed, one.name) || has(within, one.name));
    // The outermost of the elements that are closed together, such as the row around a cell.
    while (at > 1 && has(closed, stack[at]!.name) && has(closed, stack[at - 1]!.name)) at--;
    if (at > 0 && has(closed, stack[at]!.name)) stack.length = at;
    const element = { name, attributes, children: [] };
    add(element);
    if (attributes.endsWith("/") || (!isXml && VOID.has(name))) return;
    if (stack.length > DEEPEST) throw new RangeError(said("document.deep", { file, deepest: DEEPEST }));
    stack.push(element);
  };
  const close = (name: string): void => {
    const at = stack.findLastIndex((one) => one.name === name);
    const table = isXml || name === "table" ? -1 : stack.findLastIndex((one) => one.name === "table");
    if (at > 0 && at > table) stack.length = at;
  };
  const tokens = new RegExp(TOKEN);
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const { data, characters, slash, tag, attributes } = token.groups!;
    const name = (isXml ? tag : tag?.toLowerCase()) ?? "";
    if (data ?? characters) add(data ?? decodeHTML(characters!));
    else if (slash) close(name);
    else if (name !== "") open(name, attributes!);
    if (isXml || slash || !RAW.has(name)) continue;
    tokens.lastIndex = endOfRaw(text, tokens.lastIndex, name);
    close(name);
  }
  return root;
}

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a name is in a list such as "td th". */
function has(list: string, name: string): boolean {
  const set = sets.get(list) ?? new Set(list.split(" ").filter(Boolean));
  sets.set(list, set);
  return set.has(name);
}

function endOfRaw(text: string, from: number, name: string): number {
  const search = new RegExp(`</${name}[^>]{0,99}>`, "gi");
  search.lastIndex = from;
  return search.exec(text) === null ? text.length : search.lastIndex;
}

/** An element's attribute, or "". */
export function attribute(one: Element | undefined, name: string): string {
  const form = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>/]+))`, "i");
  const found = form.exec(one?.attributes ?? "");
  return decodeHTML(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** All elements with one of these names in document order, except those within the elements named last. */
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

/** A line break within a cell, as opposed to one in the source. */
export const LINE_BREAK = "\u2028";

const HIDDEN =
  "script style noscript template svg tex-math annotation annotation-xml del w:del w:instrText title-group object-id button";

/**
 * An element's text. A superscript after a number marks a note and is left out, unless it is a star or a power of ten:
 * 4.2 × 10⁻³.
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
