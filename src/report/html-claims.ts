import { html, type Html } from "../base/escape.js";
import { filled, type View } from "../base/filled.js";
import { label, text } from "../base/text.js";
import { SIDES, VERDICTS, type Judged } from "../ledger/claim.js";
import { MOST_TOLD, type ReportContent } from "./content.js";
import { badge, fold, reportPart } from "./html-parts.js";
import { recomputedText } from "./recomputed.js";
import { disagrees, worstFirst } from "./severity.js";
import { byExhibit, exhibitsOf } from "./summary.js";

/** Table rows shown at first; later ones are folded. */
const PAGE = 100;
/** Beyond this many, an exhibit's agreeing numbers are counted on the page and listed in claims.csv. */
const MOST_AGREEING = 1000;

/** Every number by exhibit: first those that disagree, the rest folded. */
export function claimSections(content: ReportContent): Html {
  const exhibits = [...byExhibit(content.judged)];
  return html`${filters(content.judged)}${exhibits.map(([name, own]) => exhibitSection(label(name), own, content))}`;
}

function exhibitSection(name: string, own: readonly Judged[], content: ReportContent): Html {
  const wrong = own.filter(disagrees);
  const rest = own.filter((claim) => !disagrees(claim));
  const agree = text("report.agree", { count: rest.length });
  const folded =
    rest.length > MOST_AGREEING
      ? html`<p>${agree} (<a href="claims.csv">claims.csv</a>)</p>`
      : rest.length > 0 && fold(agree, table(rest, `${name}: ${agree}`, content));
  const found = wrong.length > 0 && exceptions(name, wrong, content);
  const line = `${name}: ${wrong.length > 0 ? text("report.disagree", { count: wrong.length }) : text("report.allAgree")}`;
  return fold(line, html`${found}${folded}`, "exhibit");
}

/** The disagreeing numbers: one table if there are few, otherwise by group, with overstated ones apart. */
function exceptions(name: string, wrong: readonly Judged[], content: ReportContent): Html {
  const caption = `${name}: ${text("report.exceptions")}`;
  const groups = new Map<string, Judged[]>();
  const worst = worstFirst(wrong, content.severity);
  const told = new Set(worst.slice(0, MOST_TOLD));
  for (const claim of worst) {
    const group = claim.group ?? "";
    if (groups.get(group)?.push(claim) === undefined) groups.set(group, [claim]);
  }
  if (groups.size === 1 && wrong.length <= PAGE) return table(wrong, caption, content);
  const sections = [...groups].map(([group, claims]) => {
    const parts = directions(claims, content).map(({ said, own }) => {
      const shown = own.filter((claim) => told.has(claim));
      return html`<h4>${said}</h4>
        ${pages(shown, `${caption}, ${said}`, content)}`;
    });
    if (groups.size === 1) return html`${parts}`;
    return fold(groupText(group, claims, content), parts, "group");
  });
  const left = wrong.length - told.size;
  return html`${sections}${left > 0 && html`<p>${text("audit.more", { left, file: "claims.csv" })}</p>`}`;
}

function directions(claims: readonly Judged[], { severity }: ReportContent) {
  return (["over", "under", null] as const).flatMap((stated) => {
    const own = claims.filter(({ id }) => (severity?.get(id)?.stated ?? null) === stated);
    const said = text(`report.stated.${stated ?? "other"}`, { count: own.length });
    return own.length === 0 ? [] : [{ said, own }];
  });
}

/** "Smith 2010: overstated: 3, understated: 1; across a limit of significance: 2". */
export function groupText(group: string, claims: readonly Judged[], content: ReportContent): string {
  const crossing = claims.filter(({ id }) => content.severity?.get(id)?.crosses === true).length;
  const parts = directions(claims, content).map(({ said }) => said);
  return `${group === "" ? "–" : group}: ${parts.join(", ")}${crossing === 0 ? "" : `; ${text("report.crossing", { count: crossing })}`}`;
}

/** A table in which rows after the first hundred are folded by the hundred. */
function pages(claims: readonly Judged[], caption: string, content: ReportContent): Html[] {
  return Array.from({ length: Math.ceil(claims.length / PAGE) }, (_, at) => {
    const own = claims.slice(at * PAGE, (at + 1) * PAGE);
    const rows = table(own, caption, content);
    return at === 0 ? rows : fold(`${at * PAGE + 1} … ${at * PAGE + own.length}`, rows);
  });
}

const table = (claims: readonly Judged[], caption: string, content: ReportContent): Html =>
  filled(reportPart("claims.html"), { caption, claims: claims.map((claim) => claimView(claim, content)) });

function filters(judged: readonly Judged[]): Html {
  const options = (values: readonly string[]): Html[] =>
    ["", ...values].map(
      (value) => html`<option value="${value}">${value ? label(value) : text("report.all")}</option>`,
    );
  const verdicts = new Set(judged.flatMap((claim) => SIDES.map((side) => claim[side]?.verdict)));
  return filled(reportPart("filters.html"), {
    exhibits: options(exhibitsOf(judged)),
    verdicts: options(VERDICTS.filter((verdict) => verdicts.has(verdict))),
    pattern: text("report.shown", { count: -1, all: -2 }),
    shown: text("report.shown", { count: judged.length, all: judged.length }),
  });
}

/** A claim is a table body of its own, so that its one or two verdicts are filtered and printed together. */
function claimView(claim: Judged, { notebookOf }: ReportContent): View {
  const found = SIDES.flatMap((side) => claim[side] ?? []);
  const { id, exhibit, printed, statement, note } = claim;
  const link = notebookOf?.(claim);
  return {
    ...{ id, exhibit, printed, span: Math.max(1, found.length), unjudged: found.length === 0 && {} },
    verdicts: found.map(({ verdict }) => verdict).join("|"),
    statement: statement !== undefined && html`${statement}<br />`,
    name: link === undefined ? id : html`<a href="${link}">${id}</a>`,
    role: text(`report.role.${claim.role}`),
    note: note !== undefined && note !== "" && html`<br /><small>${note}</small>`,
    rulings: found.map((ruling, at) => ({
      claim: at === 0 && {},
      recomputed: recomputedText(ruling, claim.decimals),
      ...badge(ruling.verdict),
      reason: ruling.reason,
      working: workingHtml(ruling.working),
    })),
  };
}

/** The formulas behind the words. */
const workingHtml = (working: string | undefined): Html | false =>
  working !== undefined && fold(text("report.formula"), html`<code>${working}</code>`);
