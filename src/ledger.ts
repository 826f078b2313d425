/** `egov-kz/ledger`: printed numbers and their verdicts. */
import "./documents/source-document.js"; // lets a source be a document
import "./show/show.js"; // shows a cell's last expression as a table, and errors in its language
export { type Claim, type Ruling, type Judged, type Verdict } from "./ledger/claim.js";
export { type Mutation } from "./ledger/mutation.js";
export { sensitivity, type Sensitivity } from "./ledger/sensitivity.js";
export { type Ledger } from "./ledger/paper-folder.js";
export { disagreements, unexplained, type Finding } from "./ledger/findings.js";
export { ledgerOf, type TypedPaper } from "./ledger/ledger-of.js";
export { findings, judge, judgeClaims, loadClaims, loadLedger, mutations } from "./paper/judge.js";
export { checkConclusions, type Conclusion } from "./paper/conclusions.js";
export { forecastsOf2026, type IndexForecast } from "./paper/forecasts.js";
export { inLanguage } from "./base/language.js";
