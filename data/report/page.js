/* global document, location, addEventListener */
/* Filters the rows of the numbers by exhibit, verdict and text; without scripts all rows show. */
const rows = [...document.querySelectorAll(".claims tbody")];
const controls = ["exhibit", "verdict", "search"].map((id) => document.getElementById(id));
const shown = document.getElementById("shown");
function filter() {
  const [exhibit, verdict, search] = controls.map((control) => control.value);
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
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
unfold();
