// With the network off: everything works after one visit, and a newer version waits until no ballot is open.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { SITE, arrived, download, eventually, journey, newDevice, stored, useApp } from "./support/app.mjs";
import { ballotFile, crowd, referenceOf } from "./support/ballots.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";
import { serve } from "./server.mjs";

useApp();
const coventry = sample("coventry-1997");
const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The paths that the device keeps. */
const kept = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map(({ url }) => new URL(url).pathname);
});

/** Waits until everything is on the device. */
const whole = (page) => eventually(page, async () => {
  assert.equal(await page.evaluate(() => document.documentElement.dataset.offline), "kept");
});

/** What the page in front runs. */
const version = (page) => page.evaluate(() => document.querySelector("script[src]").src.match(/app-[0-9a-f]+/)[0]);

journey("after one visit the whole day works with the network off", async (device) => {
  const { context, page, open } = device;
  const ballots = Object.values(crowd(coventry, await referenceOf(device, coventry.title))).flat();
  await open();
  await whole(page);
  await context.setOffline(true);

  await open("#/facilitate");
  await page.getByText("Everything is on this device: it works with the network off.").waitFor();
  const facilitator = new Facilitator(device);
  await facilitator.choose({ consultation: coventry.title, workshop: coventry.workshops[0].name, table: 2 });
  const resident = new Resident(page, coventry, HASTY);
  await facilitator.hand(resident);
  await resident.through("check");
  await resident.confirm();
  await facilitator.take();
  const file = await facilitator.export();
  assert.equal(file.content.toString().trimEnd().split("\n").length, 2);

  const organiser = new Organiser(device);
  await organiser.come();
  const [{ reference }] = (await stored(page)).ballots;
  await organiser.add({ "day.ballots.ndjson": ballotFile(reference, coventry.title, ballots), "table-2.ballots.ndjson": file.content });
  await organiser.overview(`${ballots.length + 1} ballots are counted.`);
  const book = await download(page, () => page.getByRole("button", { name: /^Excel workbook/ }).click());
  assert.equal(book.content.subarray(0, 2).toString(), "PK");
});

journey("who is led to a consultation keeps the residents' files alone", async ({ context, page, open }) => {
  const resident = new Resident(page, coventry, HASTY);
  await open("#/begin/coventry-1997");
  await resident.at("welcome");
  await eventually(page, async () => assert.ok((await page.evaluate(() => navigator.serviceWorker.controller)) !== null));
  const paths = await kept(page);
  assert.ok(paths.some((path) => path.endsWith("/resident_bg.wasm")));
  assert.ok(paths.some((path) => path.endsWith("/index.html")));
  assert.deepEqual(paths.filter((path) => /\/(desk|worker|exports)/.test(path)), []);
  await context.setOffline(true);
  await page.reload();
  await arrived(page);
  await resident.through("check");
  await resident.confirm();
});

/** The same site as a later version. */
async function later(site) {
  const folder = await mkdtemp(join(tmpdir(), "basketry-later-"));
  folders.push(folder);
  await cp(site, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const page = await readFile(join(folder, "index.html"), "utf8");
  const [old] = page.match(/app-[0-9a-f]+/);
  const digest = (text) => createHash("sha256").update(text).digest("base64");
  const changed = page.replaceAll(old, "app-ffffffffff");
  const worker = await readFile(join(folder, "service-worker.js"), "utf8");
  await rename(join(folder, old), join(folder, "app-ffffffffff"));
  await writeFile(join(folder, "index.html"), changed);
  await writeFile(join(folder, "service-worker.js"), worker.replaceAll(old, "app-ffffffffff").replace(digest(page), digest(changed)));
  return folder;
}

journey("a newer version waits until no ballot is open, and no page mixes two", async () => {
  // A host whose folder is replaced by the next version.
  const live = await mkdtemp(join(tmpdir(), "basketry-live-"));
  folders.push(live);
  await cp(SITE, live, { recursive: true });
  const host = await serve(live);
  const device = await newDevice({ at: host });
  const { context, page, open } = device;
  try {
    await open();
    await whole(page);
    const first = await version(page);
    const resident = new Resident(page, coventry, HASTY);
    await resident.begin();
    await resident.through("question-2");
    await page.getByText("Saved on this device").waitFor();

    const next = await later(SITE);
    await rm(live, { recursive: true });
    await cp(next, live, { recursive: true });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await eventually(page, async () => {
      assert.ok((await kept(page)).some((path) => path.endsWith("app-ffffffffff/desk_bg.wasm")), "a newer version is whole, as the older was");
      assert.ok(await page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null));
    });

    for (const hash of ["#/answer/question-2", "#/facilitate", ""]) {
      await page.goto("about:blank");
      await open(hash);
      assert.equal(await version(page), first, `a ballot is open at ${hash}`);
    }
    await open("#/answer/question-2");
    await resident.at("question-2");
    await resident.through("check");
    assert.equal(await version(page), first);
    const tab = await context.newPage();
    await tab.goto(`${device.url}#/facilitate`);
    await arrived(tab);
    assert.equal(await version(tab), first);
    await resident.confirm();

    // From now on pages are of the newer version. The older one's files stay while a page of it is open.
    await page.goto("about:blank");
    await open();
    await whole(page);
    assert.equal(await version(page), "app-ffffffffff");
    assert.ok((await kept(page)).some((path) => path.includes(first)));
    await tab.evaluate(() => { location.hash = "#/organise"; });
    await tab.getByText("Drop files here, or choose them").waitFor();
    await tab.close();
    await page.goto("about:blank");
    await open("#/organise");
    await eventually(page, async () => assert.deepEqual((await kept(page)).filter((path) => path.includes(first)), []));
    await context.setOffline(true);
    await page.reload();
    await arrived(page);
    assert.equal((await stored(page)).ballots.length, 1);
    assert.deepEqual(device.troubles, []);
  } finally {
    await context.close();
    await host.close();
  }
});
