/** The notebook as reveal.js slides: one idea each, one type size, code and long reasons folded. */
import Reveal from "reveal.js";
import revealCss from "reveal.js/reveal.css";
import { button, element } from "./dom.js";
import { text } from "../../base/text.js";

/** The signs of verdicts that agree; slides omit such rows. */
const AGREE = /^(\s*[✓=]\s.*)+$/s;
/** A table cell with more letters than this is a reason. */
const LONG = 60;

/** The cells in groups, according to the notebook's metadata. */
function groupsOf(cells: readonly HTMLElement[]): HTMLElement[][] {
  const groups: HTMLElement[][] = [];
  for (const cell of cells) {
    const kind = cell.dataset.slide;
    if (kind === "skip" || kind === "notes") continue;
    if (kind === "slide" || kind === "subslide" || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(cell);
  }
  return groups;
}

function foldReasons(section: HTMLElement): void {
  for (const row of section.querySelectorAll<HTMLElement>(".html tbody tr")) {
    const signs = [...row.querySelectorAll("td span[aria-hidden]")].map(({ textContent }) => textContent);
    row.classList.toggle("agrees", signs.length > 0 && AGREE.test(signs.join("")));
    for (const cell of row.querySelectorAll<HTMLElement>("td"))
      if (cell.innerText.length > LONG && !cell.classList.contains("long")) {
        cell.classList.add("long");
        cell.prepend(button("…", () => void cell.classList.toggle("open")));
      }
  }
}

const isSlide = (): boolean => /^#\/\d/.test(location.hash);

/** Turns the page into slides until Escape, or Back to the page; cells stay the page's own and can be run. */
export async function startSlides(main: HTMLElement, done: () => void): Promise<void> {
  const cells = [...main.querySelectorAll<HTMLElement>(":scope > .cell")];
  const groups = groupsOf(cells);
  const top = cells.find((cell) => cell.getBoundingClientRect().bottom > 60);
  const here = groups.findIndex((group) => group.includes(top!));
  const address = isSlide() ? location.pathname + location.search : location.href;
  const style = element("style", {}, revealCss);
  document.head.prepend(style);
  const places = new Map(cells.map((cell) => [cell, document.createComment("")]));
  for (const [cell, place] of places) cell.before(place);
  const sections = groups.map((group) => {
    const section = element("section", {}, ...group);
    section.classList.toggle("two", group.length > 1 && section.querySelector(".html table") !== null);
    return section;
  });
  const slides = element("div", { className: "slides" }, ...sections);
  const title = text("page.leave");
  const leaving = button("✕", leave, { className: "leave", title, ariaLabel: title });
  const deck = element("div", { className: "reveal" }, slides, leaving);
  main.append(deck);
  document.body.classList.add("presenting");
  document.body.dataset.slides = String(sections.length);
  sections.forEach(foldReasons);
  const reveal = new Reveal(deck, {
    ...{ width: 1280, height: 720, margin: 0.02, center: false, transition: "none" },
    ...{
      hash: true,
      history: true,
      slideNumber: "c/t",
      hashOneBasedIndex: true,
      respondToHashChanges: true,
      overview: false,
    },
    keyboard: { 27: leave, 67: () => deck.classList.toggle("with-code") },
    keyboardCondition: () => document.activeElement?.closest(".cm-editor, input, textarea, select") === null,
  });
  /** Moves a table that is too wide beside the text below it; if it is still too wide, its type becomes smaller. */
  const unfoldWide = (): void => {
    const section = reveal.getCurrentSlide() as HTMLElement;
    const isWide = (): boolean =>
      [...section.querySelectorAll(".output > *, .formula")].some(
        (part) => part.scrollWidth > part.clientWidth + 1,
      );
    if (isWide()) section.classList.remove("two");
    if (isWide()) section.classList.add("wide");
  };
  reveal.on("slidechanged", unfoldWide);
  await reveal.initialize();
  unfoldWide();
  if (!isSlide()) reveal.slide(Math.max(0, here));
  globalThis.addEventListener("hashchange", back);

  function back(): void {
    if (!location.hash.startsWith("#/")) leave();
  }

  function leave(): void {
    globalThis.removeEventListener("hashchange", back);
    const current = reveal.getCurrentSlide() as HTMLElement | undefined;
    const at = current?.querySelector(".cell");
    reveal.destroy();
    for (const [cell, place] of places) place.replaceWith(cell);
    deck.remove();
    style.remove();
    document.body.classList.remove("presenting", "reveal-viewport");
    history.replaceState(null, "", address);
    at?.scrollIntoView();
    done();
  }
}
