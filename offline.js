/** Keeps the page for where there is no network, and takes in what other apps share; none of that leaves the browser. */

importScripts("www/pkg/files.js");

const HELD = `nutgraf-${self.nutgraf.version}`;
const SHARED = "nutgraf-shared";

/** So long the network may be silent before what is held answers. */
const PATIENCE_MS = 3000;

const { scope } = self.registration;
const own = self.nutgraf.files.map((file) => new URL(file, scope).href);

self.addEventListener("install", (event) => event.waitUntil(hold()));
self.addEventListener("activate", (event) => event.waitUntil(forget()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  if (request.method === "POST" && address === `${scope}share`) event.respondWith(take(request));
  if (request.method === "GET" && own.includes(address)) event.respondWith(answer(request, address));
});

/** All or nothing, so that files of two versions never stand together. */
async function hold() {
  const cache = await caches.open(HELD);
  await cache.addAll(own.map((address) => new Request(address, { cache: "no-cache" })));
  await self.skipWaiting();
}

async function forget() {
  const older = (await caches.keys()).filter((name) => name.startsWith("nutgraf-") && ![HELD, SHARED].includes(name));
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** What the network has, for that is the newest; else what is held. */
async function answer(request, address) {
  const fresh = fetch(request);
  const silence = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const quick = await Promise.race([fresh, silence]).catch(() => null);
  if (quick?.ok) return quick;
  return (await caches.match(address)) ?? fresh;
}

/** Lays what another app shares where the page finds it. */
async function take(request) {
  const form = await request.formData();
  const [title, text, address, file] = ["title", "text", "url", "file"].map((field) => form.get(field) || "");
  const body = file || [title, text || address].filter(Boolean).join("\n\n");
  const headers = { "x-name": encodeURIComponent(file?.name ?? title), "x-address": encodeURIComponent(address) };
  try {
    await (await caches.open(SHARED)).put("shared", new Response(body, { headers }));
    return Response.redirect(`${scope}#shared`, 303);
  } catch {
    const noRoom = /^hi/.test(navigator.language) ? "जगह नहीं है। इसे यहाँ कॉपी करें:" : "No room: copy this to";
    return new Response(`${noRoom} ${scope}\n\n${await new Response(body).text()}`);
  }
}
