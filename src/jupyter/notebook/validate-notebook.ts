import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

/** Jupyter's own schema (BSD-3-Clause; the license is next to it). */
const SCHEMA = new URL("../../../vendor/nbformat/nbformat.v4.5.schema.json", import.meta.url);

let validate: ValidateFunction | undefined;

/**
 * Checks a notebook against nbformat's schema; versions before 4.5 differ only in that cells had no ids.
 *
 * @throws Error naming the notebook, the place in it and what the schema requires there
 */
export function requireValid(path: string, notebook: Record<string, unknown>): void {
  validate ??= compile();
  if (validate(Number(notebook.nbformat_minor) >= 5 ? notebook : withIds(notebook))) return;
  const [fault] = validate.errors!;
  const place = fault!.instancePath.slice(1).replaceAll("/", ".") || "the top level";
  throw new Error(`run requires a notebook that fits nbformat 4, got ${path}: ${place} ${fault!.message}`);
}

function compile(): ValidateFunction {
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as Record<string, unknown>;
  // The schema is JSON Schema draft 4; later drafts interpret the parts it uses in the same way.
  delete schema.$schema;
  const definitions = schema.definitions as Record<"cell" | "output", object>;
  // Checking a cell by the rules for its own kind makes the error precise.
  Object.assign(definitions.cell, { discriminator: { propertyName: "cell_type" } });
  Object.assign(definitions.output, { discriminator: { propertyName: "output_type" } });
  return new Ajv({ discriminator: true, strict: false }).compile(schema);
}

function withIds(notebook: Record<string, unknown>): Record<string, unknown> {
  const { cells, nbformat_minor } = notebook;
  const withId = (cell: unknown): unknown =>
    Object(cell) === cell ? { id: "none", ...(cell as object) } : cell;
  return {
    ...notebook,
    ...(Number.isInteger(nbformat_minor) && Number(nbformat_minor) >= 0 && { nbformat_minor: 5 }),
    ...(Array.isArray(cells) && { cells: cells.map(withId) }),
  };
}
