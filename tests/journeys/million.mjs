// What a million ballots cost on the organiser's page: `cargo xtask bench --page DIRECTORY`. A benchmark, not a test: run
// it by itself, on the built site.
//
// The directory is one that `hall write` of crates/bench has filled: a consultation, its ballots, and an election.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { newDevice, start, stop } from "./support/app.mjs";
import { Organiser } from "./support/desk.mjs";

const folder = process.argv[2];
const PATIENCE = 600_000;

/** Runs in the page before anything of the app: how long after each tap the page has answered it. */
function watch() {
  globalThis.taps = [];
  addEventListener("click", (event) => {
    document.body.getBoundingClientRect();
    globalThis.taps.push(performance.now() - event.timeStamp);
  });
}

/** Taps the heading until told to stop. */
function tapping(page, browser) {
  let over = false;
  const taps = (async () => {
    while (!over) {
      const { x, y } = await page.evaluate(() => {
        const box = document.querySelector("h1").getBoundingClientRect();
        return { x: box.x + 5, y: Math.max(1, box.y + 5) };
      });
      await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    return page.evaluate(() => globalThis.taps.splice(0));
  })();
  return () => {
    over = true;
    return taps;
  };
}

/** The memory of the process of the page and its worker, in MB; of all of them the one with most. */
async function memory(context) {
  const browser = await context.browser().newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(pages.map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
  }));
  return Math.max(...sizes);
}

async function measure(name, first, file) {
  const device = await newDevice({ script: watch, hasTouch: true });
  const { page, context } = device;
  const browser = await context.newCDPSession(page);
  const organiser = new Organiser(device);
  await organiser.come();
  if (first) {
    await page.locator("#files").setInputFiles(join(folder, first));
    await organiser.says(first, "Consultation opened.");
  }
  const before = await memory(context);
  const stopTapping = tapping(page, browser);
  const from = performance.now();
  await page.locator("#files").setInputFiles(join(folder, file));
  const row = organiser.file(file).locator(".bk-file__status", { hasText: /\d/ });
  await row.waitFor({ timeout: PATIENCE });
  const opened = performance.now() - from;
  await page.locator('section[aria-busy="false"] figure.bk-figure').first().waitFor({ timeout: PATIENCE });
  const charts = performance.now() - from;
  const taps = (await stopTapping()).toSorted((a, b) => a - b);
  const after = await memory(context);
  const at = (part) => Math.round(taps[Math.floor((taps.length - 1) * part)]);
  console.log(`${name}: ${await row.innerText()}; read after ${(opened / 1000).toFixed(1)} s, charts after `
    + `${(charts / 1000).toFixed(1)} s; ${taps.length} taps, answered after ${at(0.5)} ms, p95 ${at(0.95)} ms, at most ${at(1)} ms; `
    + `${Math.round(after - before)} MB more`);
  if (device.troubles.length > 0) throw new Error(device.troubles.join("\n"));
  await context.close();
}

await start();
try {
  await measure("NDJSON", "hall.basketry.json", "hall.ballots.ndjson");
  await measure(".pb", undefined, "hall.pb");
} finally {
  await stop();
}
