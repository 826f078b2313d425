/** `npm run test:lab`: the notebooks in a real JupyterLab, in a real browser. */
const common = require("./.mocharc.cjs");

module.exports = {
  ...common,
  spec: "test/lab/**/*.lab.ts",
  timeout: 300000,
  // A browser on a busy machine now and then loses a step; CI tells which tests needed their second try.
  retries: 1,
  ...(common.reporter === "dot" && { reporter: "spec" }),
};
