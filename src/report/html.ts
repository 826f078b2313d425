import { Html } from "../base/escape.js";
import { filled, type View } from "../base/filled.js";
import { getLanguage, inLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import { SIDES, VERDICTS, type Judged } from "../ledger/claim.js";
import { unexplained, type Finding } from "../ledger/findings.js";
import { mimeBundle } from "../show/show.js";
import { paperCitation, reportCitation } from "./cite.js";
import { caveatsOf, isCounted, type ReportContent } from "./content.js";
import { claimSections } from "./html-claims.js";
import { badge, idList, reportPart } from "./html-parts.js";
import { agreementText, countedText, lead, sizes, slipText, standing } from "./summary.js";

/**
 * The report as one self-contained page: three sentences, the findings, and the rest folded; it needs no network or
 * other file. data/report/page.html has its sections.
 */
export function reportHtml(content: ReportContent): string {
  const { paper, conclusions, made, judged, findings, slips = [] } = content;
  const rest = unexplained(judged, findings);
  const values: View = {
    lang: getLanguage(),
    title: text("report.title", { paper: inLanguage(paper.title) }),
    citation: paperCitation(paper),
    css: new Html(reportPart("page.css")),
    script: new Html(reportPart("page.js")),
    lead: `${lead(judged)} ${standing(conclusions.filter(({ by }) => by === "paper"))}`,
    counted: countedText(judged),
    sizes: sizes(judged),
    ...tally(judged),
    findings: findings.map(findingView),
    none: rest.length === 0 ? agreementText(judged) : text("report.noneWritten"),
    slips: each(slips.map(slipText)),
    left: rest.length > 0 && { count: rest.length, ids: idList(rest) },
    remarks: paper.remarks && { said: inLanguage(paper.remarks) },
    ...sections(content),
    numbers: claimSections(content),
    caveats: each(caveatsOf(judged)),
    ...{ made: made.made, commit: made.commit, files: made.data },
    packages: made.software.map(({ name, version }) => `${name} ${version}`).join(", "),
    cite: reportCitation(paper, made),
  };
  return filled(reportPart("page.html"), values).text;
}

const each = (all: readonly string[]): View[] => all.map((said) => ({ said }));

/** The sections that a report may lack. */
function sections({
  conclusions,
  figures,
  forecasts = [],
  proposals = [],
  judged,
  reply,
}: ReportContent): View {
  const rows = conclusions.map(({ place, statement, limits, recomputed, official }): View => ({
    ...{ place, statement, limits, recomputed: { ...recomputed }, official: { ...official } },
  }));
  const pictures = figures.map(({ title, alt, png }) => ({ title, alt, data: Buffer.from(png).toString("base64") })); // prettier-ignore
  // What a search found: never a verdict.
  const proposed = proposals.map(({ cells, formula, law, family, holds, of, chance, fails }) => ({
    ...{ family, cells, relation: formula || law, holds, of },
    ...{ chance: chance.toExponential(0), exceptions: fails.join(", ") || "–" },
  }));
  return {
    conclusions: rows.length > 0 && { rows },
    pictures: pictures.length > 0 && { figures: pictures },
    forecasts: forecasts.length > 0 && { table: forecastTable(forecasts) },
    proposals: proposed.length > 0 && { rows: proposed, open: judged.length === 0 && "open" },
    // The authors' own words, as text; blank lines separate paragraphs.
    reply: reply !== undefined && { paragraphs: each(reply.trim().split(/\n\s*\n/)) },
  };
}

/** As in notebook 12. */
function forecastTable(forecasts: NonNullable<ReportContent["forecasts"]>): Html {
  const shares = { "holds at ρ = 0.5": 2, "holds in a walk": 2 };
  const decimals = { n: 0, forecast: 3, interval: 3, ...shares };
  return new Html(mimeBundle(forecasts, { decimals })["text/html"] as string);
}

/** One root cause. */
function findingView({ id, title, evidence, explains, reach, reading, settles, correction }: Finding): View {
  const proofs = evidence.map(({ formula, says, holds }) => ({
    answer: holds ? `✓ ${text("report.holds")}` : `✗ ${text("report.fails")}`,
    ...{ says: inLanguage(says), formula },
  }));
  return {
    ...{ id, title: inLanguage(title), proofs, reach: text(`report.reaches.${reach}`) },
    ...{ reading: inLanguage(reading), settles: inLanguage(settles), correction: inLanguage(correction) },
    explained: explains.length > 0 && { count: explains.length, ids: idList(explains) },
  };
}

/** Verdicts of results and inputs, side by side. */
function tally(judged: readonly Judged[]): View {
  const columns = SIDES.flatMap((side) => (["result", "input"] as const).map((role) => ({ side, role })));
  const counts = new Map<string, number>();
  for (const claim of judged.filter(isCounted))
    for (const side of SIDES) {
      const key = `${claim[side]?.verdict} ${side} ${claim.role}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const rows = VERDICTS.flatMap((verdict): View[] => {
    const own = columns.map(({ side, role }) => counts.get(`${verdict} ${side} ${role}`));
    if (own.every((count) => count === undefined)) return [];
    return [{ ...badge(verdict), counts: own.map((count) => ({ count: count ?? "–" })) }];
  });
  return {
    sides: each(SIDES.map((side) => text(`report.side.${side}`))),
    roles: each(columns.map(({ role }) => text(`report.${role}s`))),
    tally: rows,
  };
}
