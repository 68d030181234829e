// A browser, the release build behind a plain static host, and devices that watch for trouble.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { serve } from "../server.mjs";

/** The built site. */
export const SITE = process.env.BASKETRY_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));
/** The browser, and how it is started. */
export const CHROME = process.env.CHROME ?? "/usr/bin/chromium";
export const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1280, height: 900 },
};

let browser;
let host;

export async function start() {
  host = await serve(SITE, "/towns/basketry/");
  browser = await chromium.launch({ executablePath: CHROME, args: ARGS });
}

export async function stop() {
  await browser?.close();
  await host?.close();
}

/** A journey: a test with a fresh device, which fails on any error or stray request of any of its devices. */
export function journey(name, options, run) {
  if (typeof options === "function") return journey(name, {}, options);
  test(name, { timeout: 300_000 }, async () => {
    const devices = [];
    const another = async (more = {}) => {
      devices.push(await newDevice({ ...options, ...more }));
      return devices.at(-1);
    };
    try {
      await run(await another(), another);
      assert.deepEqual(devices.flatMap((device) => device.troubles), [], "trouble in the browser");
    } finally {
      for (const device of devices) await device.context.close();
    }
  });
}

/** Call once in every file of journeys. */
export function useApp() {
  before(start);
  after(stop);
}

/**
 * Somebody's device: `size`, `script` to run before the app's own, and any option of a browser context, such as
 * `deviceScaleFactor`, `contrast`, `forcedColors` and `colorScheme`. `at` is another host than the usual one.
 */
export async function newDevice({ at = host, size = SIZES.tablet, script, ...options } = {}) {
  const context = await browser.newContext({ viewport: size, locale: "en-GB", timezoneId: "Europe/London",
    reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(20_000);
  const troubles = [];
  watch(context, troubles, new URL(at.url).origin);
  // Not every violation of the policy reaches the console.
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy ${event.violatedDirective} violated by ${event.blockedURI} ${event.sample}`);
    });
  });
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  const open = (hash = "") => visit(page, new URL(hash, at.url));
  return { context, page, troubles, url: at.url, requests: at.requests, open };
}

function watch(context, troubles, origin) {
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  context.on("weberror", (failed) => troubles.push(`page: ${failed.error().stack}`));
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) troubles.push(`request to ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} for ${response.url()}`);
  });
  context.on("page", (page) => {
    page.on("worker", (worker) => worker.on("console", (message) => {
      if (message.type() === "error") troubles.push(`worker: ${message.text()}`);
    }));
  });
}

/** Opens an address of the app and waits until its heading has the focus. */
async function visit(page, address) {
  await page.goto(address.href);
  await arrived(page);
}

/** Waits until a page has said where we are: the focus on its heading, which the title begins with. The start page is
 * a page that the browser has loaded, and says where we are by itself. */
export async function arrived(page, heading) {
  await eventually(page, async () => {
    const now = await page.evaluate(() => ({
      heading: document.querySelector("#app h1")?.textContent,
      focused: document.activeElement === document.querySelector("#app h1"),
      title: document.title,
      address: location.hash,
      program: document.documentElement.dataset.program,
    }));
    if (heading) assert.equal(now.heading, heading);
    if (now.program === "start") return;
    assert.ok(now.focused, `the heading “${now.heading}” at ${now.address} does not have the focus`);
    const ownTitle = /^#\/(answer|facilitate|organise)/.test(now.address);
    assert.ok(!ownTitle || now.title.startsWith(now.heading), `“${now.title}” does not begin with “${now.heading}”`);
  });
}

/** Tries a check again, frame after frame, until it holds; then its last failure is the test's. */
export async function eventually(page, check, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end || page.isClosed()) throw error;
      // While the page is on its way to another there is no frame to wait for.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve))).catch(() => page.waitForLoadState());
    }
  }
}

/** Fails on anything axe-core finds in the page as it is now. */
export async function accessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
  assert.deepEqual(found, [], `axe on ${what}`);
}

/** Everything the device has stored, by store. */
export function stored(page) {
  return page.evaluate(async () => {
    const answer = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await answer(indexedDB.open("basketry"));
    const read = (store) => database.transaction(store).objectStore(store);
    const [ballots, keys] = [await answer(read("ballots").getAll()), await answer(read("kept").getAllKeys())];
    database.close();
    // A draft's key names its consultation too.
    return { ballots, kept: keys.map((key) => (Array.isArray(key) ? key[0] : key)) };
  });
}

/** Presses something that hands over a file, and returns its name and content. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), content: Buffer.concat(chunks) };
}
