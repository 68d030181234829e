// When the device's storage fails: said at once, nothing lost, and one ballot in the end.
import assert from "node:assert/strict";
import { accessible, arrived, download, eventually, journey, stored, useApp } from "./support/app.mjs";
import { Facilitator } from "./support/desk.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { receiptOf } from "./support/receipt.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const own = { ...coventry, id: "our-own", title: "A consultation of our own" };

/** Runs in the page: adding a ballot fails until `storageWorks()` is called. */
function fullDisk() {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = () => { throw new DOMException("no space", "QuotaExceededError"); };
  globalThis.storageWorks = () => { IDBObjectStore.prototype.add = add; };
}

journey("a full device: the answers stay, as a file too, and trying again stores one ballot", { script: fullDisk },
  async ({ page, open }) => {
    const resident = new Resident(page, coventry, { ...HASTY, basket: COVENTRY.basket, tensions: COVENTRY.tensions });
    await open();
    await resident.begin();
    await resident.through("check");
    const answers = await page.locator(".bk-answers").textContent();
    const confirm = page.getByRole("button", { name: "Confirm my answers", exact: true });
    await confirm.click();
    const alert = page.getByRole("alert");
    await alert.getByText("Your answers are not stored yet").waitFor();
    await alert.getByText("The device has no space left for the ballot. Free some space, then press confirm again.").waitFor();
    await eventually(page, async () => assert.ok(await alert.evaluate((node) => node.contains(document.activeElement)),
      "the error has the focus"));
    assert.equal(await page.locator(".bk-answers").textContent(), answers);
    assert.equal((await stored(page)).ballots.length, 0);
    await accessible(page, "the error");

    const file = await download(page, () => page.getByRole("button", { name: "Keep my answers as a file" }).click());
    assert.match(file.name, /^[0-9A-Z]{4}-[0-9A-Z]{4}\.ballots\.ndjson$/);
    const [header, kept, ...rest] = file.content.toString().split("\n");
    assert.deepEqual(rest, [""]);
    assert.equal(JSON.parse(header).title, coventry.title);
    assert.deepEqual(JSON.parse(kept).basket, COVENTRY.basket);

    await confirm.click();
    await alert.getByText("Your answers are not stored yet").waitFor();
    await page.evaluate(() => globalThis.storageWorks());
    const code = await resident.confirm();
    const { ballots } = await stored(page);
    assert.deepEqual(ballots.map(({ id }) => receiptOf(id)), [code]);
    // Handed in both ways, the ballot is one and the same, and counts once.
    assert.equal(ballots[0].line, kept);
  });

journey("a full device: a reload before trying again keeps the answers", { script: fullDisk }, async ({ page, open }) => {
  const resident = new Resident(page, coventry, { ...HASTY, basket: { "fewer-falls": 2 } });
  await open();
  await resident.begin();
  await resident.through("check");
  await page.getByRole("button", { name: "Confirm my answers", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await page.reload();
  await resident.at("check");
  await page.evaluate(() => globalThis.storageWorks());
  await resident.confirm();
  const { ballots } = await stored(page);
  assert.deepEqual(ballots.map(({ line }) => JSON.parse(line).basket), [{ "fewer-falls": 2 }]);
});

journey("answers that cannot be saved are said to be at risk", async ({ page, open }) => {
  const resident = new Resident(page, coventry, HASTY);
  await open();
  await resident.begin();
  await resident.through("question-1");
  await page.getByRole("status").getByText("Saved on this device").waitFor();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("no space", "QuotaExceededError"); };
  });
  await page.getByText("25 to 44", { exact: true }).click();
  await page.getByRole("status").getByText("Not saved: answers would be lost on a reload").waitFor();
});

for (const [hash, name] of [["#/begin/coventry-1997", "a consultation"], ["#/facilitate", "the facilitator's page"], ["#/organise", "the organiser's page"]]) {
  journey(`a browser without storage: ${name} says so in plain words`, {
    script: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
  }, async ({ page, url }) => {
    await page.goto(url + hash);
    await page.getByRole("heading", { level: 1, name: "Basketry cannot start here" }).waitFor();
    await page.getByRole("alert").getByText("This browser does not let the app store anything").waitFor();
    await accessible(page, name);
  });
}

journey("a browser that refuses storage says so in plain words", {
  script: () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; },
}, async ({ page, url }) => {
  await page.goto(`${url}#/begin/coventry-1997`);
  await page.getByRole("alert").getByText("Leave private browsing or allow this site to store data").waitFor();
});

/** What the desk says when storage refuses to open, by the browser's reason. */
const REFUSALS = {
  SecurityError: "Leave private browsing or allow this site to store data, then load the page again.",
  VersionError: "A newer Basketry has been used on this device. Load the page again to get it.",
  QuotaExceededError: "The device has no space left, so nothing could be kept. Free some space, then load the page again.",
};
for (const [name, words] of Object.entries(REFUSALS)) {
  journey(`the desk says why it cannot start: ${name}`, {
    script: `IDBFactory.prototype.open = () => { throw new DOMException("as a test asks", "${name}"); };`,
  }, async ({ page, url }) => {
    for (const hash of ["#/facilitate", "#/organise"]) {
      await page.goto(url + hash);
      await page.getByRole("alert").getByText(words).waitFor();
      // Said as any page is: in the title, and with the focus on the heading.
      await arrived(page, "Basketry cannot start here");
    }
  });
}

journey("an older version in another tab: the desk says which tabs to close", async ({ page, context, open, url }) => {
  await open("#/facilitate");
  const newer = await context.newPage();
  await newer.addInitScript(() => {
    const older = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      return older.call(this, name, version + 1);
    };
  });
  await newer.goto(`${url}#/facilitate`);
  await newer.getByRole("alert").getByText("Close the other Basketry tabs, then load the page again.").waitFor();
  await accessible(newer, "a tab that waits for another");
  await page.close();
  await newer.reload();
  await arrived(newer, "Run a table");
});

/** Runs in the page: every compiled record on the device. With a version, they become what that version would have
 * stored; with a source, that becomes the text of every file. */
function compiled({ version, source }) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("basketry");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction(["entries", "consultations", "sources"], "readwrite");
      const found = {};
      const each = (store, visit) => {
        transaction.objectStore(store).openCursor().onsuccess = ({ target: { result: cursor } }) => {
          if (!cursor) return;
          visit(cursor);
          cursor.continue();
        };
      };
      for (const store of ["entries", "consultations"]) {
        each(store, (cursor) => {
          const bytes = cursor.value;
          found[`${store} ${cursor.key}`] = bytes.join(" ");
          bytes[5] = version ?? bytes[5];
          cursor.update(bytes);
        });
      }
      each("sources", (cursor) => cursor.update(source ?? cursor.value));
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        request.result.close();
        resolve(found);
      };
    };
  });
}

/** A consultation opened from its file, and one ballot for it. */
async function answered(tablet) {
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(tablet.page, own, HASTY);
  await tablet.open("#/facilitate");
  await facilitator.openFile("own.basketry.json", JSON.stringify(own));
  await isChosen(tablet);
  await facilitator.hand(resident);
  await resident.through("check");
  await resident.confirm();
  await resident.done();
  return { facilitator, resident };
}

const isChosen = ({ page }) =>
  page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });

journey("after an update a consultation opened before is there again, with its ballots", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await answered(tablet);
  const before = await page.evaluate(compiled, {});
  assert.equal(Object.keys(before).length, 2);
  await page.evaluate(compiled, { version: 1 });
  await facilitator.take();
  await isChosen(tablet);
  assert.deepEqual(await facilitator.counts(), [1, 0]);
  assert.equal(await page.getByText("Other ballots on this device").count(), 0);
  assert.deepEqual(await page.evaluate(compiled, {}), before);
  await facilitator.hand(resident);
  await resident.through("check");
  await resident.confirm();
});

journey("a consultation that can't be read after an update is said, and its ballots can be saved", async (tablet) => {
  const { page } = tablet;
  const { facilitator } = await answered(tablet);
  const [{ line }] = (await stored(page)).ballots;
  await page.evaluate(compiled, { version: 1, source: "{}" });
  await facilitator.take();
  const told = page.getByRole("status").filter({ hasText: "A consultation that was opened here before can't be read by this Basketry." });
  await told.getByText("This is not a consultation file.").waitFor();
  const file = await download(page, () => page.getByRole("button", { name: /^Save as a file\s*: our-own, revision 1/ }).click());
  assert.match(file.name, /^our-own-[0-9a-f]{8}\.ballots\.ndjson$/);
  assert.equal(file.content.toString().split("\n")[1], line);
  // Its file brings it back, and the ballots are its own again.
  await facilitator.openFile("own.basketry.json", JSON.stringify(own));
  await isChosen(tablet);
  await facilitator.saysCounts([1, 0]);
  await page.getByText("Other ballots on this device").waitFor({ state: "detached" });
});
