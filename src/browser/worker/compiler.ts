/** The compiler's worker: the kernel's own compiler, for cells that run, and for the editor. */
import "../node/process.js";
import { contentOf, putFiles, putFolder, FOLDER } from "../node/files.js";
import { createCompiler, type Compiler } from "../../jupyter/kernel/compile/compiler.js";
import type { Conversion, Declarations } from "../../jupyter/kernel/compile/conversion.js";
import { loadTypeScript } from "../../jupyter/kernel/compile/typescript.js";
import { answerQuestion, inspectAt, type Asked } from "../../jupyter/kernel/session/questions.js";
import type { Answered, Answers, Files, Numbered, Question } from "./messages.js";

let compiler: Compiler;
const known = new Map<string, Conversion>();

/** Each cell once: an editor asks again and again. */
function compile(previous: Declarations, source: string): Conversion {
  const key = JSON.stringify([previous, source]);
  const compiled = known.get(key) ?? compiler.convert(previous, source);
  known.delete(key);
  known.set(key, compiled);
  if (known.size > 400) known.delete(known.keys().next().value!);
  return compiled;
}

/** What the cells above declare; of one with a fault, what is right. */
function declaredBy(before: readonly string[]): Declarations {
  return before.reduce<Declarations>(
    (previous, source) => compile(previous, source).declarations ?? previous,
    [],
  );
}

const after = (before: readonly string[]): Asked => {
  const previous = declaredBy(before);
  return {
    complete: (code, at) => compiler.complete(previous, code, at),
    inspect: (code, at) => compiler.inspect(previous, code, at),
  };
};

function answer(question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case "compile":
      return compile(question.previous, question.source);
    case "addModule":
      return compiler.addModule(question.name, question.source);
    case "check":
      return compile(declaredBy(question.before), question.source).diagnostics;
    case "complete":
      return after(question.before).complete(question.source, question.cursor);
    case "request":
      return answerQuestion(after(question.before), question.msgType, question.content);
    case "inspect": {
      const { source, cursor } = question;
      return inspectAt(after(question.before), source, [...source.slice(0, cursor)].length);
    }
  }
}

interface Port {
  postMessage(message: Answered): void;
}

function reply(port: Port, { id, question }: Numbered): void {
  try {
    port.postMessage({ id, answer: answer(question) });
  } catch (error) {
    port.postMessage({ id, error: String((error as Error).stack) });
  }
}

type FromPage = { files: Files } | { session: MessagePort } | Numbered;

onmessage = ({ data }: MessageEvent<FromPage>) => {
  if ("question" in data) return reply(globalThis as unknown as Port, data);
  if ("session" in data) {
    data.session.onmessage = (event: MessageEvent<Numbered>) => reply(data.session, event.data);
    return;
  }
  putFolder(FOLDER);
  putFiles(data.files);
  const { sys } = loadTypeScript();
  sys.readFile = (path) => (contentOf(path) === undefined ? undefined : String(contentOf(path)));
  compiler = createCompiler(FOLDER, true);
};
