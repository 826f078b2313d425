/**
 * Starts many kernels, several at once, and runs a cell in each:
 * `node --import ts-blank-space/register test/kernel/soak-kernels.ts [KERNELS] [AT_ONCE]`, after `npm run build`.
 * Exit 1 when one fails, a port is taken twice, or a process or connection file is left.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClient } from "../../dist/jupyter/run/client.js";
import { resolveKernel } from "../../dist/jupyter/run/kernel-spec.js";
import { projectRoot } from "../../dist/base/project.js";

const kernels = Number(process.argv[2] ?? 1000);
const atOnce = Number(process.argv[3] ?? 8);

// Connection files go here, by which a kernel that is left is known.
process.env.TMPDIR = mkdtempSync(join(tmpdir(), "soak-"));
const spec = resolveKernel("egov-kz", undefined);
const begun = performance.now();
const faults: string[] = [];
let started = 0;

await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (started < kernels) {
      const number = ++started;
      await startOne(number).catch((error: Error) => faults.push(`kernel ${number}: ${error.message}`));
    }
  }),
);

const files = readdirSync(process.env.TMPDIR);
const left = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" })
  .split("\n")
  .filter((line) => line.includes(process.env.TMPDIR!) && !line.includes("ps -axo"));
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
for (const fault of faults) console.log(fault);
console.log(
  `${kernels} kernels, ${atOnce} at once, ${seconds} s: ${faults.length} failed, ${left.length} processes and ${files.length} files left`,
);
process.exitCode = faults.length + left.length + files.length === 0 ? 0 : 1;

async function startOne(number: number): Promise<void> {
  const client = await startClient(spec, { cwd: join(projectRoot(), "notebooks") });
  try {
    let shown: unknown;
    client.onOutput = ({ header, content }) => {
      if (header.msg_type === "execute_result")
        shown = (content.data as Record<string, unknown>)["text/plain"];
    };
    await client.execute(`${number} + 1`).reply;
    if (shown !== String(number + 1)) throw new Error(`${number} + 1 showed ${String(shown)}`);
  } finally {
    await client.shutdown();
  }
}
