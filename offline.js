// Keeps the app on this device, so that it works with the network off. Loaded when everything else is there. Only a built
// site has a service worker: it stands beside the page.

const page = document.documentElement;
const worker = navigator.serviceWorker;

async function keep() {
  const manifest = document.createElement("link");
  Object.assign(manifest, { rel: "manifest", href: new URL("basketry.webmanifest", import.meta.url).href });
  document.head.append(manifest);
  worker.addEventListener("message", ({ data }) => {
    if (data === "kept") page.dataset.offline = data;
  });
  await worker.register(new URL("../service-worker.js", import.meta.url), { updateViaCache: "none" });
  const { active } = await worker.ready;
  // Somebody who was led straight to a consultation answers at home, and needs the residents' files alone.
  active.postMessage(page.dataset.program === "resident" ? "first" : "all");
}

if (worker && /\/app-[0-9a-f]+\//.test(import.meta.url)) await keep();
