#!/usr/bin/env node
/** The command, there from `npm ci` on, which makes no link to a file that is still to be built. */
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error("egov-kz is not built yet: npm run build");
  process.exitCode = 2;
}
