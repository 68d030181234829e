// Files that are not what they should be: what is wrong, where, and what to do; and nothing is lost by it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journey, useApp } from "./support/app.mjs";
import { ballotFile, person, referenceOf } from "./support/ballots.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const own = { ...coventry, id: "our-own", title: "A consultation of our own" };
const election = readFileSync(new URL("fixtures/lantern-hill.pb", import.meta.url), "utf8");
const json = (value) => JSON.stringify(value, null, 2);
const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split("\n").length;

/** Files that are refused, with what the page says about each. */
const BAD = {
  "empty.basketry.json": ["", "The file is empty. Choose another, or save it again where it came from."],
  "cut.basketry.json": [json(own).slice(0, 20_000), `The file ends too early, in line ${json(own).slice(0, 20_000).split("\n").length}.`],
  "newer.basketry.json": [json({ ...own, version: 99 }), "A newer Basketry made this file (version 99; this one reads up to 1)."],
  "huge.basketry.json": [`{"format":"${" ".repeat(9_000_000)}"}`, "The file is larger than 8 MB, more than a consultation can be."],
  "photo.jpg": [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 255, 254, 0, 1]), "Basketry can't open this kind of file."],
  "broken.basketry.json": [json(own).replace('"items": [', '"items": [,'),
    `it can't be read from line ${lineOf(json(own), '"items": [')}, column`],
  "other.json": [json({ hello: "world" }), "This is not a consultation file. A consultation's name ends in “.basketry.json”."],
  "senseless.basketry.json": [json({ ...own, budget: { ...own.budget, amount: -1 } }), "At budget.amount: "],
  "unknown-id.basketry.json": [json({ ...own, items: own.items.map((item, n) => (n ? item : { ...item, area: "moon" })) }),
    "At items[0].area: nothing is called “moon”. Check the spelling."],
  "wrong-line.pb": [election.replace("LIGHT-2,17", "LIGHT-2,18"),
    `Line ${lineOf(election, "LIGHT-2,17")}: the vote names “18”, but PROJECTS has no such project.`],
  "no-votes.pb": [election.slice(0, election.indexOf("VOTES")), "without a section VOTES"],
};

async function withBallots(device) {
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  const people = Array.from({ length: 12 }, (_, n) => person(coventry, reference, n, "parents"));
  await organiser.come();
  await organiser.add({ "good.ballots.ndjson": ballotFile(reference, coventry.title, people) });
  await organiser.overview("12 ballots are counted.");
  return { organiser, reference, people };
}

journey("a file that can't be read is refused in words, and what was there stays", async (device) => {
  const { organiser } = await withBallots(device);
  const before = await organiser.figures();
  for (const [name, [content, words]] of Object.entries(BAD)) {
    await organiser.add({ [name]: content });
    await organiser.says(name, words);
    assert.ok(await organiser.isBad(name), `${name} is marked`);
    await organiser.overview("12 ballots are counted.");
    assert.deepEqual(await organiser.figures(), before, `after ${name}`);
  }
  for (const name of Object.keys(BAD)) await organiser.remove(name);
  await organiser.says("good.ballots.ndjson", "12 ballots for");
});

journey("the facilitator's page refuses what is no consultation, and keeps what was chosen", async (device) => {
  const facilitator = new Facilitator(device);
  const { page } = device;
  await device.open("#/facilitate");
  await facilitator.choose({ consultation: coventry.title, workshop: coventry.workshops[1].name, table: 2 });
  for (const [name, [content, words]] of Object.entries(BAD).filter(([name]) => !name.endsWith(".pb"))) {
    await facilitator.openFile(name, content);
    await page.getByRole("alert").getByText(words).first().waitFor();
  }
  await facilitator.openFile("lantern-hill.pb", election);
  await page.getByRole("alert").getByText("This is not a consultation file.").waitFor();
  assert.equal(await page.getByLabel("Workshop", { exact: true }).inputValue(), coventry.workshops[1].id);
  await facilitator.openFile("own.basketry.json", json(own));
  await page.getByRole("alert").waitFor({ state: "detached" });
  await page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });
});

journey("bad lines of a ballot file are named; all others count", async (device) => {
  const { organiser, reference, people } = await withBallots(device);
  const lines = ballotFile(reference, coventry.title, [person(coventry, reference, 20, "parents"), ...people]).trimEnd().split("\n");
  lines.splice(2, 0, '{"id":"nobody"}', JSON.stringify({ ...people[0], id: "not-an-id" }));
  await organiser.add({ "damaged.ballots.ndjson": lines.join("\n").slice(0, -100) });
  const says = (text) => organiser.says("damaged.ballots.ndjson", text);
  await says("12 ballots for");
  await says("Some lines are no ballots. They are set aside; all others count.");
  await says("Line 3 is no ballot");
  await says("Line 4: the field “id” holds what it can't.");
  await says(`Line ${lines.length} ends too early: the file was probably not copied whole. Copy it again.`);
  await organiser.overview("8 ballots are counted.");
});

journey("a ballot file that was cut between two lines is not taken for whole", async (device) => {
  const { organiser, reference } = await withBallots(device);
  const people = Array.from({ length: 3 }, (_, n) => person(coventry, reference, 20 + n, "parents"));
  const [header, ...lines] = ballotFile(reference, coventry.title, people).trimEnd().split("\n");
  const stated = JSON.stringify({ ...JSON.parse(header), ballots: 4 });
  await organiser.add({ "cut.ballots.ndjson": `${[stated, ...lines].join("\n")}\n` });
  await organiser.says("cut.ballots.ndjson", "3 ballots for");
  await organiser.says("cut.ballots.ndjson", "The file should hold 4 ballots, but only 3 came");
  assert.ok(await organiser.isBad("cut.ballots.ndjson"));
  await organiser.overview("15 ballots are counted.");
});

journey("ballots wait for their consultation, and count once it is opened", async (device) => {
  const { organiser, people } = await withBallots(device);
  const before = await organiser.figures();
  const digest = "0".repeat(32);
  const waiting = ballotFile(`our-own@1#${digest}`, own.title, people.map((ballot) => ({ ...ballot, consultation: `our-own@1#${digest}` })));
  await organiser.add({ "waiting.ballots.ndjson": waiting });
  await organiser.says("waiting.ballots.ndjson", `12 ballots for “${own.title}”`);
  await organiser.says("waiting.ballots.ndjson", "The consultation these ballots answer is not on this device. Open its file too (.basketry.json).");
  assert.deepEqual(await organiser.figures(), before);
  assert.equal(await organiser.page.getByLabel("Show", { exact: true }).count(), 0);
  // Content that differs is another consultation: these ballots go on waiting.
  await organiser.add({ "own.basketry.json": json(own) });
  await organiser.says("own.basketry.json", "Consultation opened. It is kept on this device.");
  assert.ok(await organiser.isBad("waiting.ballots.ndjson"));
});

journey("opening the consultation makes its ballots count, and it is kept for next time", async (device, another) => {
  const first = await another();
  await first.open("#/facilitate");
  await new Facilitator(first).openFile("own.basketry.json", json(own));
  await first.page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });
  const reference = await first.page.locator("#consultation").inputValue();

  const organiser = new Organiser(device);
  await organiser.come();
  const people = Array.from({ length: 6 }, (_, n) => person(own, reference, n, "parents"));
  const content = ballotFile(reference, own.title, people);
  await organiser.add({ "ours.ballots.ndjson": content });
  await organiser.says("ours.ballots.ndjson", "is not on this device");
  await organiser.add({ "own.basketry.json": json(own) });
  await organiser.overview("6 ballots are counted.");
  assert.equal(await organiser.isBad("ours.ballots.ndjson"), false);
  await device.page.reload();
  await organiser.add({ "ours.ballots.ndjson": content });
  await organiser.overview("6 ballots are counted.");
});
