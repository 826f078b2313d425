/** `npm run test:lab`: the notebooks in a real JupyterLab, in a real browser. */
const common = require("./.mocharc.cjs");

module.exports = {
  ...common,
  spec: "test/lab/**/*.lab.ts",
  timeout: 300000,
  ...(common.reporter === "dot" && { reporter: "spec" }),
};
