/** A notebook as the page holds it: nbformat 4.5, text in one piece. */

export type Text = string | readonly string[];
export type Bundle = Readonly<Record<string, unknown>>;

export type SavedOutput =
  | { output_type: "stream"; name: string; text: Text }
  | {
      output_type: "display_data" | "execute_result";
      data: Bundle;
      metadata?: object;
      execution_count?: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: readonly string[] };

export interface SavedCell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  source: Text;
  metadata: { slideshow?: { slide_type?: string }; tags?: string[]; jupyter?: { source_hidden?: boolean } };
  outputs?: SavedOutput[];
  execution_count?: number | null;
}

export interface SavedNotebook {
  cells: SavedCell[];
  metadata: object;
  nbformat: number;
  nbformat_minor: number;
}

/** A text in one piece; empty if a broken file has something else in its place. */
export const joined = (text: unknown): string =>
  Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
