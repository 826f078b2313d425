import { fixture } from "../../fixtures/fixture.js";

type Numbers = number[];
type Name = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** Computed by pandas, SciPy and statsmodels; the command and the versions stand in the file. */
export const series = fixture<{
  inputs: Record<Name, Numbers> & { noise: [Numbers, Numbers, Numbers] };
  description: Record<"EGDI" | "noise", object>;
  correlation: Record<"close" | "loose" | "level 0.8", object>;
  matrix: Numbers[];
  trend: { at: Numbers; predictions80: object[] };
  total: Record<string, (number | null)[]>;
  average: Record<string, (number | null)[]>;
  collinearity: { conditionNumber: number; indices: Numbers; proportions: Numbers[] };
  vif: Record<"index" | "noise", Numbers>;
  "smallest eigenvalue": number;
  almost: Numbers[];
  growth: { chain: (number | null)[]; base: Numbers; mean: number };
  ranks: { change: (number | null)[] };
  distributions: Record<"t" | "tCritical" | "normal" | "normalCritical" | "f" | "chiSquared", Numbers[]>;
}>("scipy/series.json");
