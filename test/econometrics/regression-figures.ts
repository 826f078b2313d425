import { fixture } from "../fixtures/fixture.js";

interface Outside {
  y: number[];
  columns: number[][];
  intercept: boolean;
  ols: object;
  diagnostics: { studentized: number[] };
  robust: Record<"HC0" | "HC1" | "HC2" | "HC3", { standardErrors: number[]; pValues: number[] }>;
  neweyWest: Record<string, number[]>;
  breuschGodfrey?: Record<string, object>;
  breuschPagan?: object;
}

/** Computed by statsmodels; the command and the version stand in the file. */
const { cases } = fixture<{ cases: Record<string, Outside> }>("scipy/regression.json");

export const regressions = Object.entries(cases).map(([name, outside]) => ({
  name,
  outside,
  y: outside.y,
  columns: Object.fromEntries(outside.columns.map((column, j) => [`x${j + 1}`, column])),
  intercept: outside.intercept,
}));
