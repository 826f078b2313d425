/** The public surface of egov-kz: all that a notebook may import. */
export { isFigure, type Figure } from "./figures/figure.js";
export { getLanguage, label, setLanguage, type Language } from "./notebook/language.js";
export { show, sideBySide, type ShowOptions } from "./notebook/show.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./official.js";
export { loadPaper, printedCells, type Paper, type PrintedCell, type PrintedFigure } from "./paper.js";
export {
  DataFrame,
  dataFrame,
  numbers,
  readTable,
  Series,
  toRecords,
  type ColumnSchema,
  type TableSchema,
} from "./table.js";
