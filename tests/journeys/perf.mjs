// What a visit and a tap cost, against their budgets. A benchmark, not a test: run it by itself on a quiet machine.
import { newDevice, start, stop } from "./support/app.mjs";
import { Facilitator } from "./support/desk.mjs";
import { HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

// Throughput in bytes a second and latency in milliseconds of a slow phone network.
const NETWORK = { offline: false, downloadThroughput: 1_300_000 / 8, uploadThroughput: 1_300_000 / 8, latency: 560 };
const CPU = 6;
const BUDGETS = { "first contentful paint, ms": 1000, "usable, ms": 2500, "layout shift": 0, "a tap to the next paint, p95, ms": 50 };
const VISITS = 5;
const TAPS = 120;

/** Runs in the page before anything of the app. */
function watch() {
  globalThis.seen = { shift: 0, taps: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".bk-hero h1") || !document.querySelector(".bk-card__link")) return;
    observer.disconnect();
    // The frame in which the cards are painted.
    requestAnimationFrame(() => setTimeout(() => { globalThis.seen.usable = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
  addEventListener("click", (event) => {
    requestAnimationFrame(() => setTimeout(() => globalThis.seen.taps.push(performance.now() - event.timeStamp)));
  }, { capture: true });
}

async function visit() {
  const device = await newDevice({ size: { width: 390, height: 844 }, script: watch });
  const session = await device.context.newCDPSession(device.page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  const from = device.requests.length;
  await device.page.goto(device.url);
  await device.page.waitForFunction(() => globalThis.seen.usable);
  await device.page.waitForLoadState("networkidle");
  const seen = await device.page.evaluate(() => ({ ...globalThis.seen,
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime }));
  const bytes = device.requests.slice(from).reduce((sum, request) => sum + request.bytes, 0);
  await device.context.close();
  return { ...seen, bytes };
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
  const device = await newDevice({ size: { width: 390, height: 844 }, script: watch });
  const consultation = large();
  await device.open("#/facilitate");
  const facilitator = new Facilitator(device);
  await facilitator.openFile("large.basketry.json", JSON.stringify(consultation));
  await device.page.locator("#consultation option:checked", { hasText: consultation.title }).waitFor({ state: "attached" });
  const resident = new Resident(device.page, consultation, HASTY);
  await facilitator.hand(resident);
  await resident.through("basket");
  const buttons = device.page.locator(".bk-item__action button");
  if ((await buttons.count()) !== 100) throw new Error("not a hundred items");
  await device.page.evaluate(() => { globalThis.seen.taps.length = 0; });
  for (let tap = 0; tap < TAPS; tap += 1) {
    await buttons.nth((tap * 37) % 100).click();
    await device.page.waitForFunction((count) => globalThis.seen.taps.length >= count, tap + 1);
  }
  const seen = await device.page.evaluate(() => globalThis.seen.taps);
  const inBasket = await device.page.locator(".bk-item--in").count();
  if (inBasket !== 100 - (TAPS - 100)) throw new Error(`${inBasket} items in the basket: taps were lost`);
  await device.context.close();
  return seen.toSorted((a, b) => a - b);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

await start();
try {
  const visits = [];
  for (let round = 0; round < VISITS; round += 1) visits.push(await visit());
  const tapped = await taps();
  const worst = { "layout shift": Math.max(...visits.map(({ shift }) => shift)) };
  const measured = { "first contentful paint, ms": median(visits.map(({ paint }) => paint)),
    "usable, ms": median(visits.map(({ usable }) => usable)), ...worst,
    "a tap to the next paint, p95, ms": tapped[Math.floor(tapped.length * 0.95)] };
  console.log(`${VISITS} visits at 1.3 Mbit/s, 560 ms, CPU ${CPU} times slower; ${visits[0].bytes} bytes each`);
  console.log(`usable, each visit: ${visits.map(({ usable }) => Math.round(usable)).join(", ")} ms`);
  console.log(`taps: median ${median(tapped).toFixed(1)} ms, slowest ${tapped.at(-1).toFixed(1)} ms`);
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const over = measured[name] > budget;
    console.log(`${over ? "OVER" : "ok  "} ${name}: ${Math.round(measured[name] * 10) / 10} (budget ${budget})`);
    if (over) process.exitCode = 1;
  }
} finally {
  await stop();
}
