/** A prebuilt extension of JupyterLite: a container of webpack's module federation, which is `init` and `get`. */
import type { HostKernelClient, KernelSpecs, Services, ShareScope } from "./host.js";
import { kernelClass } from "./kernel.js";

/** Written by the builder: the name of the extension, and of its folder. */
declare const EXTENSION: string;

const assets = new URL(".", (document.currentScript as HTMLScriptElement).src).href;

function kernelPlugin(services: Services): object {
  const TypeScriptKernel = kernelClass(services, assets);
  return {
    id: `${EXTENSION}:kernel`,
    autoStart: true,
    requires: [services.IKernelSpecs, services.IKernelClient],
    activate: (_app: object, specs: KernelSpecs, client: HostKernelClient) => {
      specs.register({
        // The name that our notebooks ask for.
        spec: { name: "tslab", display_name: "TypeScript", language: "typescript", argv: [], resources: {} },
        create: async (options) => new TypeScriptKernel(options),
      });
      // Its own keeps the cells that wait from running, and leaves the running one alone.
      const emptyQueue = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        await emptyQueue(id);
        const kernel = await client.getModel(id);
        if (kernel instanceof TypeScriptKernel) await kernel.interrupt();
      };
    },
  };
}

let shared: ShareScope = {};
const container = {
  init: (scope: ShareScope): void => {
    shared = scope;
  },
  get: async (module: string): Promise<() => object> => {
    // The application's own copy stands first: whoever has another has other tokens.
    const [services] = Object.values(shared["@jupyterlite/services"] ?? {});
    if (module !== "./extension" || !services)
      throw new Error(`${EXTENSION} requires JupyterLite with @jupyterlite/services, and "./extension"`);
    const plugin = kernelPlugin((await services.get())() as Services);
    return () => plugin;
  },
};
const page = globalThis as { _JUPYTERLAB?: Record<string, typeof container> };
(page._JUPYTERLAB ??= {})[EXTENSION] = container;
