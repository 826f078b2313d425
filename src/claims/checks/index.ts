import type { Check } from "./check.js";
import { horizontalMark, verticalMark } from "./axes.js";
import { correlation, largestCorrelation, selfCorrelation } from "./correlations.js";
import { aheadOf, besideLeaders } from "./countries.js";
import { editionInterval, editionNumber, periodEnd, unEdition, wefEdition } from "./editions.js";
import { componentValue, indexValue, repeatedIndex } from "./index-values.js";
import { movingMean, windowWidth } from "./moving.js";
import { rankGain, rankGainSince } from "./rank-changes.js";
import { alwaysWithin, competitivenessRank, unRank, wefRank } from "./ranks.js";
import {
  forecastCount,
  forecastRises,
  forecastYear,
  rSquaredLimit,
  trendForecast,
  trendIntercept,
  trendRSquared,
  trendSlope,
} from "./trend.js";

/** Every check by the name that a claim's `check` gives. */
export const CHECKS: Readonly<Record<string, Check>> = {
  aheadOf,
  alwaysWithin,
  besideLeaders,
  competitivenessRank,
  componentValue,
  correlation,
  editionInterval,
  editionNumber,
  forecastCount,
  forecastRises,
  forecastYear,
  horizontalMark,
  indexValue,
  largestCorrelation,
  movingMean,
  periodEnd,
  rankGain,
  rankGainSince,
  repeatedIndex,
  rSquaredLimit,
  selfCorrelation,
  trendForecast,
  trendIntercept,
  trendRSquared,
  trendSlope,
  unEdition,
  unRank,
  verticalMark,
  wefEdition,
  wefRank,
  windowWidth,
};
