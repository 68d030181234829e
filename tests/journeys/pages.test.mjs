// Every page at every size: no sideways scrolling, nothing for axe-core to find, and a screenshot to look at.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { accessible, arrived, journey, useApp } from "./support/app.mjs";
import { ballotFile, crowd, referenceOf } from "./support/ballots.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { gallery } from "./support/gallery.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
// One page of each kind is enough: the others differ in their words only.
const KINDS = ["welcome", "question-1", "question-2", "first-reaction", "first-reaction-sure", "area-1-fact-sheet", "area-2-arguments",
  "basket", "tension-1", "unspent", "considered-view", "considered-view-sure", "closing", "check"];

gallery("the resident's pages", {}, async ({ page, open }, look) => {
  const resident = new Resident(page, coventry);
  await open();
  await page.getByRole("link", { name: coventry.title }).waitFor();
  await look("01-start");
  await resident.begin();
  const seen = [];
  await resident.through("check", async (slug) => {
    if (!KINDS.includes(slug)) return;
    seen.push(slug);
    await look(`${String(seen.length + 1).padStart(2, "0")}-${slug}`);
  });
  assert.deepEqual(seen, KINDS);
  await resident.confirm();
  await look("20-receipt");
});

for (const [id, language] of [["joining-up-2001", "en"], ["sure-start-2001", "en"], ["sure-start-2001", "pl"]]) {
  journey(`axe finds nothing on any page of ${id} in ${language}`, async ({ page, open }) => {
    const consultation = sample(id);
    const texts = language === consultation.language ? consultation : consultation.translations[language];
    const resident = new Resident(page, consultation, { ...HASTY, questions: consultation.questions.map(() => []) });
    await open(`#/begin/${id}`);
    await resident.at("welcome");
    if (texts !== consultation) {
      await page.getByLabel("Language").selectOption(language);
      await arrived(page, texts.question);
    }
    const seen = [];
    await resident.through("check", async (slug) => {
      seen.push(slug);
      await accessible(page, slug);
    });
    assert.ok(seen.length > 2 * consultation.areas.length, `only ${seen}`);
    await resident.confirm();
    await accessible(page, "receipt");
  });
}

gallery("a refused basket, points left, and open details", {}, async ({ page, open }, look) => {
  const full = { "hospital-wards": 3, "shorter-waits": 3, "crisis-team": 1, "crisis-house": 1, "home-nursing": 1,
    "minor-injuries": 2, "talking-help": 3 };
  const resident = new Resident(page, coventry, { ...COVENTRY, first: { points: [35, 10] }, basket: full });
  await open();
  await resident.begin();
  await page.locator("summary").click();
  await look("21-welcome-open");
  await resident.through("first-reaction");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await look("22-points-left");
  resident.plan.first = undefined;
  await resident.through("basket");
  for (const summary of await page.locator("summary").all()) await summary.click();
  await look("23-basket-full");
});

gallery("the largest text", {}, async ({ page, open }, look) => {
  const resident = new Resident(page, coventry);
  await open();
  await page.getByRole("button", { name: /largest text/ }).click();
  await look("24-start-largest", ["phone"]);
  await resident.begin();
  await resident.through("basket", async (slug) => {
    if (["first-reaction", "area-1-fact-sheet", "basket"].includes(slug)) await look(`25-${slug}-largest`, []);
  });
});

gallery("dark pages have contrast enough", { colorScheme: "dark" }, async ({ page, open }, look) => {
  const resident = new Resident(page, coventry);
  await open();
  await look("30-start-dark", ["phone"]);
  await resident.begin();
  await resident.through("check", async (slug) => {
    if (["first-reaction", "area-1-fact-sheet", "basket", "check"].includes(slug)) {
      await look(`31-${slug}-dark`, ["phone"]);
    }
  });
});

gallery("the facilitator's page", {}, async (device, look) => {
  const facilitator = new Facilitator(device);
  const { page } = device;
  await device.open("#/facilitate");
  await page.getByText("Choose a consultation first.").waitFor();
  await look("40-facilitator");
  await facilitator.choose({ consultation: coventry.title, workshop: coventry.workshops[0].name, table: 4 });
  await look("41-facilitator-chosen");
  await facilitator.openFile("photo.jpg", "no consultation");
  await page.getByRole("alert").waitFor();
  await look("42-facilitator-refused");
  const resident = new Resident(page, coventry, { ...COVENTRY, basket: { "fewer-falls": 1 } });
  await facilitator.hand(resident, /^Fill the table's basket/);
  await look("43-table-welcome");
  await resident.through("check", async (slug) => {
    if (["basket", "dissent", "check"].includes(slug)) await look(`44-table-${slug}`);
  });
  await facilitator.come();
  await page.getByText("Somebody's answers are not confirmed").waitFor();
  await look("45-facilitator-draft");
});

async function results(device) {
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  const ballots = Object.values(crowd(coventry, reference)).flat();
  await organiser.come();
  return { organiser, file: ballotFile(reference, coventry.title, ballots) };
}

gallery("the organiser's page", {}, async (device, look) => {
  const { organiser, file } = await results(device);
  const { page } = device;
  await look("50-organiser");
  await organiser.add({ "tables.ballots.ndjson": file, "photo.jpg": "no ballots" });
  await organiser.add({ "lantern-hill.pb": readFileSync(new URL("fixtures/lantern-hill.pb", import.meta.url)) });
  await organiser.says("photo.jpg", "Basketry can't open this kind of file.");
  await organiser.overview("124 ballots are counted.");
  await look("51-results");
  for (const summary of await page.locator("summary").all()) await summary.click();
  await look("52-results-tables");
});

gallery("dark charts", { colorScheme: "dark" }, async (device, look) => {
  const { organiser, file } = await results(device);
  await organiser.add({ "tables.ballots.ndjson": file });
  await organiser.overview("124 ballots are counted.");
  await look("53-results-dark", ["desktop"]);
});

