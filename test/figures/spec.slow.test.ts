import { expect } from "chai";
import { altText, isFigure } from "../../src/figures/figure.js";
import { plotlyInMemory } from "../../src/figures/png/plotly-in-memory.js";
import { COLOURS } from "../../src/figures/theme.js";
import { VERDICT_STYLE } from "../../src/figures/verdict-style.js";
import { SPECIMENS } from "./specimens.js";

interface Step {
  method: string;
  args: [object, object, number[]?];
}

describe("every figure", () => {
  for (const [name, make] of Object.entries(SPECIMENS)) {
    describe(name, () => {
      it("is valid by Plotly's own rules, at every position of its slider too", async function () {
        this.timeout(20_000);
        const plotly = await plotlyInMemory();
        const { data, layout } = make();
        const complaints = (traces: object[], its: object): string[] =>
          (plotly.validate(traces.filter(isVisible), withoutSteps(its)) ?? []).map(({ msg }) => msg);
        expect(complaints(data, layout)).to.deep.equal([]);
        for (const { args } of stepsOf(layout)) {
          const [changes, relayout, which = data.map((_, at) => at)] = args;
          const moved = which.map((trace, place) => withPaths(data[trace]!, nth(changes, place)));
          expect(complaints(moved, withPaths(layout, relayout))).to.deep.equal([]);
        }
      });

      it("is plain JSON: what a notebook stores is what was made", () => {
        const figure = make();
        expect(isFigure(figure)).to.equal(true);
        expect(JSON.parse(JSON.stringify(figure))).to.deep.equal(figure);
      });

      it("says in words what it shows", () => {
        expect(altText(make()).length).to.be.above(10);
      });

      it("draws in the colour-blind-safe palette alone", () => {
        const used = JSON.stringify(make().data).match(/#[0-9a-f]{6}/gi) ?? [];
        expect(used.filter((colour) => !SAFE.has(colour.toLowerCase()))).to.deep.equal([]);
      });
    });
  }
});

/** Okabe and Ito's eight, with greys, which carry no meaning by hue; and what is held apart in verdict-style.test.ts. */
const VERDICTS = Object.values(VERDICT_STYLE).map(({ colour }) => colour);
const SAFE = new Set([...Object.values(COLOURS), ...VERDICTS, "#ffffff", "#333333", "#b5b5b5"]);

function stepsOf(layout: Record<string, unknown>): Step[] {
  return ((layout.sliders as { steps: Step[] }[] | undefined) ?? []).flatMap(({ steps }) => steps);
}

/** What is not drawn is not looked at by Plotly, which then calls all of it unused. */
function isVisible(trace: object): boolean {
  return (trace as { visible?: boolean }).visible !== false;
}

/** Plotly copies the steps' changes and then finds the copies to be other objects than the originals. */
function withoutSteps(layout: object): object {
  const { sliders, ...rest } = layout as { sliders?: { steps: { label: string }[] }[] };
  const bare = sliders?.map((one) => ({
    ...one,
    steps: one.steps.map(({ label }) => ({ label, method: "skip" })),
  }));
  return bare ? { ...rest, sliders: bare } : rest;
}

/** Plotly hands the n-th entry of each list to the n-th trace. */
function nth(changes: object, place: number): object {
  return Object.fromEntries(
    Object.entries(changes).map(([path, values]) => [path, (values as unknown[])[place]]),
  );
}

/** A copy with the values at paths such as "marker.color". */
function withPaths(target: object, changes: object): object {
  const copy = structuredClone(target) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const inner = keys.slice(0, -1).reduce((at, key) => (at[key] ??= {}) as Record<string, unknown>, copy);
    inner[keys.at(-1)!] = value;
  }
  return copy;
}
