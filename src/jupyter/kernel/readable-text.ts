/** What a cell prints or shows as text, without the traces of what carries cells out. */
import type { CellPlaces } from "./cell-places.js";
import { withoutCellNotes } from "./cells.js";
import { readableStacks } from "./user-frames.js";

export function readableText(text: string, places: CellPlaces): string {
  return withoutCellNotes(readableStacks(text, places));
}
