// A hundred points, given twice; the first time is closed once a fact sheet was seen.
import assert from "node:assert/strict";
import { arrived, eventually, journey, useApp } from "./support/app.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const [first, second] = coventry.areas;

async function begin({ page, open }, plan) {
  const resident = new Resident(page, coventry, plan);
  await open();
  await resident.begin();
  return resident;
}

const more = (page, area) => page.getByRole("button", { name: `${area.name}: 5 more`, exact: true });
const fewer = (page, area) => page.getByRole("button", { name: `${area.name}: 5 fewer`, exact: true });
const leftIs = (page, left) => eventually(page, async () => {
  assert.equal(await page.locator(".bk-points__number").textContent(), String(left));
});

journey("with points left there is no way on, and the page says how many", async (device) => {
  const { page } = device;
  const resident = await begin(device, { ...HASTY, first: { points: [30, 30, 20, 10, 5, 0] } });
  await resident.through("first-reaction");
  await leftIs(page, 5);
  const notice = page.getByRole("alert");
  const goOn = page.getByRole("button", { name: "Continue", exact: true });
  await goOn.click();
  await notice.getByText("Give out 5 more points, or leave the question out.").waitFor();
  assert.equal(resident.slug(), "first-reaction");
  await fewer(page, second).click();
  await leftIs(page, 10);
  await notice.waitFor({ state: "detached" });
  await goOn.click();
  await notice.getByText("Give out 10 more points, or leave the question out.").waitFor();
  await more(page, first).click();
  await more(page, first).click();
  await leftIs(page, 0);
  await notice.waitFor({ state: "detached" });
  assert.equal(await resident.points(0), 40);
  assert.equal(await resident.points(1), 25);
  await resident.next("Continue");
  await resident.at("first-reaction-sure");
});

journey("nobody can give more than a hundred points, with buttons or sliders", async (device) => {
  const { page } = device;
  const resident = await begin(device, { ...HASTY, first: { points: [90] } });
  await resident.through("first-reaction");
  const slider = page.getByRole("slider", { name: second.name });
  await slider.focus();
  await page.keyboard.press("End");
  await leftIs(page, 0);
  assert.equal(await resident.points(1), 10);
  assert.equal(await slider.inputValue(), "10", "the slider shows what was given");
  assert.equal(await more(page, first).getAttribute("aria-disabled"), "true");
  await more(page, first).press("Enter");
  await page.keyboard.press("Enter");
  assert.equal(await resident.points(0), 90);
  await slider.focus();
  await page.keyboard.press("Home");
  await leftIs(page, 10);
  assert.equal(await fewer(page, second).getAttribute("aria-disabled"), "true");
});

journey("the first reaction is closed after a fact sheet, and open before", async (device) => {
  const { page } = device;
  const resident = await begin(device, { ...COVENTRY, moved: {}, argument: undefined });
  await resident.through("first-reaction-sure");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await resident.at("first-reaction");
  await fewer(page, first).click();
  await leftIs(page, 5);
  await more(page, first).click();
  await leftIs(page, 0);
  await resident.through("area-1-fact-sheet");

  await page.evaluate(() => { location.hash = "#/answer/first-reaction"; });
  await resident.at("first-reaction");
  await page.getByText("Your first reaction stays as you gave it").waitFor();
  await fewer(page, first).press("Enter");
  assert.equal(await resident.points(0), COVENTRY.first.points[0]);
  assert.ok(await page.getByRole("slider", { name: first.name }).isDisabled());
  assert.equal(await page.getByRole("button", { name: "I'd rather leave this out" }).count(), 0);
  await page.evaluate(() => { location.hash = "#/answer/first-reaction-sure"; });
  await resident.at("first-reaction-sure");
  await page.locator("#reason").fill("Something else.");
  await page.reload();
  await arrived(page, "About your points");
  assert.equal(await page.locator("#reason").inputValue(), COVENTRY.first.reason, "the reason is closed too");
});

journey("whoever leaves the points out is not asked how sure they are", async (device) => {
  const { page } = device;
  const resident = await begin(device, { ...COVENTRY, moved: {}, argument: undefined });
  const back = async (slug) => {
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await resident.at(slug);
  };
  await resident.through("first-reaction-sure");
  await back("first-reaction");
  await resident.next("I'd rather leave this out");
  await resident.at("area-1-fact-sheet");
  resident.plan = { ...resident.plan, considered: undefined };
  await resident.through("considered-view");
  await resident.next("I'd rather leave this out");
  await resident.at("closing");
  // Whoever changes their mind is asked after all.
  await back("considered-view");
  await resident.give(COVENTRY.considered.points);
  await resident.next("Continue");
  await resident.at("considered-view-sure");
});

journey("the considered view stands beside the first reaction", async (device) => {
  const { page } = device;
  const resident = await begin(device, COVENTRY);
  await resident.through("closing");
  const rows = await page.locator(".bk-compare__row").evaluateAll((all) => all.map((row) => [
    row.querySelector(".bk-compare__name").textContent,
    row.querySelector(".bk-compare__change [aria-hidden]").textContent,
    row.querySelector(".bk-compare__change .bk-hidden").textContent,
  ]));
  const { first: { points: then }, considered: { points: now } } = COVENTRY;
  assert.deepEqual(rows, coventry.areas.map(({ name }, place) =>
    [name, `${then[place]} → ${now[place]}`, `from ${then[place]} to ${now[place]}`]));
});
