import { textWidth } from "../text-width.js";

/** The parts of an SVG element needed to compute its position. */
export interface SvgNode {
  tagName: string;
  textContent: string | null;
  style?: { fontSize?: string; fontWeight?: string; textAnchor?: string };
  parentNode: SvgNode | null;
  getAttribute?(name: string): string | null;
  querySelector(selector: string): SvgNode | null;
  querySelectorAll(selector: string): ArrayLike<SvgNode>;
}

/** A rectangle in pixels, with the DOM's names for its sides. */
export interface Box {
  x: number;
  y: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** The box of an SVG text within its parent; for a group the box around its texts, for anything else an empty box. */
export function ownBox(node: SvgNode): Box {
  if (node.tagName === "g") return around(Array.from(node.querySelectorAll("text")).map(placedBox));
  if (node.tagName !== "text" && node.tagName !== "tspan") return box(0, 0, 0, 0);
  const size = parseFloat(inherited(node, "fontSize") ?? "12");
  const bold = /bold|[6-9]00/.test(inherited(node, "fontWeight") ?? "");
  const tspans = Array.from(node.querySelectorAll("tspan.line"));
  const lines = (tspans.length > 0 ? tspans : [node]).map((line) => line.textContent ?? "");
  const width = Math.max(...lines.map((line) => textWidth(line, size, bold || hasBold(node))));
  if (width === 0) return box(0, 0, 0, 0);
  const anchor = { start: 0, middle: 0.5, end: 1 }[inherited(node, "textAnchor") ?? "start"] ?? 0;
  const left = position(node, "x") - anchor * width;
  return box(left, position(node, "y") - size * 0.93, width, size * (1.17 + 1.3 * (lines.length - 1)));
}

/** An element's box in the page: its own, transformed by its own and its ancestors' transforms. */
export function placedBox(node: SvgNode): Box {
  const own = ownBox(node);
  let corners: [number, number][] = [
    [own.left, own.top],
    [own.right, own.top],
    [own.left, own.bottom],
    [own.right, own.bottom],
  ];
  for (let at: SvgNode | null = node; at; at = at.parentNode) {
    const transform = at.tagName === "g" && at === node ? null : at.getAttribute?.("transform");
    if (transform) corners = corners.map((corner) => transformed(corner, transform));
  }
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return box(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

/** Applies `translate`, `rotate` and `scale` as SVG does: the last one written comes first. */
function transformed(point: [number, number], transform: string): [number, number] {
  const steps = [...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reverse();
  return steps.reduce(([x, y], [, kind, inside]) => {
    const [a = 0, b, c] = inside!.split(/[ ,]+/).map(Number);
    if (kind === "translate") return [x + a, y + (b ?? 0)];
    if (kind === "scale") return [x * a, y * (b ?? a)];
    const [cx, cy, angle] = [b ?? 0, c ?? 0, (a * Math.PI) / 180];
    const [dx, dy] = [x - cx, y - cy];
    return [
      cx + dx * Math.cos(angle) - dy * Math.sin(angle),
      cy + dx * Math.sin(angle) + dy * Math.cos(angle),
    ];
  }, point);
}

function around(boxes: readonly Box[]): Box {
  const filled = boxes.filter((one) => one.width > 0);
  if (filled.length === 0) return box(0, 0, 0, 0);
  const left = Math.min(...filled.map((one) => one.left));
  const top = Math.min(...filled.map((one) => one.top));
  const right = Math.max(...filled.map((one) => one.right));
  return box(left, top, right - left, Math.max(...filled.map((one) => one.bottom)) - top);
}

function box(left: number, top: number, width: number, height: number): Box {
  return { x: left, y: top, left, top, right: left + width, bottom: top + height, width, height };
}

function position(node: SvgNode, axis: "x" | "y"): number {
  return (
    parseFloat(node.getAttribute?.(axis) ?? node.querySelector("tspan")?.getAttribute?.(axis) ?? "0") || 0
  );
}

function hasBold(node: SvgNode): boolean {
  return Array.from(node.querySelectorAll("tspan")).some((span) => /bold/.test(span.style?.fontWeight ?? ""));
}

function inherited(
  node: SvgNode | null,
  property: "fontSize" | "fontWeight" | "textAnchor",
): string | undefined {
  const attribute = { fontSize: "font-size", fontWeight: "font-weight", textAnchor: "text-anchor" }[property];
  for (let at = node; at; at = at.parentNode) {
    const value = at.style?.[property] || at.getAttribute?.(attribute);
    if (value) return value;
  }
  return undefined;
}
