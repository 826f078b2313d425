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
  // A second signal during shutdown must find the handlers that the first one met.
  const stop = () => {
    if (controller.signal.aborted) return;
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  return { signal: controller.signal, stop };
}
