import { UsageError } from "./usage-error.js";
import type { Command } from "commander";
import { installKernel, uninstallKernel } from "./kernel/install-kernel.js";
import { dataFolder, type Target } from "./kernel/data-folder.js";

/** `egov-kz kernel install` and `uninstall` */
export function register(command: Command): void {
  withTarget(command.command("install").description("write the kernel specification")).action(
    (target: Target) => console.log(`installed in ${installKernel(dataFolder(onlyOne(target)))}`),
  );
  withTarget(command.command("uninstall").description("remove it")).action((target: Target) =>
    console.log(`removed ${uninstallKernel(dataFolder(onlyOne(target)))}`),
  );
}

function withTarget(command: Command): Command {
  return command
    .option("--user", "for this user (the default)")
    .option("--prefix <folder>", "in FOLDER/share/jupyter")
    .option("--sys-prefix", "for the active Python environment");
}

function onlyOne(target: Target): Target {
  if (Object.keys(target).length > 1)
    throw new UsageError("kernel requires one of --user, --prefix and --sys-prefix, got several");
  return target;
}
