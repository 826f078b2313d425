/** A cell's editor: CodeMirror, with TypeScript's own completions, hovers and errors. */
import {
  autocompletion,
  acceptCompletion,
  closeBrackets,
  completionStatus,
  startCompletion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, insertTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { linter, type Diagnostic } from "@codemirror/lint";
import { EditorState, Prec, type Extension } from "@codemirror/state";
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
  const { parent, source, label, changed, run } = options;
  /** Whether Escape was pressed here: from then on Tab is the editor's, until one leaves it. */
  let inside = false;
  const keys = [
    { key: "Shift-Enter", run: () => (run(true), true) },
    { key: "Mod-Enter", run: () => (run(false), true) },
    {
      key: "Tab",
      run: (view: EditorView) => tab(view, inside),
      shift: (view: EditorView) => inside && indentLess(view),
    },
    { key: "Escape", run: (view: EditorView) => !completionStatus(view.state) && (inside = true) },
  ];
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        Prec.high(keymap.of(keys)),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        asTypeScript(options),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": `${label}. ${text("page.tabs")}`,
          spellcheck: "false",
        }),
        EditorView.domEventHandlers({ blur: () => void (inside = false) }),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed(state.doc.toString())),
        keymap.of([...historyKeymap, ...defaultKeymap]),
      ],
    }),
  });
}

/** Outside the editor, moves on, as everywhere on a page; inside, completes after a word or a dot, or else indents. */
function tab(view: EditorView, inside: boolean): boolean {
  if (completionStatus(view.state) === "active") return acceptCompletion(view);
  if (!inside) return false;
  const { from, to } = view.state.selection.main;
  const isWord = from === to && /[\w$.]$/.test(view.state.sliceDoc(Math.max(0, from - 1), from));
  return isWord ? startCompletion(view) : insertTab(view);
}

/** TypeScript's own completions, hovers and errors. */
function asTypeScript({ workers, before }: EditorOptions): Extension {
  async function complete(context: CompletionContext): Promise<CompletionResult | null> {
    if (!context.explicit && !context.matchBefore(/[\w$.]+$/)) return null;
    const compiler = await workers.compiler();
    const found = await compiler.complete(before(), context.state.doc.toString(), context.pos);
    if (found.candidates.length === 0) return null;
    const options = found.candidates.map((word: string) => ({ label: word }));
    return { from: found.start, to: found.end, options, validFor: /^[\w$]*$/ };
  }

  async function hover(view: EditorView, pos: number): Promise<Tooltip | null> {
    const compiler = await workers.compiler();
    const { found, data } = await compiler.inspect(before(), view.state.doc.toString(), pos);
    if (!found) return null;
    const dom = element("pre", { className: "hover" }, data["text/plain"]!);
    return { pos, above: true, create: () => ({ dom }) };
  }

  async function check(view: EditorView): Promise<Diagnostic[]> {
    const compiler = await workers.compiler();
    const found = await compiler.check(before(), view.state.doc.toString());
    const { doc } = view.state;
    const offset = ({ line, character }: { line: number; character: number }): number =>
      line < doc.lines ? Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to) : doc.length;
    return found
      .filter(({ fileName }) => fileName === undefined)
      .map((fault) => {
        const from = offset(fault.start);
        return { from, to: Math.max(from, offset(fault.end)), severity: "error", message: messageOf(fault) };
      });
  }

  return [
    autocompletion({ override: [complete] }),
    hoverTooltip(hover, { hoverTime: 400 }),
    linter(check, { delay: 500 }),
  ];
}
