/** Requests that the server answers without the session. */
import type { Surroundings } from "./dispatcher.js";

type Content = Record<string, unknown>;

/** The reply's content; an interrupt is carried out as well. */
export function ownAnswer(msgType: string, content: Content, around: Surroundings): Content {
  switch (msgType) {
    case "kernel_info_request":
      return around.kernelInfo();
    case "comm_info_request":
      return { status: "ok", comms: {} };
    case "interrupt_request":
      around.interrupt();
      return { status: "ok" };
    case "shutdown_request":
      return { status: "ok", restart: content.restart === true };
    case "is_complete_request":
      // The compiler is not loaded yet.
      return { status: "unknown" };
    default: {
      const evalue = `the kernel answers no ${msgType}`;
      return { status: "error", ename: "UnknownRequest", evalue, traceback: [evalue] };
    }
  }
}
