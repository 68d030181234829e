// The facilitator's page: what is chosen stays chosen, and nobody sees another's answers.
import assert from "node:assert/strict";
import { SIZES, accessible, arrived, download, eventually, journey, stored, useApp } from "./support/app.mjs";
import { keepOnDevice, person, referenceOf } from "./support/ballots.mjs";
import { Facilitator, Organiser } from "./support/desk.mjs";
import { COVENTRY, HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";
import { PIECE, inWorker, neverDone } from "./support/worker.mjs";

useApp();
const coventry = sample("coventry-1997");
const sureStart = sample("sure-start-2001");
const CHOICE = { consultation: coventry.title, workshop: coventry.workshops[2].name, table: 5 };

async function handed(tablet, plan) {
  const facilitator = new Facilitator(tablet);
  const resident = new Resident(tablet.page, coventry, plan);
  await tablet.open("#/facilitate");
  await facilitator.choose(CHOICE);
  await facilitator.hand(resident);
  return { facilitator, resident };
}

/** Sets the answers aside that somebody left: that takes two presses. */
async function setAside(page) {
  await page.getByRole("button", { name: "Set them aside", exact: true }).click();
  await page.getByText("Answers that are set aside are gone for good, and are not counted.").waitFor();
  await page.getByRole("button", { name: "Set them aside for good" }).click();
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

journey("answers somebody left behind come first: go on with them, or set them aside", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, COVENTRY);
  await resident.through("first-reaction-sure");
  await facilitator.come();
  await page.getByText("Somebody's answers are not confirmed").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Hand to the next person/ }).count(), 0);
  await page.getByRole("button", { name: "Go on with them" }).click();
  await resident.at("first-reaction-sure");
  assert.equal(await page.locator("#reason").inputValue(), COVENTRY.first.reason);
  await facilitator.come();
  await setAside(page);
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

journey("ballots of a consultation that is not here any more are counted and saved all the same", async (tablet, another) => {
  const { page } = tablet;
  const gone = `coventry-1997@1#${"0".repeat(32)}`;
  const people = Array.from({ length: 3 }, (_, n) => person(coventry, gone, n, "parents"));
  const reference = await referenceOf(tablet, coventry.title);
  const others = page.getByRole("region", { name: "Other ballots on this device" });
  assert.equal(await others.count(), 0);
  await keepOnDevice(page, [...people, person(coventry, reference, 10, "parents")]);
  await page.reload();
  // Before anything is chosen.
  await others.getByText("3 ballots on this device", { exact: true }).waitFor();
  await accessible(page, "ballots without their consultation");
  const file = await download(page, () =>
    others.getByRole("button", { name: /^Save as a file\s*: coventry-1997, revision 1, version 00000000$/ }).click());
  assert.equal(file.name, "coventry-1997-00000000.ballots.ndjson");
  const [header, ...lines] = file.content.toString().split("\n");
  assert.deepEqual(JSON.parse(header),
    { format: "basketry-ballots", version: 1, consultation: gone, title: "coventry-1997", ballots: 3 });
  assert.deepEqual(lines, [...people.map((ballot) => JSON.stringify(ballot)), ""]);
  await others.getByRole("status").getByText(`Saved 3 ballots as ${file.name}.`).waitFor();
  const facilitator = new Facilitator(tablet);
  await facilitator.choose({ consultation: coventry.title });
  assert.deepEqual(await facilitator.counts(), [1, 0]);
  assert.equal(await others.locator(".bk-file").count(), 1);

  const organiser = new Organiser(await another());
  await organiser.come();
  await organiser.add({ [file.name]: file.content });
  await organiser.says(file.name, "3 ballots for “coventry-1997”");
});

/** The facilitator's page of a tablet on which one person has confirmed. */
async function withOneBallot(tablet) {
  const facilitator = new Facilitator(tablet);
  const reference = await referenceOf(tablet, coventry.title);
  await keepOnDevice(tablet.page, [person(coventry, reference, 0, "parents")]);
  await facilitator.choose(CHOICE);
  await facilitator.saysCounts([1, 0]);
  return facilitator;
}

journey("ballots that can't be read are not shown as none", async (tablet) => {
  const { page } = tablet;
  const facilitator = await withOneBallot(tablet);
  await page.evaluate(() => {
    IDBIndex.prototype.getAll = () => { throw new DOMException("as a test asks", "UnknownError"); };
  });
  await page.getByLabel("Workshop", { exact: true }).selectOption({ label: coventry.workshops[0].name });
  await page.getByRole("alert").getByText("The device's storage did not answer as it should (UnknownError). Load the page again.").waitFor();
  assert.equal(await page.locator(".bk-count__number").count(), 0);
  await accessible(page, "a device whose storage fails");
  await page.reload();
  await facilitator.saysCounts([1, 0]);
});

journey("a choice that can't be kept is not shown as made, and the tablet is not handed over", async (tablet) => {
  const { page } = tablet;
  const facilitator = new Facilitator(tablet);
  await tablet.open("#/facilitate");
  await facilitator.choose(CHOICE);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("no space", "QuotaExceededError"); };
  });
  const workshop = page.getByLabel("Workshop", { exact: true });
  const alerts = page.getByRole("alert").getByText("The device has no space left, so this was not kept. Free some space, then try again.");
  for (const other of [0, 1]) {
    await workshop.selectOption({ label: coventry.workshops[other].name });
    await eventually(page, async () => assert.equal(await workshop.inputValue(), coventry.workshops[2].id));
    assert.equal(await alerts.count(), 1);
  }
  await page.getByRole("button", { name: /^Hand to the next person/ }).click();
  await eventually(page, async () => assert.equal(await alerts.count(), 2));
  assert.equal(new URL(page.url()).hash, "#/facilitate");
});

journey("a file the browser does not save is not said to be saved", async (tablet) => {
  const { page } = tablet;
  const facilitator = await withOneBallot(tablet);
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = () => {
      URL.createObjectURL = createObjectURL;
      throw new DOMException("as a test asks", "NotAllowedError");
    };
  });
  await page.getByRole("button", { name: /^Save the ballots as a file/ }).click();
  await page.getByRole("alert").getByText(/^The browser did not save “coventry-1997.*\.ballots\.ndjson”\./).waitFor();
  const file = await facilitator.export();
  await page.getByRole("status").getByText(`Saved 1 ballot as ${file.name}.`).waitFor();
});

journey("answers that can't be set aside are said to be there still", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, COVENTRY);
  await resident.through("question-2");
  await facilitator.come();
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => { throw new DOMException("as a test asks", "UnknownError"); };
  });
  await setAside(page);
  await page.getByRole("alert").getByText("The device's storage did not answer as it should (UnknownError).").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Hand to the next person/ }).count(), 0);
});

journey("a choice waits for answers that are not confirmed, and overwrites none of them", async (tablet) => {
  const { page } = tablet;
  const { facilitator, resident } = await handed(tablet, COVENTRY);
  await resident.through("first-reaction-sure");
  await facilitator.come();
  const consultation = page.getByRole("combobox", { name: "Consultation", exact: true });
  const chosen = () => consultation.evaluate((select) => select.selectedOptions[0].label);
  const held = page.getByText("Your choice waits, since these answers come first.");
  const note = page.getByText(`They are for “${coventry.title}”.`);
  await note.waitFor();
  assert.equal(await held.count(), 0);

  await consultation.selectOption({ label: sureStart.title });
  await held.waitFor();
  await eventually(page, async () => assert.equal(await chosen(), coventry.title));
  assert.ok(await page.evaluate(() => document.activeElement.id === "unfinished"), "the note has the focus");
  await accessible(page, "a choice that waits");
  const table = page.getByLabel(/^Table/);
  await table.fill("6");
  await table.press("Tab");
  await eventually(page, async () => assert.equal(await table.inputValue(), String(CHOICE.table)));
  await facilitator.openFile("sure-start.basketry.json", JSON.stringify({ ...sureStart, id: "our-own", title: "Our own" }));
  await page.locator("#consultation option", { hasText: "Our own" }).waitFor({ state: "attached" });
  assert.equal(await chosen(), coventry.title);

  await page.getByRole("button", { name: "Set them aside", exact: true }).click();
  await page.getByRole("button", { name: "Keep them" }).click();
  await page.getByRole("button", { name: "Go on with them" }).click();
  await resident.at("first-reaction-sure");
  assert.equal(await page.locator("#reason").inputValue(), COVENTRY.first.reason);

  await facilitator.come();
  await consultation.selectOption({ label: sureStart.title });
  await held.waitFor();
  await setAside(page);
  await note.waitFor({ state: "detached" });
  await eventually(page, async () => assert.equal(await chosen(), sureStart.title));
  await facilitator.hand(new Resident(page, sureStart, HASTY));
});

journey("answers are gone on with in their own consultation, whatever the tablet was set to since", async (tablet) => {
  const { page } = tablet;
  const { resident } = await handed(tablet, COVENTRY);
  // Before the first answer the tablet is set to something else, in another tab.
  const tab = await tablet.context.newPage();
  await tab.goto(`${tablet.url}#/facilitate`);
  await new Facilitator({ ...tablet, page: tab }).choose({ consultation: sureStart.title });
  await tab.close();
  await resident.through("first-reaction-sure");
  await new Facilitator(tablet).take();
  await page.getByText(`They are for “${coventry.title}”.`).waitFor();
  await page.getByRole("button", { name: "Go on with them" }).click();
  await resident.at("first-reaction-sure");
  assert.equal(await page.locator("#reason").inputValue(), COVENTRY.first.reason);
  resident.plan = { ...COVENTRY, considered: undefined, closing: undefined };
  await resident.through("check");
  await resident.confirm();
  const [ballot] = (await stored(page)).ballots.map(({ line }) => JSON.parse(line));
  assert.deepEqual([ballot.workshop, ballot.table, ballot.channel], [coventry.workshops[2].id, CHOICE.table, "tablet"]);
});

journey("the table's basket is offered where the agenda has it, once workshop and table are chosen", async (tablet) => {
  const { page } = tablet;
  const facilitator = new Facilitator(tablet);
  const offered = page.getByRole("button", { name: /^Fill the table's basket/ });
  const why = page.getByText("To fill the table's basket, choose the workshop and the table.");
  await tablet.open("#/facilitate");
  await facilitator.choose({ consultation: coventry.title });
  await why.waitFor();
  assert.equal(await offered.count(), 0);
  await facilitator.choose(CHOICE);
  await offered.waitFor();
  assert.equal(await why.count(), 0);
  const table = page.getByLabel(/^Table/);
  await table.fill("");
  await table.press("Tab");
  await offered.waitFor({ state: "detached" });
  await why.waitFor();

  const own = { ...coventry, id: "our-own", title: "No basket of a table", agenda: coventry.agenda.filter(({ stage }) => stage !== "table_basket") };
  await facilitator.openFile("own.basketry.json", JSON.stringify(own));
  await page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });
  await facilitator.choose({ ...CHOICE, consultation: own.title });
  await page.getByRole("button", { name: /^Hand to the next person/ }).waitFor();
  assert.deepEqual([await offered.count(), await why.count()], [0, 0]);
});

journey("a tablet at its table has the next person at the top, on a phone too", { size: SIZES.phone }, async (tablet) => {
  const { page } = tablet;
  const facilitator = new Facilitator(tablet);
  await tablet.open("#/facilitate");
  await facilitator.choose(CHOICE);
  const hand = page.getByRole("button", { name: /^Hand to the next person/ });
  const top = async (place) => (await place.boundingBox()).y;
  assert.ok(await top(hand) > await top(page.getByLabel("Workshop", { exact: true })), "nothing moves while choosing");
  await page.reload();
  await page.getByText(`${coventry.title} · ${CHOICE.workshop} · Table 5`).waitFor();
  const { y, height } = await hand.boundingBox();
  assert.ok(y + height < SIZES.phone.height / 2, `the button ends at ${y + height}`);
  assert.ok(await top(page.getByLabel("Workshop", { exact: true })) > y);
});

/** Drops a file on an element. Returns whether the browser was kept from opening it in the page's stead. */
function drop(page, selector, name, content) {
  return page.locator(selector).evaluate((element, [name, content]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], name));
    const event = (kind) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
    return [element.dispatchEvent(event("dragover")), element.dispatchEvent(event("drop"))].every((through) => !through);
  }, [name, content]);
}

journey("a file dropped anywhere on the page is opened there", async (tablet, another) => {
  const { page } = tablet;
  const own = { ...coventry, id: "our-own", title: "A consultation of our own" };
  await tablet.open("#/facilitate");
  await page.locator("#consultation").waitFor();
  assert.ok(await drop(page, ".bk-footer", "own.basketry.json", JSON.stringify(own)), "the browser opens it");
  await page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });
  assert.equal(await page.locator(".bk-drop--over").count(), 0);

  const organiser = new Organiser(await another());
  await organiser.come();
  assert.ok(await drop(organiser.page, "#app h1", "photo.jpg", "no ballots"), "the browser opens it");
  await organiser.says("photo.jpg", "Basketry can't open this kind of file.");
});

journey("the opening of a large file shows how far it is, and can be stopped", async (tablet) => {
  const { page } = tablet;
  const facilitator = new Facilitator(tablet);
  await tablet.open("#/facilitate");
  await facilitator.choose(CHOICE);
  await inWorker(page, neverDone, PIECE);
  const own = { ...coventry, id: "our-own", title: "A consultation of our own" };
  await facilitator.openFile("large.basketry.json", JSON.stringify(own) + " ".repeat(2 * PIECE));
  await eventually(page, async () => assert.ok((await page.locator("#reading").evaluate((bar) => bar.value)) >= PIECE));
  await page.getByRole("button", { name: "Stop reading" }).click();
  await page.locator("#reading").waitFor({ state: "detached" });
  await facilitator.openFile("own.basketry.json", JSON.stringify(own));
  await page.locator("#consultation option:checked", { hasText: own.title }).waitFor({ state: "attached" });
});
