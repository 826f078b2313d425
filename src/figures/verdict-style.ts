/**
 * Every verdict's sign, color and bar hatching: sign and word identify it, color only helps. Any two colors differ with
 * every kind of color vision, and black is legible on each.
 */
export const VERDICT_STYLE: Readonly<Record<string, { sign: string; colour: string; pattern: string }>> = {
  reproduced: { sign: "✓", colour: "#00885c", pattern: "" },
  "rounded early": { sign: "≈", colour: "#5bd7ff", pattern: "/" },
  "other convention": { sign: "≅", colour: "#c4f3b5", pattern: "-" },
  mislabelled: { sign: "↔", colour: "#e59600", pattern: "x" },
  inconsistent: { sign: "⇄", colour: "#b59cb8", pattern: "|" },
  "not reproduced": { sign: "≠", colour: "#d83f12", pattern: "\\" },
  impossible: { sign: "✗", colour: "#bf49a6", pattern: "+" },
  undecided: { sign: "±", colour: "#8cac98", pattern: "." },
  "matches source": { sign: "=", colour: "#3078fd", pattern: "" },
  "differs from source": { sign: "Δ", colour: "#ffe541", pattern: "\\" },
  "source not available": { sign: "?", colour: "#d4d6d5", pattern: "." },
};

/** The look of a verdict, or of a word that is not one. */
export const verdictStyle = (verdict: string): (typeof VERDICT_STYLE)[string] =>
  VERDICT_STYLE[verdict] ?? { sign: "•", colour: "#d4d6d5", pattern: "" };

/** The parts of a ruling that are shown. */
export interface RulingLike {
  verdict: string;
  recomputed: number | readonly [number, number] | string | null;
  reason: string;
  working?: string;
}

/** The parts of a judged claim that are shown. */
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
