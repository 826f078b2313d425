/**
 * Which folder may import from which, type-only imports and circles counted: base below, then the helper module, and so on
 * up to those who join everything. A folder sees its own files and what stands in its list, and the lists of those.
 */
const sees = {
  base: [],
  threads: [],
  helper: ["base"],
  econometrics: ["helper"],
  egov: ["helper"],
  ledger: ["helper"],
  documents: ["ledger"],
  figures: ["helper", "threads"],
  show: ["figures"],
  paper: ["econometrics", "egov", "ledger", "show"],
  report: ["paper"],
  jupyter: ["base", "threads"],
};
/** cli, browser and the entries of the package join the rest: nothing in src imports from them. */
const joining = "^src/(cli|browser)/|^src/[^/]+$";

const below = (folder) => [folder, ...sees[folder].flatMap(below)];
const path = (folders) => `^src/(${[...new Set(folders)].join("|")})/`;

module.exports = {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "Two files that need one another are one file, or need a third below both.",
      from: {},
      to: { circular: true },
    },
    ...Object.keys(sees).map((folder) => ({
      name: `${folder}-sees-what-is-below`,
      severity: "error",
      from: { path: path([folder]) },
      to: { path: "^src/", pathNot: path(below(folder)) },
    })),
    {
      name: "nothing-sees-those-who-join",
      severity: "error",
      from: { path: "^src/", pathNot: joining },
      to: { path: joining },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    includeOnly: "^src/",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
