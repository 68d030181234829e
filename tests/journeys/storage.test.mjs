// When the device's storage fails: said at once, nothing lost, and one ballot in the end.
import assert from "node:assert/strict";
import { accessible, download, eventually, journey, stored, useApp } from "./support/app.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { receiptOf } from "./support/receipt.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");

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
