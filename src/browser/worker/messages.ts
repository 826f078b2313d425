/** What the page and its two workers say to each other. */
import type { Content } from "../node/files.js";
import type {
  Completion,
  Conversion,
  Declarations,
  Diagnostic,
} from "../../jupyter/kernel/compile/conversion.js";

export type Files = Readonly<Record<string, Content>>;

/** What the compiler's worker is asked. `before` are the cells above, which are compiled in turn. */
export type Question =
  | { kind: "compile"; previous: Declarations; source: string }
  | { kind: "addModule"; name: string; source: string }
  | { kind: "check"; before: readonly string[]; source: string }
  /** Jupyter's own, which is answered as the kernel answers it. */
  | { kind: "request"; before: readonly string[]; msgType: string; content: Record<string, unknown> }
  | { kind: "complete"; before: readonly string[]; source: string; cursor: number }
  | { kind: "inspect"; before: readonly string[]; source: string; cursor: number };

export interface Answers {
  compile: Conversion;
  addModule: Diagnostic[];
  check: Diagnostic[];
  request: Record<string, unknown>;
  complete: Completion;
  /** Signature and documentation, as the kernel gives them. */
  inspect: { found: boolean; data: Record<string, string> };
}

export type Numbered = { id: number; question: Question };
export type Answered = { id: number; answer: unknown } | { id: number; error: string };

/** Page to session. */
export type SessionOrder =
  | { kind: "start"; files: Files; compiler: MessagePort }
  | { kind: "files"; files: Files }
  | { kind: "run"; cell: string; content: { code: string } };

/** Session to page: a cell's messages as a Jupyter kernel publishes them, then its reply. */
export type FromSession =
  | { kind: "ready" }
  | { kind: "output"; cell: string; msgType: string; content: Record<string, unknown> }
  | { kind: "reply"; cell: string; content: Record<string, unknown> };
