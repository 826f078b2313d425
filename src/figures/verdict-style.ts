/** Every verdict with its sign and its colour (Okabe and Ito's palette): the sign and the words carry it, colour only helps. */
export const VERDICT_STYLE: Readonly<Record<string, { sign: string; colour: string }>> = {
  reproduced: { sign: "✓", colour: "#009e73" },
  "rounded early": { sign: "≈", colour: "#56b4e9" },
  "other convention": { sign: "≅", colour: "#56b4e9" },
  mislabelled: { sign: "↔", colour: "#e69f00" },
  inconsistent: { sign: "⇄", colour: "#cc79a7" },
  "not reproduced": { sign: "≠", colour: "#d55e00" },
  impossible: { sign: "✗", colour: "#cc79a7" },
  undecided: { sign: "±", colour: "#999999" },
  "matches source": { sign: "=", colour: "#0072b2" },
  "differs from source": { sign: "≠", colour: "#f0e442" },
  "source not available": { sign: "?", colour: "#999999" },
};

/** What is shown of one ruling. */
export interface RulingLike {
  verdict: string;
  recomputed: number | readonly [number, number] | string | null;
  reason: string;
  working?: string;
}

/** What is shown of one judged claim. */
export interface JudgedLike {
  id: string;
  exhibit: string;
  row?: string | number | null;
  column?: string | null;
  printed: string;
  decimals?: number | null;
  role?: string;
  internal?: RulingLike;
  source?: RulingLike;
}
