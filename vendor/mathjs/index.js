"use strict";
// danfojs-node takes mean, median, mode, std and variance from mathjs, each on one array of numbers.
const { mean, median, sampleStandardDeviation, sampleVariance } = require("simple-statistics");

/** mathjs gives 0 for a single value, where simple-statistics has no sample variance. */
const orZero = (statistic) => (values) => (values.length === 1 ? 0 : statistic(values));

module.exports = {
  mean,
  median,
  /** All values that occur most often, in order of first appearance. */
  mode(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const most = Math.max(...counts.values());
    return [...counts.keys()].filter((value) => counts.get(value) === most);
  },
  std: orZero(sampleStandardDeviation),
  variance: orZero(sampleVariance),
};
