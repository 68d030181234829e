// One person alone, from the start page to the receipt, and what is left on the device then.
import assert from "node:assert/strict";
import { arrived, eventually, journey, stored, useApp } from "./support/app.mjs";
import { Facilitator } from "./support/desk.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { receiptOf } from "./support/receipt.mjs";
import { Resident } from "./support/resident.mjs";
import { cost, find, left, money, sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const sureStart = sample("sure-start-2001");

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
    "first-reaction-sure": "About your points",
    basket: "Fill your basket",
    unspent: `${money(left(coventry, resident.plan.basket))} is left`,
    "considered-view": "And now: what matters most to you?",
    "considered-view-sure": "About your points",
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
  assert.ok(basket.endsWith(`Left over${money(left(coventry, plan.basket))} Illustrative`), basket);
  assert.equal(await value(coventry.questions[1].text).textContent(), plan.questions[1].join(", "));
  assert.equal(await value(coventry.questions[2].text).textContent(), "Left out");
  assert.match(await value(coventry.areas[0].name).first().textContent(), /30/);
  assert.equal(await value(coventry.tensions[0].title).textContent(), `Accepted. ${plan.tensions}`);
  assert.equal(await value("Why money is left").textContent(), plan.unspent);
  // The first reaction stays as it was given; everything else may still be changed.
  for (const part of ["", ": how sure, and why"]) {
    assert.equal(await page.getByRole("link", { name: new RegExp(`^Change\\s*: First reaction${part}$`) }).count(), 0);
    assert.equal(await page.getByRole("link", { name: new RegExp(`^Change\\s*: Considered view${part}$`) }).count(), 1);
  }
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

/** Where the page that confirms a ballot has to say each of its fields: the row, and what stands in it. */
function said(ballot) {
  const reaction = (name, { points, sure, reason }) => [
    ...Object.entries(points).map(([id, given]) => [name, `${find(coventry.areas, id).name}${given}`]),
    [`${name}: how sure, and why`, `${sure} out of 5. ${reason}`],
  ];
  const reading = ({ area, heard_of, moved_by, added }) => {
    const { name } = find(coventry.areas, area);
    return [
      ...(heard_of === null ? [] : [[name, `Heard of it before: ${heard_of ? "Yes" : "No"}`]]),
      ...moved_by.map((id) => [name, `This moved me: ${find(coventry.arguments, id).text}`]),
      ...added.map(({ side, text }) => [name, `My reason ${side}: ${text}`]),
      ...(heard_of === null && moved_by.length + added.length === 0 ? [[name, "Left out"]] : []),
    ];
  };
  const item = ([id, level]) => {
    const { name, levels } = find(coventry.items, id);
    return ["Basket", `${name} · ${levels[level - 1].name}${money(cost(coventry, id, level))}`];
  };
  const settled = { accepted: "Accepted.", changed: "The basket was changed for it." };
  const nothing = [];
  return {
    // No answers: they say which ballot it is, and where and how it was given.
    id: nothing, consultation: nothing, voter: nothing, workshop: nothing, table: nothing, channel: nothing,
    language: nothing, confirmed: nothing,
    assisted: [["Is somebody helping you?", ballot.assisted ? "Yes" : "No"]],
    answers: Object.entries(ballot.answers).flatMap(([id, options]) => {
      const question = find(coventry.questions, id);
      return options.map((option) => [question.text, find(question.options, option).text]);
    }),
    first_reaction: reaction("First reaction", ballot.first_reaction),
    readings: ballot.readings.flatMap(reading),
    basket: Object.entries(ballot.basket).map(item),
    unspent_reason: [["Why money is left", ballot.unspent_reason]],
    tensions: ballot.tensions.map(({ tension, choice, why }) => [find(coventry.tensions, tension).title, `${settled[choice]} ${why}`]),
    dissent: ballot.dissent.map((text) => ["Who sees it differently", text]),
    considered_view: reaction("Considered view", ballot.considered_view),
    what_changed: [["What changed for you, and why?", ballot.what_changed]],
    live_with: [["Could you live with your table's basket?", `${ballot.live_with} out of 5.`]],
    offer: [["What could you or your group offer?", ballot.offer]],
  };
}

/** The rows of the page that confirms a ballot: names and values. */
const answersOn = (page) => page.locator(".bk-answers__row").evaluateAll((all) => all.map((row) =>
  [row.querySelector("dt").textContent, row.querySelector(".bk-answers__value").textContent]));

function checkSaid(rows, ballot) {
  const fields = said(ballot);
  assert.deepEqual(Object.keys(fields).sort(), Object.keys(ballot).sort(), "every field of a ballot is looked for");
  for (const [field, places] of Object.entries(fields)) {
    for (const [name, text] of places) {
      const row = rows.find(([known]) => known === name);
      assert.ok(row?.[1].includes(text), `${field}: “${text}” is not in the row “${name}”: ${row?.[1]}`);
    }
  }
}

/** A tablet at a table, handed to the next person. */
async function handed(tablet, consultation, plan) {
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(tablet.page, consultation, plan);
  await tablet.open("#/facilitate");
  await facilitator.choose({ consultation: consultation.title, workshop: consultation.workshops[0].name, table: 2 });
  await facilitator.hand(resident);
  return resident;
}

journey("everything that becomes part of the ballot stands on the page that confirms it", async (tablet) => {
  const { page } = tablet;
  const resident = await handed(tablet, coventry, COVENTRY);
  await page.getByText("Yes, somebody helps me with the tablet").click();
  await eventually(page, async () => assert.ok(await page.locator("input[name=assisted]").isChecked()));
  await resident.through("basket");
  // One tension is accepted, and the basket is changed for another.
  await resident.put("young-peoples-place");
  await resident.through("tension-4");
  await page.locator(".bk-choice", { hasText: "Change the basket" }).click();
  await resident.at("basket");
  await resident.take("young-peoples-place");
  await resident.through("check");
  const rows = await answersOn(page);
  await resident.confirm();
  const ballot = JSON.parse((await stored(page)).ballots[0].line);
  assert.deepEqual(ballot.tensions.map(({ tension, choice }) => [tension, choice]),
    [["more-or-newer", "accepted"], ["young-people-quiet", "changed"]]);
  assert.deepEqual([ballot.assisted, ballot.live_with], [true, COVENTRY.closing.liveWith]);
  checkSaid(rows, ballot);
});

journey("a facilitated tablet stays with its table: the brand is no way out, and a link begins nothing anew", async (tablet) => {
  const { page } = tablet;
  const resident = await handed(tablet, coventry, { ...HASTY, questions: COVENTRY.questions });
  await resident.through("question-2");
  await page.locator("a.bk-brand").click();
  await resident.at("welcome");
  await page.evaluate(() => { location.hash = "#/begin/coventry-1997"; });
  await resident.at("welcome");
  await resident.through("check");
  await resident.confirm();
  await page.locator("a.bk-brand").click();
  await resident.at("welcome");
  assert.equal(await page.locator(".bk-receipt").count(), 1, "the receipt stays until its person is done");
  await resident.done();
  await arrived(page, coventry.question);
  await page.getByRole("link", { name: /^I run a table/ }).click();
  await arrived(page, "Run a table");
  const [ballot] = (await stored(page)).ballots.map(({ line }) => JSON.parse(line));
  assert.deepEqual([ballot.workshop, ballot.table, ballot.channel], [coventry.workshops[0].id, 2, "tablet"]);
  assert.equal(Object.keys(ballot.answers).length, 2);
});

journey("the next person has the tablet's language and the usual text size, whatever the last one chose", async (tablet) => {
  const { page } = tablet;
  const looks = (language, size) => eventually(page, async () => {
    const { lang, dataset } = await page.evaluate(() => ({ lang: document.documentElement.lang, dataset: { ...document.documentElement.dataset } }));
    assert.deepEqual([lang, dataset.text], [language, size]);
    assert.equal(await page.locator(`[class*="bk-textsize__button--${size}"]`).getAttribute("aria-pressed"), "true");
  });
  const resident = await handed(tablet, sureStart, HASTY);
  await looks("en", "1");
  await page.getByRole("button", { name: /largest text/ }).click();
  await page.getByLabel("Language").selectOption({ label: "Polski" });
  await looks("pl", "3");
  await page.reload();
  await arrived(page, sureStart.translations.pl.question);
  await looks("pl", "3");
  await resident.through("check");
  await resident.confirm();
  await page.reload();
  await arrived(page, "Thank you. Your answers are stored.");
  await looks("pl", "3");
  await page.getByRole("button", { name: "Done: clear this device" }).click();
  await arrived(page, sureStart.question);
  await looks("en", "1");
});

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

journey("a reason half written survives a reload and the way back, and is not passed over", async ({ page, open }) => {
  const resident = new Resident(page, coventry, HASTY);
  await open();
  await resident.begin();
  await resident.through("area-1-arguments");
  await page.getByRole("button", { name: "Add it as a reason for", exact: true }).click();
  await page.getByRole("alert").getByText("Nothing is written yet.").waitFor();
  await page.locator("#own-argument").fill("Buses stop at six.");
  await page.getByRole("button", { name: "On to the next area", exact: true }).click();
  await page.getByRole("alert").getByText("Your reason is not added yet.").waitFor();
  await eventually(page, async () => assert.deepEqual((await stored(page)).kept.includes("draft"), true));
  await page.getByText("Saved on this device").waitFor();
  await page.reload();
  await arrived(page);
  assert.equal(await page.locator("#own-argument").inputValue(), "Buses stop at six.");
  await page.getByRole("button", { name: "Add it as a reason against", exact: true }).click();
  await page.getByRole("button", { name: /^Take it back/ }).click();
  await eventually(page, async () => assert.ok(await page.locator("#own-argument").evaluate((field) => field === document.activeElement)));
  await resident.next("On to the next area");
});

journey("answers to one consultation stay while another is begun on the same device", async ({ page, open }) => {
  const [first, second] = [new Resident(page, coventry, COVENTRY), new Resident(page, sureStart, HASTY)];
  await open("#/begin/coventry-1997");
  await first.at("welcome");
  await first.through("first-reaction-sure");
  await page.locator("#reason").fill("Buses stop at six.");
  await page.getByText("Saved on this device").waitFor();

  await open("#/begin/sure-start-2001");
  await second.at("welcome");
  await second.through("check");
  await second.confirm();

  await open("#/begin/coventry-1997");
  await first.at("welcome");
  await page.evaluate(() => { location.hash = "#/answer/first-reaction-sure"; });
  await first.at("first-reaction-sure");
  assert.equal(await page.locator("#reason").inputValue(), "Buses stop at six.");
  const { ballots, kept } = await stored(page);
  assert.deepEqual(ballots.map(({ reference }) => reference.split("@")[0]), ["sure-start-2001"]);
  assert.ok(kept.includes("draft"));
});

journey("an answer that was given can be taken back", async ({ page, open }) => {
  const resident = new Resident(page, coventry, HASTY);
  await open();
  await resident.begin();
  await resident.through("question-1");
  const first = page.locator(".bk-choice__input").first();
  await page.locator(".bk-choice").first().click();
  await page.getByRole("button", { name: "Take my answer back", exact: true }).click();
  await page.getByRole("button", { name: "Skip this question", exact: true }).waitFor();
  assert.equal(await first.isChecked(), false);
  await eventually(page, async () => assert.ok(await first.evaluate((input) => input === document.activeElement)));
});
