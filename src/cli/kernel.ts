import { UsageError } from "./usage-error.js";
import type { Command } from "commander";
import { installKernels, uninstallKernels } from "./kernel/install-kernel.js";
import { dataFolder, type Target } from "./kernel/data-folder.js";

/** `egov-kz kernel install` and `uninstall` */
export function register(command: Command): void {
  withTarget(command.command("install").description("write their specifications")).action((target: Target) =>
    installKernels(dataFolder(onlyOne(target))).forEach((folder) => console.log(`installed in ${folder}`)),
  );
  withTarget(command.command("uninstall").description("remove them again")).action((target: Target) =>
    uninstallKernels(dataFolder(onlyOne(target))).forEach((folder) => console.log(`removed ${folder}`)),
  );
}

function withTarget(command: Command): Command {
  return command
    .option("--user", "for this user (the default)")
    .option("--prefix <folder>", "below FOLDER/share/jupyter")
    .option("--sys-prefix", "for the Python environment that is active");
}

function onlyOne(target: Target): Target {
  if (Object.keys(target).length > 1)
    throw new UsageError("kernel requires one of --user, --prefix and --sys-prefix, got several");
  return target;
}
