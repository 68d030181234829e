// What a visit and a tap cost, against their budgets: `cargo xtask speed`. A benchmark, not a test: run it by itself.
// An empty page, visited in the same run, tells how much of a figure is the machine's and the browser's own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ARGS, CHROME, newDevice, SITE, start, stop } from "./support/app.mjs";
import { bareBrowser } from "./support/bare.mjs";
import { Facilitator } from "./support/desk.mjs";
import { HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";
import { serve } from "./server.mjs";

// Throughput in bytes a second and latency in milliseconds of a slow phone network.
const NETWORK = { offline: false, downloadThroughput: 1_300_000 / 8, uploadThroughput: 1_300_000 / 8, latency: 560 };
const CPU = 6;
const PHONE = { width: 390, height: 844 };
const VISITS = 7;
const TAPS = 120;
const EMPTY = '<!DOCTYPE html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"><h1>An empty page</h1></html>';

/** Runs in the page, once it has begun: what the visit was like when the program is ready and all has come. */
async function visited() {
  let shift = 0;
  const moved = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      shift += entry.value;
      moved.push(...entry.sources.map(({ node }) => node?.className || node?.nodeName));
    }
  }).observe({ type: "layout-shift", buffered: true });
  const when = (type, name) => new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName(name)[0];
      if (entry) resolve(entry.startTime);
    }).observe({ type, buffered: true });
  });
  const paint = await when("paint", "first-contentful-paint");
  // The empty page has no program.
  const ready = document.title === "Empty" ? paint : await when("mark", "ready");
  await document.fonts.ready;
  return { paint, ready, shift, moved };
}

/** Runs in the page before anything of the app. */
function watch() {
  globalThis.taps = [];
  // The program has answered before the click comes up to here: it draws in a microtask of its own listener. The layout
  // is forced; the frame that shows it follows.
  addEventListener("click", (event) => {
    document.body.getBoundingClientRect();
    const answered = performance.now() - event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => {
      globalThis.taps.push({ answered, shown: performance.now() - event.timeStamp });
      globalThis.tapped?.();
    }));
  });
}

/** A consultation of a hundred items, each of which fits. */
function large() {
  const coventry = sample("coventry-1997");
  const items = Array.from({ length: 100 }, (_, n) => ({ ...coventry.items[n % coventry.items.length], id: `item-${n}`,
    name: `Item number ${n}`, requires: [], excludes: [], levels: [{ name: "All of it", cost: 1_000_000 + n }] }));
  return { ...coventry, id: "large", title: "A hundred items", items, tensions: [],
    arguments: coventry.arguments.filter(({ about }) => !("item" in about)) };
}

async function taps() {
  const device = await newDevice({ size: PHONE, script: watch, hasTouch: true });
  const { page, context } = device;
  const browser = await context.newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  const consultation = large();
  await device.open("#/facilitate");
  const facilitator = new Facilitator(device);
  await facilitator.openFile("large.basketry.json", JSON.stringify(consultation));
  await page.locator("#consultation option:checked", { hasText: consultation.title }).waitFor({ state: "attached" });
  const resident = new Resident(page, consultation, HASTY);
  await facilitator.hand(resident);
  await resident.through("basket");
  if ((await page.locator(".bk-item__action button").count()) !== 100) throw new Error("not a hundred items");
  const pressed = await presses(page, () => page.mouse.down(), () => page.mouse.up());
  const inBasket = await page.locator(".bk-item--in").count();
  if (inBasket !== 100 - (TAPS - 100)) throw new Error(`${inBasket} items in the basket: presses were lost`);
  // Of a finger the browser first works out whether it taps, and then moves a mouse there of its own.
  const touch = (type) => (at) => browser.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchStart" ? [at] : [] });
  const tapped = await presses(page, touch("touchStart"), touch("touchEnd"));
  await device.context.close();
  return { pressed, tapped };
}

/** Presses the buttons of the items one after the other; Playwright's own clicks would run code of theirs in the page. */
async function presses(page, down, up) {
  await page.evaluate(() => { globalThis.taps.length = 0; });
  for (let press = 0; press < TAPS; press += 1) {
    const at = await page.evaluate(async (place) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const button = document.querySelectorAll(".bk-item__action button")[place];
      button.scrollIntoView({ block: "center" });
      // What scrolling draws anew is drawn before the press.
      for (let frames = 0; frames < 2; frames += 1) await frame();
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, (press * 37) % 100);
    await page.mouse.move(at.x, at.y);
    const tapped = page.evaluate(() => new Promise((resolve) => { globalThis.tapped = resolve; }));
    await down(at);
    // A finger rests for a moment between down and up.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await up(at);
    await tapped;
  }
  return page.evaluate(() => globalThis.taps);
}

const sorted = (values) => values.toSorted((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const p95 = (values) => sorted(values)[Math.floor(values.length * 0.95)];

function judge(name, measured, budget, beside = "") {
  const over = measured > budget;
  console.log(`${over ? "OVER" : "ok  "} ${name}: ${Number(measured.toPrecision(4))} (budget ${budget})${beside}`);
  if (over) process.exitCode = 1;
}

const folder = await mkdtemp(join(tmpdir(), "basketry-empty-"));
await writeFile(join(folder, "index.html"), EMPTY);
const [empty, site] = [await serve(folder), await serve(SITE)];
const browser = await bareBrowser(CHROME, ARGS);
try {
  const visit = (url) => browser.visit({ url, size: PHONE, network: NETWORK, cpu: CPU, seen: visited });
  const [visits, bare] = [[], []];
  for (let round = 0; round < VISITS; round += 1) {
    bare.push(await visit(empty.url));
    visits.push(await visit(site.url));
  }
  const bytes = site.requests.reduce((sum, request) => sum + request.bytes, 0) / VISITS;
  await start();
  const { pressed, tapped } = await taps();
  console.log(`${VISITS} visits at 1.3 Mbit/s, 560 ms, processor ${CPU} times slower; ${Math.round(bytes)} bytes each`);
  const paint = median(visits.map((seen) => seen.paint));
  const least = median(bare.map((seen) => seen.paint));
  judge("first paint of the start page, ms", paint, 1000, `; an empty page ${Math.round(least)}, ratio ${(paint / least).toFixed(2)}`);
  judge("program ready, ms", median(visits.map(({ ready }) => ready)), 2500);
  const moved = new Set(visits.flatMap((seen) => seen.moved));
  judge("layout shift", Math.max(...visits.map(({ shift }) => shift)), 0, moved.size ? `; moved: ${[...moved].join(", ")}` : "");
  const answered = (seen) => seen.map(({ answered }) => answered);
  judge("a press among 100 items answered, p95, ms", p95(answered(pressed)), 50,
    `; median ${median(answered(pressed)).toFixed(0)}, shown ${median(pressed.map(({ shown }) => shown)).toFixed(0)}`
    + `; with a finger p95 ${p95(answered(tapped)).toFixed(0)}, median ${median(answered(tapped)).toFixed(0)}`);
} finally {
  await stop();
  await browser.close();
  await Promise.all([empty.close(), site.close()]);
  await rm(folder, { recursive: true });
}
