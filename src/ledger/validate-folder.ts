import { readdirSync, readFileSync } from "node:fs";
import type { Ajv, ErrorObject } from "ajv";
import { latePackage } from "../base/late-package.js";
import { describeValue } from "../base/check.js";
import { dataPath } from "../base/project.js";
import type { Grid } from "../helper/read/grid.js";
import { text } from "../base/text.js";

/** The files of a paper's folder that have a schema in `data/schemas/`. */
export type FolderFile =
  "paper" | "table" | "text" | "claims" | "findings" | "expected-verdicts" | "numerals" | "exercises";

const ajvPackage = latePackage<typeof import("ajv")>("ajv");
let ajv: Ajv | undefined;

/**
 * Holds a JSON file of a paper's folder against its published schema.
 *
 * @throws TypeError naming the file, the place in it, and what is wanted there
 */
export function requireShape(file: FolderFile, content: unknown, where: string): void {
  const fault = faultOf(file, content);
  if (fault !== undefined) throw new TypeError(`${placeOf(fault, content, where)} ${complaint(fault)}`);
}

/**
 * The same of a csv file or sheet: an exhibit's or source's lines as cells, those of `text` and `claims` by the names
 * of their columns.
 */
export function requireLines(file: "table" | "text" | "claims", { file: where, header, rows }: Grid): void {
  const named = rows.map(({ cells }) =>
    Object.fromEntries(header.map((name, at) => [name, String(cells[at] ?? "")])),
  );
  const content = file === "table" ? [header, ...rows.map(({ cells }) => cells)] : named;
  const fault = faultOf(file, content);
  if (fault === undefined) return;
  const [, entry, column] = fault.instancePath.split("/");
  // Each row has the header's columns: one too many or too few is the header's.
  const isHeader = file !== "table" && ["required", "additionalProperties"].includes(fault.keyword);
  const line = (isHeader ? undefined : rows[Number(entry)]?.line) ?? 1;
  const place =
    entry === undefined
      ? where
      : file !== "table" && column !== undefined
        ? text("error.lineColumnHead", { file: where, line, column })
        : text("error.line", { file: where, line });
  throw new TypeError(`${place} ${complaint(fault)}`);
}

function faultOf(file: FolderFile, content: unknown): ErrorObject | undefined {
  ajv ??= withSchemas();
  const validate = ajv.getSchema(`${file}.schema.json`)!;
  if (validate(content)) return undefined;
  // Of the forms that something may have, the one that fits best is spoken of.
  const fit = ({ instancePath, keyword }: ErrorObject): number =>
    2 * instancePath.split("/").length + (["type", "anyOf"].includes(keyword) ? 0 : 1);
  return validate.errors!.reduce((best, error) => (fit(error) > fit(best) ? error : best));
}

function withSchemas(): Ajv {
  const made = new (ajvPackage().Ajv)({ allowUnionTypes: true, verbose: true });
  const files = readdirSync(dataPath("schemas")).filter((name) => name.endsWith(".schema.json"));
  for (const name of files)
    made.addSchema(JSON.parse(readFileSync(dataPath("schemas", name), "utf8")) as object, name);
  return made;
}

/** Such as `paper.json, "exhibits", entry 2:`. */
function placeOf({ instancePath }: ErrorObject, content: unknown, where: string): string {
  if (instancePath === "") return where;
  const steps = instancePath
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let at = content;
  const names = steps.map((step) => {
    const inList = Array.isArray(at);
    at = (at as Record<string, unknown>)[step];
    const id = (at as { id?: unknown } | null | undefined)?.id;
    if (inList && typeof id === "string") return `"${id}"`;
    return inList ? text("schema.entry", { number: Number(step) + 1 }) : `"${step}"`;
  });
  return `${where}, ${names.join(", ")}:`;
}

function complaint({ keyword, params, message, data, parentSchema }: ErrorObject): string {
  const known = (): string => Object.keys((parentSchema as { properties: object }).properties).join(", ");
  switch (keyword) {
    case "required":
      return text("schema.required", { property: String(params["missingProperty"]) });
    case "additionalProperties":
      return text("schema.additional", { property: String(params["additionalProperty"]), known: known() });
    case "enum":
      return text("schema.oneOf", {
        values: (params["allowedValues"] as unknown[]).map((value) => JSON.stringify(value)).join(", "),
        got: describeValue(data),
      });
    case "type":
      return text("schema.type", { type: String(params["type"]), got: describeValue(data) });
    default:
      return text("schema.other", { message: message ?? keyword, got: describeValue(data) });
  }
}
