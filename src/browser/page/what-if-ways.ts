/** Lines over the tables: dashed from the numbers that the chosen one rests on, solid to those that rest on it. */

export interface Ways {
  chosen: string;
  from: readonly string[];
  to: readonly string[];
}

export function drawWays(ways: Ways | null, buttons: ReadonlyMap<string, HTMLElement>): void {
  const svg = document.querySelector<SVGSVGElement>("svg.ways")!;
  for (const [id, button] of buttons) {
    button.classList.toggle("from", ways?.from.includes(id) ?? false);
    button.classList.toggle("to", ways?.to.includes(id) ?? false);
  }
  svg.replaceChildren();
  const start = ways && buttons.get(ways.chosen);
  if (!start) return;
  const field = svg.parentElement!.getBoundingClientRect();
  svg.setAttribute("viewBox", `0 0 ${field.width} ${field.height}`);
  const centre = (node: HTMLElement): [number, number] => {
    const clip = node.closest(".scroll")!.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, clip.left), clip.right);
    return [x - field.left, box.top + box.height / 2 - field.top];
  };
  const [x0, y0] = centre(start);
  const line = (id: string, className: string): SVGPathElement[] => {
    const end = buttons.get(id);
    if (!end) return [];
    const [x1, y1] = centre(end);
    const bend = Math.min(60, Math.abs(y1 - y0) / 2 + Math.abs(x1 - x0) / 6);
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute(
      "d",
      `M${x0} ${y0} C${x0 + bend} ${(2 * y0 + y1) / 3} ${x1 + bend} ${(y0 + 2 * y1) / 3} ${x1} ${y1}`,
    );
    path.setAttribute("class", className);
    path.dataset.id = id;
    return [path];
  };
  // Drawing a line before measuring the next place would lay out the page again.
  svg.append(...ways.from.flatMap((id) => line(id, "from")), ...ways.to.flatMap((id) => line(id, "to")));
}
