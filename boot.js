// Starts the program the address asks for: the resident's pages, or the desk of facilitators and organisers. The start
// page needs none.

// Under `require-trusted-types-for 'script'` only addresses that pass here may become workers: our own, and no other.
if (globalThis.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createScriptURL(address) {
      const own = ["worker-boot.js", "exports-boot.js"].map((file) => new URL(file, import.meta.url).href);
      const found = own.find((script) => script === new URL(address, import.meta.url).href);
      if (found) return found;
      throw new TypeError(`not a script of ours: ${address}`);
    },
  });
}

// A program that has failed answers nothing any more: say what is safe, in place of the page.
function failed() {
  document.getElementById("app").hidden = true;
  document.getElementById("crash").hidden = false;
}
addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && failed());
addEventListener("unhandledrejection", (event) => event.reason instanceof WebAssembly.RuntimeError && failed());

const page = document.documentElement;
const wanted = () => {
  if (/^#\/(facilitate|organise)/.test(location.hash)) return "desk";
  return /^#\/(answer|begin)\//.test(location.hash) ? "resident" : "start";
};

// What a resident needs is fetched while somebody reads the start page, so that it answers at once. The typeface comes
// last: whoever goes on before it is here reads in their device's own.
const typeface = () => document.fonts.load("1em Literata").catch(() => {});
const style = styles("app.css");
const ready = wanted() === "desk" ? [style, styles("desk.css")] : [style, compiled("resident_bg.wasm")];
if (wanted() !== "start") {
  preload("fonts/literata-basic.woff2");
  ready.push(style.then(typeface));
}
// A failure is told when a program starts, not before.
for (const part of ready) part.catch(() => {});
Promise.all(ready).then(() => {
  performance.mark("ready");
  typeface();
}, () => {});

async function start(name) {
  page.dataset.program = name;
  if (name === "start") return;
  try {
    const [program, , module] = await Promise.all([import(`./${name}.js`), ...ready]);
    await program.default(module && { module_or_path: module });
    if (name === "resident" && globalThis.speechSynthesis) import("./read-aloud.js").catch(console.error);
  } catch (error) {
    console.error(error);
    failed();
  }
}

function styles(file) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(file, import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${link.href} cannot be loaded`));
  });
  document.head.append(link);
  return loaded;
}

function preload(font) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  link.href = new URL(font, import.meta.url).href;
  document.head.append(link);
}

async function compiled(file) {
  const address = new URL(file, import.meta.url);
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // Not every static host says that the file is WebAssembly.
    return WebAssembly.compile(await (await fetch(address)).arrayBuffer());
  }
}

addEventListener("hashchange", () => {
  const [now, next] = [page.dataset.program, wanted()];
  if (now === next && !location.hash.startsWith("#/begin/")) return;
  // A fresh page for another program or another start: nothing of one person stays in memory for the next.
  if (now === "start" && next === "resident") start(next);
  else location.reload();
});

// They are answered here, and so not there before. Their place is kept.
for (const button of document.querySelectorAll("[data-size]")) button.hidden = false;

addEventListener("click", (event) => {
  if (event.target.closest(".bk-skip")) {
    // The hash is the app's address, so the jump is made by hand.
    event.preventDefault();
    document.querySelector("#app h1")?.focus();
  }
  // The address says how far somebody has come: they go on from there.
  if (event.target.closest("#crash button")) location.reload();
  const size = event.target.closest("[data-size]")?.dataset.size;
  if (size) {
    page.dataset.text = size;
    for (const button of document.querySelectorAll("[data-size]")) {
      button.setAttribute("aria-pressed", button.dataset.size === size);
    }
  }
});

start(wanted());
