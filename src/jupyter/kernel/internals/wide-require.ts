/** Has the cells' `require`, which their imports are compiled to, find more than Node's does. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve } from "import-meta-resolve";
import { OWN_FOLDER } from "./module-resolution.js";

const OWN_NAME = /^egov-kz(?:\/|$)/;

interface WithTslab {
  /** What tslab hands to each cell. */
  __tslab__: { require: NodeJS.Require };
}

/**
 * Beside what Node finds: packages for which only `import` is allowed, and this package where none is installed.
 * @param folder from where cells import
 */
export function widenRequire(folder: string): void {
  const { __tslab__: tslab } = globalThis as unknown as WithTslab;
  const own = createRequire(join(OWN_FOLDER, "cell.js"));
  const from = pathToFileURL(join(folder, "cell.js")).href;
  tslab.require = new Proxy(tslab.require, {
    apply: (plain, self, [id]: [string]) => {
      try {
        return Reflect.apply(plain, self, [id]) as unknown;
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === "ERR_PACKAGE_PATH_NOT_EXPORTED")
          return Reflect.apply(plain, self, [fileURLToPath(resolve(id, from))]) as unknown;
        if (code === "MODULE_NOT_FOUND" && OWN_NAME.test(id) && message.includes(`'${id}'`))
          return own(id) as unknown;
        throw error;
      }
    },
  });
}
