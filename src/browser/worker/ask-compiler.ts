/** The session's side of the compiler's worker: what the kernel's engine takes for a compiler elsewhere. */
import type { CompileElsewhere } from "../../jupyter/kernel/compile/compile-elsewhere.js";
import { moduleName, type Diagnostic } from "../../jupyter/kernel/compile/conversion.js";
import type { Answered, Answers, Question } from "./messages.js";

/** What the last module cell came to: the executor cannot wait for it. */
let moduleDiagnostics: Diagnostic[] = [];
export const lastModuleDiagnostics = (): Diagnostic[] => moduleDiagnostics;

export function askCompiler(port: MessagePort): CompileElsewhere {
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  let id = 0;
  port.onmessage = ({ data }: MessageEvent<Answered>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.reject(new Error(data.error));
    else one?.resolve(data.answer as never);
  };
  const ask = <K extends Question["kind"]>(question: Question & { kind: K }): Promise<Answers[K]> =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      port.postMessage({ id, question });
    });
  return async (previous, source) => {
    const name = moduleName(source);
    if (name !== undefined) {
      moduleDiagnostics = await ask({ kind: "addModule", name, source });
      return { diagnostics: [] };
    }
    return ask({ kind: "compile", previous, source });
  };
}
