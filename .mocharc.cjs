/** With MOCHA_JSON=FILE the counts go there, as JSON, and what failed is told by who reads them. */
const file = process.env.MOCHA_JSON;

module.exports = {
  extension: ["ts"],
  "node-option": ["import=ts-blank-space/register"],
  timeout: 60000,
  ...(file ? { reporter: "json", "reporter-option": [`output=${file}`] } : { reporter: "dot" }),
};
