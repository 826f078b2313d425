/** What cells have begun and not ended, as Node counts it; the kernel itself has none of it. */
const KINDS = new Map([
  ["Timeout", "a timer"],
  ["Immediate", "a timer"],
  ["ProcessWrap", "a child process"],
  ["TCPSocketWrap", "a connection"],
  ["TCPServerWrap", "a server"],
]);

/** What keeps Node from ending, each kind once; an `unref()`ed timer does not. */
export function stillDue(): string[] {
  return [...new Set(process.getActiveResourcesInfo().flatMap((name) => KINDS.get(name) ?? []))];
}
