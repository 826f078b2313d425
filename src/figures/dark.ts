/** What stands for a colour on a dark ground; those that are told apart by colour stay. */
export const DARK: Readonly<Record<string, string>> = {
  "#ffffff": "#16181c",
  "rgba(255,255,255,0.85)": "rgba(22,24,28,0.85)",
  "#e3e3e3": "#33373e",
  "#bbbbbb": "#4a4f57",
  "#b5b5b5": "#6b7079",
  "#888888": "#8a8f98",
  "#767676": "#a3abb8",
  "#333333": "#d0d3d8",
  "#222222": "#e4e6ea",
  "#000000": "#f2f2f2",
  "#0072b2": "#3f9fdc",
};

/**
 * A figure with its colours for a dark ground. What is written on a coloured mark stays as it is, and so do the colours of
 * a scale.
 */
export function inDark<T>(figure: T, colours: Readonly<Record<string, string>> = DARK): T {
  const stays = ["textfont", "colorscale"];
  const turned = (value: unknown): unknown => {
    if (typeof value === "string") return colours[value] ?? value;
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, stays.includes(key) ? part : turned(part)]),
    );
  };
  return turned(figure) as T;
}
