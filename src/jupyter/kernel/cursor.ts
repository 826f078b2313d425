/** Jupyter counts a cursor's place in Unicode code points, JavaScript in UTF-16 units: an emoji is one there, two here. */

export function toUtf16(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join("").length;
}

export function toCodePoints(text: string, utf16: number): number {
  return [...text.slice(0, utf16)].length;
}
