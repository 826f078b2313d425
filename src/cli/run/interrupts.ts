const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The exit code that a shell reports for a process ended by Ctrl-C. */
const INTERRUPTED = 130;

/** The first Ctrl-C (or SIGTERM, SIGHUP) aborts the signal; the second ends this process immediately. */
export function listenForInterrupts(onFirst: () => void): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    process.exitCode = INTERRUPTED;
    onFirst();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  // A second one that comes while an interrupted process is about to leave is to find it as the first has left it.
  const stop = () => {
    if (controller.signal.aborted) return;
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  return { signal: controller.signal, stop };
}
