import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

/** Jupyter's own schema (BSD-3-Clause; the license is next to it). */
const SCHEMA = new URL("../../../vendor/nbformat/nbformat.v4.5.schema.json", import.meta.url);

/** What the schema defines of one kind of cell, or (under `oneOf`) as a choice between kinds. */
interface Definition {
  required: string[];
  discriminator?: { propertyName: string };
}

const validators = new Map<boolean, ValidateFunction>();

/**
 * Checks a notebook against nbformat's schema; versions before 4.5 differ only in that cells had no ids.
 *
 * @throws Error naming the notebook, the place in it and what the schema requires there
 */
export function requireValid(path: string, notebook: Record<string, unknown>): void {
  const withIds = Number(notebook.nbformat_minor) >= 5;
  let validate = validators.get(withIds);
  if (!validate) validators.set(withIds, (validate = compile(withIds)));
  if (validate(notebook)) return;
  const [fault] = validate.errors!;
  const place = fault!.instancePath.slice(1).replaceAll("/", ".") || "the top level";
  throw new Error(`run requires a notebook that fits nbformat 4, got ${path}: ${place} ${fault!.message}`);
}

function compile(withIds: boolean): ValidateFunction {
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as Record<string, unknown>;
  // The schema is JSON Schema draft 4; later drafts interpret the parts it uses in the same way.
  delete schema.$schema;
  const definitions = schema.definitions as Record<string, Definition>;
  // Checking a cell by the rules for its own kind makes the error precise.
  definitions.cell!.discriminator = { propertyName: "cell_type" };
  definitions.output!.discriminator = { propertyName: "output_type" };
  if (!withIds) forgetIds(schema, definitions);
  return new Ajv({ discriminator: true, strict: false }).compile(schema);
}

function forgetIds(schema: Record<string, unknown>, definitions: Record<string, Definition>): void {
  for (const name of ["raw_cell", "markdown_cell", "code_cell"]) {
    const cell = definitions[name]!;
    cell.required = cell.required.filter((property) => property !== "id");
  }
  (schema.properties as { nbformat_minor: { minimum: number } }).nbformat_minor.minimum = 0;
}
