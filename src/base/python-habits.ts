import { lateData } from "./project.js";

/** What people bring from Python and pandas, and what it is here: data/python.json, which says how each part is read. */
interface PythonHabits {
  lines: Record<string, string>;
  names: Record<string, string | [table: string, column: string, other: string]>;
  members: Record<string, string>;
  column: Record<string, string>;
  pandas: Record<string, string>;
}

export const pythonHabits = lateData<PythonHabits>("python.json");
