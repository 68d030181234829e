// The same pages for other eyes: more contrast, the system's own colours, paper; and the pages nobody hopes to see.
import assert from "node:assert/strict";
import { eventually, useApp } from "./support/app.mjs";
import { ballotFile, crowd, referenceOf } from "./support/ballots.mjs";
import { Organiser } from "./support/desk.mjs";
import { gallery } from "./support/gallery.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const PAGES = ["first-reaction", "area-1-fact-sheet", "basket", "tension-1", "check"];

async function walk({ page, open }, look, name, axe) {
  const resident = new Resident(page, coventry);
  await open();
  await look(`60-start-${name}`, axe);
  await resident.begin();
  await resident.through("check", async (slug) => {
    if (PAGES.includes(slug)) await look(`61-${slug}-${name}`, axe);
  });
}

gallery("pages with more contrast", { contrast: "more" }, (device, look) => walk(device, look, "contrast", ["phone"]));

gallery("dark pages with more contrast", { contrast: "more", colorScheme: "dark" }, (device, look) =>
  walk(device, look, "dark-contrast", ["phone"]));

gallery("pages in the system's own colours", { forcedColors: "active" }, (device, look) => walk(device, look, "forced", []));

gallery("pages on paper", {}, async (device, look) => {
  const { page } = device;
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  await organiser.come();
  await organiser.add({ "tables.ballots.ndjson": ballotFile(reference, coventry.title, Object.values(crowd(coventry, reference)).flat()) });
  await organiser.overview("124 ballots are counted.");
  await page.emulateMedia({ media: "print" });
  // What can only be pressed is not printed.
  assert.equal(await page.locator("button:visible").count(), 0);
  // What is closed on the screen is open on paper, and what every page ends with is there.
  const charts = await organiser.charts().count();
  assert.equal(await page.locator("details[open]").count(), 0);
  assert.equal(await page.locator("figure.bk-figure table:visible").count(), charts);
  assert.ok(await page.getByText("Results are recommendations, not decisions.").last().isVisible());
  await look("62-results-print", []);
});

gallery("the page in place of a program that failed", {}, async ({ page, open, troubles }, look) => {
  await open("#/facilitate");
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await page.getByRole("alert").getByRole("heading").waitFor();
  assert.equal(await page.locator("#app").isVisible(), false);
  await look("63-failed");
  assert.match(troubles.splice(0).join(), /unreachable/);
});

gallery("a device that keeps nothing", { script: () => { delete Object.getPrototypeOf(window).indexedDB; delete window.indexedDB; } },
  async ({ page, url }, look) => {
    await page.goto(new URL("#/begin/coventry-1997", url).href);
    await eventually(page, async () => assert.equal(await page.locator("h1:visible").innerText(), "Basketry cannot start here"));
    await look("64-cannot-start");
  });
