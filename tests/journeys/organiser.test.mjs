// The organiser's page when something comes between: reading is stopped, the worker fails, the device's storage does.
import assert from "node:assert/strict";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, journey, useApp } from "./support/app.mjs";
import { ballotFile, keepOnDevice, person, referenceOf } from "./support/ballots.mjs";
import { Organiser } from "./support/desk.mjs";
import { sample } from "./support/sample.mjs";
import { PIECE, inWorker, neverDone } from "./support/worker.mjs";

useApp();
const coventry = sample("coventry-1997");
const own = { ...coventry, id: "our-own", title: "A consultation of our own" };

/** People from number `from` on, as a file. */
function file(reference, from, count) {
  const people = Array.from({ length: count }, (_, n) => person(coventry, reference, from + n, "parents"));
  return ballotFile(reference, coventry.title, people);
}

async function withBallots(device) {
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  await organiser.come();
  await organiser.add({ "good.ballots.ndjson": file(reference, 0, 7) });
  await organiser.overview("7 ballots are counted.");
  return { organiser, reference };
}

const fromDevice = (page) => page.getByRole("button", { name: "Add the ballots on this device" }).click();

/** Runs in the worker: it fails over a file of this size, as one that runs out of memory does. */
function failOver(size) {
  const { get } = Object.getOwnPropertyDescriptor(Blob.prototype, "size");
  Object.defineProperty(Blob.prototype, "size", {
    get() {
      const found = get.call(this);
      if (found === size) throw new WebAssembly.RuntimeError("unreachable");
      return found;
    },
  });
}

/** Runs in the worker: it says that so many charts are made, and never comes to the next. */
function neverCounted(charts) {
  const { postMessage } = self;
  self.postMessage = (message) => {
    postMessage.call(self, message);
    while (message.Output?.Counting?.done === charts);
  };
}

/** Runs in the worker: it fails at the first sentence with a number in it. */
function failCounting() {
  Intl.PluralRules.prototype.select = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
}

journey("a large file that is stopped is gone; what was open counts, with the ballots on the device", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const { page } = device;
  await keepOnDevice(page, [person(coventry, reference, 50, "parents")]);
  await fromDevice(page);
  await organiser.says("coventry-1997.ballots.ndjson", "1 ballot for");
  await organiser.overview("8 ballots are counted.");
  await inWorker(page, neverDone, PIECE);
  await organiser.add({ "large.ballots.ndjson": file(reference, 100, 1) + " \n".repeat(2 * PIECE) });
  await eventually(page, async () => assert.ok((await page.locator("#reading").evaluate((bar) => bar.value)) >= PIECE));
  await page.getByRole("button", { name: "Stop reading" }).click();
  await organiser.file("large.ballots.ndjson").waitFor({ state: "detached" });
  await organiser.overview("8 ballots are counted.");
  await organiser.remove("good.ballots.ndjson");
  await organiser.overview("1 ballot is counted.");
});

journey("a file taken away while it is read keeps no other waiting", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const { page } = device;
  await inWorker(page, neverDone, PIECE);
  await organiser.add({
    "large.ballots.ndjson": file(reference, 100, 1) + " \n".repeat(2 * PIECE),
    "next.ballots.ndjson": file(reference, 200, 2),
  });
  await eventually(page, async () => assert.ok((await page.locator("#reading").evaluate((bar) => bar.value)) >= PIECE));
  await organiser.remove("large.ballots.ndjson");
  await organiser.says("next.ballots.ndjson", "2 ballots for");
  await organiser.overview("9 ballots are counted.");
});

journey("a file the worker fails over is refused in words; all others are read and counted", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const heavy = file(reference, 100, 2);
  await inWorker(device.page, failOver, Buffer.byteLength(heavy));
  await organiser.add({ "heavy.ballots.ndjson": heavy, "last.ballots.ndjson": file(reference, 200, 3) });
  await organiser.says("heavy.ballots.ndjson", "The file is too much for this device, or the program broke over it.");
  assert.ok(await organiser.isBad("heavy.ballots.ndjson"));
  await organiser.overview("10 ballots are counted.");
  await organiser.remove("good.ballots.ndjson");
  await organiser.overview("3 ballots are counted.");
  // The worker that took its place has nothing against the file.
  await organiser.remove("heavy.ballots.ndjson");
  await organiser.add({ "heavy.ballots.ndjson": heavy });
  await organiser.overview("5 ballots are counted.");
});

journey("counting that takes long says how far it is; stopped, the page is as it was before", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const { page } = device;
  const figures = await organiser.figures();
  const bar = page.locator("#counting");
  const stopCounting = async () => {
    await page.getByRole("button", { name: "Stop counting" }).click();
    await bar.waitFor({ state: "detached" });
    await organiser.overview("7 ballots are counted.");
    assert.deepEqual(await organiser.figures(), figures);
    assert.equal(await page.evaluate(() => document.activeElement?.nodeName), "H1");
    // Nothing runs on in secret.
    await eventually(page, async () => assert.equal(page.workers().length, 0, "workers"));
  };
  const section = page.getByRole("combobox", { name: "Section" });
  await inWorker(page, neverCounted, 4);
  await section.selectOption({ label: "Older people" });
  await eventually(page, async () => assert.equal(await bar.evaluate(({ value }) => value), 4));
  assert.ok(await bar.evaluate(({ max }) => max > 4));
  await stopCounting();
  assert.equal(await section.inputValue(), "");
  // What is asked next is counted, by a worker that reads the files again.
  await section.selectOption({ label: "Older people" });
  await organiser.overview("Held back. Fewer than 10 people are behind it");
  await section.selectOption({ label: "Everybody" });
  await organiser.overview("7 ballots are counted.");
  // A file whose counting is stopped is gone, and one that was taken away for it is back.
  await inWorker(page, neverCounted, 4);
  await organiser.add({ "more.ballots.ndjson": file(reference, 100, 2) });
  await organiser.says("more.ballots.ndjson", "2 ballots for");
  await organiser.remove("good.ballots.ndjson");
  await stopCounting();
  await organiser.file("more.ballots.ndjson").waitFor({ state: "detached" });
  await organiser.says("good.ballots.ndjson", "7 ballots for");
  await organiser.add({ "more.ballots.ndjson": file(reference, 100, 2) });
  await organiser.overview("9 ballots are counted.");
});

journey("ballots the worker fails to count: it is said, and the files stay", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const { page } = device;
  const alert = page.getByRole("alert").getByText("These ballots are too much for this device to count");
  await inWorker(page, failCounting);
  await organiser.add({ "more.ballots.ndjson": file(reference, 100, 3) });
  await alert.waitFor();
  assert.equal(await page.getByText("Counting…").count(), 0);
  await organiser.says("more.ballots.ndjson", "3 ballots for");
  await organiser.says("good.ballots.ndjson", "7 ballots for");
  await organiser.remove("more.ballots.ndjson");
  await organiser.overview("7 ballots are counted.");
  await alert.waitFor({ state: "detached" });
});

journey("a ballot file beyond the limit is refused before it is read", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const folder = await mkdtemp(join(tmpdir(), "basketry-large-"));
  try {
    // The file has a hole: it takes no room on the disk.
    const path = join(folder, "endless.ballots.ndjson");
    await writeFile(path, file(reference, 100, 1));
    await truncate(path, 2 * 1024 ** 3 + 1);
    await organiser.page.locator("#files").setInputFiles(path);
    await organiser.says("endless.ballots.ndjson", "The file is larger than 2 GB, more than can be counted at once.");
    await organiser.overview("7 ballots are counted.");
  } finally {
    await rm(folder, { recursive: true });
  }
});

journey("what is wrong with ballots is told by kind, with how many and in which file", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const odd = (n, fields) => ({ ...person(coventry, reference, n, "parents"), ...fields });
  const short = { points: { [coventry.areas[0].id]: 90 }, sure: 3, reason: null };
  const [item] = coventry.items;
  await organiser.add({
    "odd.ballots.ndjson": ballotFile(reference, coventry.title, [
      odd(100, { first_reaction: short, considered_view: short }), odd(101, { considered_view: short }), odd(102, { basket: { moon: 1 } }),
    ]),
    "lost.ballots.ndjson": ballotFile(reference, coventry.title, [odd(103, { workshop: "nowhere" }), odd(104, { basket: { [item.id]: 99 } })]),
  });
  await organiser.overview("5 ballots have something wrong.");
  await organiser.overview("2 ballots give points that do not add up to 100. In odd.ballots.ndjson.");
  await organiser.overview("1 ballot has “moon” in its basket, which is not on offer at that level. In odd.ballots.ndjson.");
  await organiser.overview("1 ballot names a workshop that the consultation does not have. In lost.ballots.ndjson.");
  await organiser.overview(`1 ballot has “${item.name}” in its basket, which is not on offer at that level. In lost.ballots.ndjson.`);
  await organiser.remove("odd.ballots.ndjson");
  await organiser.remove("lost.ballots.ndjson");
  await organiser.overview("7 ballots are counted.");
  assert.equal(await device.page.getByText("do not add up to 100").count(), 0);
});

journey("a consultation that can't be kept is opened all the same, and the page says that it is not kept", async (device) => {
  const organiser = new Organiser(device);
  await organiser.come();
  await device.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("no space", "QuotaExceededError"); };
  });
  await organiser.add({ "own.basketry.json": JSON.stringify(own) });
  await organiser.says("own.basketry.json", "Consultation opened, but not kept: open its file again next time.");
  await organiser.says("own.basketry.json", "The device has no space left, so this was not kept.");
  assert.equal(await device.page.getByText("It is kept on this device.").count(), 0);
});

journey("ballots on the device: none, or storage that does not answer, is said", async (device) => {
  const { organiser } = await withBallots(device);
  const { page } = device;
  const said = page.locator(".bk-notice[role=status]");
  await fromDevice(page);
  await said.getByText("There are no ballots on this device.").waitFor();
  await page.evaluate(() => {
    IDBIndex.prototype.getAll = () => { throw new DOMException("broken", "UnknownError"); };
  });
  await fromDevice(page);
  await said.getByText("The device's storage did not answer as it should (UnknownError).").waitFor();
  await organiser.overview("7 ballots are counted.");
});
