/** Creates elements of a page and listens to them. */
type Tags = HTMLElementTagNameMap;
type Properties<Tag extends keyof Tags> = Partial<Omit<Tags[Tag], "dataset">> & {
  dataset?: Record<string, string>;
};

/** An element with its properties and children. */
export function element<Tag extends keyof Tags>(
  tag: Tag,
  { dataset = {}, ...properties }: Properties<Tag>,
  ...inside: (Node | string)[]
): Tags[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  made.append(...inside);
  return made;
}

export const button = (
  text: string,
  onclick: () => void,
  more: Properties<"button"> = {},
): HTMLButtonElement => element("button", { type: "button", onclick, ...more }, text);

/** Whether a key is this letter's, on a Cyrillic keyboard, too. */
export const isLetter = ({ key, code }: KeyboardEvent, letter: string): boolean =>
  key.toLowerCase() === letter || (/\P{ASCII}/u.test(key) && code === `Key${letter.toUpperCase()}`);

/** Shows the toolbar and returns its buttons, by the names in the page's HTML, once each has its work. */
export function tools<Name extends string>(works: Record<Name, () => void>): Record<Name, HTMLButtonElement> {
  const place = document.getElementById("tools")!;
  const found = Object.entries<() => void>(works).map(([name, work]) => {
    const tool = place.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`)!;
    tool.addEventListener("click", work);
    return [name, tool];
  });
  place.hidden = false;
  const menu = place.querySelector("details");
  const close = (): void => void menu?.removeAttribute("open");
  // A choice, a click elsewhere, or Escape closes it.
  document.addEventListener("click", ({ target }) => (target as Element).closest("summary") ?? close());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  return Object.fromEntries(found) as Record<Name, HTMLButtonElement>;
}

/** Download links for files, separated by blanks. */
export const downloads = (files: Readonly<Record<string, BlobPart>>): (Node | string)[] =>
  Object.entries(files).flatMap(([name, content]) => [
    element(
      "a",
      { className: "button", download: name, href: URL.createObjectURL(new Blob([content])) },
      name,
    ),
    " ",
  ]);

/** Calls `take` with files chosen in the page's field or dropped on the page. */
export function takeFiles(take: (files: File[]) => Promise<void>): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>("#files")!;
  input.addEventListener("change", () => void take([...(input.files ?? [])]));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  input.disabled = false;
  return input;
}
