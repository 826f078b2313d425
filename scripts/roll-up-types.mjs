/**
 * Rolls the declarations of all entries of the package up into one file, which the entries' own declarations pass on: a
 * cell's compiler reads one file instead of two hundred, and a DataFrame is the same type from wherever it is imported. That
 * file is an export of its own, without code: by it TypeScript names a type that no entry exports.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { generateDtsBundle } from "dts-bundle-generator";

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).flatMap(({ types, default: code }) =>
  code === undefined ? [] : types.replace(/^\.\/(.*)\.d\.ts$/, "$1"),
);

/** The names that an entry exports, of its own statements and of those that it passes on whole. */
function namesOf(entry) {
  const text = readFileSync(`${entry}.d.ts`, "utf8");
  const named = [...text.matchAll(/export \{([^}]*)\} from/g)].flatMap(([, names]) => names.split(","));
  const declared = [...text.matchAll(/^export declare (?:const|function|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const whole = [...text.matchAll(/export \* from "(.*)\.js"/g)];
  const passedOn = whole.flatMap(([, path]) => namesOf(posix.join(posix.dirname(entry), path)));
  return [...new Set([...named.map((name) => name.trim()).filter(Boolean), ...declared, ...passedOn])];
}

const names = new Map(entries.map((entry) => [entry, namesOf(entry)]));
const all = "dist/all.d.ts";
writeFileSync(
  all,
  entries.map((entry) => `export * from "./${posix.relative("dist", entry)}.js";\n`).join(""),
);
const options = { preferredConfigPath: "tsconfig.types.json" };
const entry = { filePath: all, output: { noBanner: true, exportReferencedTypes: false } };
const [bundle] = generateDtsBundle([entry], options);
rmSync(all);
writeFileSync("dist/types.d.ts", bundle);
for (const [entry, exported] of names) {
  const types = posix.join(posix.relative(posix.dirname(entry), "dist"), "types.js");
  const from = types.startsWith(".") ? types : `./${types}`;
  writeFileSync(`${entry}.d.ts`, `export { ${exported.join(", ")} } from "${from}";\n`);
}
