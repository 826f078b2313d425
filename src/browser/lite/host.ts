/**
 * What is used of JupyterLite, as @jupyterlite/services 0.8 declares it in `src/kernel/base.ts`, `client.ts`, `tokens.ts`
 * and `kernelspecs.ts`. Only these types are ours: the classes and tokens are the running application's.
 */
export type MessageContent = Record<string, unknown>;

export interface KernelOptions {
  id: string;
  name: string;
  /** The folder of the notebook. */
  location: string;
  sendMessage(message: object): void;
}

/** Wraps contents into messages, sends what is due around a request, and asks for the replies' contents. */
export declare abstract class BaseKernel {
  constructor(options: KernelOptions);
  readonly executionCount: number;
  readonly isDisposed: boolean;
  readonly parentHeader: object | undefined;
  get ready(): Promise<void>;
  dispose(): void;
  protected stream(content: MessageContent, parent?: object): void;
  protected displayData(content: MessageContent, parent?: object): void;
  protected updateDisplayData(content: MessageContent, parent?: object): void;
  protected publishExecuteResult(content: MessageContent, parent?: object): void;
  protected publishExecuteError(content: MessageContent, parent?: object): void;
  protected clearOutput(content: MessageContent, parent?: object): void;
  abstract kernelInfoRequest(): Promise<MessageContent>;
  abstract executeRequest(content: MessageContent): Promise<MessageContent>;
  abstract completeRequest(content: MessageContent): Promise<MessageContent>;
  abstract inspectRequest(content: MessageContent): Promise<MessageContent>;
  abstract isCompleteRequest(content: MessageContent): Promise<MessageContent>;
  abstract commInfoRequest(content: MessageContent): Promise<MessageContent>;
  abstract inputReply(content: MessageContent): void;
  abstract commOpen(message: object): Promise<void>;
  abstract commMsg(message: object): Promise<void>;
  abstract commClose(message: object): Promise<void>;
}

/** The module @jupyterlite/services; services are asked for by its tokens. */
export interface Services {
  BaseKernel: typeof BaseKernel;
  IKernelSpecs: object;
  IKernelClient: object;
}

export interface KernelSpecs {
  register(kernel: { spec: MessageContent; create(options: KernelOptions): Promise<BaseKernel> }): void;
}

export interface HostKernelClient {
  interrupt(id: string): Promise<void>;
  getModel(id: string): Promise<BaseKernel | undefined>;
}

/** Webpack's module federation: each shared module by its versions. */
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;
