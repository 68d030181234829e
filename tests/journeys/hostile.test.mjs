// A consultation with code in its texts: nothing runs, and the texts are shown as words.
import assert from "node:assert/strict";
import { arrived, eventually, journey, useApp } from "./support/app.mjs";
import { ballotFile, person } from "./support/ballots.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const SCRIPT = "<script>globalThis.ran = true</script>";
const IMAGE = '<img src="nowhere" onerror="globalThis.ran = true">';
const PLAIN = "**Bold** and [a good link](https://example.org/help) stay.";
const LINKS = "[press here](javascript:globalThis.ran=true) [or here](JaVaScRiPt:ran) [or](data:text/html,ran) <javascript:ran>";

const ATTACK = `${SCRIPT} ${IMAGE}`;

function hostile() {
  const consultation = sample("coventry-1997");
  const [area, other] = consultation.areas;
  return {
    ...consultation,
    id: "hostile",
    title: `Title ${ATTACK}`,
    question: `Question ${ATTACK}`,
    introduction: `Introduction ${ATTACK}\n\n${LINKS}\n\n${PLAIN}\n\n${SCRIPT}\n\n<iframe src="javascript:ran"></iframe>`,
    areas: [{ ...area, name: `Area ${ATTACK}`, pictogram: '"><script>ran</script>',
      fact_sheet: { ...area.fact_sheet, body: `Sheet ${ATTACK} ${LINKS}` } }, other, ...consultation.areas.slice(2)],
    items: consultation.items.map((item, n) => (n ? item : { ...item, name: `Item ${ATTACK}`, description: `About ${ATTACK}` })),
    arguments: consultation.arguments.map((argument, n) => (n ? argument : { ...argument, text: `Reason ${ATTACK}` })),
  };
}

/** Nothing has run, and nothing in the page could. */
async function harmless(page) {
  const found = await page.evaluate(() => ({
    ran: globalThis.ran,
    links: [...document.querySelectorAll("a[href]")].map((link) => link.href).filter((href) => !href.startsWith("http")),
    parts: document.querySelectorAll("#app script, #app img, #app iframe, #app [onerror]").length,
  }));
  assert.deepEqual(found, { ran: undefined, links: [], parts: 0 });
}

const words = (page, text) => page.getByText(text).first().waitFor();

journey("code in a consultation's texts is shown as words and never runs", async (device) => {
  const { page } = device;
  const consultation = hostile();
  await device.open("#/facilitate");
  const facilitator = new Facilitator(device);
  await facilitator.openFile("hostile.basketry.json", JSON.stringify({ ...consultation,
    areas: [{ ...consultation.areas[0], pictogram: "hospital" }, ...consultation.areas.slice(1)] }));
  await page.locator("#consultation option:checked", { hasText: consultation.title }).waitFor({ state: "attached" });
  await harmless(page);
  const resident = new Resident(page, consultation, HASTY);
  await facilitator.hand(resident);
  await words(page, `Introduction ${ATTACK}`);
  await words(page, "press here");
  const links = await page.locator("#main a[href]").evaluateAll((all) => all.map((link) => [link.href, link.rel, link.textContent]));
  assert.deepEqual(links.filter(([href]) => href.startsWith("https:")), [["https://example.org/help", "noopener noreferrer", "a good link"]]);
  assert.equal(await page.locator("strong", { hasText: "Bold" }).count(), 1);
  await harmless(page);
  await resident.through("check", async (slug) => {
    if (slug === "area-1-fact-sheet") await words(page, `Sheet ${ATTACK}`);
    if (slug === "area-1-arguments") await words(page, `Reason ${ATTACK}`);
    if (slug === "basket") await words(page, `About ${ATTACK}`);
    await harmless(page);
  });
  await resident.confirm();
  await harmless(page);
});

journey("code in ballots and their names reaches charts and tables as words", async (device) => {
  const { page } = device;
  const consultation = hostile();
  consultation.areas[0].pictogram = "hospital";
  const organiser = new Organiser(device);
  await organiser.come();
  await organiser.add({ [`${IMAGE}.basketry.json`]: JSON.stringify(consultation) });
  await eventually(page, async () => assert.equal(await page.locator(".bk-file__status", { hasText: "Consultation opened." }).count(), 1));
  await device.open("#/facilitate");
  await page.reload();
  await arrived(page, "Run a table");
  const option = page.locator("#consultation option", { hasText: consultation.title });
  await option.waitFor({ state: "attached" });
  const reference = await option.getAttribute("value");
  const people = Array.from({ length: 12 }, (_, n) => ({ ...person(consultation, reference, n, "parents"), what_changed: ATTACK }));
  await organiser.come();
  await organiser.add({ "x.ballots.ndjson": ballotFile(reference, consultation.title, people) });
  await organiser.overview("12 ballots are counted.");
  assert.ok(JSON.stringify(await organiser.figures()).includes(JSON.stringify(`Area ${ATTACK}`).slice(1, -1)));
  await harmless(page);
  // What is wrong with ballots is told with the names of files and items.
  const odd = { ...person(consultation, reference, 20, "parents"), basket: { [consultation.items[0].id]: 99 } };
  await organiser.add({ [`${IMAGE}.ballots.ndjson`]: ballotFile(reference, consultation.title, [odd]) });
  await organiser.overview(`1 ballot has “Item ${ATTACK}” in its basket`);
  await organiser.overview(`In ${IMAGE}.ballots.ndjson.`);
  await harmless(page);
});

journey("a pictogram that is no name is refused or harmless", async (device) => {
  const organiser = new Organiser(device);
  await organiser.come();
  await organiser.add({ "hostile.basketry.json": JSON.stringify(hostile()) });
  await eventually(device.page, async () => {
    const said = await organiser.file("hostile.basketry.json").innerText();
    assert.match(said, /areas\[0\]\.pictogram|Consultation opened/);
  });
  await harmless(device.page);
});
