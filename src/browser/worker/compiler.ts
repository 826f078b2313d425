/** The compiler's worker: tslab's converter, as in our kernel, for cells that run, and for the editor. */
import "../node/process.js";
import { putFiles, putFolder, FOLDER } from "../node/files.js";
import { withMaps, type Compiled } from "../../jupyter/kernel/compile/compiler.js";
import { lightConverter, type LightConverter } from "../../jupyter/kernel/compile/light-converter.js";
import type { Converter } from "../../jupyter/kernel/internals/tslab.js";
import { answerQuestion, inspectAt, type Asked } from "../../jupyter/kernel/session/questions.js";
import { getCodeMetadata, loadTslab } from "./compiler-internals.js";
import type { Answered, Answers, Files, Numbered, Question } from "./messages.js";

let light: LightConverter | undefined;
let full: Converter | undefined;
const fullConverter = (): Converter =>
  (full ??= loadTslab().createConverter({ isJS: false, isBrowser: false }));

/** The light converter's answer where it finds no fault, else the full one's: as in the kernel. */
function compile(previous: string, source: string): Compiled {
  if (getCodeMetadata(source).module !== undefined)
    return withMaps({ diagnostics: [], declOutput: previous });
  return withMaps(light!.convert(previous, source) ?? fullConverter().convert(previous, source));
}

function addModule(source: string): Answers["addModule"] {
  const metadata = getCodeMetadata(source);
  return fullConverter().addModule(metadata.module!, source, metadata);
}

const known = new Map<string, Compiled>();

/** As `compile`, each once: an editor asks again and again. */
function remembered(previous: string, source: string): Compiled {
  const key = `${previous}\u0000${source}`;
  const compiled = known.get(key) ?? compile(previous, source);
  known.delete(key);
  known.set(key, compiled);
  if (known.size > 400) known.delete(known.keys().next().value!);
  return compiled;
}

/** The types that the cells above declare; one with a fault declares nothing. */
function declaredBy(before: readonly string[]): string {
  return before.reduce((previous, source) => {
    const { conversion } = remembered(previous, source);
    return conversion.diagnostics.length > 0 ? previous : (conversion.declOutput ?? previous);
  }, "");
}

const after = (before: readonly string[]): Asked => {
  const previous = declaredBy(before);
  return {
    complete: (code, at) => fullConverter().complete(previous, code, at),
    inspect: (code, at) => fullConverter().inspect(previous, code, at),
  };
};

function answer(question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case "compile":
      return remembered(question.previous, question.source);
    case "addModule":
      return addModule(question.source);
    case "check":
      return remembered(declaredBy(question.before), question.source).conversion.diagnostics;
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
  light = lightConverter(FOLDER);
};
