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

/** Adds buttons to a toolbar; style sheets and tests find them by name. */
export const toolIn =
  (place: Element) =>
  (name: string, text: string, work: () => void): HTMLButtonElement => {
    const made = button(text, work, { dataset: { tool: name } });
    place.append(made, " ");
    return made;
  };

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
