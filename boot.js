// Starts the program the address asks for: the resident's pages, or the desk of facilitators and organisers.

// Under `require-trusted-types-for 'script'` only addresses that pass here may become workers: our own, and no other.
if (globalThis.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createScriptURL(address) {
      const own = new URL("worker-boot.js", import.meta.url).href;
      if (new URL(address, import.meta.url).href === own) return own;
      throw new TypeError(`not a script of ours: ${address}`);
    },
  });
}

const wanted = () => (/^#\/(facilitate|organise)/.test(location.hash) ? "desk" : "resident");
const started = wanted();

addEventListener("hashchange", () => {
  // A fresh page for another program: nothing of one person stays in memory for the next.
  if (wanted() !== started) location.reload();
});

if (started === "desk") {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("desk.css", import.meta.url).href;
  document.head.append(styles);
}

// A program that has failed answers nothing any more: say what is safe.
const failed = () => (document.getElementById("crash").hidden = false);
addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && failed());
addEventListener("unhandledrejection", (event) => event.reason instanceof WebAssembly.RuntimeError && failed());

try {
  const program = await import(`./${started}.js`);
  await program.default();
} catch (error) {
  console.error(error);
  failed();
}
