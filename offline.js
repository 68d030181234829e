// Keeps the app on this device, so that it works with the network off, and takes a newer version when no ballot is open.
// Loaded when everything else is there. Only a built site has a service worker: it stands beside the page.

const page = document.documentElement;
const worker = navigator.serviceWorker;
const built = /\/app-[0-9a-f]+\//.test(import.meta.url);

/** Whether somebody's answers on this device are not confirmed. They go on in the version in which they were begun. */
async function answering() {
  const keys = await new Promise((resolve, reject) => {
    const request = indexedDB.open("basketry");
    // There is none yet, and making it is the program's part.
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

async function keep() {
  // Somebody who was led straight to a consultation answers at home, and needs the residents' files alone.
  const all = page.dataset.program !== "resident";
  const controlled = worker.controller !== null;
  worker.addEventListener("controllerchange", () => controlled && location.reload());
  worker.addEventListener("message", ({ data }) => {
    if (data === "kept") page.dataset.offline = "kept";
  });
  const registration = await worker.register(new URL("../service-worker.js", import.meta.url), { updateViaCache: "none" });
  // On a page of answers nothing changes under anybody's hand.
  if (all && registration.waiting && !(await answering())) registration.waiting.postMessage("take over");
  const { active } = await worker.ready;
  if (all) active.postMessage("keep all");
}

if (built && worker) {
  const manifest = document.createElement("link");
  Object.assign(manifest, { rel: "manifest", href: new URL("basketry.webmanifest", import.meta.url).href });
  document.head.append(manifest);
  await keep();
}
