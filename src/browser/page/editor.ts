/** A cell's editor: CodeMirror, with TypeScript's own completions, hovers and errors. */
import { autocompletion, acceptCompletion, closeBrackets, completionStatus, startCompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete"; // prettier-ignore
import { defaultKeymap, history, historyKeymap, indentLess, insertTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { linter, type Diagnostic } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, hoverTooltip, keymap, type Tooltip } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { element } from "./dom.js";
import type { Workers } from "./workers.js";
import { text } from "../../base/text.js";
import { messageOf } from "../../jupyter/kernel/compile/conversion.js";

export interface EditorOptions {
  parent: HTMLElement;
  source: string;
  label: string;
  workers: Workers;
  /** The cells above. */
  before(): string[];
  changed(source: string): void;
  /** Shift+Enter goes on to the next cell. */
  run(goOn: boolean): void;
}

export function makeEditor(options: EditorOptions): EditorView {
  const { parent, source, label, workers, before, changed, run } = options;

  async function complete(context: CompletionContext): Promise<CompletionResult | null> {
    if (!context.explicit && !context.matchBefore(/[\w$.]+$/)) return null;
    const compiler = await workers.compiler();
    const found = await compiler.complete(before(), context.state.doc.toString(), context.pos);
    if (found.candidates.length === 0) return null;
    return {
      from: found.start,
      to: found.end,
      options: found.candidates.map((word: string) => ({ label: word })),
      validFor: /^[\w$]*$/,
    };
  }

  async function hover(view: EditorView, position: number): Promise<Tooltip | null> {
    const compiler = await workers.compiler();
    const { found, data } = await compiler.inspect(before(), view.state.doc.toString(), position);
    if (!found) return null;
    const dom = element("pre", { className: "hover" }, data["text/plain"]!);
    return { pos: position, above: true, create: () => ({ dom }) };
  }

  async function check(view: EditorView): Promise<Diagnostic[]> {
    const compiler = await workers.compiler();
    const found = await compiler.check(before(), view.state.doc.toString());
    const { doc } = view.state;
    const offset = ({ line, character }: { line: number; character: number }): number =>
      line < doc.lines ? Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to) : doc.length;
    return found
      .filter(({ fileName }) => fileName === undefined)
      .map((fault) => ({
        from: offset(fault.start),
        to: Math.max(offset(fault.start), offset(fault.end)),
        severity: "error",
        message: messageOf(fault),
      }));
  }

  /** Whether Escape was pressed here: from then on Tab is the editor's, until one leaves it. */
  let inside = false;

  /** Moves on, as everywhere on a page; after Escape completes behind a word or a dot, else indents. */
  function tab(view: EditorView): boolean {
    if (completionStatus(view.state) === "active") return acceptCompletion(view);
    if (!inside) return false;
    const { from, to } = view.state.selection.main;
    if (from === to && /[\w$.]$/.test(view.state.sliceDoc(Math.max(0, from - 1), from)))
      return startCompletion(view);
    return insertTab(view);
  }

  const keys = Prec.high(
    keymap.of([
      { key: "Shift-Enter", run: () => (run(true), true) },
      { key: "Mod-Enter", run: () => (run(false), true) },
      { key: "Tab", run: tab, shift: (view) => inside && indentLess(view) },
      { key: "Escape", run: (view) => !completionStatus(view.state) && (inside = true) },
    ]),
  );
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        keys,
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        autocompletion({ override: [complete] }),
        hoverTooltip(hover, { hoverTime: 400 }),
        linter(check, { delay: 500 }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": `${label}. ${text("page.tabs")}`,
          spellcheck: "false",
        }),
        EditorView.domEventHandlers({ blur: () => void (inside = false) }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
        keymap.of([...historyKeymap, ...defaultKeymap]),
      ],
    }),
  });
}
