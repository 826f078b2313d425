/** Style and behaviour of the report page; nothing is loaded from elsewhere. */
export const STYLE = `
:root { color-scheme: light; --ink: #1b1b1b; --soft: #5a5a5a; --line: #d4d4d4; --ground: #ffffff; --band: #f5f5f2; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem; font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); background: var(--ground); }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
p, ul { max-width: 60rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
th { background: var(--band); } th[scope="row"] { white-space: nowrap; }
.wrap th[scope="row"] { white-space: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.claims thead th { position: sticky; top: 0; z-index: 1; }
.claims small, .soft { color: var(--soft); }
.badge { border: 2px solid; border-radius: 0.6em; padding: 0 0.45em; white-space: nowrap; color: var(--ink); }
.lead { font-size: 1.15rem; }
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 0.75rem 0; }
.filters label { display: grid; font-size: 0.85rem; color: var(--soft); }
.filters input, .filters select { font: inherit; padding: 0.3rem 0.5rem; min-width: 12rem; }
figure { margin: 1.25rem 0; } figure img { max-width: 100%; height: auto; } figcaption { color: var(--soft); }
code { font-size: 0.85rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; } .filters { display: none; }
  .claims thead th { position: static; } tbody, figure { break-inside: avoid; } h2 { break-after: avoid; } .scroll { overflow: visible; }
}`;

/** Filters the rows of the claims by exhibit, verdict and text; without scripts all rows show. */
export const SCRIPT = `
const rows = [...document.querySelectorAll(".claims tbody")];
const controls = ["exhibit", "verdict", "search"].map((id) => document.getElementById(id));
const shown = document.getElementById("shown");
function filter() {
  const [exhibit, verdict, search] = controls.map((control) => control.value);
  const wanted = search.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    const fits = (!exhibit || row.dataset.exhibit === exhibit)
      && (!verdict || row.dataset.verdicts.split("|").includes(verdict))
      && wanted.every((word) => text.includes(word));
    row.hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count + " of " + rows.length + " numbers";
}
for (const control of controls) control.addEventListener("input", filter);
filter();`;
