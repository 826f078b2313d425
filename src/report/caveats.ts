/** What a verdict does and does not say; stands in every report. */
export const CAVEATS: readonly string[] = [
  "A printed number is taken as every value that rounds to it. A verdict says whether some such values agree; none depends on a tolerance.",
  "A number that is not reproduced from the paper's own inputs, or differs from the published one, was not obtained here in the way that the paper describes. Why, the figures do not say: a later revision of a source, a slip in copying or typesetting and another definition all leave the same trace.",
  "Where a number is called mislabelled, it equals another quantity at the printed precision. The probability of such a match by chance is given for one number drawn evenly over the possible values; many numbers were searched, so single matches count less than a row of them.",
  "A number that is reproduced is not thereby right: its inputs and the method are judged apart.",
  "Ranks other than the EGDI's were computed from all states' published values by competition ranking; the publisher may treat ties in another way.",
];
