// One tablet at one table: three people and the table's basket, then the organiser's desk on another device.
import assert from "node:assert/strict";
import { arrived, journey, useApp } from "./support/app.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { find, sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const WORKSHOP = find(coventry.workshops, "parents");
const PLANS = [
  COVENTRY,
  { ...COVENTRY, first: { ...COVENTRY.first, points: [0, 50, 20, 10, 10, 10] }, basket: { "fewer-falls": 2 } },
  { ...COVENTRY, considered: { ...COVENTRY.considered, points: [0, 0, 60, 20, 10, 10] }, basket: { "crisis-team": 1 } },
];
const TABLE_PLAN = { ...COVENTRY, basket: { "talking-help": 3, interpreters: 2 } };

async function answer(resident, plan) {
  resident.plan = plan;
  await resident.through("check");
  const code = await resident.confirm(plan === TABLE_PLAN ? "Confirm our basket" : "Confirm my answers");
  await resident.page.getByText(`${WORKSHOP.name} · Table 3`).waitFor();
  await resident.done();
  return code;
}

/** The whole of a table's day; returns the file. */
async function day(tablet) {
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(tablet.page, coventry);
  await tablet.open("#/facilitate");
  await facilitator.choose({ consultation: coventry.title, workshop: WORKSHOP.name, table: 3 });
  assert.deepEqual(await facilitator.counts(), [0, 0]);
  assert.equal(await tablet.page.getByRole("button", { name: /^Save the ballots/ }).count(), 0);
  await facilitator.hand(resident);
  const codes = [await answer(resident, PLANS[0])];
  // The tablet stays with its consultation: the next person just begins.
  await arrived(tablet.page, coventry.question);
  codes.push(await answer(resident, PLANS[1]));
  await facilitator.come();
  assert.deepEqual(await facilitator.counts(), [2, 0]);
  await facilitator.hand(resident);
  codes.push(await answer(resident, PLANS[2]));
  await facilitator.come();
  await facilitator.hand(resident, /^Fill the table's basket/);
  await tablet.page.getByText("This is your table's basket.").waitFor();
  codes.push(await answer(resident, TABLE_PLAN));
  assert.equal(new Set(codes).size, 4);
  await facilitator.come();
  assert.deepEqual(await facilitator.counts(), [3, 1]);
  const file = await facilitator.export();
  await tablet.page.getByRole("status").getByText(`Saved 4 ballots as ${file.name}.`).waitFor();
  return file;
}

function checkFile({ name, content }) {
  assert.equal(name, "coventry-1997-parents-3.ballots.ndjson");
  const lines = content.toString().split("\n");
  assert.equal(lines.pop(), "", "the file ends with a line end");
  const [header, ...ballots] = lines.map((line) => JSON.parse(line));
  assert.equal(header.format, "basketry-ballots");
  assert.equal(header.version, 1);
  assert.equal(header.title, coventry.title);
  assert.match(header.consultation, /^coventry-1997@1#[0-9a-f]{32}$/);
  assert.equal(ballots.length, 4);
  assert.equal(header.ballots, 4);
  for (const ballot of ballots) {
    assert.deepEqual([ballot.consultation, ballot.workshop, ballot.table, ballot.channel],
      [header.consultation, "parents", 3, "tablet"]);
  }
  const baskets = (voter) => ballots.filter((ballot) => ballot.voter === voter).map(({ basket }) => JSON.stringify(basket)).sort();
  const sorted = (plan) => JSON.stringify(Object.fromEntries(Object.entries(plan.basket).sort()));
  assert.deepEqual(baskets("person"), PLANS.map(sorted).sort());
  assert.deepEqual(baskets("table"), [sorted(TABLE_PLAN)]);
  const table = ballots.find(({ voter }) => voter === "table");
  assert.deepEqual(table.dissent, [TABLE_PLAN.dissent]);
  assert.equal(table.first_reaction, null);
  for (const { live_with } of ballots.filter(({ voter }) => voter === "person")) assert.equal(live_with, 4);
}

journey("a table's day: people, the table's basket, the file, and the organiser's picture", async (tablet, another) => {
  const file = await day(tablet);
  checkFile(file);

  const organiser = new Organiser(await another());
  const { page } = organiser;
  await organiser.come();
  await page.getByText("Nothing to see yet. Open a ballot file above, or add the ballots on this device.").waitFor();
  await organiser.add({ [file.name]: file.content });
  await organiser.says(file.name, `4 ballots for “${coventry.title}”`);
  await organiser.overview("4 ballots are counted.");
  await organiser.overview("People gave 3 of them, tables 1.");
  const figures = await organiser.figures();
  // Three people are too few: nothing of what they answered is shown.
  assert.deepEqual(figures, {});
  await page.getByText("Held back. Fewer than 10 people are behind it").first().waitFor();

  await organiser.add({ [file.name]: file.content });
  await organiser.overview("4 times a ballot came in that was there already. It counts once.");
  await organiser.overview("4 ballots are counted.");
  assert.deepEqual(await organiser.figures(), figures);
  await organiser.remove(file.name);
  await organiser.overview("4 ballots are counted.");
  assert.deepEqual(await organiser.figures(), figures);
  await organiser.remove(file.name);
  await page.getByText("Nothing to see yet.").waitFor();
});

journey("whoever leaves without “done” leaves no receipt for the next person", async (tablet) => {
  const { page } = tablet;
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(page, coventry, HASTY);
  await tablet.open("#/facilitate");
  await facilitator.choose({ consultation: coventry.title, workshop: WORKSHOP.name, table: 3 });
  await facilitator.hand(resident);
  await resident.through("check");
  const left = await resident.confirm();
  // A reload finds the receipt again, as long as it is the same person's.
  await page.reload();
  await page.locator(".bk-receipt__code").filter({ hasText: left }).waitFor();
  await facilitator.take();
  assert.deepEqual(await facilitator.counts(), [1, 0]);
  await facilitator.hand(resident);
  assert.equal(await page.locator(".bk-receipt").count(), 0);
  await page.reload();
  await arrived(page, coventry.question);
  await resident.through("check");
  assert.notEqual(await resident.confirm(), left);
  await facilitator.take();
  await facilitator.hand(resident, /^Fill the table's basket/);
  assert.equal(await page.locator(".bk-receipt").count(), 0);
  await facilitator.come();
  assert.deepEqual(await facilitator.counts(), [2, 0]);
});

journey("the organiser's page shows the ballots of its own device", async (tablet) => {
  const resident = new Resident(tablet.page, coventry, { ...COVENTRY, moved: {}, argument: undefined });
  await tablet.open();
  await resident.begin();
  await resident.through("check");
  await resident.confirm();
  const organiser = new Organiser(tablet);
  await organiser.come();
  for (let press = 0; press < 2; press += 1) {
    await tablet.page.getByRole("button", { name: "Add the ballots on this device" }).click();
    await organiser.overview("1 ballot is counted.");
  }
  await organiser.says("coventry-1997.ballots.ndjson", "1 ballot for");
  assert.equal(await organiser.page.locator(".bk-file").count(), 1);
});
