// Keeps every file of a version of the app, so that it works with the network off. The build writes above this what the
// newest one is made of: FOLDER, and FILES, each a path with its digest.

// What facilitators and organisers need beside the residents' files. People who answer at home never load it.
const DESK = /\/((desk|worker|exports)[-_.]|icons\/)/;

const PAGE = "index.html";
const SCOPE = new URL("./", location);
// Two copies of the app on one host keep their files apart.
const OWN = `basketry ${SCOPE.pathname} `;
const NEWEST = OWN + FOLDER;
// Which version pages come from.
const CHOICE = `${OWN}choice`;

const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CHOICE);

/** Keeps files of the newest version. One after the other, and none twice: a broken line goes on later. */
async function keep(wanted) {
  const cache = await caches.open(NEWEST);
  for (const file of Object.keys(FILES).filter(wanted)) {
    if (await cache.match(file)) continue;
    // What is named after its content need not be asked for again where the browser has it.
    const mode = file === PAGE ? "no-cache" : "default";
    const response = await fetch(new Request(file, { integrity: FILES[file], cache: mode }));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    await cache.put(file, response);
  }
}

const keepAll = () => keep(() => true);
const keepFirst = () => keep((file) => !DESK.test(file));

/** Whether a version is kept with what the desk needs. Then the next one is, before it is used. */
async function hasDesk(version) {
  const kept = await (await caches.open(version)).keys();
  return kept.some(({ url }) => DESK.test(new URL(url).pathname));
}

async function install() {
  const kept = await Promise.all((await versions()).map(hasDesk));
  await (kept.includes(true) ? keepAll() : keepFirst());
  if ((await chosen()) === undefined) await setChosen(NEWEST);
  // Files of every version are answered from here, so no page is in its way.
  await skipWaiting();
}

/** Whether somebody's answers on this device are not confirmed. They go on in the version in which they were begun. */
async function answering() {
  const keys = await new Promise((resolve, reject) => {
    const request = indexedDB.open("basketry");
    // There is none yet, and making it is the programs' part.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve([]);
    request.onsuccess = () => {
      const database = request.result;
      const kept = database.transaction("kept").objectStore("kept").getAllKeys();
      kept.onsuccess = () => resolve(kept.result);
      kept.onerror = () => reject(kept.error);
      kept.transaction.oncomplete = () => database.close();
    };
  });
  return keys.some((key) => Array.isArray(key) && key[0] === "draft");
}

const chosen = async () => (await (await caches.open(CHOICE)).match(PAGE))?.text();
const setChosen = async (version) => (await caches.open(CHOICE)).put(PAGE, new Response(version));

/** The version a page comes from: the newest one, unless a ballot is open in another. */
async function choose() {
  const before = await chosen();
  // Where that cannot be told, there may be one.
  if (before !== NEWEST && (await caches.has(before ?? "")) && (await answering().catch(() => true))) return before;
  await setChosen(NEWEST);
  return NEWEST;
}

/** Lets go of versions that no page uses. A page of another tab may still load more files of its own. */
async function tidy() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1 || registration.installing || registration.waiting) return;
  const used = [NEWEST, await chosen()];
  for (const version of await versions()) if (!used.includes(version)) await caches.delete(version);
}

/** A page is there, and needs nothing more urgent. */
async function arrived(page, needs) {
  await tidy();
  await (needs === "all" ? keepAll() : keepFirst());
  if (needs === "all") page.postMessage("kept");
}

async function kept(request, file) {
  return file === PAGE ? (await caches.open(await choose())).match(PAGE) : caches.match(request.url);
}

/** The file as it is kept, else from the host: a device whose storage fails is still served. */
const answer = async (request, file) => (await kept(request, file).catch(() => undefined)) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => event.waitUntil(arrived(event.source, event.data)));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(SCOPE.href)) return;
  const path = url.slice(SCOPE.href.length).replace(/[?#].*/, "");
  if (mode === "navigate" && ["", PAGE].includes(path)) event.respondWith(answer(event.request, PAGE));
  else if (/^app-[0-9a-f]+\//.test(path)) event.respondWith(answer(event.request, path));
});
