import { aValue, takes, type LedgerFunction } from "./arguments.js";
import { starsIn } from "../context.js";
import { ARITHMETIC_FUNCTIONS } from "./arithmetic.js";
import { correlations } from "./correlation-law.js";
import { SERIES_FUNCTIONS } from "./series.js";
import { STATEMENTS } from "./statements.js";
import { STATISTICS } from "./statistics.js";
import { TESTS } from "./tests.js";

/** The stars after a printed number. */
const stars = takes([aValue], (arg, { context, fail }) => {
  const cell = arg?.kind === "number" ? arg.cell : undefined;
  return cell === undefined ? fail("error.starsCell") : starsIn(cell, context);
});

/** Every function that a formula can call. */
export const FUNCTIONS: Record<string, LedgerFunction> = {
  ...ARITHMETIC_FUNCTIONS,
  ...STATISTICS,
  ...SERIES_FUNCTIONS,
  ...TESTS,
  ...STATEMENTS,
  correlations,
  stars,
};
