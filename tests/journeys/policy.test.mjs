// What the page's policy refuses, whatever a file or a mistake of ours tries.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { SITE, eventually, journey, newDevice, useApp } from "./support/app.mjs";
import { Organiser } from "./support/desk.mjs";
import { serve } from "./server.mjs";

useApp();
const ELECTION = readFileSync(new URL("fixtures/lantern-hill.pb", import.meta.url));

journey("markup as text, other hosts and scripts of others are refused", async ({ page, open, troubles }) => {
  await open("#/organise");
  const refused = await page.evaluate(async () => {
    const outcome = async (attempt) => {
      try {
        await attempt();
        return "allowed";
      } catch (error) {
        return error.name;
      }
    };
    return {
      markup: await outcome(() => { document.createElement("div").innerHTML = "<b>x</b>"; }),
      worker: await outcome(() => new Worker("other.js")),
      host: await outcome(() => fetch("https://elsewhere.example/")),
    };
  });
  assert.deepEqual(refused, { markup: "TypeError", worker: "TypeError", host: "TypeError" });
  await eventually(page, async () => {
    for (const directive of ["require-trusted-types-for", "connect-src"]) {
      assert.ok(troubles.some((trouble) => trouble.includes(directive)), `nothing was said of ${directive}`);
    }
  });
  // These troubles are what this journey is for.
  troubles.length = 0;
});

journey("a host that sends the policy for scripts too holds the worker to it", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  const host = await serve(SITE, "/", { ".js": { "Content-Security-Policy": policy } });
  const device = await newDevice({ at: host });
  try {
    const organiser = new Organiser(device);
    const started = device.page.waitForEvent("worker");
    await organiser.come();
    await organiser.add({ "lantern-hill.pb": ELECTION });
    await device.page.locator("figure.bk-figure").first().waitFor();
    const outcome = await (await started).evaluate(() => fetch("https://elsewhere.example/").catch((error) => error.name));
    assert.equal(outcome, "TypeError");
    assert.ok(device.troubles.splice(0).every((trouble) => trouble.includes("elsewhere.example")));
  } finally {
    await device.context.close();
    await host.close();
  }
});
