import { expect } from "chai";
import { archive, word } from "./archive.js";
import { importPaper } from "../../src/documents/import-paper.js";
import { readBytes } from "../../src/documents/read-document.js";

const read = async (file: string, content: string | Buffer, parts: Record<string, string> = {}) => {
  const document = await readBytes(Buffer.from(content), file, (name) => parts[name] ?? null);
  return { document, ...importPaper(document, file, "paper") };
};
const p = (text: string, more = ""): string => `<w:p>${more}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const wc = (content: string): string => `<w:tc><w:p>${content}</w:p></w:tc>`;
/** A LaTeX document whose second table is this. */
const tex = (table: string): string =>
  String.raw`\begin{document}\begin{table}\caption{First}\begin{tabular}{ll}x & y\\1 & 2\end{tabular}\end{table}` +
  (table.includes("caption") ? table : String.raw`\begin{table}\caption{Second}${table}\end{table}`);

/** One small table in every kind of document: names, what its cells print, and the file that it becomes. */
const CASES: [what: string, file: string, content: string | Buffer, csv: string][] = [
  [
    "HTML's spans, notes' marks, powers of ten and cells that nobody closed",
    "a.html",
    `<table><caption>Table 2. Sleep</caption><thead><tr><th rowspan=2>group<th colspan=2>hours</tr><tr><th>M<th>SD</tr></thead>
     <tr><td>a<td>12.5<sup>a</sup> (3.1)<td>4.2 &times; 10<sup>&minus;3</sup>
     <tr><td>b<td>1.50<sup>***</sup><td>&lt;&nbsp;.001<tr><td><td>(0.20)<td></table>`,
    'group,"hours, M","hours, SD"\na,12.5 (3.1),4.2 × 10⁻³\nb,1.50***,< .001\n,(0.20),\n',
  ],
  [
    "JATS: label, caption, foot, sections told apart",
    "a.xml",
    `<?xml version="1.0"?><article><body><table-wrap><label>Table 2</label><caption><p>Sleep</p></caption><table><thead><tr><th/><th>n</th></tr></thead>
     <tbody><tr><td colspan="2">Men</td></tr><tr><td>young</td><td>1,204</td></tr><tr><td colspan="2">Women</td></tr><tr><td>young</td><td>12<xref ref-type="table-fn" rid="x"><sup>1</sup></xref></td></tr></tbody></table>
     <table-wrap-foot><p>Note one.</p></table-wrap-foot></table-wrap></body></article>`,
    'row,n\nMen: young,"1,204"\nWomen: young,12\n',
  ],
  [
    "Word: cells over columns and rows, raised marks in runs of their own, deleted text",
    "a.docx",
    word(
      `${p("Table 2: Sleep")}<w:tbl><w:tr>${tc("group", '<w:vMerge w:val="restart"/>')}${tc("hours", '<w:gridSpan w:val="2"/>')}</w:tr>
       <w:tr>${tc("", "<w:vMerge/>")}${tc("M")}${tc("SD")}</w:tr>
       <w:tr>${tc("a")}<w:tc><w:p><w:r><w:t>12.5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>b</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:p></w:tc>${tc("−3.1")}</w:tr></w:tbl>`,
    ),
    'group,"hours, M","hours, SD"\na,12.5,−3.1\n',
  ],
  [
    "LaTeX: booktabs, multicolumn, multirow, siunitx, estout's stars, notes, a command of its own",
    "a.tex",
    String.raw`\newcommand{\sym}[1]{\ifmmode^{#1}\else\(^{#1}\)\fi} % a comment & \\
      \begin{document}\begin{table}\caption{Before}\begin{tabular}{l}x\\y\\\end{tabular}\end{table}
      \begin{table}\caption{Sleep}\begin{threeparttable}\begin{tabular*}{\textwidth}{@{}l S[table-format=1.3] c@{}}\toprule
      \multirow{2}{*}{group} & \multicolumn{2}{c}{hours} \\ \cmidrule(lr){2-3} & {M} & {SD} \\ \midrule
      a & $-$0.123\sym{***} & \num{1204.5} \\[2pt] & (0.045) & 12\,\% \\ \bottomrule\end{tabular*}
      \begin{tablenotes}\item Note: one.\end{tablenotes}\end{threeparttable}\end{table}\end{document}`,
    'group,"hours, M","hours, SD"\na,-0.123***,1204.5\n,(0.045),12 %\n',
  ],
  [
    "HTML: subscripts and links that mark notes, formulas written twice, what is not shown, a cell's own small table",
    "a.html",
    `<table><caption>Table 2. Sleep</caption><tr><th>group<th>M<th>SD
     <tr><td>a<td>12.5<sub>1</sub><td>3.1<a href="#fn1">1</a>
     <tr style="display:none"><td>old<td>7<td>8
     <tr><td>b<td><span class="katex"><span class="katex-mathml"><math><mn>12</mn></math></span><span class="katex-html" aria-hidden="true">12</span></span><td><span class="sr-only">significant</span>0.5<sup>*</sup><sup>*</sup>
     <tr><td>c<td><math><mrow><mn>4.2</mn><mo>×</mo><msup><mn>10</mn><mn>3</mn></msup></mrow></math><td><table><tr><td>1.5</table>
     <tr><td>d<td><math><msub><mn>7.5</mn><mn>1</mn></msub></math><td><math><mfenced><mn>0.2</mn></mfenced></math></table>`,
    "group,M,SD\na,12.5,3.1\nb,12,0.5**\nc,4.2×10³,1.5\nd,7.5,(0.2)\n",
  ],
  [
    "HTML: classes that raise, as Google Docs and flextable write them; a table in a template",
    "a.html",
    `<style>.c3{vertical-align:super;color:red}.cl-1{color:red;position: relative;bottom:3.3pt;}</style><template><table><caption>Table 2</caption>
     <tr><td><p><span>x</span></p><td>M<tr><td>a<td><p><span>12.5</span><span class="c0 c3">1</span></p><tr><td>b<td><p><span>3.5</span><span class="cl-1">**</span></p></table></template>`,
    "x,M\na,12.5\nb,3.5**\n",
  ],
  [
    "HTML: a title in the table's first rows, as gt and Excel write it",
    "a.html",
    `<table><thead><tr><td colspan="3">Table 2. Sleep</td></tr><tr><td colspan="3">in hours</td></tr><tr><th>x</th><th>M</th><th>SD</th></tr></thead>
     <tbody><tr><td>a</td><td>12.5</td><td>3.1</td></tr><tr><td>b</td><td>3.5</td><td>0.2</td></tr></tbody></table>`,
    "x,M,SD\na,12.5,3.1\nb,3.5,0.2\n",
  ],
  [
    "JATS: links to notes that are not raised",
    "a.xml",
    `<article><body><table-wrap><label>Table 2</label><table><thead><tr><th>x</th><th>n</th></tr></thead><tbody><tr><td>a</td><td>12.5<xref ref-type="table-fn" rid="t">1</xref></td></tr>
     <tr><td>b</td><td><mml:math><mml:msup><mml:mn>3.1</mml:mn><mml:mo>*</mml:mo></mml:msup></mml:math></td></tr></tbody></table></table-wrap></body></article>`,
    "x,n\na,12.5\nb,3.1*\n",
  ],
  [
    "Word: signs of its own, formulas, moved and hidden text, rows that begin to the right, a table in a text box",
    "a.docx",
    word(
      `${p("Table 2: Sleep")}<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:tbl><w:tr>${tc("x")}${tc("M")}${tc("SD")}</w:tr>
       <w:tr>${tc("a")}${wc("<w:r><w:noBreakHyphen/><w:t>12.5</w:t></w:r>")}${wc('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t>3.1</w:t></w:r>')}</w:tr>
       <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${wc("<m:oMath><m:d><m:e><m:r><m:t>0.4</m:t></m:r></m:e></m:d></m:oMath>")}${wc('<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>0.2</m:t></m:r></m:e></m:d></m:oMath>')}</w:tr>
       <w:tr>${tc("b")}${wc("<m:oMath><m:r><m:t>2×</m:t></m:r><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>")}${wc("<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>1.5</w:t></w:r>")}</w:tr>
       </w:tbl></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p("again 1.5")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
    "x,M,SD\na,-12.5,−3.1\n,(0.4),[0.2]\nb,2×10³,1.5\n",
  ],
  [
    "LaTeX: colors, raised and lowered marks, boxes and percent, as kableExtra, pandas and siunitx write them",
    "a.tex",
    tex(String.raw`\begin{tabular}[t]{lll}\toprule{group} & M & SD\\ \midrule
      \cellcolor{gray!10}{a} & \cellcolor[HTML]{FF0000}{12.5\textsuperscript{1}} & \cellcolor{gray!10}{{\color{red} 3.1}}\\
      b & $-0.45_{2}$ & \textcolor[rgb]{0.5,0.2,0.1}{0.2}\textsuperscript{**}\\
      c & \SI{100}{\percent} & \(7.25^{2,3}\)\\ d & \begin{tabular}[c]{@{}c@{}}1.5\\(0.3)\end{tabular} & $\underset{(0.4)}{2.5}$\\
      e & \scalebox{0.75}[1.0]{$-$}8 & {\arrayrulewidth=0.4pt\color[RGB]{0, 0, 0} 9}\tabularnewline[-0.5pt] f & 1 & 2 \cr\bottomrule\end{tabular}`),
    "group,M,SD\na,12.5¹,3.1\nb,-0.45,0.2**\nc,100 %,7.25\nd,1.5 (0.3),2.5 (0.4)\ne,-8,9\nf,1,2\n",
  ],
  [
    "LaTeX: tabularray as modelsummary writes it",
    "a.tex",
    tex(String.raw`\begin{talltblr}[         %% tabularray outer open
      caption={Models},
      note{}={* p \num{< 0.05}},
      ]{colspec={Q[]Q[]}, hline{2}={1-2}{solid, black, 0.05em},}
      & (1) \\ a & \num{12.5}* \\ & (\num{3.1}) \\\end{talltblr}`),
    "row,(1)\na,12.5*\n,(3.1)\n",
  ],
  [
    "LaTeX: one head of a longtable and its last foot; nothing commented out or after the document",
    "a.tex",
    tex(String.raw`\begin{comment}\begin{tabular}{ll}a & 1\\b & 2\end{tabular}\end{comment}\iffalse\begin{tabular}{ll}a & 1\\b & 2\end{tabular}\fi
      \begin{longtable}{ll}\caption{Sleep}\\ \toprule x & M\\ \midrule\endfirsthead \multicolumn{2}{c}{continued 1 from page 2}\\ x & M\\ \endhead
      \multicolumn{2}{r}{to be continued}\\ \endfoot \bottomrule Total & 3.5\\ \endlastfoot
      a & 1.5\\ b & 2\end{longtable}\end{document}\begin{tabular}{ll}a & 1\\b & 2\end{tabular}`),
    "x,M\na,1.5\nb,2\nTotal,3.5\n",
  ],
  [
    "LaTeX: tabu's width",
    "a.tex",
    tex(String.raw`\begin{tabu} to 0.8\linewidth {>{\raggedright}X>{\raggedleft}X}x & M\\ \hline a & 12.5\\\end{tabu}`),
    "x,M\na,12.5\n",
  ],
  [
    "Markdown",
    "a.md",
    "# Sleep\n\nTable 2. Hours\n\n| group | M | SD |\n|---|--:|---|\n| a | **1.5** | 0.2 |\n| b | 2.5 | 0\\|3 |\n",
    "group,M,SD\na,1.5,0.2\nb,2.5,0|3\n",
  ],
  [
    "Markdown with stars of significance",
    "a.md",
    "Table 2. Models\n\n| x | (1) | (2) | **All** rows |\n|---|---|---|---|\n| a | 0.12** | 0.34** | 0.5 ** |\n| b | 0.5*** | **0.71** | **0.81\\*\\*** |\n",
    "x,(1),(2),All rows\na,0.12**,0.34**,0.5 **\nb,0.5***,0.71,0.81**\n",
  ],
  [
    "Markdown: pandoc's grid, with cells of two lines and a header over two columns",
    "a.md",
    "Table 2. Hours\n\n+------+---------------+\n|      | hours         |\n|      +-------+-------+\n| x    | M     | SD    |\n+======+=======+=======+\n| a    | -0.45 | 3.1   |\n|      | (0.2) | (1.5) |\n+------+-------+-------+\n| b    | $2.5^{**}$ | 7 |\n+------+-------+-------+\n".replace("|      +-------+-------+\n| x ", "+------+-------+-------+\n| x ").replace("| $2.5^{**}$ | 7 |", "| 2.5^1^| 7     |"),
    'x,"hours, M","hours, SD"\na,"-0.45\n(0.2)","3.1\n(1.5)"\nb,2.5,7\n',
  ],
  [
    "Markdown: pandoc's simple table with formulas",
    "a.md",
    "Table 2. Hours\n\n  group            M       SD\n  ------- ---------- --------\n  the old   $-0.45$    3.1[^1]\n  by us   $2.5^{**}$  $<$ .001\n\n[^1]: A note.\n",
    "group,M,SD\nthe old,-0.45,3.1\nby us,2.5**,< .001\n",
  ],
  [
    "Markdown: pandoc's table of several lines, and Markdown within HTML",
    "a.md",
    "Table 2. Hours\n\n---------------------------\n **group**       **M**  **SD**\n-------------- ------- ----\n old             -0.45  3.1\n\n young             2.5    7\n---------------------------\n",
    "group,M,SD\nold,-0.45,3.1\nyoung,2.5,7\n",
  ],
  [
    "HTML: R's output as knitr writes it",
    "a.html",
    "<p>Table 2. Hours</p><pre><code>## Coefficients:\n##             Estimate Std. Error t value Pr(&gt;|t|)    \n## (Intercept) 0.752096   0.236509   3.180  0.00171 ** \n## age         0.023004   0.003446   6.675 2.50e-10 ***\n## \n## end of it</code></pre>",
    "row,Estimate,Std. Error,t value,Pr(>|t|)\n(Intercept),0.752096,0.236509,3.180,0.00171**\nage,0.023004,0.003446,6.675,2.50e-10***\n",
  ],
  [
    "a table as text that stargazer draws, with spacing between its rows",
    "a.txt",
    // The structure of stargazer 5.2.3's type = "text"; R 4.2's lm() gave the numbers.
    "Table 2. Wages\n========================================\n             first           second\n          ------------------------------\n              (1)             (2)\n----------------------------------------\nage         0.023***        0.023***\n             (0.004)         (0.003)\n                                        \neduc                        0.109***\n                             (0.013)\n                                        \n----------------------------------------\nN              200             200\n========================================\nNote:        *p<0.1; **p<0.05; ***p<0.01\n",
    'row,"first, (1)","second, (2)"\nage,0.023***,0.023***\n,(0.004),(0.003)\neduc,,0.109***\n,,(0.013)\nN,200,200\n',
  ],
  [
    "a program's log in fixed width",
    "a.log",
    "Table 2. Hours\n\n      group |     Mean   Std. dev.\n------------+-------------------\n      men   |   12.345       1.2\n      women |    2.5        10.75\n------------+-------------------\n\nend of it\n",
    "group,Mean,Std. dev.\nmen,12.345,1.2\nwomen,2.5,10.75\n",
  ],
  [
    "an executed notebook's outputs",
    "a.ipynb",
    JSON.stringify({
      cells: [{ outputs: [{ data: { "text/html": ["<table><caption>Table 2</caption><tr><th></th><th>M</th></tr>", "<tr><th>a</th><td>1.50</td></tr><tr><th>b</th><td>2.50</td></tr></table>"] } }] }],
    }),
    "row,M\na,1.50\nb,2.50\n",
  ],
]; // prettier-ignore

/** Milliseconds of this process's work: others' on the machine do not count. */
const spent = (start: NodeJS.CpuUsage): number => process.cpuUsage(start).user / 1_000;

describe("readDocument", () => {
  for (const [what, file, content, csv] of CASES)
    it(`reads ${what}`, async () => {
      const { files } = await read(file, content);
      expect(files.get("T2.csv")).to.equal(csv);
    });

  it("takes title, authors, journal, year and DOI from where a page's head says them", async () => {
    const { files } = await read(
      "a.html",
      `<html lang="ru-RU"><head><meta name="citation_title" content="Sleep &amp; drugs"><meta name="citation_author" content="A. One"><meta name="citation_author" content="B. Two">
       <meta name="citation_journal_title" content="J"><meta name="citation_publication_date" content="2019/05/01"><meta name="citation_doi" content="10.1234/x"></head><p>Nothing 1.5</p></html>`,
    );
    expect(JSON.parse(files.get("paper.json")!)).to.include({ journal: "J", year: 2019, doi: "10.1234/x" });
    expect(JSON.parse(files.get("paper.json")!)).to.deep.include({
      title: { en: "Sleep & drugs" },
      authors: ["A. One", "B. Two"],
      languages: ["ru"],
    });
  });

  it("offers numbers in sentences with their sentence, and not those that name a table, a section or a year", async () => {
    const { files } = await read(
      "a.html",
      "<p>In 2019 exports rose by 22.6% (Table 12), see Section 34. We asked 150 firms. p < .001 holds.</p>",
    );
    expect(files.get("candidates.csv")!.split("\n").map((line) => line.split(",")[1])).to.deep.equal([
      "printed", "22.6%", "150", "< .001", undefined,
    ]); // prettier-ignore
  });

  it("takes columns and rows that count for exact, and puts reported tests into text.csv", async () => {
    const { files } = await read(
      "a.html",
      "<table><caption>Table 1. Trust, n (%)</caption><tr><th>x<th>Low<th>High<th>Mean (SD)<tr><td>a<td>36 (57.1)<td>27 (42.9)<td>3 (1.2)<tr><td>b<td>34 (49.3)<td>35 (50.7)<td>4.1 (0.9)</table>" +
        "<table><caption>Table 3</caption><tr><th>x<th>Men<th>p, %<tr><td>age<td>41.2 (12.1)<td>1.2<tr><td>old<td>36 (57.1%)<td>2.1<tr><td>ill, n (%)<td>34 (49.3)<td>3.3</table>" +
        "<table><caption>Table 2</caption><tr><th>x<th>(1)<th>(2)<th>N<tr><td>b<td>0.52<td>0.61<td>12<tr><td>Observations<td>1,870<td>187<td>24</table>" +
        "<p>It rose by 12.5%, t(38) = 2.10, p = .042.</p>",
    );
    const { exhibits } = JSON.parse(files.get("paper.json")!) as { exhibits: { exact?: string[] }[] };
    expect(exhibits.map(({ exact }) => exact)).to.deep.equal([
      ["Low", "High"],
      ["Men[old]", "Men[ill, n (%)]"],
      ["N", "[Observations]"],
    ]);
    const printed = (file: string): (string | undefined)[] => files.get(file)!.trim().split("\n").slice(1).map((line) => line.split(",")[1]); // prettier-ignore
    expect(printed("text.csv")).to.deep.equal(["2.10", ".042"]);
    expect(printed("candidates.csv")).to.deep.equal(["12.5%", "38"]);
  });

  it("says of a number in a sentence which cell prints it, where only one does", async () => {
    const { files } = await read(
      "a.html",
      "<p>The mean was 12.53 of 4.25, and 4.25 again.</p><table><caption>Table 1</caption><tr><th>x<th>M<th>SD<tr><td>a<td>12.53<td>4.25<tr><td>b<td>11.07<td>4.25</table>",
    );
    expect(files.get("candidates.csv")).to.include(`also printed in T1[""M""][""a""]`);
    expect(files.get("candidates.csv")!.match(/also printed/g)).to.have.length(1);
  });

  it("puts in what a LaTeX source asks for, and says what is not there", async () => {
    const { files, document } = await read("a.tex", String.raw`\input{t}\input{/etc/passwd}`, {
      t: String.raw`\begin{tabular}{lr}a & b\\\midrule c & 1.5\\\end{tabular}`,
    });
    expect(files.get("T1.csv")).to.equal("a,b\nc,1.5\n");
    expect(document.leftOut).to.have.length(1);
    expect(files.get("import.md")).to.include("/etc/passwd");
  });

  it("finds the arguments of a LaTeX source's own command behind blanks", async () => {
    const { files } = await read(
      "a.tex",
      String.raw`\newcommand{\both}[2]{#1 (#2)}\begin{document}\begin{tabular}{ll}a & b\\ c & \both {1.5} {0.2}\\\end{tabular}\end{document}`,
    );
    expect(files.get("T1.csv")).to.equal("a,b\nc,1.5 (0.2)\n");
  });

  it("reads elements and commands called as JavaScript's own names", async () => {
    const rows = "<tr><td><constructor>x</constructor></td><td>0.12</td></tr>";
    const html = await read("a.html", `<table><tr><th></th><th>y</th></tr>${rows}</table>`);
    expect(html.files.get("T1.csv")).to.equal("row,y\nx,0.12\n");
    const source = await read(
      "a.tex",
      tex(String.raw`\begin{tabular}{lc} & y\\ \hline x & \constructor 0.12\\ \end{tabular}`),
    );
    expect(source.files.get("T2.csv")).to.equal("row,y\nx,0.12\n");
  });

  it("reads no formulas in Markdown's blocks of code", async () => {
    const code =
      "```\n            d$coef   d$se\n---------------------\nx            1.234  0.120\nw            0.567  0.033\n```";
    const { files } = await read("a.md", code);
    expect(files.get("T1.csv")).to.equal("row,d$coef,d$se\nx,1.234,0.120\nw,0.567,0.033\n");
  });

  it("takes last rows that read like notes for notes, but not rows of numbers", async () => {
    const rows = "| | y | z |\n|---|---|---|\n| x | 0.12 | 0.3 |\n| c) men | 100 | 90 |\n";
    const { files } = await read("a.md", `${rows}| Note: | *p<0.1; **p<0.05 | |`);
    expect(files.get("T1.csv")).to.equal("row,y,z\nx,0.12,0.3\nc) men,100,90\n");
    expect(files.get("import.md")).to.include("- T1: Note: *p<0.1; **p<0.05");
  });

  it("leaves out a table by name where a cell does not occur in the document as it was read", async () => {
    const { document } = await read(
      "a.html",
      "<table><caption>Table 1</caption><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>12.5(19.2)</td></tr></table>",
    );
    const wrong = structuredClone(document);
    const [block] = wrong.blocks;
    if (block !== undefined && "table" in block) block.table.rows[1]![1]!.text = "125(192)";
    const { files, counts } = importPaper(wrong, "a.html", "paper");
    expect([counts.tables, counts.leftOut]).to.deep.equal([0, 1]);
    expect(files.get("import.md")).to.match(/Table 1: not read as printed.*"125\(192\)"/);
  });

  const refused: [what: string, file: string, content: string | Buffer, message: RegExp][] = [
    ["a kind that is not read", "a.odt", "x", /requires one of html, .*docx.*got a\.odt/],
    ["a document without anything in it", "a.html", "<html></html>", /found neither text nor tables in a\.html/],
    ["a Word document with a password", "a.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"), /without a password, got a\.docx/],
    ["a Word document that is none", "a.docx", "plain", /a\.docx to match its ending/],
    ["an archive cut in the middle", "a.docx", word(p("x")).subarray(0, 60), /a\.docx/],
    ["an archive without a document", "a.docx", archive({ x: "y" }), /has no word\/document\.xml/],
    ["entities that grow", "a.xml", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', /declares no entities/],
    ["entities that lead outside", "a.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', /declares no entities/],
    ["a million tags within one another", "a.html", "<div>".repeat(1e6), /at most 1000 levels of nesting/],
    ["two million parts", "a.html", "<br>".repeat(2e6), /at most 300000 parts/],
    ["17 MB of text", "a.html", "x".repeat(17 * 2 ** 20), /at most 16 MB/],
    ["a Word document that unpacks to 40 MB", "a.docx", word("x".repeat(40 * 2 ** 20)), /unpacks to 40 MB/],
    ["LaTeX that asks for itself", "a.tex", String.raw`\input{self}`, /at most 20 levels of nesting/],
    ["bytes that are no text", "a.tex", Buffer.from([0, 1, 2, 0, 255]), /a\.tex to match its ending/],
    ["LaTeX that begins a hundred thousand tables", "a.tex", String.raw`\begin{document}` + String.raw`\begin{table}\begin{tabular}`.repeat(1e5), /found neither text nor tables/],
    ["a notebook that is no JSON", "a.ipynb", "{", /cannot read a\.ipynb/],
  ]; // prettier-ignore
  for (const [what, file, content, message] of refused)
    it(`refuses ${what} within two seconds of work`, async () => {
      const start = process.cpuUsage();
      const error = await read(file, content, { self: String.raw`\input{self}` }).catch((one: Error) => one);
      expect(error).to.be.instanceOf(Error);
      expect((error as Error).message).to.match(message);
      expect(spent(start)).to.be.below(2_000);
    });

  it("reads quickly what nobody closed, quoted or ended", async () => {
    for (const part of ["<!--", "<a x='", "<td>a", "<p>a", "</b>", "<", "<script>", "<![CDATA["]) {
      const start = process.cpuUsage();
      await read("a.html", `<p>text 1.5</p>${part.repeat(1e5)}`).catch((error: Error) => error);
      expect(spent(start), part).to.be.below(2_000);
    }
  });
});
