import { decodeHTML } from "entities";
import { text as said } from "../base/text.js";
import { has, markup, ownOf, superscript } from "./document.js";

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
/** What a page does not show within a table: hidden rows, text for screen readers, formulas written twice. */
const UNSEEN =
  /\bstyle\s*=\s*["'][^"']*display\s*:\s*none|\bclass\s*=\s*["'][^"']*(?:sr-only|visually-?hidden)|^[^"']*\shidden(?=[\s=]|$)/i;
const UNSEEN_PIECE = /\bstyle\s*=\s*["'][^"']*visibility\s*:\s*hidden|\baria-hidden\s*=\s*["']?true/i;
/**
 * One token: a comment or declaration, CDATA, a tag (">" within quotes does not end it), or characters. A token without
 * an end extends to the end of the text.
 */
const TOKEN =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[(?<data>[^]*?)(?:\]\]>|$)|<[!?][^>]*>?|<(?<slash>\/?)(?<tag>[A-Za-z][^\s/>]*)(?<attributes>(?:="[^"]*(?:"|$)|='[^']*(?:'|$)|[^>=]+|=)*)>?|(?<characters><|[^<]+)/y;

const STYLE =
  /\.([\w-]+)\s*\{[^{}]*(?:vertical-align\s*:\s*(super|sub)\b|position\s*:\s*relative;\s*(bottom|top):[\d.]+pt)/g;

/** @throws RangeError if the text declares entities, is nested too deeply or has too many parts */
export function treeOf(source: string, file: string, isXml: boolean): Element {
  const text = bracketed(source);
  if (/<!ENTITY/i.test(text)) throw new RangeError(said("document.entities", { file }));
  const root: Element = { name: "", attributes: "", children: [] };
  const stack = [root];
  const { html } = markup();
  let parts = 0;
  const add = (child: Element | string): void => {
    if (++parts > MOST) throw new RangeError(said("document.parts", { file, most: MOST }));
    stack.at(-1)!.children.push(child);
  };
  const open = (name: string, attributes: string): void => {
    const [closed, within] = (!isXml && ownOf(html.closes, name)) || ["", ""];
    let at = stack.findLastIndex((one) => has(closed, one.name) || has(within, one.name));
    // The outermost of the elements that are closed together, such as the row around a cell.
    while (at > 1 && has(closed, stack[at]!.name) && has(closed, stack[at - 1]!.name)) at--;
    if (at > 0 && has(closed, stack[at]!.name)) stack.length = at;
    const styles =
      raising.size === 0 ? [] : attribute({ name, attributes, children: [] }, "class").split(/\s+/);
    const style = styles.flatMap((one) => raising.get(one) ?? [])[0] ?? "";
    const element = { name, attributes: attributes + style, children: [] };
    if (!isUnseen(element)) add(element);
    if (attributes.endsWith("/") || (!isXml && has(html.empty, name))) return;
    if (stack.length > DEEPEST) throw new RangeError(said("document.deep", { file, deepest: DEEPEST }));
    stack.push(element);
  };
  // Classes that a page's style raises or lowers, as Google Docs and flextable write them.
  const raising = new Map(
    isXml
      ? []
      : [...text.matchAll(STYLE)].map(([, name, how, side]) => [
          name!,
          ` style="vertical-align:${how ?? (side === "top" ? "sub" : "super")}"`,
        ]),
  );
  const isUnseen = ({ name, attributes }: Element): boolean =>
    has(html.replaced, name) ||
    (!isXml &&
      (UNSEEN.test(attributes) || (!/^t[dhr]$/.test(name) && UNSEEN_PIECE.test(attributes))) &&
      stack.some((one) => one.name === "table"));
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
    if (isXml || slash || !has(html.raw, name)) continue;
    tokens.lastIndex = endOfRaw(text, tokens.lastIndex, name);
    close(name);
  }
  return root;
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

/**
 * An element's text as it is printed. A superscript or subscript after a number marks a note and is left out, unless it
 * is a star or a power of ten: 4.2 × 10⁻³.
 */
export function innerText(one: Element | string, isInside = false): string {
  if (typeof one === "string") return one;
  if (isInside && (has(markup().html.hidden, one.name) || isVanished(one))) return "";
  if (/^(?:br|break|hr|w:br|w:tab|w:ptab|w:cr)$/.test(one.name)) return LINE_BREAK;
  // Only these of Word's elements have text; blanks between the others are the file's.
  const isText = !/^(?:w|m|mc):(?!t$)/.test(one.name);
  let [text, mark] = ["", ""];
  const endMark = (): void => {
    if (mark !== "") text = raised(text, mark.trim());
    mark = "";
  };
  one.children.forEach((child, at) => {
    const next = innerText(child, true);
    if (next === "" || (typeof child === "string" && !isText)) return;
    const place = typeof child === "string" ? "" : placeOf(child, one, at);
    const isNote = endsInNumber(text) && /^\W?[a-z\d*†‡§]{1,2}\W?$/i.test(next.trim());
    // A superscript may come in pieces, such as "**" and "*".
    if (place === "raised" || (place === "link" && isNote)) mark += next;
    else {
      endMark();
      if (place === "block") text += ` ${next} `;
      else if (place === "below") text += `/${next}`;
      else if (place !== "lowered" || !endsInNumber(text) || /\p{L}/u.test(text)) text += next;
    }
  });
  endMark();
  return text;
}

/** Whether a number ends a text. */
const endsInNumber = (text: string): boolean => /\d[)\]%*]*\s*$/.test(text.slice(-40));
const isVanished = (one: Element): boolean =>
  one.name === "w:r" &&
  elements(one, "w:vanish").some(({ attributes }) => !/"(?:0|false|off)"/.test(attributes));

/** Where a child is printed. The second and third children of a formula's element are scripts, or a denominator. */
function placeOf(
  child: Element,
  parent: Element,
  at: number,
): "raised" | "lowered" | "below" | "block" | "link" | "" {
  if (child.name === "w:r") {
    const script = /val="(super|sub)script"/.exec(elements(child, "w:vertAlign")[0]?.attributes ?? "")?.[1];
    return script === undefined ? "" : script === "super" ? "raised" : "lowered";
  }
  const formula = /^(?:mml:)?m(sup|sub|subsup|frac)$/.exec(parent.name)?.[1];
  const order =
    formula === undefined ? 0 : parent.children.slice(0, at).filter((one) => typeof one !== "string").length;
  if (/^(?:m:)?sup$/.test(child.name) || (formula === "sup" && order === 1) || order === 2) return "raised";
  if (child.name === "m:den" || (formula === "frac" && order === 1)) return "below";
  if (/^(?:m:)?sub$/.test(child.name) || order === 1) return "lowered";
  const style = /vertical-align\s*:\s*(super|sub)\b/.exec(child.attributes)?.[1];
  if (style !== undefined) return style === "super" ? "raised" : "lowered";
  if (child.name === "a" && /^#|#t?fn|#tbl/.test(attribute(child, "href"))) return "link";
  if (child.name === "xref" && attribute(child, "ref-type").endsWith("fn")) return "link";
  return has(markup().html.blocks, child.name) ? "block" : "";
}

/** Formulas with the brackets that their elements stand for, each still one element. */
export function bracketed(text: string): string {
  const ends: string[] = [];
  return text.replace(
    /<(\/?)(?:m:d|(?:mml:)?mfenced)\b((?:[^<>]*>\s*<m:dPr>[\s\S]{0,400}?<\/m:dPr|[^<>]*)>)/g,
    (_, slash: string, about: string) => {
      if (slash !== "") return `<m:t>${ends.pop() ?? ""}</m:t></m:e>`;
      ends.push(/(?:endChr m:val|close)="(.?)"/u.exec(about)?.[1] ?? ")");
      return `<m:e><m:t>${/(?:begChr m:val|open)="(.?)"/u.exec(about)?.[1] ?? "("}</m:t>`;
    },
  );
}

function raised(text: string, mark: string): string {
  if (/^[*∗†‡§#+,\s]*$/u.test(mark)) return text + mark.split(",")[0]!;
  const end = text.slice(-40);
  if (/^[-−–+]?\d+$/.test(mark) && /(?:10|[a-z])\s*$/iu.test(end) && !/[.,]\d*$/.test(end))
    return text + superscript(mark);
  if (/^[oº°]$/.test(mark) && /\d\s*$/.test(end)) return `${text.trimEnd()}°`;
  if (endsInNumber(end)) return text;
  if (end.trim() === "") return /\d[.,]\d/.test(mark) ? mark : text;
  return `${text}${/^[a-z]?$/i.test(mark) || /^\d{1,2}$/.test(mark) ? "" : mark}`;
}
