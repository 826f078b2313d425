import { expect } from "chai";
import { readFileSync } from "node:fs";
import { DataFrame, dataFrame, readTable } from "../../../src/helper/table/table.js";
import { expectClose, fixture } from "../../fixtures/fixture.js";
import { temporaryFile } from "./temporary-file.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- methods are called by name */
type Values = (string | number | null)[];
interface OfSeries {
  index: Values;
  values: Values;
}
interface OfFrame extends OfSeries {
  columns: string[];
  values: Values[] & Values;
}
type Many<T> = Record<string, T>;

/** Computed by pandas; the command and the versions stand in the file. */
const outside = fixture<
  Record<"describe" | "sortUp" | "sortDown" | "sortByTwo" | "groupsOfTwo" | "dashes" | "corr" | "rollingFrame" | "assign" | "pivot" | "outer", OfFrame> &
    Record<"sortText" | "cumSum" | "cumMax" | "cumMin" | "cumProd" | "valueCounts" | "valueCountsOfText", OfSeries> &
    Record<"groups" | "shift" | "merge", Many<OfFrame>> &
    Record<"columns" | "rows" | "quantile" | "rolling", Many<OfSeries>> & {
      table: Record<"k" | "g" | "x" | "y" | "none", (string | number | null)[]>;
      argMax: number;
      argMin: number;
      csv: string;
    }
>("pandas/frames.json"); // prettier-ignore

const filled = Object.entries(outside.table).map(([name, values]) => [
  name,
  values.map((value) => value ?? NaN),
]);
const frame = (names?: string[]): any => new DataFrame(Object.fromEntries(names ? filled.filter(([name]) => names.includes(name as string)) : filled)); // prettier-ignore
const numbers = frame(["x", "y", "none"]);

/** Values of danfo with null for what is missing, as the file has them. */
const plain = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (Array.isArray(value) ? plain(value) : Number.isNaN(value) ? null : value));

function agrees(found: any, { index, values, ...rest }: OfSeries | OfFrame, isIndexed = true): void {
  expectClose(plain(found.values), values, 13);
  if ("columns" in rest) expect(found.columns).to.deep.equal(rest.columns);
  if (isIndexed) expectClose(found.index, index, 13);
}

describe("danfo, mended, agrees with pandas on", () => {
  it("describe, with gaps", () => {
    const rows = ["count", "mean", "std", "min", "median", "max"];
    agrees(numbers.describe().loc({ rows, columns: ["x", "y"] }), outside.describe);
    agrees(frame()["x"].describe().loc(rows), { index: rows, values: outside.describe.values.map((row) => (row as Values)[0]!) }); // prettier-ignore
  });

  for (const name of Object.keys(outside.columns))
    it(`${name} of columns and rows, with gaps and of gaps alone`, () => {
      agrees(numbers[name]({ axis: 0 }), outside.columns[name]!);
      agrees(numbers[name]({ axis: 1 }), outside.rows[name]!);
      expectClose(plain(["x", "y", "none"].map((column) => numbers[column][name]())), outside.columns[name]!.values); // prettier-ignore
    });

  it("argMax and argMin, with gaps", () => {
    expect(frame()["x"].argMax()).to.equal(outside.argMax);
    expect(frame()["y"].argMin()).to.equal(outside.argMin);
    expect(() => frame()["none"].argMax()).to.throw("argMax requires at least one value, got 5");
  });

  it("sorting, with gaps and ties, by one column and by two", () => {
    agrees(frame().sortValues("x"), outside.sortUp);
    agrees(frame().sortValues("x", { ascending: false }), outside.sortDown);
    agrees(frame().sortValues(["k", "g"]), outside.sortByTwo);
    agrees(frame()["k"].sortValues(), outside.sortText);
    const own = frame();
    own.sortValues("x", { inplace: true });
    agrees(own, outside.sortUp);
    expect(() => frame().sortValues("z")).to.throw('sortValues requires one of k, g, x, y, none, got "z"');
  });

  for (const name of Object.keys(outside.groups))
    it(`groups: ${name}, with gaps and of gaps alone`, () => {
      const found = frame().groupby(["k"]).col(["x", "y", "none"])[name]();
      expect(found.columns).to.deep.equal(["k", `x_${name}`, `y_${name}`, `none_${name}`]);
      expectClose(plain(found.values), outside.groups[name]!.values, 13);
    });

  it("groups by two keys, whatever they hold", () => {
    expectClose(frame().groupby(["k", "g"]).col(["x"]).sum().values, outside.groupsOfTwo.values);
    const dashes = new DataFrame({ a: ["a-b", "a", "a-b"], b: ["c", "b-c", "c"], v: [1, 2, 4] }) as any;
    const groups = dashes.groupby(["a", "b"]);
    expect(groups.col(["v"]).sum().values).to.deep.equal(outside.dashes.values);
    expect(groups.getGroup(["a", "b-c"]).values).to.deep.equal([["a", "b-c", "a", "b-c", 2].slice(2)]);
    expect(() => groups.getGroup(["a", "c"])).to.throw(/^getGroup requires one of .*, got "\[\\"a\\",\\"c\\"\]"$/); // prettier-ignore
  });

  // pandas: d.groupby("k").first() keeps the columns' names
  it("names the columns of the groups' first rows as they are, and says which key or column is not there", () => {
    const table = new DataFrame({ k: ["b", "a", "b"], v: [1, 2, 4] }) as any;
    const first = table.groupby(["k"]).first();
    expect([first.columns, first.values]).to.deep.equal([["k", "v"], [["a", 2], ["b", 1]]]); // prettier-ignore
    expect(table.groupby("k").size().values).to.deep.equal([["a", 1], ["b", 2]]); // prettier-ignore
    expect(() => table.groupby(["q"])).to.throw('groupby requires one of k, v, got "q"');
    expect(() => table.loc({ columns: ["q"] })).to.throw('loc requires one of k, v, got "q"');
    expect(() => table.query("v > 1")).to.throw(
      /takes a condition, not a string: write `table.query\(table\["v"\]/,
    );
  });

  it("correlates a column with itself at 1, to the last digit", () => {
    const [x, y] = [[0.1, 0.2, 0.4, 0.7, 0.35], [3.3, 1.7, 2.9, 0.4, 1.1]]; // prettier-ignore
    const matrix = (new DataFrame({ x, y }) as any).corr().values;
    expect([matrix[0][0], matrix[1][1]]).to.deep.equal([1, 1]);
  });

  it("running figures that pass over gaps", () => {
    for (const name of ["cumSum", "cumMax", "cumMin", "cumProd"] as const)
      agrees(frame()["x"][name](), outside[name]);
  });

  it("valueCounts, the commonest first", () => {
    agrees(frame()["g"].valueCounts(), outside.valueCounts);
    agrees(frame()["k"].valueCounts(), outside.valueCountsOfText);
  });

  it("corr, of pairs without gaps", () => agrees(frame(["g", "x", "y", "none"]).corr(), outside.corr));

  for (const [q, expected] of Object.entries(outside.quantile))
    it(`the ${q}-quantile`, () => {
      agrees(numbers.quantile(Number(q)), expected);
      expectClose(numbers["x"].quantile(Number(q)), expected.values[0]);
    });

  for (const [rows, expected] of Object.entries(outside.shift))
    it(`shift by ${rows}`, () => {
      agrees(frame(["x", "y"]).shift(Number(rows)), expected);
      expectClose(plain(frame()["y"].shift(Number(rows)).values), expected.values.map((row) => (row as Values)[1])); // prettier-ignore
    });

  it("rolling windows", () => {
    for (const [name, expected] of Object.entries(outside.rolling))
      agrees(frame()["y"].rolling(2)[name](), expected);
    agrees(frame(["x", "y"]).rolling(2).mean(), outside.rollingFrame);
    expect(() => frame()["y"].rolling(0)).to.throw("rolling requires a width of at least 1, got 0");
  });

  it("assign", () => {
    const made = frame(["x"]).assign({
      z: frame()["y"].mul(2),
      x: (df: any) => df["x"].add(1),
    }); // prettier-ignore
    agrees(made.loc({ columns: outside.assign.columns }), outside.assign);
    expect(() => frame().assign({ z: [1] })).to.throw('assign requires 5 values as column "z", got an array of length 1'); // prettier-ignore
  });

  it("texts and truths against one of them, with a gap", () => {
    const frame = new DataFrame({ when: ["2024-01-31", "2024-02-29", NaN], ok: [true, NaN, false] });
    // pandas: Series(["2024-01-31", "2024-02-29", None]) > "2024-01-31", and so on
    expect(frame["when"].gt("2024-01-31").values).to.deep.equal([false, true, false]);
    expect(frame["when"].ge("2024-01-31").values).to.deep.equal([true, true, false]);
    expect(frame["when"].lt("2024-02-01").values).to.deep.equal([true, false, false]);
    expect(frame["when"].le("2024-01-31").values).to.deep.equal([true, false, false]);
    expect(frame["ok"].eq(true).values).to.deep.equal([true, false, false]);
    expect(frame["ok"].ne(true).values).to.deep.equal([false, true, true]);
    expect(frame.query(frame["when"].gt("2024-01-31")).index).to.deep.equal([1]);
  });

  it("months, of which January is 1", () => {
    // pandas: to_datetime(Series(["2024-01-15", None, "2024-12-15"])).dt.month
    const month = new DataFrame({ when: ["2024-01-15", NaN, "2024-12-15"] })["when"].dt.month();
    expect(month.values).to.deep.equal([1, NaN, 12]);
  });

  it("truths with a gap: sum, mean and describe", () => {
    // pandas: Series([True, None, False, True], dtype="boolean").mean()
    const frame = new DataFrame({ ok: [true, NaN, false, true] });
    expect([frame["ok"].sum(), frame["ok"].mean()]).to.deep.equal([2, 2 / 3]);
    expect((frame.describe() as any).loc({ rows: ["count", "mean", "min", "max"] }).values).to.deep.equal([[3], [2 / 3], [0], [1]]); // prettier-ignore
  });

  it("the sizes of groups, by one key and by two", () => {
    const frame = new DataFrame({ a: ["y", "x", "y"], b: [1, 1, 2], v: [NaN, 2, 3] });
    expect(frame.groupby(["a"]).size().values).to.deep.equal([["x", 1], ["y", 2]]); // prettier-ignore
    expect(frame.groupby(["a", "b"]).size().values).to.deep.equal([["x", 1, 1], ["y", 1, 1], ["y", 2, 1]]); // prettier-ignore
    expect(frame.groupby(["a", "b"]).size().columns).to.deep.equal(["a", "b", "size"]);
  });

  it("sorting up by one column and down by another", () => {
    // pandas: frame.sort_values(["a", "b"], ascending=[True, False]).index
    const frame = new DataFrame({ a: ["y", "x", "y", "y"], b: [1, 1, 2, NaN] });
    expect(frame.sortValues(["a", "b"], { ascending: [true, false] }).index).to.deep.equal([1, 2, 0, 3]);
    expect(() => frame.sortValues(["a", "b"], { ascending: [true] })).to.throw("sortValues requires true, false, or 2 of them, one for each column, got an array of length 1"); // prettier-ignore
  });

  it("one value assigned to all rows", () =>
    expect(frame(["x"]).assign({ one: 1, c: () => "x" }).loc({ columns: ["one", "c"] }).values).to.deep.equal(Array(5).fill([1, "x"]))); // prettier-ignore

  it("pivot", () => {
    const long = new DataFrame({ year: [2021, 2020, 2020, 2021], country: ["KZ", "KE", "KZ", "EE"], gdp: [4, 2, 3, 1] }); // prettier-ignore
    const by = { index: "year", columns: "country", values: "gdp" } as const;
    agrees((long as any).pivot(by), outside.pivot);
    expect(() => (long as any).assign({ country: ["a", "a", "a", "b"] }).pivot(by)).to.throw('pivot requires each pair of year and country once, got "[2020,\\"a\\"]"'); // prettier-ignore
  });

  it("merge", () => {
    const left = new DataFrame({ key: ["a", "b", "b", "d"], v: [1, 2, 3, 4], w: [5, 6, 7, 8] }) as any;
    const right = new DataFrame({ key: ["b", "a", "b", "c"], v: [10, 20, 30, 40] }) as any;
    for (const how of ["inner", "left", "right"])
      agrees(left.merge(right, { on: "key", how }), outside.merge[how]!);
    agrees(left.merge(right, { on: ["key"], how: "outer" }).sortValues(["key", "v_x", "v_y"]), outside.outer, false); // prettier-ignore
    expect(() => left.merge(right, { on: "w" })).to.throw('merge requires one of key, v, got "w"');
  });

  it("a csv text, which is read as it was", () => {
    const table = new DataFrame({ "a, b": ["x, y", 'say "z"', NaN], n: [1.5, NaN, 2.25] });
    expect(table.toCSV()).to.equal(outside.csv);
    const path = temporaryFile("written.csv", "");
    table.toCSV(path);
    expect(readFileSync(path, "utf8")).to.equal(outside.csv);
    expect(readTable(path).values).to.deep.equal(table.values);
    expect(() => table.toCSV("/no/such/folder/a.csv")).to.throw("cannot write /no/such/folder/a.csv");
  });

  it("types: what JavaScript has", () =>
    expect((frame() as any).ctypes.values).to.deep.equal(["string", "float64", "float64", "float64", "float64"])); // prettier-ignore

  for (const name of ["columns", "values", "T", "index", "shape", "constructor", "copy", "loc", "__proto"])
    it(`a column named ${name}`, () => {
      const table = dataFrame({ [name]: [3, 1], z: [3, 4] }) as any;
      expect(table.columns).to.deep.equal([name, "z"]);
      expect(table.column(name).values).to.deep.equal([3, 1]);
      expect(table.sortValues(name).values).to.deep.equal([[1, 4], [3, 3]]); // prettier-ignore
      expect(table.loc({ columns: [name] }).shape).to.deep.equal([2, 1]);
      expect(table["z"].values).to.deep.equal([3, 4]);
    });
});

describe("a table", () => {
  const make = () => new DataFrame({ g: ["a", "b", "c"], x: [1, NaN, 3], y: [4.5, 5, 6] });
  const inplace = { inplace: true, columns: ["x" as const] };
  const calls: Record<string, (df: ReturnType<typeof make>) => unknown> = {
    "fillNa of columns": (df) => df.fillNa(0, { columns: ["x"] }),
    "fillNa by column": (df) => df.fillNa([0], { columns: ["x"] }),
    replace: (df) => df.replace("a", "z"),
    asType: (df) => df.asType("y", "string"),
    "addColumn of a name that is there": (df) => df.addColumn("x", [7, 8, 9]),
    rename: (df) => df.rename({ y: "Y" }).fillNa(0, { inplace: true, columns: ["x"] }),
    setIndex: (df) => df.setIndex({ column: "g" }).fillNa(0, inplace),
    sortValues: (df) => df.sortValues("x").fillNa(0, inplace),
    query: (df) => df.query(df["y"].gt(0)).fillNa(0, inplace),
    copy: (df) => df.copy().fillNa(0, inplace),
    "copy, with a column assigned": (df) => df.copy().addColumn("x", [7, 8, 9], { inplace: true }),
    "fillNa of a Series": (df) => df["x"].fillNa(0),
  };
  for (const [name, call] of Object.entries(calls))
    it(`stays as it was: ${name}`, () => {
      const [df, before] = [make(), make()];
      call(df);
      expect([df.values, df.index, df.columns]).to.deep.equal([before.values, before.index, before.columns]);
    });

  it("is changed in place where that is asked for", () => {
    const df = make();
    df.fillNa(0, inplace);
    expect(df["x"].values).to.deep.equal([1, 0, 3]);
  });

  // pandas: df["y"] = df["y"] * 2; df.assign(x=[7, 8, 9]); df["z"] = 1
  it("takes a Series, a list or one value in a column's place, and can be read after that", () => {
    const df = make() as any;
    df["y"] = df["y"].mul(2);
    df["z"] = 1;
    expect([df["y"].values, df["z"].values, df["y"].add(df["z"]).values]).to.deep.equal([[9, 10, 12], [1, 1, 1], [10, 11, 13]]); // prettier-ignore
    expect(df.addColumn("x", [7, 8, 9])["x"].values).to.deep.equal([7, 8, 9]);
    expect(df.addColumn("x", df["y"])["x"].sum()).to.equal(31);
    const typed = df.addColumn("x", new Float64Array([7, 8, 9]))["x"];
    expect(typed.values).to.deep.equal([7, 8, 9]);
    expect(typed.gt(new Float64Array([7, 7, 9])).values).to.deep.equal([false, true, false]);
    expect(dataFrame({ a: new Float64Array([1, 2]) as any, b: df["z"].head(2) }).values).to.deep.equal([[1, 1], [2, 1]]); // prettier-ignore
  });

  // Where pandas has a figure, it is this; where it raises an error, so does the table
  it("has pandas' figures of true and false, of gaps and of text as numbers", () => {
    const df = new DataFrame({ k: ["a", "b", "a"], ok: [true, false, false], n: [1, NaN, 1], t: ["1e21", "5e-7", "-2.7"] }) as any; // prettier-ignore
    expect(df.groupby(["k"]).col(["ok"]).mean().values).to.deep.equal([["a", 0.5], ["b", 0]]); // prettier-ignore
    expect(df["ok"].rolling(2).sum().values).to.deep.equal([NaN, 1, 0]);
    expect([df["n"].nUnique(), df.nUnique(0).values]).to.deep.equal([1, [2, 2, 1, 3]]);
    expect(df["t"].asType("float32").asType("int32").values).to.deep.equal([1e21, 0, -2]);
    expect(df.asType("n", "string")["n"].values).to.deep.equal(["1", NaN, "1"]);
    expect(df.query([true, NaN, false]).index).to.deep.equal([0]);
  });

  const refused: [what: string, call: (df: any) => unknown, message: string][] = [
    ["keys of two types", (df) => df.merge(new DataFrame({ x: ["1"], z: [1] }), { on: "x" }), 'merge requires column "x" of one type in both tables, since 2020 and "2020" differ, got "number, string"'],
    ["no keys", (df) => df.merge(make(), { left_on: "x" }), "merge requires on to name at least one column of both tables, got an array of length 0"],
    ["a pivot of no columns", (df) => df.pivot({ index: "g" }), "pivot requires one of g, x, y, got undefined"],
    ["a condition too short", (df) => df.query([true, false]), "query requires 3 conditions, true or false, one for each row, got an array of length 2"],
    ["a column as a condition", (df) => df.query(df["y"]), "query requires 3 conditions, true or false, one for each row, got 4.5"],
    ["half a row", (df) => df["y"].shift(0.5), "shift requires a whole number of rows, got 0.5"],
    ["changes of text", (df) => df["g"].diff(), 'diff requires numbers, got "a"'],
    ["windows of text", (df) => df["g"].rolling(2).mean(), 'rolling requires numbers, got "a"'],
    ["running sums of text", (df) => df["g"].cumSum(), 'cumSum requires numbers, got "a"'],
    ["quantiles of text", (df) => df["g"].quantile(), 'quantile requires numbers, got "a"'],
    ["correlations of text", (df) => df.loc({ columns: ["g"] }).corr(), 'corr requires numbers, got "g"'],
    ["text as numbers", (df) => df.asType("g", "float32"), 'asType requires numbers, got "a"'],
    ["text above a number", (df) => df["g"].gt(1), "gt requires a value of the column's type, string, got 1"],
    ["gaps filled by a record", (df) => df.fillNa({ x: 0 }), "fillNa requires a number, a text, true or false, got an object (x)"],
    ["a cell of no column", (df) => df.at(0, "z"), 'at requires one of g, x, y, got "z"'],
    ["a cell of no row", (df) => df.iat(3, 0), "iat requires one of the table's rows, got 3"],
  ]; // prettier-ignore
  for (const [what, call, message] of refused)
    it(`refuses, as pandas does: ${what}`, () => expect(() => call(make())).to.throw(message));

  it("is printed", () => {
    const [log, said] = [console.log, [] as string[]];
    console.log = (words: string) => said.push(words);
    try {
      make().print();
      make()["x"].print();
    } finally {
      console.log = log;
    }
    expect(said.map((words) => /NaN/.test(words))).to.deep.equal([true, true]);
  });

  it("has the changes of a column, which by hand are", () => {
    expect(make()["y"].diff().values).to.deep.equal([NaN, 0.5, 1]);
    expect(make()["y"].pctChange(2).values).to.deep.equal([NaN, NaN, 6 / 4.5 - 1]);
  });
});
