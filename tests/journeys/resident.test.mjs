// One person alone, from the start page to the receipt, and what is left on the device then.
import assert from "node:assert/strict";
import { arrived, eventually, journey, stored, useApp } from "./support/app.mjs";
import { receiptOf } from "./support/receipt.mjs";
import { Resident } from "./support/resident.mjs";
import { find, left, money, sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");

const PAGES = ["welcome", "question-1", "question-2", "question-3", "first-reaction", "first-reaction-sure",
  ...coventry.areas.flatMap((_, place) => [`area-${place + 1}-fact-sheet`, `area-${place + 1}-arguments`]),
  "basket", "tension-1", "unspent", "considered-view", "considered-view-sure", "closing", "check"];

function headingOf(slug, resident) {
  const [kind, number] = slug.split("-");
  const place = Number(number) - 1;
  if (slug === "welcome") return coventry.question;
  if (kind === "question") return coventry.questions[place].text;
  if (kind === "area") return slug.endsWith("sheet") ? coventry.areas[place].name : "What speaks for it, what against?";
  if (kind === "tension") return coventry.tensions[place].title;
  return {
    "first-reaction": "What matters most to you?",
    "first-reaction-sure": "How sure are you?",
    basket: "Fill your basket",
    unspent: `${money(left(coventry, resident.plan.basket))} is left`,
    "considered-view": "And now: what matters most to you?",
    "considered-view-sure": "How sure are you?",
    closing: "Looking back",
    check: "Check your answers",
  }[slug];
}

journey("a person answers every page and gets a receipt", async ({ page, open }) => {
  const resident = new Resident(page, coventry);
  await open();
  assert.equal(await page.title(), "Basketry: how should the money be spent?");
  await arrived(page, "Decide together how the money should be spent");
  await resident.begin();
  const seen = [];
  await resident.through("check", async (slug) => {
    seen.push(slug);
    const heading = headingOf(slug, resident);
    assert.equal(await page.locator("#app h1").textContent(), heading);
    assert.equal(await page.title(), `${heading} · ${coventry.title}`);
  });
  assert.deepEqual(seen, PAGES);
  await checkPage(page, resident);

  const code = await resident.confirm();
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const { ballots, kept } = await stored(page);
  assert.deepEqual(ballots.map(({ id }) => receiptOf(id)), [code]);
  assert.ok(!kept.includes("draft"), `still kept: ${kept}`);
  checkBallot(JSON.parse(ballots[0].line), resident.plan);
});

async function checkPage(page, { plan }) {
  const value = (name) => page.locator(".bk-answers__row", { has: page.getByText(name, { exact: true }) })
    .locator(".bk-answers__value");
  const items = Object.keys(plan.basket).map((id) => find(coventry.items, id).name);
  const basket = await value("Basket").textContent();
  for (const name of items) assert.ok(basket.includes(name), `${basket} lacks ${name}`);
  assert.ok(basket.endsWith(`Left over${money(left(coventry, plan.basket))}`), basket);
  assert.equal(await value(coventry.questions[1].text).textContent(), plan.questions[1].join(", "));
  assert.equal(await value(coventry.questions[2].text).textContent(), "Left out");
  assert.match(await value(coventry.areas[0].name).first().textContent(), /30/);
  assert.equal(await value(coventry.tensions[0].title).textContent(), `Accepted. ${plan.tensions}`);
  assert.equal(await value("Why money is left").textContent(), plan.unspent);
  // The first reaction stays as it was given; everything else may still be changed.
  assert.equal(await page.getByRole("link", { name: /^Change\s*: First reaction$/ }).count(), 0);
  assert.equal(await page.getByRole("link", { name: /^Change\s*: Considered view$/ }).count(), 1);
}

function checkBallot(ballot, plan) {
  const points = (given) => Object.fromEntries(coventry.areas.map(({ id }, place) => [id, given[place]]).filter(([, p]) => p > 0));
  assert.equal(ballot.voter, "person");
  assert.equal(ballot.channel, "online");
  assert.deepEqual(ballot.basket, plan.basket);
  assert.deepEqual(ballot.first_reaction, { ...plan.first, points: points(plan.first.points) });
  assert.deepEqual(ballot.considered_view, { ...plan.considered, points: points(plan.considered.points) });
  assert.deepEqual(ballot.tensions, [{ tension: "more-or-newer", choice: "accepted", why: plan.tensions }]);
  const readings = coventry.areas.map(({ id }) => ballot.readings.find(({ area }) => area === id));
  assert.deepEqual(readings.map(({ heard_of }) => heard_of), [true, false, null, null, null, null]);
  assert.deepEqual(readings.map(({ moved_by }) => moved_by.length), [1, 0, 0, 0, 0, 0]);
  assert.deepEqual(readings[1].added, [{ side: "for", text: plan.argument.text }]);
  assert.deepEqual([ballot.unspent_reason, ballot.what_changed, ballot.offer],
    [plan.unspent, plan.closing.changed, plan.closing.offer]);
}

journey("after “done” the way back shows nothing of the last person", async ({ page, open }) => {
  const resident = new Resident(page, coventry);
  await open();
  await resident.begin();
  await resident.through("check");
  const code = await resident.confirm();
  await resident.done();
  await arrived(page, "Decide together how the money should be spent");
  const secrets = [code, resident.plan.first.reason, resident.plan.tensions, resident.plan.closing.offer];
  for (let back = 0; back < PAGES.length; back += 1) {
    // Every way back is a fresh page, which leads to the start page as nobody is answering.
    await page.goBack();
    await arrived(page, "Decide together how the money should be spent");
    const shown = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("input, textarea")]
      .map((input) => (input.type === "radio" ? `${input.checked}` : input.value)).join());
    for (const secret of secrets) assert.ok(!shown.includes(secret), `“${secret}” is shown ${back + 1} steps back`);
    assert.ok(!shown.includes("true"), `a choice is shown ${back + 1} steps back`);
  }
  const { ballots, kept } = await stored(page);
  assert.deepEqual(ballots.map(({ id }) => receiptOf(id)), [code]);
  assert.ok(!kept.includes("draft") && !kept.includes("receipt"), `still kept: ${kept}`);
});

journey("a reload at the receipt shows it again, and nothing is stored twice", async ({ page, open }) => {
  const resident = new Resident(page, coventry);
  await open();
  await resident.begin();
  await resident.through("check");
  const code = await resident.confirm();
  await page.reload();
  await arrived(page, "Thank you. Your answers are stored.");
  assert.equal(await page.locator(".bk-receipt__code").textContent(), code);
  assert.equal((await stored(page)).ballots.length, 1);
});

journey("pages cannot be skipped by their address, and the way back works", async ({ page, open }) => {
  const resident = new Resident(page, coventry);
  await open();
  await resident.begin();
  await resident.through("first-reaction");
  for (const ahead of ["basket", "check", "area-3-arguments", "considered-view", "nowhere"]) {
    await page.evaluate((slug) => { location.hash = `#/answer/${slug}`; }, ahead);
    await page.waitForURL((url) => url.hash === "#/answer/first-reaction");
    assert.equal(await page.locator("#app h1").textContent(), "What matters most to you?", `after trying ${ahead}`);
  }
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await resident.at("question-3");
  await page.goBack();
  await resident.at("first-reaction");
  assert.equal(await resident.points(0), resident.plan.first.points[0]);
  await page.evaluate(() => { location.hash = "#/answer/question-1"; });
  await resident.at("question-1");
  await eventually(page, async () => assert.ok(await page.getByLabel(resident.plan.questions[0][0]).isChecked()));
});
