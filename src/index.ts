/** The public surface of egov-kz: all that a notebook may import. */
export { isFigure, type Figure } from "./figures/figure.js";
export { getLanguage, label, setLanguage, type Language } from "./notebook/language.js";
export { show, sideBySide, type ShowOptions } from "./notebook/show.js";
