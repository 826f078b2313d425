import type { LedgerFunction } from "./arguments.js";
import { ARITHMETIC_FUNCTIONS } from "./arithmetic.js";
import { SERIES_FUNCTIONS } from "./series.js";
import { STATEMENTS } from "./statements.js";
import { STATISTICS } from "./statistics.js";
import { TESTS } from "./tests.js";

/** Every function that a formula can call, except `correlations` and `stars`, which need more than numbers. */
export const FUNCTIONS: Record<string, LedgerFunction> = {
  ...ARITHMETIC_FUNCTIONS,
  ...STATISTICS,
  ...SERIES_FUNCTIONS,
  ...TESTS,
  ...STATEMENTS,
};
