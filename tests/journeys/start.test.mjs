// The start page is plain HTML: it works before any program has come, and leads to all of them.
import assert from "node:assert/strict";
import { accessible, arrived, eventually, journey, SIZES, stored, useApp } from "./support/app.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const HEADING = "Decide together how the money should be spent";

const PROGRAM = "resident_bg.wasm";

/** Holds a file back until the answer is called. */
async function hold(context, file) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await context.route(`**/${file}`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

journey("a consultation chosen before the program has come begins when it comes", async ({ context, page, url }) => {
  const release = await hold(context, PROGRAM);
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name: HEADING }).waitFor();
  await accessible(page, "the start page before the program");
  for (const sentence of ["A sample that comes with Basketry", "Results are recommendations, not decisions."]) {
    assert.ok(await page.getByText(sentence).first().isVisible(), sentence);
  }
  await page.getByRole("link", { name: coventry.title }).click();
  await page.locator(".bk-waiting").waitFor();
  assert.ok(await page.getByRole("heading", { level: 1, name: HEADING }).isHidden());
  release();
  await arrived(page, coventry.question);
  assert.match(page.url(), /#\/answer\/welcome$/);
});

for (const size of Object.keys(SIZES)) {
  journey(`nothing moves while the start page and the first page come, on a ${size}`, { size: SIZES[size],
    script: () => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    } }, async ({ context, page, url }) => {
    const release = await hold(context, PROGRAM);
    await page.goto(url);
    await page.getByRole("link", { name: coventry.title }).click();
    await page.locator(".bk-waiting").waitFor();
    release();
    await arrived(page, coventry.question);
    assert.equal(await page.evaluate(() => globalThis.shift), 0);
  });
}

/** The typefaces in which the browser sets the heading. */
async function typefaces({ context, page }) {
  const browser = await context.newCDPSession(page);
  await browser.send("DOM.enable");
  await browser.send("CSS.enable");
  const { root } = await browser.send("DOM.getDocument");
  const { nodeId } = await browser.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#app h1" });
  const { fonts } = await browser.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName }) => familyName);
}

const hasTypeface = () => [...document.fonts].some((face) => face.status === "loaded");

journey("the first page is set in Literata, which came while the start page was read", async (device) => {
  const { page, url } = device;
  await page.goto(url);
  await page.waitForFunction(hasTypeface);
  await page.getByRole("link", { name: coventry.title }).click();
  await arrived(page, coventry.question);
  assert.deepEqual(await typefaces(device), ["Literata"]);
});

journey("a typeface that comes after the first page does not set it anew", async (device) => {
  const { context, page, url } = device;
  const release = await hold(context, "literata-basic.woff2");
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("link", { name: coventry.title }).click();
  await arrived(page, coventry.question);
  const before = await typefaces(device);
  assert.ok(!before.includes("Literata"), before.join());
  release();
  await page.waitForFunction(hasTypeface);
  assert.deepEqual(await typefaces(device), before);
});

journey("a link to a consultation begins it, and the way back leads to the start page", async ({ page, open }) => {
  await open("#/begin/coventry-1997");
  await arrived(page, coventry.question);
  await page.getByRole("link", { name: /^Basketry/ }).click();
  await arrived(page, HEADING);
  await page.getByRole("link", { name: /^I run a table/ }).waitFor();
});

journey("a link to a consultation that is not here says so, and leads to the start page", async ({ page, url }) => {
  await page.goto(`${url}#/begin/no-such-consultation`);
  await page.getByRole("alert").getByText("This link leads to a consultation that is not here").waitFor();
  await accessible(page, "a link that leads nowhere");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await arrived(page, HEADING);
});

journey("a page that is not there is the start page", async ({ page, open }) => {
  await open("#/nowhere");
  await arrived(page, HEADING);
  assert.ok(await page.getByRole("link", { name: coventry.title }).isVisible());
});

journey("the way past the header leads to the heading, and stays on the page", async ({ page, open }) => {
  for (const hash of ["", "#/begin/coventry-1997", "#/facilitate", "#/organise"]) {
    await open(hash);
    await eventually(page, async () => assert.ok(await page.locator("#app h1").first().isVisible()));
    const before = page.url();
    await page.locator(".bk-skip").focus();
    await page.keyboard.press("Enter");
    await eventually(page, async () => assert.equal(
      await page.evaluate(() => document.activeElement === document.querySelector("#app h1")), true));
    assert.equal(page.url(), before);
    await page.goto("about:blank");
  }
});

journey("the text size chosen on the start page stays", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /largest text/ }).click();
  assert.equal(await page.getByRole("button", { name: /largest text/ }).getAttribute("aria-pressed"), "true");
  await page.getByRole("link", { name: coventry.title }).click();
  const stays = async () => {
    await arrived(page, coventry.question);
    assert.equal(await page.locator("html").getAttribute("data-text"), "3");
    assert.equal(await page.getByRole("button", { name: /largest text/ }).getAttribute("aria-pressed"), "true");
  };
  await stays();
  await eventually(page, async () => assert.ok((await stored(page)).kept.includes("draft")));
  await page.reload();
  await stays();
});
