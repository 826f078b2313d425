import { lateData } from "./project.js";

/** What people bring from Python, pandas and a phone's keyboard, and what it is here: data/python.json, which says how each part is read. */
interface PythonHabits {
  lines: Record<string, string>;
  names: Record<string, string | [table: string, column: string, other: string]>;
  members: Record<string, string>;
  column: Record<string, string>;
  pandas: Record<string, string>;
  signs: Record<string, string>;
  letters: [cyrillic: string, latin: string];
}

export const pythonHabits = lateData<PythonHabits>("python.json");
