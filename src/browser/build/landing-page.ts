/** The first page: what this is, the findings, the notebooks, how to cite. */
import { escapeHtml } from "../../base/escape.js";
import { inLanguage, translated } from "../../base/language.js";
import { paperCitation, reportCitation } from "../../report/cite.js";
import type { ReportContent } from "../../report/content.js";
import { texts as reportTexts } from "../../report/texts.js";
import { words } from "../shared/words.js";
import { titleOf, type StoredNotebook } from "./notebook-page.js";
import { pageHtml } from "./page-html.js";

const texts = translated({
  en: {
    title: "Every printed number of a paper, computed again",
    what: [
      "A published econometrics paper on e-government in Kazakhstan is re-executed here, number by number, in notebooks that run in this page.",
      "Of every printed number the notebooks say whether it can be reproduced, from the paper's own inputs and against the published source.",
      "Change a cell or a number and see what follows: nothing needs to be installed, and nothing leaves your device.",
    ],
    start: "Start with the first notebook",
    report: "The whole report, number by number",
    try: "Change a printed number",
    cite: "How to cite",
    source: "The paper",
    safe: "No tracking, and no request to any other host.",
  },
  kk: {
    title: "Мақаланың әрбір саны қайта есептелді",
    what: [
      "Қазақстандағы электрондық үкімет туралы жарияланған эконометрикалық мақала осында, осы беттің өзінде іске қосылатын дәптерлерде, санма-сан қайта есептеледі.",
      "Дәптерлер мақаладағы әрбір санның қайта шығарылатынын-шығарылмайтынын мақаланың өз деректерімен және жарияланған дереккөзбен салыстырып айтады.",
      "Ұяшықты немесе санды өзгертіп, неге әкелетінін көріңіз: ештеңе орнату қажет емес, құрылғыңыздан ештеңе шықпайды.",
    ],
    start: "Бірінші дәптерден бастау",
    report: "Толық есеп, санма-сан",
    try: "Мақаладағы санды өзгертіп көру",
    cite: "Қалай сілтеме жасау керек",
    source: "Мақала",
    safe: "Бақылау жоқ, басқа серверлерге сұраныс жіберілмейді.",
  },
  ru: {
    title: "Каждое напечатанное число статьи, вычисленное заново",
    what: [
      "Опубликованная эконометрическая статья об электронном правительстве Казахстана пересчитана здесь число за числом в тетрадях, которые выполняются прямо на этой странице.",
      "О каждом напечатанном числе тетради говорят, воспроизводится ли оно: в сопоставлении с собственными данными статьи и с опубликованным источником.",
      "Измените ячейку или число и посмотрите, что из этого следует: ничего не нужно устанавливать, и ничто не покидает ваше устройство.",
    ],
    start: "Начать с первой тетради",
    report: "Весь отчёт, число за числом",
    try: "Изменить напечатанное число",
    cite: "Как цитировать",
    source: "Статья",
    safe: "Без слежения и без запросов к другим серверам.",
  },
});

export function landingPage(notebooks: readonly StoredNotebook[], content: ReportContent): string {
  const text = texts();
  const list = notebooks.map(
    ({ name, language, ...one }) =>
      `<li><a href="notebooks/${name}.html" lang="${language}">${escapeHtml(titleOf({ name, language, ...one }))}</a></li>`,
  );
  const findings = content.findings
    .filter(({ explains }) => explains.length > 0)
    .map(
      ({ id, title }) => `<li><a href="report.html#finding-${id}">${escapeHtml(inLanguage(title))}</a></li>`,
    );
  const [picture] = content.figures;
  const body = `<main id="main">
<h1>${text.title}</h1>
<p>${text.what.join(" ")}</p>
<p class="begin"><a class="button" href="notebooks/${notebooks[0]!.name}.html">${text.start}</a> <a class="button" href="what-if.html">${text.try}</a></p>
<h2>${reportTexts().findings}</h2>
<ul>${findings.join("\n")}</ul>
<p><a href="report.html">${text.report}</a></p>
<img src="data:image/png;base64,${Buffer.from(picture!.png).toString("base64")}" alt="${escapeHtml(picture!.alt)}" class="picture">
<h2 id="notebooks">${words().notebooks}</h2>
<ol start="0">${list.join("\n")}</ol>
<h2>${text.cite}</h2>
<p>${escapeHtml(reportCitation(content.paper, content.made))}</p>
<h2>${text.source}</h2>
<p>${escapeHtml(paperCitation(content.paper))}</p>
<p>${text.safe}</p>
</main>`;
  return pageHtml({ title: `egov-kz – ${text.title}`, path: "index.html", body });
}
