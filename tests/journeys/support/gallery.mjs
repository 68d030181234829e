// Journeys that look at pages: sideways scrolling, axe-core, and a screenshot of each to look at.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { SIZES, accessible, journey } from "./app.mjs";

const SCREENSHOTS = fileURLToPath(new URL("../../screenshots/", import.meta.url));

/** A journey that looks at pages; what is wrong with any of them is told at the end, all together. */
export function gallery(name, options, run) {
  journey(name, options, async (device) => {
    const problems = [];
    await run(device, (shot, axe) => look(device.page, shot, axe, problems));
    assert.deepEqual(problems, []);
  });
}

/** Looks at a page at every size, by axe-core at some, and leaves it at the tablet's. */
async function look(page, name, axe = ["phone", "desktop"], problems = []) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${SCREENSHOTS}${name}.${size}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) problems.push(`${name} is ${wide} px too wide on a ${size}`);
    if (axe.includes(size)) await accessible(page, `${name} on a ${size}`).catch(({ actual }) => problems.push(`${name} ${size} ${actual}`));
  }
  await page.setViewportSize(SIZES.tablet);
}
