// A consultation in two languages.
import assert from "node:assert/strict";
import { arrived, eventually, journey, stored, useApp } from "./support/app.mjs";
import { Facilitator } from "./support/desk.mjs";
import { gallery } from "./support/gallery.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const sureStart = sample("sure-start-2001");
const polish = sureStart.translations.pl;
const PLAN = {
  questions: [["25 to 34"], [], []],
  first: { points: [20, 20, 20, 20, 20], sure: 3, reason: "Zażółć gęślą jaźń" },
  sheets: { 0: true },
  moved: { 0: 0 },
  basket: { "classes-day": 1, "home-visits": 1 },
  unspent: "",
};

const language = (page) => page.getByLabel("Language");
const speaks = (page, tag) => eventually(page, async () => {
  assert.equal(await page.evaluate(() => document.documentElement.lang), tag);
});

journey("switching the language mid-way keeps the answers", async ({ page, open }) => {
  const resident = new Resident(page, sureStart, PLAN);
  await open();
  await resident.begin();
  await speaks(page, "en");
  await resident.through("basket");
  await language(page).selectOption({ label: "Polski" });
  await speaks(page, "pl");
  await page.getByRole("heading", { name: polish["items.classes-day.name"], exact: true }).waitFor();
  assert.equal(await page.locator(".bk-item--in").count(), 2);
  assert.equal(resident.slug(), "basket");

  await page.evaluate(() => { location.hash = "#/answer/area-1-fact-sheet"; });
  await page.getByRole("heading", { level: 1, name: polish["areas.parenting.name"], exact: true }).waitFor();
  assert.ok(await page.locator("input[name=heard][value=yes]").isChecked());
  await page.evaluate(() => { location.hash = "#/answer/first-reaction-sure"; });
  await page.waitForURL(/first-reaction-sure/);
  assert.equal(await page.locator("#reason").inputValue(), PLAN.first.reason);
  await page.reload();
  await arrived(page);
  await speaks(page, "pl");

  await language(page).selectOption({ label: "English" });
  await speaks(page, "en");
  await page.evaluate(() => { location.hash = "#/answer/basket"; });
  await resident.at("basket");
  assert.equal(await page.locator(".bk-item--in").count(), 2);
});

journey("a ballot names the language it was given in", async ({ page, open }) => {
  const resident = new Resident(page, sureStart, PLAN);
  await open();
  await resident.begin();
  await resident.through("check");
  await language(page).selectOption({ label: "Polski" });
  await speaks(page, "pl");
  await page.locator(".bk-confirm button").click();
  await page.locator(".bk-receipt__code").waitFor();
  const [{ line }] = (await stored(page)).ballots;
  const ballot = JSON.parse(line);
  assert.equal(ballot.language, "pl");
  assert.deepEqual(ballot.basket, PLAN.basket);
  assert.equal(ballot.first_reaction.reason, PLAN.first.reason);
});

journey("a browser that asks for Polish gets it", { locale: "pl-PL" }, async ({ page, open }) => {
  await open();
  await page.getByRole("link", { name: sureStart.title }).click();
  await page.getByRole("heading", { level: 1, name: polish.question, exact: true }).waitFor();
  await speaks(page, "pl");
});

const URDU = { ...sample("coventry-1997"), id: "urdu", title: "رقم کیسے خرچ ہو؟", language: "ur",
  question: "اگلے پانچ سال میں صحت کی رقم کیسے خرچ ہونی چاہیے؟",
  introduction: "آپ کی رائے سے یہ طے کرنے میں مدد ملے گی کہ رقم کہاں جائے۔" };

gallery("a language that is written from right to left", {}, async (device, look) => {
  const { page } = device;
  const facilitator = new Facilitator(device);
  const resident = new Resident(page, URDU);
  await device.open("#/facilitate");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
  await facilitator.openFile("urdu.basketry.json", JSON.stringify(URDU));
  await page.locator("#consultation option:checked", { hasText: URDU.title }).waitFor({ state: "attached" });
  await facilitator.hand(resident);
  await speaks(page, "ur");
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).direction), "rtl");
  await resident.through("check", async (slug) => {
    if (["welcome", "first-reaction", "area-1-fact-sheet", "basket", "check"].includes(slug)) await look(`65-${slug}-rtl`, ["phone"]);
  });
  await resident.confirm();
  await look("65-receipt-rtl", ["phone"]);
});
