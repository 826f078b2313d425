/** What the session's worker tells the page of a cell, as a Jupyter kernel publishes it. */
export interface CellMessage {
  msgType: string;
  content: Record<string, unknown>;
}
