import { expect } from "chai";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { DataFrame, Series } from "../../../src/helper/table/data-frame.js";
import { readNotebooks } from "../../show/notebook-cells.js";

/** The names along an object's chain of prototypes. */
function methodsOf(thing: object): string[] {
  const names: string[] = [];
  for (let up: object | null = thing; up && up !== Object.prototype; up = Object.getPrototypeOf(up) as object)
    names.push(...Object.getOwnPropertyNames(up));
  return names.filter((name) => !/^[$_]|^constructor$/.test(name));
}

const frame = new DataFrame({ a: [1] });
const danfos = new Set([frame, new Series([1]), frame.groupby(["a"])].flatMap(methodsOf));
/** Calls of these can be of danfo, and mostly are not. */
const plain = new Set([[], new Map(), new Set(), "", 1, new Date(), JSON, Math, Promise.resolve(), /a/].flatMap((one) => methodsOf(Object(one) as object))); // prettier-ignore

describe("danfo's methods that are used", () => {
  it("are those that docs/your-data.md lists, and another table would need", () => {
    const sources = [
      ...readNotebooks().flatMap(({ lesson, exercises }) => [...lesson, ...exercises].filter(({ kind }) => kind === "code").map(({ source }) => source)), // prettier-ignore
      ...globSync("src/{paper,egov}/**/*.ts").map((file) => readFileSync(file, "utf8")),
    ].join("\n");
    const called = [...sources.matchAll(/(?<!Object)\.(\w+)\(/g)].map(([, name]) => name!);
    const used = [...new Set(called)].filter((name) => danfos.has(name) && !plain.has(name)).sort();
    const documented =
      /<!-- danfo -->([^]*?)<!-- \/danfo -->/.exec(readFileSync("docs/your-data.md", "utf8"))?.[1] ?? "";
    expect([...documented.matchAll(/`(\w+)`/g)].map(([, name]) => name)).to.deep.equal(used);
  });
});
