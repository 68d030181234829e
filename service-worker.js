// Keeps every file of one version of the app, so that it works with the network off. The build writes above this what
// it is made of: FOLDER, and FILES, each a path with its digest.

// What facilitators and organisers need beside the residents' files. People who answer at home never load it.
const DESK = /\/(desk|worker|exports)[-_.]/;

// Two copies of the app on one host keep their files apart.
const OWN = `basketry ${new URL("./", location).pathname} `;
const CACHE = OWN + FOLDER;

async function keep(files) {
  const cache = await caches.open(CACHE);
  // One after the other, and none twice: whoever reads meanwhile has the network, and a broken line goes on later.
  for (const file of files) {
    if (await cache.match(file)) continue;
    const response = await fetch(new Request(file, { integrity: FILES[file], cache: "no-cache" }));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    await cache.put(file, response);
  }
}

const keepAll = () => keep(Object.keys(FILES));
const keepFirst = () => keep(Object.keys(FILES).filter((file) => !DESK.test(file)));

const others = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);

/** Whether an older version was kept whole. Then this one is, before it takes over. */
async function wasWhole() {
  for (const name of await others()) {
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({ url }) => DESK.test(new URL(url).pathname))) return true;
  }
  return false;
}

addEventListener("install", (event) => {
  event.waitUntil(wasWhole().then((whole) => (whole ? keepAll() : keepFirst())));
});

// It comes here when no page uses an older version any more.
addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await others()) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener("message", (event) => {
  event.waitUntil((async () => {
    if (event.data === "keep all") {
      await keepAll();
      event.source.postMessage("kept");
    }
    if (event.data === "take over") {
      // A ballot may be open in another tab: then the older version stays until that is closed.
      const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
      if (open.length === 1) await skipWaiting();
    }
  })());
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const scope = new URL("./", location).href;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const path = url.slice(scope.length).replace(/[?#].*/, "");
  const file = mode === "navigate" && path === "" ? "index.html" : path;
  if (!Object.hasOwn(FILES, file)) return;
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(file)).then((kept) => kept ?? fetch(event.request)));
});
