// What a person does at the resident's pages.
import assert from "node:assert/strict";
import { arrived, eventually } from "./app.mjs";
import { COVENTRY } from "./plans.mjs";
import { find } from "./sample.mjs";

export class Resident {
  constructor(page, consultation, plan = COVENTRY) {
    Object.assign(this, { page, consultation, plan });
  }

  /** Opens the consultation from the start page. */
  async begin() {
    await this.page.getByRole("link", { name: this.consultation.title }).click();
    await this.at("welcome");
  }

  slug() {
    return new URL(this.page.url()).hash.replace("#/answer/", "");
  }

  /** Waits until the page is the one of this address, and has said so. */
  async at(slug) {
    await this.page.waitForURL((url) => url.hash === `#/answer/${slug}`);
    await arrived(this.page);
  }

  /** Presses the way on and waits for the next page. */
  async next(label) {
    const before = this.page.url();
    await this.page.getByRole("button", { name: label, exact: true }).click();
    await this.page.waitForURL((url) => url.href !== before);
    await arrived(this.page);
  }

  /** Answers page after page up to `last`; `visit` sees every page on the way, answered. */
  async through(last, visit = async () => {}) {
    for (;;) {
      const slug = this.slug();
      const label = await this.answer(slug);
      await visit(slug);
      if (slug === last) return;
      assert.ok(label, `no way on from ${slug} to ${last}`);
      await this.next(label);
    }
  }

  /** Answers a page by the plan. Returns what its way on says. */
  async answer(slug) {
    const { page, plan } = this;
    const [, number, part] = slug.match(/^(?:question|area|tension)-(\d+)-?(.*)$/) ?? [];
    const place = Number(number) - 1;
    if (slug === "welcome") {
      const table = await page.getByRole("button", { name: "Fill our basket", exact: true }).count();
      return table ? "Fill our basket" : "Start";
    }
    if (slug.startsWith("question")) {
      for (const option of plan.questions[place]) await this.choose(option);
      return plan.questions[place].length > 0 ? "Continue" : "Skip this question";
    }
    if (part === "fact-sheet") {
      if (place in plan.sheets) await this.choose(plan.sheets[place] ? "Yes" : "No");
      return "Go on";
    }
    if (part === "arguments") return this.argue(place);
    if (slug.startsWith("tension")) {
      await this.choose("Accept it: the basket stays as it is");
      await this.write("#tension-why", plan.tensions);
      return "Continue";
    }
    return this.answerOne(slug);
  }

  async answerOne(slug) {
    const { plan } = this;
    const table = slug === "basket" && (await this.page.getByRole("heading", { name: "Fill your table's basket" }).count());
    const pages = {
      "first-reaction": async () => this.give(plan.first?.points, "Continue"),
      "first-reaction-sure": async () => this.sure(plan.first),
      basket: async () => {
        for (const [id, level] of Object.entries(plan.basket)) await this.put(id, level);
        return table ? "We're done with our basket" : "I'm done with my basket";
      },
      unspent: async () => this.write("#unspent", plan.unspent),
      dissent: async () => this.write("#dissent", plan.dissent),
      "considered-view": async () => this.give(plan.considered?.points, "Continue"),
      "considered-view-sure": async () => this.sure(plan.considered),
      closing: async () => this.close(),
      check: async () => undefined,
    };
    assert.ok(pages[slug], `no answer for ${slug}`);
    return pages[slug]();
  }

  async choose(label) {
    const choice = this.page.locator(".bk-choice", { has: this.page.getByText(label, { exact: true }) });
    if (!(await choice.locator("input").isChecked())) await choice.click();
    await eventually(this.page, async () => assert.ok(await choice.locator("input").isChecked(), label));
  }

  async write(selector, text) {
    await this.page.locator(selector).fill(text);
    return "Continue";
  }

  async sure(given) {
    if (!given) return "Continue";
    const { sure, reason } = given;
    await this.score("sure", sure);
    return this.write("#reason", reason);
  }

  async score(name, score) {
    const point = this.page.locator(".bk-scale__point", { has: this.page.locator(`input[name="${name}"][value="${score}"]`) });
    await point.click();
    await eventually(this.page, async () => assert.ok(await point.locator("input").isChecked()));
  }

  /** Gives points to the areas in their order, five at a press. */
  async give(points, label) {
    if (!points) return "I'd rather leave this out";
    for (const [place, wanted] of points.entries()) {
      const { name } = this.consultation.areas[place];
      for (let given = await this.points(place); given < wanted; given += 5) {
        await this.page.getByRole("button", { name: `${name}: 5 more`, exact: true }).click();
      }
      await eventually(this.page, async () => assert.equal(await this.points(place), wanted));
    }
    return label;
  }

  async points(place) {
    return Number(await this.page.locator(".bk-points__value").nth(place).textContent());
  }

  async argue(place) {
    const { page, plan } = this;
    if (place in plan.moved) await press(page.locator(".bk-moved").nth(plan.moved[place]));
    if (plan.argument?.area === place && (await page.getByText(plan.argument.text, { exact: true }).count()) === 0) {
      await page.locator("#own-argument").fill(plan.argument.text);
      await page.getByRole("button", { name: `Add it as a reason ${plan.argument.side}`, exact: true }).click();
      await page.locator(".bk-argument__text").getByText(plan.argument.text, { exact: true }).waitFor();
    }
    return place + 1 === this.consultation.areas.length ? "I have heard enough" : "On to the next area";
  }

  async close() {
    if (!this.plan.closing) return "Check my answers";
    await this.write("#changed", this.plan.closing.changed);
    if (await this.page.locator("input[name=live-with]").count()) await this.score("live-with", this.plan.closing.liveWith);
    await this.write("#offer", this.plan.closing.offer);
    return "Check my answers";
  }

  // The basket.

  card(id) {
    const { name } = find(this.consultation.items, id);
    return this.page.locator("article.bk-item", { has: this.page.getByRole("heading", { name, exact: true }) });
  }

  /** Chooses a level; whether it is taken is for the caller to see. */
  async level(id, level) {
    await this.card(id).locator(".bk-level").nth(level - 1).click();
  }

  async put(id, level = 1) {
    const card = this.card(id);
    if ((await card.locator(".bk-level").count()) > 1) await this.level(id, level);
    if (await card.locator(".bk-item__state").isVisible()) return;
    await card.getByRole("button", { name: /^Put it in the basket/ }).click();
    await card.locator(".bk-item__state").waitFor();
  }

  async take(id) {
    await this.card(id).getByRole("button", { name: /^Take it out/ }).click();
    await this.card(id).getByRole("button", { name: /^Put it in the basket/ }).waitFor();
  }

  /** Presses confirm and returns the code on the receipt. */
  async confirm(label = "Confirm my answers") {
    await this.page.getByRole("button", { name: label, exact: true }).click();
    const code = this.page.locator(".bk-receipt__code");
    await code.waitFor();
    await arrived(this.page, "Thank you. Your answers are stored.");
    return code.textContent();
  }

  /** Leaves the receipt; the device shows nothing of this person any more. */
  async done() {
    await this.page.getByRole("button", { name: "Done: clear this device" }).click();
    await this.page.locator(".bk-receipt").waitFor({ state: "detached" });
    await arrived(this.page);
  }
}

async function press(toggle) {
  if ((await toggle.getAttribute("aria-pressed")) !== "true") await toggle.click();
}
