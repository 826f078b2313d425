import { Resvg } from "@resvg/resvg-js";

/** The kernel's logo: rising bars in TypeScript's blue and a point that differs. */
export const LOGO_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="10" fill="#3178c6"/>
  <g fill="#ffffff">
    <rect x="10" y="38" width="10" height="16"/>
    <rect x="27" y="28" width="10" height="26"/>
    <rect x="44" y="24" width="10" height="30"/>
  </g>
  <circle cx="49" cy="13" r="5" fill="#e69f00"/>
</svg>
`;

/** The logo as a square PNG, `size` pixels wide. */
export function logoPng(size: number): Uint8Array {
  return new Resvg(LOGO_SVG, { fitTo: { mode: "width", value: size } }).render().asPng();
}
