import { createRequire } from "node:module";

interface Node {
  textContent: string;
  outerHTML: string;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
  getAttribute(name: string): string | null;
  remove(): void;
}

/** HTML as a page has it. */
export function parsed(html: string): Node {
  const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
    JSDOM: { fragment(html: string): Node };
  };
  return JSDOM.fragment(`<main>${html}</main>`).querySelector("main")!;
}

/** The text that a browser puts on the clipboard for a table: cells parted by tabs, without what cannot be selected. */
export function copied(html: string): string {
  const page = parsed(html);
  for (const node of page.querySelectorAll('[style*="user-select: none"]')) node.remove();
  return [...page.querySelectorAll("tr")]
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent).join("\t"))
    .join("\n");
}
