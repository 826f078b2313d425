/** Whether day or month comes first in 03/04/2024. */
export type DateOrder = "dmy" | "mdy";

const clock = "(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${clock}$`);
const named = /^(?:(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a date as an ISO text, with the time if given; returns null if it is not a calendar date. With dots the day
 * comes first; with dashes or slashes and no `order`, a date that is valid in either order counts.
 *
 * @example readDate("31.12.2024") // "2024-12-31"
 */
export function readDate(given: string | number, order?: DateOrder): string | null {
  const whole = String(given);
  const iso = yearFirst.exec(whole);
  if (iso) return dateOf(iso[1]!, iso[3]!, iso[4]!, iso[5], iso[6]);
  const written = named.exec(whole);
  if (written) {
    const month = months.indexOf((written[2] ?? written[4])!.slice(0, 3).toLowerCase()) + 1;
    return dateOf((written[3] ?? written[6])!, String(month), (written[1] ?? written[5])!);
  }
  const [, first, mark, second, year, time, zone] = yearLast.exec(whole) ?? [];
  if (first === undefined) return null;
  const dayFirst = dateOf(year!, second!, first, time, zone);
  const monthFirst = dateOf(year!, first, second!, time, zone);
  if (mark === "." || order === "dmy") return dayFirst;
  return order === "mdy" ? monthFirst : (dayFirst ?? monthFirst);
}

function dateOf(year: string, month: string, day: string, time = "", zone = ""): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return null;
  return time === "" ? iso : `${iso} ${time.padStart(5, "0").padEnd(8, ":00")}${zone}`;
}
