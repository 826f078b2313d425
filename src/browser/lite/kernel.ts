/** A kernel of JupyterLite: its `BaseKernel` over the two workers that run cells in our own pages. */
import { words } from "../shared/words.js";
import { Workers } from "../page/workers.js";
import type { MessageContent, KernelOptions, Services } from "./host.js";

/** Written by the builder: the content of our kernel's `kernel_info_reply`. */
declare const KERNEL_INFO: MessageContent;

const SENDERS = {
  stream: "stream",
  display_data: "displayData",
  update_display_data: "updateDisplayData",
  execute_result: "publishExecuteResult",
  error: "publishExecuteError",
  clear_output: "clearOutput",
} as const;

/** @param assets the folder of the workers' files, as an address that ends with a slash */
export function kernelClass({ BaseKernel }: Pick<Services, "BaseKernel">, assets: string) {
  return class TypeScriptKernel extends BaseKernel {
    readonly #workers: Workers;
    /** What has run without an error, and so has declared what it declares. */
    #declared: string[] = [];
    #busy = false;

    constructor(options: KernelOptions) {
      super(options);
      this.#workers = new Workers(assets, /(?:^|[:/])(kk|ru)$/.exec(options.location)?.[1]);
    }

    override get ready(): Promise<void> {
      return this.#workers.start();
    }

    override dispose(): void {
      this.#workers.end();
      super.dispose();
    }

    /** Ends a running cell, and with it all variables: a worker cannot be stopped otherwise. */
    async interrupt(): Promise<void> {
      if (this.#busy) await this.#workers.restart();
    }

    async executeRequest(content: MessageContent): Promise<MessageContent> {
      const parent = this.parentHeader;
      const execution_count = this.executionCount;
      const code = String(content.code);
      this.#busy = true;
      const reply = await this.#workers.run({ ...content, code }, ({ msgType, content }) => {
        const ours = msgType === "execute_result" ? { ...content, execution_count } : content;
        if (msgType in SENDERS) this[SENDERS[msgType as keyof typeof SENDERS]](ours, parent);
      });
      this.#busy = false;
      if (reply.status === "ok") this.#declared.push(code);
      if (reply.status !== "ended") return { ...reply, execution_count };
      this.#declared = [];
      const evalue = words().interrupted;
      const error = { ename: "Interrupted", evalue, traceback: [evalue] };
      this.publishExecuteError(error, parent);
      return { status: "error", execution_count, ...error };
    }

    #ask(msgType: string, content: MessageContent): Promise<MessageContent> {
      return this.#workers.ask({ kind: "request", before: this.#declared, msgType, content });
    }

    completeRequest = (content: MessageContent): Promise<MessageContent> =>
      this.#ask("complete_request", content);
    inspectRequest = (content: MessageContent): Promise<MessageContent> =>
      this.#ask("inspect_request", content);
    isCompleteRequest = (content: MessageContent): Promise<MessageContent> =>
      this.#ask("is_complete_request", content);
    kernelInfoRequest = async (): Promise<MessageContent> => KERNEL_INFO;
    commInfoRequest = async (): Promise<MessageContent> => ({ status: "ok", comms: {} });
    inputReply = (): void => undefined;
    commOpen = async (): Promise<void> => undefined;
    commMsg = async (): Promise<void> => undefined;
    commClose = async (): Promise<void> => undefined;
  };
}
