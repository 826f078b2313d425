/** A message from the session's worker about a cell, as a Jupyter kernel publishes it. */
export interface CellMessage {
  msgType: string;
  content: Record<string, unknown>;
}
