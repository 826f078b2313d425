/** Loaded first in a confined kernel: what Node's permission model leaves open and a cell has no use for. */
import { sep } from "node:path";

const refused = (what: string) => (): never => {
  throw new Error(`${what} is not allowed here`);
};
const { pid } = process;
const kill = process.kill.bind(process);
const { dlopen } = process as unknown as { dlopen: (...args: [unknown, string, ...unknown[]]) => unknown };

// Another process, the grader's above all, is nobody's business.
process.kill = (other, signal) => (other === pid ? kill(other, signal) : refused("process.kill")());
Object.defineProperty(process, "_kill", { value: refused("process._kill") });
Object.defineProperty(process, "dlopen", {
  value: (...args: [unknown, string, ...unknown[]]) =>
    args[1].includes(`${sep}node_modules${sep}`) ? dlopen.apply(process, args) : refused("a native addon")(),
});
