import { readdirSync, readFileSync } from "node:fs";
import type { Expression, Literal, ObjectExpression, Property } from "acorn";
import type { Ajv, ErrorObject } from "ajv";
import { gathered } from "../base/gather.js";
import { text } from "../base/text.js";
import { latePackage } from "../base/late-package.js";
import { describeValue } from "../base/check.js";
import { dataPath } from "../base/project.js";
import type { Grid } from "../base/grid.js";

/** The files of a paper's folder that have a schema in `data/schemas/`. */
export type FolderFile =
  "paper" | "table" | "text" | "claims" | "findings" | "expected-verdicts" | "numerals" | "exercises";

const acorn = latePackage<typeof import("acorn")>("acorn");
const ajvPackage = latePackage<typeof import("ajv")>("ajv");
let ajv: Ajv | undefined;

/**
 * Checks a JSON file of a paper's folder against its published schema.
 *
 * @throws TypeError naming the file, the place in it, and what is expected there
 */
export function requireShape(file: FolderFile, content: unknown, where: string, source?: string): void {
  gathered(faultsOf(file, content), (fault) => {
    const line = source === undefined ? "" : lineOf(source, fault);
    throw new TypeError(`${placeOf(fault, content, where)} ${complaint(fault)}${line}`);
  });
}

/** " (line 3, column 5)": JSON is a JavaScript expression, whose parser knows the positions of its parts. */
function lineOf(source: string, { instancePath }: ErrorObject): string {
  const root = acorn().parseExpressionAt(source, 0, { ecmaVersion: 2022, locations: true });
  const found = stepsOf(instancePath).reduce((at, step) => {
    if (at.type === "ArrayExpression") return at.elements[Number(step)] as Expression;
    const { properties } = at as ObjectExpression;
    const own = (properties as Property[]).findLast(({ key }) => (key as Literal).value === step)!;
    return own.value;
  }, root);
  const { line, column } = found.loc!.start;
  return text("folder.fault.place", { line, column: column + 1 });
}

/**
 * Checks a CSV file or sheet likewise: an exhibit's or source's lines as cells, those of `text` and `claims` by column
 * name.
 */
export function requireLines(file: "table" | "text" | "claims", { file: where, header, rows }: Grid): void {
  const named = rows.map(({ cells }) =>
    Object.fromEntries(header.map((name, at) => [name, String(cells[at] ?? "")])),
  );
  const content = file === "table" ? [header, ...rows.map(({ cells }) => cells)] : named;
  gathered(faultsOf(file, content), (fault) => {
    throw new TypeError(`${placeOfLine(file, where, rows, fault)} ${complaint(fault)}`);
  });
}

function placeOfLine(file: FolderFile, where: string, rows: Grid["rows"], fault: ErrorObject): string {
  const [, entry, column] = fault.instancePath.split("/");
  // Each row has the header's columns, so a missing or surplus one is the header's fault.
  const isHeader = file !== "table" && ["required", "additionalProperties"].includes(fault.keyword);
  const line = (isHeader ? undefined : rows[Number(entry)]?.line) ?? 1;
  if (entry === undefined) return where;
  return file !== "table" && column !== undefined
    ? text("error.lineColumnHead", { file: where, line, column })
    : text("error.line", { file: where, line });
}

const CHOICES = ["anyOf", "oneOf"];

function faultsOf(file: FolderFile, content: unknown): ErrorObject[] {
  ajv ??= withSchemas();
  const validate = ajv.getSchema(`${file}.schema.json`)!;
  if (validate(content)) return [];
  let faults = validate.errors!;
  // Of several allowed forms, the error refers to the one that fits best.
  const fit = ({ instancePath, keyword }: ErrorObject): number =>
    2 * instancePath.split("/").length + (["type", ...CHOICES].includes(keyword) ? 0 : 1);
  for (const { instancePath: place } of faults.filter(({ keyword }) => CHOICES.includes(keyword))) {
    const isInside = ({ instancePath }: ErrorObject): boolean => `${instancePath}/`.startsWith(`${place}/`);
    const inside = faults.filter(isInside);
    if (inside.length > 1)
      faults = [
        ...faults.filter((fault) => !isInside(fault)),
        inside.reduce((best, fault) => (fit(fault) > fit(best) ? fault : best)),
      ];
  }
  return faults;
}

function withSchemas(): Ajv {
  const made = new (ajvPackage().Ajv)({ allowUnionTypes: true, verbose: true, allErrors: true });
  const files = readdirSync(dataPath("schemas")).filter((name) => name.endsWith(".schema.json"));
  for (const name of files)
    made.addSchema(JSON.parse(readFileSync(dataPath("schemas", name), "utf8")) as object, name);
  return made;
}

const stepsOf = (path: string): string[] =>
  path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A place such as `paper.json, "exhibits", entry 2:`. */
function placeOf({ instancePath }: ErrorObject, content: unknown, where: string): string {
  if (instancePath === "") return where;
  let at = content;
  const names = stepsOf(instancePath).map((step) => {
    const inList = Array.isArray(at);
    at = (at as Record<string, unknown>)[step];
    const id = (at as { id?: unknown } | null | undefined)?.id;
    if (inList && typeof id === "string") return `"${id}"`;
    return inList ? text("schema.entry", { number: Number(step) + 1 }) : `"${step}"`;
  });
  return `${where}, ${names.join(", ")}:`;
}

function complaint({ keyword, params, message, data, parentSchema }: ErrorObject): string {
  const got = describeValue(data);
  switch (keyword) {
    case "required":
      return text("schema.required", { property: params["missingProperty"] });
    case "additionalProperties": {
      const known = Object.keys((parentSchema as { properties: object }).properties).join(", ");
      return text("schema.additional", { property: params["additionalProperty"], known });
    }
    case "enum": {
      const values = (params["allowedValues"] as unknown[]).map((value) => JSON.stringify(value)).join(", ");
      return text("schema.oneOf", { values, got });
    }
    case "type":
      return text("schema.type", { type: params["type"], got });
    case "minLength":
    case "minItems":
      return text("folder.fault.empty", { what: whatOf(parentSchema, text(`folder.fault.${keyword}`)) });
    default:
      return text("folder.fault.other", { what: whatOf(parentSchema, message ?? keyword), got });
  }
}

/** What is expected: the schema's description, or else the library's message. */
function whatOf(schema: ErrorObject["parentSchema"], otherwise: string): string {
  const { description, pattern } = (schema ?? {}) as { description?: string; pattern?: string };
  return description ?? (pattern === undefined ? otherwise : text("folder.fault.pattern", { pattern }));
}
