// Service worker: pages that were visited can be read without a network.
// Pages come from the network first, always; kept copies only stand in. Nothing
// that is sent is ever kept or repeated. Signing out forgets the pages.
"use strict";
const FILES = "FILES";
const KEEP = "dateien " + FILES.join(" ").length + FILES.join("").slice(-40);
const PAGES = "seiten";
const MOST = 40;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const files = await caches.open(KEEP);
    await files.addAll(FILES);
    await files.add("/ohne-netz");
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name !== KEEP && name !== PAGES) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

const remember = async (request, response) => {
  const pages = await caches.open(PAGES);
  await pages.delete(request);
  await pages.put(request, response);
  const keys = await pages.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await pages.delete(old);
};

const page = async (request) => {
  const path = new URL(request.url).pathname;
  try {
    const response = await fetch(request);
    if (path === "/anmelden") await caches.delete(PAGES);
    else if (response.ok && !response.redirected && !path.startsWith("/anmelden") &&
      !path.startsWith("/einstellungen") && !path.startsWith("/zugang") && path !== "/ohne-netz" &&
      (response.headers.get("content-type") || "").startsWith("text/html")) {
      await remember(request, response.clone());
    }
    return response;
  } catch {
    const kept = await caches.match(request, { ignoreVary: true });
    return kept || caches.match("/ohne-netz", { ignoreVary: true });
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/static/")) {
    event.respondWith((async () => (await caches.match(request)) || fetch(request))());
  }
});
