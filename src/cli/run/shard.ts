/** A share of the notebooks, for one machine of many: `--shard 2/4`, as Playwright and vitest have it. */
import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import type { RunReport, Shard } from "./reports.js";

/** @throws InvalidArgumentError */
export function parseShard(text: string): Shard {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!index || !total || index > total)
    throw new InvalidArgumentError("it must be like 2/4: a part of a total.");
  return { index, total };
}

/** Every so many-th of the items: neighbours, which often take about as long, go to different machines. */
export function shardOf<T>(items: readonly T[], { index, total }: Shard): T[] {
  return items.filter((_, at) => at % total === index - 1);
}

/**
 * The outcomes of all shards, from the JSON reports of `run --json`.
 *
 * @throws Error naming a file that is no such report, a shard that is missing or there twice
 */
export function readReports(paths: readonly string[]): RunReport[] {
  const reports = paths.map((path) => ({ path, ...readReport(path) }));
  const totals = [...new Set(reports.flatMap(({ shard }) => shard?.total ?? []))];
  if (totals.length > 1)
    throw new Error(`run --merge requires shards of one total, got those of ${totals.join(" and of ")}`);
  for (let index = 1; index <= (totals[0] ?? 0); index++) {
    const found = reports.filter(({ shard }) => shard?.index === index).map(({ path }) => path);
    if (found.length === 0) throw new Error(`run --merge found no report of shard ${index}/${totals[0]}`);
    if (found.length > 1)
      throw new Error(
        `run --merge requires each shard once, got ${index}/${totals[0]} in ${found.join(" and ")}`,
      );
  }
  const runs = reports.flatMap(({ notebooks }) => notebooks);
  return runs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readReport(path: string): { shard?: Shard; notebooks: RunReport[] } {
  try {
    const report = JSON.parse(readFileSync(path, "utf8")) as { shard?: Shard; notebooks: RunReport[] };
    if (!Array.isArray(report.notebooks)) throw new Error('it has no list "notebooks"');
    return report;
  } catch (error) {
    throw new Error(`run --merge requires a report of run --json, got ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
