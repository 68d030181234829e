// What facilitators and organisers do at the desk.
import assert from "node:assert/strict";
import { arrived, download, eventually } from "./app.mjs";

export class Facilitator {
  constructor(device) {
    Object.assign(this, device);
  }

  /** Comes from wherever somebody answers: by the start page, or by a facilitated tablet's welcome. */
  async come() {
    await this.page.locator("a.bk-brand").click();
    await this.page.getByRole("link", { name: /^I run a table/ }).click();
    await arrived(this.page, "Run a table");
  }

  /** Comes by the address, as from a bookmark: a receipt on the screen has no way out but “Done”. */
  async take() {
    await this.open("#/facilitate");
    await arrived(this.page, "Run a table");
  }

  async choose({ consultation, workshop, table }) {
    const { page } = this;
    await page.getByRole("combobox", { name: "Consultation", exact: true }).selectOption({ label: consultation });
    if (!workshop) return page.getByText("people confirmed").waitFor();
    await page.getByLabel("Workshop", { exact: true }).selectOption({ label: workshop });
    const number = page.getByLabel(/^Table/);
    await number.fill(String(table));
    await number.press("Tab");
    return eventually(page, async () => assert.equal(await number.inputValue(), String(table)));
  }

  /** How many people and tables have confirmed, as the page says. */
  async counts() {
    await this.page.getByText("people confirmed").waitFor();
    return (await this.page.locator(".bk-count__number").allTextContents()).map(Number);
  }

  /** Waits until the page says so many people and tables. */
  saysCounts(wanted) {
    return eventually(this.page, async () => assert.deepEqual(await this.counts(), wanted));
  }

  async hand(resident, task = /^Hand to the next person/) {
    await this.page.getByRole("button", { name: task }).click();
    await arrived(this.page, resident.consultation.question);
  }

  async openFile(name, content) {
    await this.page.locator("#consultation-file").setInputFiles(upload(name, content));
  }

  export() {
    return download(this.page, () => this.page.getByRole("button", { name: /^Save the ballots as a file/ }).click());
  }
}

export class Organiser {
  constructor(device) {
    Object.assign(this, device);
  }

  async come() {
    await this.open("#/organise");
  }

  /** Opens files, given as contents by name. */
  async add(files) {
    const all = Object.entries(files).map(([name, content]) => upload(name, content));
    await this.page.locator("#files").setInputFiles(all);
  }

  /** The row of a file. */
  file(name) {
    return this.page.locator(".bk-file", { has: this.page.getByText(name, { exact: true }) });
  }

  /** Waits until a file's row says this. */
  async says(name, text) {
    await eventually(this.page, async () => {
      const said = await this.file(name).locator(".bk-file__status").last().innerText();
      assert.ok(said.includes(text), `${name}: “${said}” does not say “${text}”`);
    });
  }

  /** Whether a file is marked as one that does not count. */
  async isBad(name) {
    return /bk-file--bad/.test(await this.file(name).last().getAttribute("class"));
  }

  async remove(name) {
    const before = await this.page.locator(".bk-file").count();
    await this.file(name).last().getByRole("button", { name: /^Remove/ }).click();
    await eventually(this.page, async () => assert.equal(await this.page.locator(".bk-file").count(), before - 1));
  }

  /** Waits until the overview says this, and the picture is up to date. */
  async overview(text) {
    await eventually(this.page, async () => {
      const said = await this.page.locator("section[aria-busy] > .bk-notice").innerText();
      assert.ok(said.includes(text), `“${said}” does not say “${text}”`);
      assert.equal(await this.page.locator("section[aria-busy]").getAttribute("aria-busy"), "false");
    });
  }

  charts() {
    return this.page.locator("figure.bk-figure");
  }

  /** Every chart's table as text, by the chart's id: what must not change when nothing has changed. */
  figures() {
    return this.charts().evaluateAll((all) => Object.fromEntries(all.map((figure) =>
      [figure.id, [...figure.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent))])));
  }
}

function upload(name, content) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}
