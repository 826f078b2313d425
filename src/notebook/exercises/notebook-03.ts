import { sampleStandardDeviation, sampleVariance, standardDeviation } from "simple-statistics";
import { describeSeries } from "../../stats/describe.js";
import { egdiOf, growthContributions, type Components } from "../../stats/index-identity.js";
import { seriesDynamics } from "../../stats/series-dynamics.js";
import type { Exercise } from "./exercise.js";
import { lastOf, printedColumn } from "./paper-column.js";
