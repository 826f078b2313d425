/** `npm run test:browser`: the web edition in a real browser. */
const common = require("./.mocharc.cjs");

module.exports = {
  ...common,
  spec: "test/browser/**/*.browser.ts",
  timeout: 300000,
  // A browser on a busy machine now and then loses a step; CI tells which tests needed their second try.
  retries: 1,
  // tslab's compiler, which the probes are held against, keeps its process alive.
  exit: true,
  ...(common.reporter === "dot" && { reporter: "spec" }),
};
