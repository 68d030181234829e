// A browser with nothing in its pages but what a visitor has: no script of ours, no world of Playwright's. Those cost a
// fifth of a second of a visit on a processor slowed six times. It is spoken to through its pipe, in messages of the
// Chrome DevTools Protocol that end in a zero byte.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts a browser. `visit` opens an address in a fresh profile, `close` ends it. */
export async function bareBrowser(chrome, args) {
  const folder = await mkdtemp(join(tmpdir(), "basketry-bare-"));
  const child = spawn(chrome, ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "--hide-scrollbars",
    "--enable-automation", "--disable-extensions", "--disable-default-apps", ...args, "about:blank"],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => { child.once("exit", resolve); });
  const send = pipe(child, exited);
  return {
    visit: (visit) => visitWith(send, visit),
    close: async () => {
      await send("Browser.close");
      await exited;
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

/** Sends a message and waits for its answer. A browser that ends answers everything with an error. */
function pipe(child, exited) {
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  let last = 0;
  let rest = "";
  from.setEncoding("utf8").on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
      waiting.delete(id);
    }
  });
  exited.then(() => {
    for (const answer of waiting.values()) answer(Promise.reject(new Error("the browser ended")));
  });
  return (method, params = {}, sessionId = undefined) => new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
}

/** Opens `url` at `size` on a `network`, the processor `cpu` times slower; answers what the function `seen` resolves to there. */
async function visitWith(send, { url, size, network, cpu, seen }) {
  const { browserContextId } = await send("Target.createBrowserContext");
  const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const page = (method, params) => send(method, params, sessionId);
  await page("Network.enable");
  await page("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false });
  await page("Network.emulateNetworkConditions", network);
  await page("Emulation.setCPUThrottlingRate", { rate: cpu });
  // The answer comes when the page has begun.
  await page("Page.navigate", { url });
  const { result, exceptionDetails } = await page("Runtime.evaluate",
    { expression: `(${seen})()`, awaitPromise: true, returnByValue: true });
  await send("Target.disposeBrowserContext", { browserContextId });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
