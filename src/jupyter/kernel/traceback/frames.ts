/** Stack traces of the user's code alone: cells by their numbers and lines, without the code that runs them. */
import { SourceMap, type SourceMapPayload, type SourceMapping } from "node:module";
import { fileURLToPath } from "node:url";

/** Cells whose text is kept; an older one's frames are shown without a line. */
const KEPT = 1000;

export interface Place {
  /** The number of the cell. */
  count: number;
  /** From 1. */
  line: number;
  column: number;
  /** The line's text. */
  text: string;
}

/** The name that a cell's code has in a stack trace. */
export const CELL_NAME = /\begov-kz-cell-(\d+)\.js\b/;

export type CellPlaces = ReturnType<typeof cellPlaces>;

/** Where in cells and files a line of running code is. */
export function cellPlaces() {
  /** By serial number; the map leads from a cell's code to it. */
  const cells = new Map<number, { count: number; source: string; map: string }>();
  /** Of the user's own files: from their code to them. */
  const files = new Map<string, string>();
  let serial = 0;
  return {
    /** Notes a cell and gives the name that its code is to have in stack traces. */
    add(count: number, source: string, map: string): string {
      cells.set(++serial, { count, source, map });
      cells.delete(serial - KEPT);
      return `egov-kz-cell-${serial}.js`;
    },
    addFile: (path: string, map: string): void => void files.set(path, map),
    /** A frame with the line and column of a file of the user's in place of those of its code. */
    inFile(frame: string): string {
      if (files.size === 0) return frame;
      const place = /((?:\/|[A-Z]:)[^():]+):(\d+):(\d+)/;
      return frame.replace(place, (found, path: string, line: string, column: string) => {
        const map = files.get(path);
        const entry = map && originOf(map, Number(line), Number(column));
        return entry ? `${path}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : found;
      });
    },
    /** The place in a cell of a line and column (from 1) of its code; undefined if the compiler added them. */
    find(name: string, line: number, column: number): Place | undefined {
      const cell = cells.get(Number(CELL_NAME.exec(name)?.[1]));
      const entry = cell?.map ? originOf(cell.map, line, column) : undefined;
      const text = entry && cell!.source.split("\n")[entry.originalLine];
      if (text === undefined) return undefined;
      return { count: cell!.count, line: entry!.originalLine + 1, column: entry!.originalColumn + 1, text };
    },
  };
}

/** What a source map has for a line and column (from 1). */
function originOf(map: string, line: number, column: number): SourceMapping | undefined {
  // Places count from 0 there.
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line - 1, column - 1);
  // The nearest entry before may be on an earlier line: then this line has none.
  return "originalLine" in entry && entry.generatedLine === line - 1 ? entry : undefined;
}

/** Everything in this package, helper functions included: the message says what they have to say. */
const OWN_CODE = fileURLToPath(new URL("../../../", import.meta.url));
const NOT_THE_USERS = ["node:", "node_modules/", "node_modules\\", OWN_CODE, "<anonymous>"];
/** What is below every cell; "blob:" in a page. */
const CARRIES_CELLS = [
  ...["node:vm:", "node:internal/", "node:async_hooks:", "blob:"],
  fileURLToPath(new URL("../", import.meta.url)),
];

const FRAME = /^\s+at /;
const PLACE = /([^\s(]*\begov-kz-cell-\d+\.js):(\d+):(\d+)/;

/** The frames of cells and of the user's own files: one line for a frame, and below it the line of the cell. */
export function userFrames(error: Error, places: CellPlaces): string[] {
  const isUsers = (line: string) => CELL_NAME.test(line) || !has(line, NOT_THE_USERS);
  const lines = String(error.stack ?? "").split("\n");
  return lines
    .filter((line) => FRAME.test(line) && isUsers(line))
    .flatMap((line) => {
      const found = resolve(line.trim(), places);
      if (!found) return [];
      return [`    ${found.frame}`, ...(found.place ? [`        ${found.place.text.trim()}`] : [])];
    });
}

/** What a cell prints or shows as text, without traces of the code that runs cells. */
export function readableText(text: string, places: CellPlaces): string {
  return withoutCellNotes(readableStacks(text, places));
}

/** Text with stack traces, as of a printed error: cells are named, the code that runs them is left out. */
function readableStacks(text: string, places: CellPlaces): string {
  if (!CELL_NAME.test(text)) return text;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const isOurs = !CELL_NAME.test(line) && has(line, CARRIES_CELLS);
    const kept = !FRAME.test(line) ? line : isOurs ? undefined : resolve(line, places)?.frame;
    if (kept !== undefined) lines.push(kept);
    // The last frame opens the error's own properties.
    else if (line.endsWith(" {")) lines.push(`${lines.pop() ?? ""} {`);
  }
  return lines.join("\n");
}

function has(line: string, parts: readonly string[]): boolean {
  return parts.some((part) => line.includes(part));
}

/** A frame with the cell's place in it; undefined for code that the compiler added. */
function resolve(frame: string, places: CellPlaces): { frame: string; place?: Place } | undefined {
  const found = PLACE.exec(frame);
  if (!found) return { frame: places.inFile(frame) };
  const [where, name, line, column] = found;
  const place = places.find(name!, Number(line), Number(column));
  if (!place) return undefined;
  // Cells reach each other's functions through a proxy, which says nothing to the user.
  const shown = frame.replace(where, `cell [${place.count}]:${place.line}:${place.column}`);
  return { frame: shown.replace("at Proxy.", "at "), place };
}

/** A cell is abbreviated where printing stops going deeper. */
const NOTES =
  /,?\s*\[Symbol\((?:async_id_symbol|trigger_async_id_symbol|kResourceStore)\)\]: (?:\d+|<cell>|\[Cell\])/g;

/** Printed text without the notes in promises and timers by which Node knows their cell. */
function withoutCellNotes(text: string): string {
  if (!text.includes("kResourceStore")) return text;
  return text.replaceAll(NOTES, "").replaceAll(/Promise \{\n\s+([^\n]*)\n\s*\}/g, "Promise { $1 }");
}
