/* global self, caches, Request, Response, fetch */
/** Keeps what a visitor has used, so that it works without a network: one language at first, the rest when asked. */
const cacheName = "egov-kz-__VERSION__";
const files = "__FILES__";
const language = new URL(self.location.href).searchParams.get("language") ?? "en";

const languageOf = (path) => /^(kk|ru)\//.exec(path)?.[1] ?? (path.startsWith("assets/") ? "" : "en");

/** What the page has just loaded comes out of the browser's own cache, however old. */
async function keep(wanted) {
  const cache = await caches.open(cacheName);
  const missing = [];
  for (const path of wanted) if (!(await cache.match(path))) missing.push(path);
  await cache.addAll(missing.map((path) => new Request(path, { cache: "force-cache" })));
}

self.addEventListener("install", (event) => {
  const own = files.filter((path) => ["", language].includes(languageOf(path)));
  event.waitUntil(keep(own).then(() => self.skipWaiting()));
});

/** "Keep for offline" was asked for. */
self.addEventListener("message", (event) => {
  const told = event.ports[0];
  event.waitUntil(
    keep(files).then(
      () => told.postMessage("kept"),
      (error) => told.postMessage(String(error)),
    ),
  );
});

self.addEventListener("activate", (event) => {
  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(
      names
        .filter((name) => name.startsWith("egov-kz-") && name !== cacheName)
        .map((name) => caches.delete(name)),
    );
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

/** First the network, so that nobody keeps an old page for long; what it cannot give comes from the cache. */
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  const kept = async () => {
    const path = request.url.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
    return (await caches.match(path, { ignoreVary: true })) ?? Response.error();
  };
  event.respondWith(fetch(request).catch(kept));
});
