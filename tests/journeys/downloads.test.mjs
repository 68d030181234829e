// What an organiser takes away: each file downloaded, opened and looked into.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { accessible, download, eventually, journey, useApp } from "./support/app.mjs";
import { ballotFile, crowd, referenceOf } from "./support/ballots.mjs";
import { Organiser } from "./support/desk.mjs";
import { gallery } from "./support/gallery.mjs";
import { find, sample } from "./support/sample.mjs";
import { unzip } from "./support/zip.mjs";

useApp();
const coventry = sample("coventry-1997");
const ELECTION = readFileSync(new URL("fixtures/lantern-hill.pb", import.meta.url), "utf8");
const CHARTS = 13;

async function withBallots(device) {
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  await organiser.come();
  await organiser.add(Object.fromEntries(Object.entries(crowd(coventry, reference)).map(([workshop, ballots]) =>
    [`${workshop}.ballots.ndjson`, ballotFile(reference, coventry.title, ballots)])));
  await organiser.overview("124 ballots are counted.");
  return { organiser, reference };
}

const press = (page, name) => () => page.getByRole("button", { name }).click();
const take = (page, name) => download(page, press(page, name));
const section = (page) => page.getByRole("region", { name: "Download", exact: true });

/** Waits until the page says that it was saved, and that the worker is gone which made it. */
async function saved(page, name) {
  await section(page).getByText(`Saved ${name}.`).waitFor();
  await eventually(page, async () => assert.equal(page.workers().length, 1, "workers"));
}

/** The digest of the ballots, made by hand from their file. */
function digest(lines) {
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  const each = lines.map((line) => `${JSON.parse(line).id} ${hash(line)}\n`).sort();
  return `sha256:${hash(each.join(""))}`;
}

journey("the workbook has a sheet for each table, charts and what to know first", async (device) => {
  const { page } = device;
  const { organiser } = await withBallots(device);
  const { name, content } = await take(page, /^Excel workbook/);
  assert.equal(name, "coventry-1997-r1.xlsx");
  await saved(page, name);
  const parts = unzip(content);
  const count = (start) => Object.keys(parts).filter((part) => part.startsWith(start)).length;
  assert.equal(count("xl/worksheets/sheet"), CHARTS + 2);
  assert.equal(count("xl/charts/chart"), CHARTS - 2);
  const texts = parts["xl/sharedStrings.xml"].toString();
  for (const text of [coventry.question, "124 ballots are counted.", "sha256:"]) assert.ok(texts.includes(text), text);
  const { "chart-points": [, first] } = await organiser.figures();
  const sheet = parts["xl/worksheets/sheet2.xml"].toString();
  assert.ok(texts.includes(`<t>${first[0]}</t>`) && sheet.includes(`<v>${Number(first[1])}</v>`), first.join());
});

journey("all charts come as pictures and tables in one archive, with what they were made of", async (device) => {
  const { page } = device;
  await withBallots(device);
  const { name, content } = await take(page, /^All charts/);
  assert.equal(name, "coventry-1997-r1-charts.zip");
  await saved(page, name);
  const files = unzip(content);
  assert.equal(Object.keys(files).length, 3 * CHARTS + 1);
  assert.deepEqual([...files["01-points.png"].subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.match(files["01-points.svg"].toString(), /^<svg .*<title id=/s);
  const alone = await download(page, () => page.locator("#chart-points").getByRole("button", { name: /^CSV/ }).click());
  assert.ok(files["01-points.csv"].equals(alone.content), "the table in the archive is another one");
  const manifest = JSON.parse(files["manifest.json"]);
  assert.deepEqual([manifest.ballots.counted, manifest.section, manifest.threshold, manifest.rules.length], [124, null, 10, CHARTS]);
});

journey("ballot by ballot only after a warning: data for analysts, and the ballots as they were given", async (device) => {
  const { page } = device;
  const { reference } = await withBallots(device);
  await section(page).getByText("Somebody could be picked out by them.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^(Baskets as an election|Data for analysts|The ballots)/ }).count(), 0);
  await page.getByRole("checkbox", { name: "I know, and I may have these files" }).check();

  const ballots = await take(page, /^The ballots/);
  assert.equal(ballots.name, "coventry-1997-r1-all.ballots.ndjson");
  const [header, ...lines] = ballots.content.toString().trimEnd().split("\n");
  assert.deepEqual([JSON.parse(header).consultation, lines.length], [reference, 124]);
  await saved(page, ballots.name);

  const data = await take(page, /^Data for analysts/);
  assert.equal(data.name, "coventry-1997-r1-data.zip");
  const files = unzip(data.content);
  assert.deepEqual(Object.keys(files), ["datapackage.json", "ballots.csv", "ballots.parquet", "manifest.json"]);
  const rows = files["ballots.csv"].toString().trimEnd().split("\r\n");
  const fields = JSON.parse(files["datapackage.json"]).resources[0].schema.fields.map((field) => field.name);
  assert.deepEqual([rows.length, rows[0]], [125, fields.join(",")]);
  for (const end of [0, -4]) assert.equal(files["ballots.parquet"].subarray(end).toString("latin1", 0, 4), "PAR1");
  const manifest = JSON.parse(files["manifest.json"]);
  assert.deepEqual(manifest.ballots, { counted: 124, digest: digest(lines) });
  assert.equal(manifest.threshold, null);
  assert.deepEqual(JSON.parse(header).manifest, manifest);
});

journey("the baskets come as an election that the page opens itself", async (device) => {
  const { page } = device;
  const { organiser } = await withBallots(device);
  await page.getByRole("checkbox", { name: "I know, and I may have these files" }).check();
  const { name, content } = await take(page, /^Baskets as an election/);
  assert.equal(name, "coventry-1997-r1.pb");
  await saved(page, name);
  await organiser.add({ [name]: content });
  await organiser.says(name, "120 ballots");
  assert.match(content.toString(), /^META\nkey;value\ndescription;Health priorities for Coventry, 1997\n/);
});

journey("what is downloaded of a section says so; an election has its tables", async (device) => {
  const { page } = device;
  const { organiser } = await withBallots(device);
  await page.getByLabel("Section", { exact: true }).selectOption({ label: find(coventry.sections, "parents").name });
  await organiser.overview("62 ballots are counted.");
  const charts = await take(page, /^All charts/);
  assert.equal(charts.name, "coventry-1997-r1-parents-charts.zip");
  const { section: only, ballots, threshold } = JSON.parse(unzip(charts.content)["manifest.json"]);
  assert.deepEqual([only, ballots.counted, threshold], ["parents", 124, 10]);

  await organiser.remove("parents.ballots.ndjson");
  await organiser.remove("older-people.ballots.ndjson");
  await organiser.add({ "lantern-hill.pb": ELECTION });
  await page.locator("#chart-votes").waitFor();
  const book = await take(page, /^Excel workbook/);
  assert.equal(book.name, "election.xlsx");
  const hash = createHash("sha256").update(ELECTION).digest("hex");
  assert.ok(unzip(book.content)["xl/sharedStrings.xml"].toString().includes(`sha256:${hash}`));
  assert.equal(await page.getByRole("button", { name: /^Baskets as an election/ }).count(), 0);
});

journey("a download can be stopped, and what comes after it works", async (device) => {
  const { page } = device;
  await withBallots(device);
  // The browser never comes to the end of drawing.
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.wholeToBlob = HTMLCanvasElement.prototype.toBlob;
    HTMLCanvasElement.prototype.toBlob = () => {};
  });
  await press(page, /^All charts/)();
  await section(page).getByRole("progressbar").waitFor();
  await section(page).getByRole("button", { name: "Stop" }).click();
  await section(page).getByRole("progressbar").waitFor({ state: "detached" });
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = HTMLCanvasElement.prototype.wholeToBlob;
  });
  const { name } = await take(page, /^All charts/);
  await saved(page, name);
});

journey("a file that cannot be made is told, and the page stays", async (device) => {
  const { page } = device;
  const { organiser } = await withBallots(device);
  await page.evaluate(() => {
    const start = Worker;
    globalThis.Worker = function (address) {
      if (String(address).includes("exports")) throw new Error("no memory");
      return new start(address);
    };
  });
  await press(page, /^Excel workbook/)();
  await section(page).getByRole("alert").getByText("The file is too much for this device").waitFor();
  await organiser.overview("124 ballots are counted.");
});

gallery("the downloads", {}, async (device, look) => {
  const { page } = device;
  await withBallots(device);
  await look("70-downloads");
  await page.getByRole("checkbox", { name: /^I know/ }).check();
  await take(page, /^Baskets as an election/);
  await section(page).getByText(/^Saved/).waitFor();
  await accessible(page, "downloads");
  await look("71-downloads-raw");
});
