/** The notebook as slides: one idea each, code folded, type as large as fits 16:9. */
import { words } from "../shared/words.js";

export interface Slides {
  start(): void;
  /** Takes up where an address says. */
  atHash(): void;
}

/** How large the type of a slide may be, from the best down to the last resort. */
const ZOOMS = [2, 1.85, 1.7, 1.55, 1.4, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.72, 0.65, 0.58, 0.52, 0.46, 0.4];
/** A slide with more than one thing on it is rather cut in two than set smaller than this. */
const READABLE = 1.1;

/** What a slide shows; of a table that is too long for one, some of its rows. */
interface Slide {
  cells: HTMLElement[];
  rows?: readonly HTMLElement[];
}

/** The signs of verdicts that agree: such rows are no news. */
const AGREE = /^(\s*[✓=]\s.*)+$/s;

export function startSlides(main: HTMLElement, changed: () => void): Slides {
  const text = words();
  let slides: Slide[] = [];
  let at = 0;
  const bar = makeBar();

  const isOn = (): boolean => document.body.classList.contains("slides");
  const cells = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>(":scope > .cell")];

  function makeBar(): { node: HTMLElement; count: HTMLElement } {
    const node = Object.assign(document.createElement("nav"), { className: "slide-bar" });
    node.setAttribute("aria-label", text.slide);
    const button = (label: string, sign: string, work: () => void): HTMLElement => {
      const made = Object.assign(document.createElement("button"), {
        type: "button",
        textContent: sign,
        title: label,
      });
      made.setAttribute("aria-label", label);
      made.addEventListener("click", work);
      return made;
    };
    const count = document.createElement("span");
    node.append(
      button(text.previous, "←", () => go(at - 1)),
      count,
      button(text.next, "→", () => go(at + 1)),
      button(text.showCode, "{ }", toggleCode),
      button(text.leave, "✕", leave),
    );
    document.body.append(node);
    return { node, count };
  }

  function toggleCode(): void {
    main.classList.toggle("with-code");
    fit();
  }

  /** As the notebook's metadata has them, then cut where a slide would be too full. */
  function cut(): void {
    const groups: HTMLElement[][] = [];
    for (const cell of cells()) {
      const kind = cell.dataset.slide;
      if (kind === "skip" || kind === "notes") continue;
      if (kind === "slide" || kind === "subslide" || groups.length === 0) groups.push([]);
      groups.at(-1)!.push(cell);
    }
    for (const row of main.querySelectorAll<HTMLElement>(".html tbody tr")) {
      const signs = [...row.querySelectorAll("td span[aria-hidden]")].map(({ textContent }) => textContent);
      row.classList.toggle("agrees", signs.length > 0 && AGREE.test(signs.join("")));
    }
    slides = groups.flatMap(split);
  }

  function split(group: HTMLElement[]): Slide[] {
    for (let end = group.length; end > 1; end--) {
      showOnly({ cells: group.slice(0, end) });
      if (fits(READABLE)) return [{ cells: group.slice(0, end) }, ...split(group.slice(end))];
    }
    return group.length === 0 ? [] : [...splitRows(group[0]!), ...split(group.slice(1))];
  }

  /** As many rows a slide as are readable. */
  function splitRows(cell: HTMLElement): Slide[] {
    const cells = [cell];
    showOnly({ cells });
    const rows = [...cell.querySelectorAll<HTMLElement>(".html tbody tr")].filter(
      (row) => row.offsetHeight > 0,
    );
    if (rows.length < 2 || fits(READABLE)) return [{ cells }];
    const parts: Slide[] = [];
    for (let from = 0; from < rows.length; from += parts.at(-1)!.rows!.length) {
      let [few, many] = [1, rows.length - from];
      while (few < many) {
        const middle = Math.ceil((few + many) / 2);
        showOnly({ cells, rows: rows.slice(from, from + middle) });
        if (fits(READABLE)) few = middle;
        else many = middle - 1;
      }
      parts.push({ cells, rows: rows.slice(from, from + few) });
    }
    return parts;
  }

  function showOnly(slide: Slide): void {
    for (const cell of cells()) cell.classList.toggle("on", slide.cells.includes(cell));
    for (const row of main.querySelectorAll<HTMLElement>(".cell.on .html tbody tr"))
      row.classList.toggle("elsewhere", slide.rows !== undefined && !slide.rows.includes(row));
  }

  /** Sets the type as large as fits; tells how large that is. */
  function zoomOf(): number {
    return ZOOMS.find(fits) ?? ZOOMS.at(-1)!;
  }

  function fits(zoom: number): boolean {
    main.style.setProperty("zoom", String(zoom));
    const { bottom } = main.getBoundingClientRect();
    return main.scrollWidth <= main.clientWidth + 1 && bottom <= globalThis.innerHeight - 47 && !tooWide();
  }

  function tooWide(): boolean {
    const wide = [...main.querySelectorAll<HTMLElement>(".cell.on .output > *, .cell.on .formula")];
    return wide.some((node) => node.scrollWidth > node.clientWidth + 1);
  }

  function fit(): void {
    showOnly(slides[at] ?? { cells: [] });
    zoomOf();
    for (const cell of slides[at]?.cells ?? [])
      cell
        .querySelectorAll(".outputs")
        .forEach((outputs) => outputsChange.observe(outputs, { childList: true }));
  }

  /** The slide that shows a cell, else the first. */
  function slideOf(cell: HTMLElement | undefined): number {
    return Math.max(
      0,
      slides.findIndex(({ cells: own }) => cell && own.includes(cell)),
    );
  }

  /** A cell that is run on its slide has other outputs than the one that was cut. */
  const outputsChange = new MutationObserver(() => {
    clearTimeout(fitting);
    fitting = setTimeout(() => {
      outputsChange.disconnect();
      if (!isOn()) return;
      const [cell] = slides[at]?.cells ?? [];
      cut();
      at = slideOf(cell);
      show();
    }, 300);
  });
  let fitting: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    at = Math.max(0, Math.min(at, slides.length - 1));
    bar.count.textContent = `${at + 1} / ${slides.length}`;
    fit();
    document.body.dataset.slides = String(slides.length);
    changed();
  }

  function go(to: number): void {
    if (to < 0 || to >= slides.length || to === at) return;
    at = to;
    history.pushState(null, "", `#slide=${at + 1}`);
    show();
  }

  function enter(first: number): void {
    document.body.classList.add("slides");
    cut();
    at = first;
    show();
  }

  function start(): void {
    const top = cells().findIndex((cell) => cell.getBoundingClientRect().bottom > 60);
    const before = cells()[top];
    document.body.classList.add("slides");
    cut();
    at = slideOf(before);
    history.pushState(null, "", `#slide=${at + 1}`);
    show();
  }

  function leave(): void {
    const [cell] = slides[at]?.cells ?? [];
    document.body.classList.remove("slides");
    main.classList.remove("with-code");
    main.style.removeProperty("zoom");
    history.pushState(null, "", location.pathname + location.search);
    cell?.scrollIntoView();
  }

  function atHash(): void {
    const wanted = /#slide=(\d+)/.exec(location.hash)?.[1];
    if (wanted) enter(Number(wanted) - 1);
    else if (isOn()) {
      document.body.classList.remove("slides");
      main.style.removeProperty("zoom");
    }
  }

  const inEditor = (target: EventTarget | null): boolean =>
    target instanceof HTMLElement && target.closest(".cm-editor, input, textarea, select") !== null;

  document.addEventListener("keydown", (event) => {
    if (inEditor(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOn()) {
      if (event.key === "p") start();
      return;
    }
    const steps: Record<string, () => void> = {
      ArrowRight: () => go(at + 1),
      PageDown: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      PageUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(slides.length - 1),
      Escape: leave,
      c: toggleCode,
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      step();
    }
  });
  globalThis.addEventListener("popstate", atHash);
  globalThis.addEventListener("resize", () => {
    if (!isOn()) return;
    cut();
    show();
  });
  return { start, atHash };
}
