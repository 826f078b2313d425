import { textWidth } from "./rasterizer.js";

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
export type Box = Record<"x" | "y" | "left" | "top" | "right" | "bottom" | "width" | "height", number>;

type Point = [x: number, y: number];

/** The box of an SVG text within its parent; for a group the box around its texts, for anything else an empty box. */
export function ownBox(node: SvgNode): Box {
  if (node.tagName === "g") {
    const texts = Array.from(node.querySelectorAll("text"), placedBox).filter(({ width }) => width > 0);
    return texts.length === 0
      ? box(0, 0, 0, 0)
      : around(
          texts.flatMap((one): Point[] => [
            [one.left, one.top],
            [one.right, one.bottom],
          ]),
        );
  }
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
  const { left, top, right, bottom } = ownBox(node);
  let corners: Point[] = [[left, top], [right, top], [left, bottom], [right, bottom]]; // prettier-ignore
  for (let at: SvgNode | null = node; at; at = at.parentNode) {
    const transform = at.tagName === "g" && at === node ? null : at.getAttribute?.("transform");
    if (transform) corners = corners.map((corner) => transformed(corner, transform));
  }
  return around(corners);
}

/** Applies `translate`, `rotate` and `scale` as SVG does: the last one written comes first. */
function transformed(point: Point, transform: string): Point {
  const steps = [...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reverse();
  return steps.reduce(([x, y], [, kind, inside]) => {
    const [a = 0, b, c] = inside!.split(/[ ,]+/).map(Number);
    if (kind === "translate") return [x + a, y + (b ?? 0)];
    if (kind === "scale") return [x * a, y * (b ?? a)];
    const [cx, cy, angle] = [b ?? 0, c ?? 0, (a * Math.PI) / 180];
    const [dx, dy] = [x - cx, y - cy];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos];
  }, point);
}

/** The smallest box around points. */
function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return box(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

function box(left: number, top: number, width: number, height: number): Box {
  return { x: left, y: top, left, top, right: left + width, bottom: top + height, width, height };
}

function position(node: SvgNode, axis: "x" | "y"): number {
  const own = node.getAttribute?.(axis) ?? node.querySelector("tspan")?.getAttribute?.(axis);
  return parseFloat(own ?? "0") || 0;
}

function hasBold(node: SvgNode): boolean {
  return Array.from(node.querySelectorAll("tspan")).some((span) => /bold/.test(span.style?.fontWeight ?? ""));
}

const ATTRIBUTES = { fontSize: "font-size", fontWeight: "font-weight", textAnchor: "text-anchor" };

/** A property of the element or of the nearest ancestor that has it. */
function inherited(node: SvgNode | null, property: keyof typeof ATTRIBUTES): string | undefined {
  if (node === null) return undefined;
  const own = node.style?.[property] || node.getAttribute?.(ATTRIBUTES[property]);
  return own || inherited(node.parentNode, property);
}
