import { join, resolve } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { projectRoot } from "../base/project.js";
import { port as portFrom } from "./options.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz site` */
export function register(command: Command): void {
  command
    .argument("[out]", "the folder to write", join("dist", "site"))
    .option("--serve", "serve it on this machine until Ctrl-C")
    .option("--port <n>", "port to listen on", portFrom(0), 8000)
    .action(async (out, flags) => {
      const folder = resolve(out === join("dist", "site") ? join(projectRoot(), out) : out);
      const { writeSite } = await import("../browser/build/write-site.js").catch((error: Error) => {
        const [, missing] = /Cannot find package '([^']+)'/.exec(error.message) ?? [];
        if (missing === undefined) throw error;
        throw new UsageError(
          `site requires the development packages that \`npm ci\` installs in a clone of the repository, found no ${missing}`,
        );
      });
      await writeSite(folder);
      console.log(`The site is in ${folder}`);
      if (!flags.serve) return;
      const { serveSite } = await import("../browser/build/serve-site.js");
      const { port } = await serveSite(folder, flags.port);
      console.log(`http://localhost:${port}/ (Ctrl-C ends it)`);
    });
}
