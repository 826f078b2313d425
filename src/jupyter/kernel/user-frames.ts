/** The frames of an error's stack that are the user's: of cells and of files of his own. */
import { fileURLToPath } from "node:url";
import { CELL_NAME, type CellPlaces } from "./cell-places.js";

/** All that was built into this package, helper functions included: what they have to say is in the message. */
const OWN_CODE = fileURLToPath(new URL("../../", import.meta.url));
const NOT_THE_USERS = ["node:", "node_modules/", "node_modules\\", OWN_CODE, "<anonymous>"];
const PLACE = /([^\s(]*\begov-kz-cell-\d+\.js):(\d+):(\d+)/;

/** One line for a frame, and below it the line of the cell. */
export function userFrames(error: Error, places: CellPlaces): string[] {
  const lines = String(error.stack ?? "").split("\n");
  const frames = lines.filter((line) => /^\s+at /.test(line) && isUsers(line));
  return frames.flatMap((line) => describe(line.trim(), places));
}

function isUsers(line: string): boolean {
  return CELL_NAME.test(line) || !NOT_THE_USERS.some((part) => line.includes(part));
}

/** Nothing for code that the compiler has put in. */
function describe(frame: string, places: CellPlaces): string[] {
  const found = PLACE.exec(frame);
  if (!found) return [`    ${frame}`];
  const [where, name, line, column] = found;
  const place = places.find(name!, Number(line), Number(column));
  if (!place) return [];
  // Cells reach each other's functions through a proxy, which says nothing to the user.
  const shown = frame.replace(where, `cell [${place.count}]:${place.line}:${place.column}`);
  return [`    ${shown.replace("at Proxy.", "at ")}`, `        ${place.text.trim()}`];
}
