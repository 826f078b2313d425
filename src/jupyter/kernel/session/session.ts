/** Answers the requests that need the type checker or the user's variables. */
import { Execution, type ExecuteAnswer, type Workings } from "./execution.js";
import { selectHistory, type HistoryQuery } from "./history.js";
import { answerQuestion } from "./questions.js";
import type { SessionRequest } from "../server/between-threads.js";
import { thrownError } from "../traceback/errors.js";

export class Session {
  readonly #with: Workings;
  readonly #execution: Execution;

  constructor(workings: Workings) {
    this.#with = workings;
    this.#execution = new Execution(workings);
  }

  /** Never throws: an error of the kernel's own is an answer too. */
  async answer({ header, content, metadata }: SessionRequest): Promise<ExecuteAnswer> {
    try {
      if (header.msg_type === "execute_request")
        return await this.#execution.execute(header, content, metadata);
      return { content: this.#lookUp(header.msg_type, content), abortQueued: false };
    } catch (error) {
      return { content: { status: "error", ...thrownError(error, this.#with.places) }, abortQueued: false };
    }
  }

  #lookUp(msgType: string, content: Record<string, unknown>): Record<string, unknown> {
    switch (msgType) {
      case "history_request":
        return { status: "ok", history: selectHistory(this.#execution.history, content as HistoryQuery) };
      case "due_request":
        return { status: "ok", due: stillDue() };
      default:
        return answerQuestion(this.#with.engine, msgType, content);
    }
  }
}

/** What cells have begun and not ended, as Node counts it; the kernel itself has none of it. */
const KINDS = new Map([
  ["Timeout", "a timer"],
  ["Immediate", "a timer"],
  ["ProcessWrap", "a child process"],
  ["TCPSocketWrap", "a connection"],
  ["TCPServerWrap", "a server"],
]);

/** What keeps Node from ending, each kind once; an `unref()`ed timer does not. */
function stillDue(): string[] {
  return [...new Set(process.getActiveResourcesInfo().flatMap((name) => KINDS.get(name) ?? []))];
}
