import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../base/project.js";

const require = createRequire(import.meta.url);
const folder = join(projectRoot(), "vendor", "dejavu-fonts");

/** The fonts of all pictures; they come with the package, so that pictures are identical on every machine. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"].map((file) =>
    join(folder, file),
  ),
  defaultFontFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
};

interface ResvgModule {
  Resvg: new (
    svg: string,
    options: object,
  ) => { render(): { asPng(): Uint8Array }; innerBBox(): { width: number; height: number } | undefined };
}

/** The rasterizer, loaded when the first picture is drawn. */
export function loadResvg(): ResvgModule {
  return require("@resvg/resvg-js") as ResvgModule;
}
