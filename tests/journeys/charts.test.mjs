// Every chart of a large consultation, and of an election from elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { accessible, download, eventually, journey, newDevice, useApp } from "./support/app.mjs";
import { ballotFile, crowd, person, referenceOf } from "./support/ballots.mjs";
import { checkChart, drawn } from "./support/charts.mjs";
import { Organiser } from "./support/desk.mjs";
import { find, sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const CHARTS = ["points", "shifts", "points-by-section", "items", "items-by-section", "money", "money-by-section", "allocation",
  "tables", "table-items", "selection", "rules", "certainty"];

/** The organiser's page with the ballots of two workshops, each in a file. */
async function twoWorkshops(device) {
  const organiser = new Organiser(device);
  const reference = await referenceOf(device, coventry.title);
  const files = Object.entries(crowd(coventry, reference)).map(([workshop, ballots]) =>
    [`${workshop}.ballots.ndjson`, ballotFile(reference, coventry.title, ballots)]);
  await organiser.come();
  await organiser.add(Object.fromEntries(files));
  await organiser.overview("124 ballots are counted.");
  return { organiser, reference };
}

/** Checks all charts on the page. */
async function checkAll(organiser) {
  const elsewhere = await newDevice();
  try {
    for (const figure of await organiser.charts().all()) await checkChart(figure, elsewhere.page);
  } finally {
    await elsewhere.context.close();
  }
}

journey("every chart of a consultation has its picture, figures, table and downloads", async (device) => {
  const { organiser } = await twoWorkshops(device);
  await organiser.overview("People gave 120 of them, tables 4.");
  const ids = await organiser.charts().evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(ids, CHARTS.map((id) => `chart-${id}`));
  await checkAll(organiser);
});

journey("a section alone, and everybody again", async (device) => {
  const { organiser } = await twoWorkshops(device);
  const { page } = organiser;
  const everybody = await organiser.figures();
  const section = page.getByLabel("Section", { exact: true });
  await section.selectOption({ label: find(coventry.sections, "parents").name });
  const bases = organiser.charts().locator(".bk-figure__base > span:first-child");
  await eventually(page, async () => {
    const said = await bases.allTextContents();
    assert.ok(said.length > 0 && !said.some((base) => base.includes("120 people")), `bases: ${said}`);
    assert.ok(said[0].includes("60 people"), said[0]);
  });
  assert.notDeepEqual((await organiser.figures())["chart-points"], everybody["chart-points"]);
  await section.selectOption({ label: "Everybody" });
  await eventually(page, async () => assert.deepEqual(await organiser.figures(), everybody));
});

journey("what is held back at ten is shown at five where it may be, and charts and files say which", async (device) => {
  const { organiser } = await twoWorkshops(device);
  const { page } = organiser;
  const told = (least) => organiser.charts().getByText(`Groups of fewer than ${least} are held back`);
  const held = async () => Object.values(await organiser.figures()).flat(2).filter((cell) => cell === "held back").length;
  assert.equal(await told(10).count(), CHARTS.length);
  const atTen = await held();
  await page.getByLabel("Hold back groups of fewer than", { exact: true }).selectOption({ label: "5 people" });
  await eventually(page, async () => assert.ok((await told(5).count()) >= CHARTS.length));
  assert.ok((await held()) < atTen, `${await held()} of ${atTen}`);
  await accessible(page, "results at a threshold of five");
});

journey("handing in the same file again changes no figure; removing a file takes its ballots away", async (device) => {
  const { organiser, reference } = await twoWorkshops(device);
  const before = await organiser.figures();
  const again = Array.from({ length: 60 }, (_, n) => person(coventry, reference, n, "parents"));
  await organiser.add({ "again.ballots.ndjson": ballotFile(reference, coventry.title, again.toReversed()) });
  await organiser.overview("60 times a ballot came in that was there already. It counts once.");
  await organiser.overview("124 ballots are counted.");
  assert.deepEqual(await organiser.figures(), before);
  await organiser.remove("again.ballots.ndjson");
  await organiser.overview("124 ballots are counted.");
  assert.deepEqual(await organiser.figures(), before);
  await organiser.remove("older-people.ballots.ndjson");
  await organiser.overview("62 ballots are counted.");
  await organiser.page.getByText("There are answers from fewer than two sections").first().waitFor();
});

journey("an election in Pabulib's format", async (device) => {
  const organiser = new Organiser(device);
  await organiser.come();
  await organiser.add({ "lantern-hill.pb": readFileSync(new URL("fixtures/lantern-hill.pb", import.meta.url)) });
  await organiser.says("lantern-hill.pb", "Election with 6 ballots and 4 projects");
  await organiser.overview("6 votes on 4 projects, with");
  const figures = await organiser.figures();
  const votes = Object.values(figures).flat().find((row) => row[0].includes('Swings; a slide and "the ship"'));
  assert.ok(votes, "a project's name with quotes and a semicolon");
  assert.ok(votes.includes("4"), `its votes: ${votes}`);
  await checkAll(organiser);
  await accessible(organiser.page, "the charts of an election");
});

/** Waits until every chart is drawn for a screen of so many pixels to a CSS pixel. */
async function sharp(organiser, ratio) {
  for (const figure of await organiser.charts().all()) {
    await drawn(figure, await figure.getAttribute("id"));
    const [pixels, shown] = await figure.locator("canvas").evaluate((canvas) => [canvas.width, canvas.clientWidth]);
    assert.equal(pixels, shown * ratio);
  }
}

journey("charts are sharp on a screen with twice the pixels", { deviceScaleFactor: 2 }, async (device) => {
  const { organiser } = await twoWorkshops(device);
  await sharp(organiser, 2);
});

/** Runs in the page first. The browser tells nobody of a screen it only plays, so the journey tells it. */
function screens() {
  const queries = new EventTarget();
  const asked = globalThis.matchMedia.bind(globalThis);
  globalThis.matchMedia = (query) => (query.startsWith("(resolution") ? queries : asked(query));
  globalThis.otherScreen = () => queries.dispatchEvent(new Event("change"));
}

journey("charts are drawn again when the window moves to a screen with more pixels", { script: screens }, async (device) => {
  const { organiser } = await twoWorkshops(device);
  const { page } = device;
  await sharp(organiser, 1);
  const session = await device.context.newCDPSession(page);
  const screen = (deviceScaleFactor) =>
    session.send("Emulation.setDeviceMetricsOverride", { ...page.viewportSize(), deviceScaleFactor, mobile: false });
  for (const ratio of [2, 3]) {
    await screen(ratio);
    await eventually(page, async () => assert.equal(await page.evaluate(() => devicePixelRatio), ratio));
    await page.evaluate(() => otherScreen());
    await sharp(organiser, ratio);
  }
});

journey("a download the browser refuses is said beside its chart, and works when it is let", async (device) => {
  const { organiser } = await twoWorkshops(device);
  const { page } = device;
  const figure = page.locator("#chart-points");
  const press = (kind) => figure.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
  const alert = figure.getByRole("alert");
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    const { toBlob } = HTMLCanvasElement.prototype;
    URL.createObjectURL = () => { throw new DOMException("as a test asks", "NotAllowedError"); };
    globalThis.noPicture = () => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); };
    globalThis.letDownload = () => { Object.assign(URL, { createObjectURL }); HTMLCanvasElement.prototype.toBlob = toBlob; };
  });
  for (const kind of ["PNG", "SVG", "CSV"]) {
    await press(kind);
    await alert.getByText(`The browser did not save “points.${kind.toLowerCase()}”. Allow this page to download files`).waitFor();
  }
  await page.evaluate(() => noPicture());
  await press("PNG");
  await alert.getByText("The browser could not make the picture “points.png”.").waitFor();
  await accessible(page, "a refused download");
  await page.evaluate(() => letDownload());
  const file = await download(page, () => press("PNG"));
  assert.equal(file.name, "points.png");
  await alert.waitFor({ state: "detached" });
});
