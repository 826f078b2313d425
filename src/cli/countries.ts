import { join, resolve } from "node:path";
import type { Command } from "commander";
import { dataPath } from "../base/project.js";
import { writeAtomically } from "../base/write-atomically.js";
import { pair, wholeNumber } from "./arguments.js";
import { changed, planCountries, type CountriesOptions, type PlannedCountry } from "./countries/plan.js";
import { hasRun } from "./countries/resume.js";
import { summaryCsv, type CountryOutcome } from "./countries/summary.js";
import { executePlanned } from "./execute.js";

interface CountriesFlags extends CountriesOptions {
  jobs?: number;
  pictures?: boolean;
}

/** `egov-kz countries`: the notebook of one's own country for every country. */
export function register(program: Command): void {
  program
    .command("countries")
    .description(
      "run notebook 10 for every country of the UN's files; begun again, it goes on where it stopped",
    )
    .option(
      "--data <path>",
      "file or folder with the UN's files",
      dataPath("official", "egovkb-12-countries.csv"),
    )
    .option("--columns <name=header>", "which column is which, as EGDI=E_Index (repeatable)", pair)
    .option(
      "--output-dir <folder>",
      "write the executed notebooks there, a folder a country, and summary.csv",
    )
    .option("--pictures", "draw the figures as pictures, too, for viewers that run no script")
    .option("--jobs <n>", "countries at once (default: the cores)", wholeNumber)
    .option("--kernel <name>", "kernel to use; default: the notebook's own")
    .action(async (flags: CountriesFlags) => {
      const data = resolve(flags.data);
      const outcomes = await runCountries(planCountries({ ...flags, data }), changed(data), flags);
      process.stdout.write(totals(outcomes));
      if (outcomes.some(({ result }) => result === "failed")) process.exitCode ??= 1;
    });
}

/** Writes the summary anew with every country, so that it is there however the run ends. */
async function runCountries(
  countries: readonly PlannedCountry[],
  since: number,
  { outputDir, pictures = false, jobs }: CountriesFlags,
): Promise<CountryOutcome[]> {
  const outcomes: CountryOutcome[] = countries.map(({ country, code, planned }) => ({
    country,
    code,
    result: hasRun(planned, since) ? "kept" : "not run",
  }));
  const open = [...countries.keys()].filter((at) => outcomes[at]!.result !== "kept");
  const write = () => {
    if (outputDir !== undefined) writeAtomically(join(outputDir, "summary.csv"), summaryCsv(outcomes));
  };
  write();
  await executePlanned(
    open.map((at) => countries[at]!.planned),
    {
      jobs,
      pictures,
      onDone: (index, run) => {
        Object.assign(outcomes[open[index]!]!, { result: run.ok ? "ran" : "failed", run });
        write();
      },
    },
  );
  return outcomes;
}

function totals(outcomes: readonly CountryOutcome[]): string {
  const named = (wanted: CountryOutcome["result"]) => outcomes.filter(({ result }) => result === wanted);
  const count = (what: string, of: CountryOutcome[]) => (of.length > 0 ? [`${of.length} ${what}`] : []);
  const failed = named("failed");
  const parts = [
    ...count("ran", named("ran")),
    ...count("kept from an earlier run", named("kept")),
    ...count("not run", named("not run")),
    ...count(`failed: ${failed.map(({ country }) => country).join(", ")}`, failed),
  ];
  return `${parts.join("; ")}\n`;
}
