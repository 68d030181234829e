// The facilitator's page: what is chosen stays chosen, and nobody sees another's answers.
import assert from "node:assert/strict";
import { arrived, eventually, journey, stored, useApp } from "./support/app.mjs";
import { Facilitator } from "./support/desk.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const CHOICE = { consultation: coventry.title, workshop: coventry.workshops[2].name, table: 5 };

async function handed(tablet, plan) {
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(tablet.page, coventry, plan);
  await tablet.open("#/facilitate");
  await facilitator.choose(CHOICE);
  await facilitator.hand(resident);
  return { facilitator, resident };
}

journey("workshop and table stay chosen after a reload, and for the next person", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, HASTY);
  await facilitator.come();
  await page.reload();
  await arrived(page, "Run a table");
  await eventually(page, async () => {
    assert.equal(await page.getByLabel("Workshop", { exact: true }).inputValue(), coventry.workshops[2].id);
    assert.equal(await page.getByLabel(/^Table/).inputValue(), "5");
  });
  await facilitator.hand(resident);
  for (let person = 0; person < 2; person += 1) {
    await resident.through("check");
    await resident.confirm();
    await resident.done();
  }
  const ballots = (await stored(page)).ballots.map(({ line }) => JSON.parse(line));
  assert.deepEqual(ballots.map(({ workshop, table }) => [workshop, table]), [["young-adults", 5], ["young-adults", 5]]);
  assert.notEqual(ballots[0].id, ballots[1].id);
});

journey("answers somebody left behind come first: go on with them, or clear them", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, COVENTRY);
  await resident.through("first-reaction-sure");
  await facilitator.come();
  await page.getByText("Somebody's answers are not confirmed").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Hand to the next person/ }).count(), 0);
  await page.getByRole("link", { name: "Go on with them" }).click();
  await resident.at("first-reaction-sure");
  assert.equal(await page.locator("#reason").inputValue(), COVENTRY.first.reason);
  await facilitator.come();
  await page.getByRole("button", { name: "Clear them" }).click();
  await facilitator.hand(resident);
  resident.plan = HASTY;
  await resident.through("first-reaction");
  assert.equal(await page.locator(".bk-points__number").textContent(), "100");
});

journey("a tablet whose last person is done is clear", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, HASTY);
  await resident.through("check");
  await resident.confirm();
  await resident.done();
  await arrived(page, coventry.question);
  await facilitator.come();
  assert.deepEqual(await facilitator.counts(), [1, 0]);
  await page.getByRole("button", { name: /^Hand to the next person/ }).waitFor();
  assert.equal(await page.getByText("Somebody's answers are not confirmed").count(), 0);
  await page.getByRole("button", { name: /^Save the ballots as a file/ }).waitFor();
});
