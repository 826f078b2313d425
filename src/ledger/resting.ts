import type { SheetCell } from "./paper-folder.js";

/** Who is to be told of the cells whose values are asked for; judging itself does not need to know. */
let asking: Set<SheetCell> | null = null;

/** Said wherever a printed number's value is taken. */
export function restsOn(cell: SheetCell): void {
  asking?.add(cell);
}

/** What `work` comes to, and the printed numbers on whose values it rests: none of the others could change it. */
export function resting<T>(work: () => T): { result: T; on: Set<SheetCell> } {
  const outside = asking;
  const on = (asking = new Set<SheetCell>());
  try {
    return { result: work(), on };
  } finally {
    asking = outside;
    if (outside !== null) on.forEach((cell) => outside.add(cell));
  }
}
