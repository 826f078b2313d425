/** A service worker keeps the site for use without a network: the visited language, or all languages. */

/** @param told called when the visited language is kept */
export async function keepOffline(root: string, told: () => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !globalThis.isSecureContext) return;
  const before = navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register(`${root}sw.js?language=${document.documentElement.lang}`);
    await navigator.serviceWorker.ready;
  } catch {
    return; // Where it is forbidden, the page needs its network.
  }
  if (!before) told();
  document.body.dataset.offline = "ready";
}

/** Keeps all languages, too. @throws Error if the browser or the network does not allow it */
export async function keepAll(root: string): Promise<void> {
  await keepOffline(root, () => undefined);
  const worker = (await navigator.serviceWorker?.getRegistration())?.active;
  if (!worker) throw new Error("this browser keeps nothing");
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
  });
  worker.postMessage("all", [port2]);
  const said = await answer;
  if (said !== "kept") throw new Error(said);
}
