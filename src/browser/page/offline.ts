/** A service worker keeps the site for the time without a network. */

/** @param told is called when all of it is kept */
export function keepOffline(root: string, told: () => void): void {
  if (!("serviceWorker" in navigator) || !globalThis.isSecureContext) return;
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.register(`${root}sw.js`).then(
    async () => {
      await navigator.serviceWorker.ready;
      if (!before) told();
      document.body.dataset.offline = "ready";
    },
    () => undefined,
  ); // Where it is forbidden, the page needs its network.
}
