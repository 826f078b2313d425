import { editDistance } from "../base/edit-distance.js";
import { dataPath } from "../base/project.js";
import { readGrid } from "../base/read-grid.js";

/** A member state of the UN. */
export interface Country {
  iso2: string;
  iso3: string;
  /** Its name in the UN's current files. */
  name: string;
}

/** Every code and spelling by its key; `spelling` is shown in suggestions. */
let known: Map<string, { country: Country; spelling: string }> | undefined;

/**
 * Finds the country with a given code (KZ, KAZ) or name, or returns null. Known names are those in the UN's files of
 * all editions, common short forms, and the names in English, Russian and Kazakh; case, accents, punctuation, a "the"
 * and blanks do not matter.
 */
export function findCountry(text: string): Country | null {
  known ??= knownCountries();
  return known.get(countryKey(text))?.country ?? null;
}

/** A country's name reduced for comparison: its letters and digits, without accents and "the". */
export function countryKey(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}/gu, "")
    .normalize("NFC")
    .replace(/\bst\.?\s/g, "saint ")
    .replace(/\bthe\b/g, "")
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The known or given name nearest to `text`, or null if none is close: at most one letter in three may be inserted,
 * left out, replaced or swapped with its neighbor.
 */
export function suggestCountry(text: string, others: readonly string[]): string | null {
  known ??= knownCountries();
  const key = countryKey(text);
  let best = { spelling: null as string | null, distance: Math.max(1, Math.floor(key.length / 3)) + 1 };
  const names = new Map([...known].map(([nameKey, { spelling }]) => [nameKey, spelling]));
  for (const other of others) names.set(countryKey(other), other);
  for (const [nameKey, spelling] of names) {
    // A code of two or three letters is close to too many names.
    if (nameKey.length < 4) continue;
    const distance = editDistance(key, nameKey);
    if (distance < best.distance) best = { spelling, distance };
  }
  return best.spelling;
}

function knownCountries(): NonNullable<typeof known> {
  const rows = readGrid("findCountry", dataPath("countries.csv")).rows.map(
    ({ cells }) => cells.map(String) as [iso2: string, iso3: string, name: string, others?: string],
  );
  const languages = ["en", "ru", "kk"].map((one) => new Intl.DisplayNames([one], { type: "region" }));
  // The file's own spellings come first: in Kazakh both Congos may have the same name.
  const spellings = rows.map(([iso2, iso3, name, others = ""]) => [name, ...others.split("|"), iso3, iso2]);
  const translated = rows.map(([iso2]) => languages.map((language) => language.of(iso2) ?? ""));
  const found: NonNullable<typeof known> = new Map();
  for (const source of [spellings, translated])
    for (const [at, [iso2, iso3, name]] of rows.entries())
      for (const spelling of source[at]!) {
        const key = countryKey(spelling);
        if (key !== "" && !found.has(key)) found.set(key, { country: { iso2, iso3, name }, spelling });
      }
  return found;
}
