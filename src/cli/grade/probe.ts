/** Tries, inside a sandbox, everything that the sandbox must prevent; prints "confined", or what it has reached. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { secret, hidden, root } = JSON.parse(process.argv[2]!) as Record<"secret" | "root", string> & {
  hidden: string[];
};
const mark = join(root, "dist", `.probe-${process.pid}`);

const attempts: Record<string, () => boolean> = {
  "reads the grader's files": () => readdirSync(secret).length >= 0,
  "reads the answers": () =>
    hidden.some((folder) => readdirSync(folder).some((name) => name !== "notebook.ipynb")),
  "writes into the package": () => {
    writeFileSync(mark, "");
    rmSync(mark);
    return true;
  },
};

const reached = Object.keys(attempts).filter((name) => {
  try {
    return attempts[name]!();
  } catch {
    return false;
  }
});
console.log(reached.join("; ") || "confined");
