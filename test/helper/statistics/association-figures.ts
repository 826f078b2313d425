import { fixture } from "../../fixtures/fixture.js";

type Numbers = number[];

/** Computed by SciPy and NumPy; the command and the versions stand in the file. */
export const association = fixture<{
  ranked: Record<string, { x: Numbers; y: Numbers; spearman: object; kendall: object }>;
  partial: {
    x: Numbers;
    y: Numbers;
    year: Numbers;
    OSI: Numbers;
    "year only": object;
    "year and OSI": object;
  };
  permutation: { x: Numbers; y: Numbers; r: number; pValue: number };
  differences: Numbers;
}>("scipy/association.json");
