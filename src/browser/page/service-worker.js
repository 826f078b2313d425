/* global self, caches, Request, Response, fetch */
/** Keeps the whole site, so that it works without a network after the first visit. */
const cacheName = "egov-kz-__VERSION__";
const files = "__FILES__";

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(cacheName);
    // What the page has just loaded comes out of the browser's own cache.
    await cache.addAll(files.map((path) => new Request(path)));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
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
