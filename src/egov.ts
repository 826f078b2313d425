/** `egov-kz/egov`: the index and its sources, for any country. */
import "./show/show.js"; // shows a cell's last expression as a table, and errors in its language
export { checkIndexSeries } from "./egov/check-index-series.js";
export {
  egdiOf,
  egdiWeights,
  growthContributions,
  type Components,
  type GrowthContributions,
} from "./egov/index-identity.js";
export { missingEditions, type MissingEdition } from "./egov/missing-editions.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./egov/official.js";
export { readCountry } from "./egov/read-country.js";
export { egovkbCountries, readEgovkb } from "./egov/read-egovkb.js";
export { readIndexSeries } from "./egov/read-index-series.js";
