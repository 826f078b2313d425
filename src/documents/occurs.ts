import { squeezed } from "./document.js";

/**
 * Finds the cells that do not occur in the document: each must follow the one before it, character for character, and a
 * number must be whole ("12.5" does not occur in "312.5"). The document's characters are extracted independently of the
 * reader, so that a reader that loses a decimal point or a bracket is caught.
 */
export function occurrence(plain: string): (cells: readonly string[]) => string[] {
  const { signs, gaps } = folded(plain);
  const find = (part: string, from: number): number => {
    for (let at = signs.indexOf(part, from); at >= 0; at = signs.indexOf(part, at + 1)) {
      const end = at + part.length;
      const before = /^[\d.,]/.test(part) && !gaps.has(at) && /[\d.,]/.test(signs[at - 1] ?? "");
      const behind = /\d$/.test(part) && !gaps.has(end) && /^(?:\d|[.,]\d)/.test(signs.slice(end, end + 2));
      if (!before && !behind) return at;
    }
    return -1;
  };
  return (cells) => {
    const missing: string[] = [];
    const parts = cells.map((one) => folded(one).signs);
    // A note's mark within a cell was left out, so its pieces need only be close to one another.
    const inPieces = (text: string): boolean => {
      const [first = "", ...more] = squeezed(text)
        .split(" ")
        .map((one) => folded(one).signs);
      for (let start = find(first, 0); start >= 0; start = find(first, start + 1)) {
        let at = start + first.length;
        const isClose = more.every((piece) => {
          const next = find(piece, at);
          const near = next >= 0 && next - at <= 8;
          if (near) at = next + piece.length;
          return near;
        });
        if (isClose) return true;
      }
      return false;
    };
    // A copy of the first cells can precede the table: the search then jumps ahead to where the others are.
    let from = 0;
    for (const [at, part] of parts.entries()) {
      if (part === "") continue;
      const next = find(part, from);
      if (next >= 0 && next - from < 20_000) from = next + part.length;
      else if (find(part, 0) < 0 && !inPieces(cells[at]!)) missing.push(cells[at]!);
      else if (next >= 0) from = next + part.length;
    }
    return missing;
  };
}

const LOOK_ALIKE = "−–—‐‑∗·’‘°“”";
const PLAIN = "-----*.''o\"\"";

/** The characters without blanks, and where blanks were; look-alikes become one character. */
function folded(text: string): { signs: string; gaps: ReadonlySet<number> } {
  const gaps = new Set<number>();
  const alike = text.normalize("NFKC").replace(/[−–—‐‑∗·’‘°“”_/]/gu, (sign) => PLAIN[LOOK_ALIKE.indexOf(sign)] ?? ""); // prettier-ignore
  const parts = squeezed(alike).split(" ");
  let length = 0;
  for (const part of parts) {
    gaps.add(length);
    length += part.length;
  }
  gaps.add(length);
  return { signs: parts.join(""), gaps };
}
