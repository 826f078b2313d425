/** Style and behaviour of the report page; nothing is loaded from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #565656; --line: #d0d0d0; --ground: #ffffff; --band: #f4f4f1; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b4b4b4; --line: #4a4a4a; --ground: #181818; --band: #252525; --link: #8ab8f0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--link); }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { display: inline; font-size: 1.25rem; }
main > details { border-top: 1px solid var(--line); padding: 0.4rem 0; }
h3 { font-size: 1.08rem; margin: 1.75rem 0 0.5rem; }
p, ul, ol, dl { max-width: 62rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
th { background: var(--band); font-weight: 600; } thead td { border: 0; }
.tally { width: auto; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.claims { table-layout: fixed; }
.claims th:nth-child(1) { width: 26%; } .claims th:nth-child(2) { width: 8%; } .claims th:nth-child(3) { width: 13%; } .claims th:nth-child(4) { width: 15%; }
.claims td.number { white-space: normal; }
.claims thead th { position: sticky; top: 0; z-index: 1; }
small, .soft { color: var(--soft); }
.badge { border: 1px solid #888888; border-radius: 0.6em; padding-right: 0.45em; display: inline-block; font-weight: 400; overflow: hidden; }
.badge > span { color: #000000; padding: 0 0.4em; margin-right: 0.35em; }
.lead { font-size: 1.1rem; }
.finding > :not(summary), .exhibit > :not(summary), .group > :not(summary) { margin: 0.25rem 0 1rem 1.1rem; }
.finding, .exhibit, .group { border-top: 1px solid var(--line); } h2 ~ .finding { border: 0; }
dl { display: grid; grid-template-columns: minmax(9rem, 1fr) 4fr; gap: 0.4rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; } dd ul { margin: 0; padding-left: 1.1rem; }
.cite, .reply { border-left: 3px solid var(--line); padding-left: 0.75rem; overflow-wrap: anywhere; }
h4 { font-size: 1rem; margin: 0.9rem 0 0.25rem; }
summary { cursor: pointer; padding: 0.5rem 0; }
summary:hover { color: var(--link); }
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 0.75rem 0; }
.filters label, .print-choice { display: grid; font-size: 0.85rem; color: var(--soft); }
.print-choice { width: max-content; max-width: 100%; }
input, select { font: inherit; padding: 0.3rem 0.5rem; min-width: 11rem; max-width: 100%; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: 0.25rem; }
figure { margin: 1.25rem 0; } figure img { max-width: 100%; height: auto; background: #ffffff; border-radius: 0.3rem; } figcaption { color: var(--soft); }
code { font-size: 0.85rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
@media (max-width: 40rem) {
  body { padding: 0.9rem; }
  dl { grid-template-columns: 1fr; } dt { margin-top: 0.4rem; }
  .tally, .tally thead, .tally tbody { display: block; width: 100%; font-size: 0.8rem; }
  .tally tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .tally thead td { display: none; } .tally th[colspan] { grid-column: span 2; } .tally th[scope="row"] { grid-column: 1 / -1; }
  .tally th, .tally td { padding: 0.3rem; overflow-wrap: anywhere; hyphens: auto; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr, .cards td, .cards tbody th { display: block; width: auto; text-align: left; }
  .cards tbody { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.75rem 0; padding: 0.4rem 0.6rem; }
  .cards td, .cards tbody th { border: 0; padding: 0.15rem 0; background: none; overflow-wrap: anywhere; }
  .cards td::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print {
  :root { --ink: #000000; --soft: #444444; --line: #bbbbbb; --ground: #ffffff; --band: #f4f4f1; --link: #000000; }
  @page { margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } .filters, .print-choice { display: none; }
  main > details { display: none; } #findings, #reply, #cite, [data-print="findings"] #conclusions, [data-print="all"] main > details { display: block; }
  .claims thead th { position: static; } tbody, figure, .finding { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; }
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
  const any = Boolean(exhibit || verdict || wanted.length);
  for (const details of document.querySelectorAll("#numbers details")) {
    const holds = details.querySelector("tbody:not([hidden])") !== null;
    details.open = any && holds;
    details.hidden = any && !holds;
  }
  shown.textContent = shown.dataset.text.replace("-1", count).replace("-2", rows.length);
}
for (const control of controls) control.addEventListener("input", filter);
const print = document.getElementById("print");
print.addEventListener("input", () => (document.body.dataset.print = print.value));
/* A link to a folded number opens what it is in; what is printed is unfolded. */
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement?.closest("details")) at.open = true;
  if (target) target.scrollIntoView();
}
addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => {
  const all = document.body.dataset.print === "summary" ? "#summary details" : "details";
  for (const details of document.querySelectorAll(all)) details.open = true;
});
filter();
unfold();`;
