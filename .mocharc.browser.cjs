/** `npm run test:browser`: the web edition in a real browser. */
const common = require("./.mocharc.cjs");

module.exports = {
  ...common,
  spec: "test/browser/**/*.browser.ts",
  timeout: 300000,
  // tslab's compiler, which the probes are held against, keeps its process alive.
  exit: true,
  ...(common.reporter === "dot" && { reporter: "spec" }),
};
