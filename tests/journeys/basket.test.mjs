// The basket: the money left at every tap, and every way in which a choice is refused.
import assert from "node:assert/strict";
import { eventually, journey, stored, useApp } from "./support/app.mjs";
import { HASTY } from "./support/plans.mjs";
import { Resident } from "./support/resident.mjs";
import { cost, find, left, money, sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const sureStart = sample("sure-start-2001");
const name = (id) => find(coventry.items, id).name;

/** At an empty basket. */
async function atBasket({ page, open }, consultation = coventry) {
  const resident = new Resident(page, consultation, HASTY);
  await open();
  await resident.begin();
  await resident.through("basket");
  return resident;
}

/** What the page says is in the basket, everywhere it says so. */
async function holds(resident, basket) {
  const { page } = resident;
  const rest = left(coventry, basket);
  const rows = coventry.items.filter(({ id }) => id in basket).map(({ id, levels }) => {
    const level = levels.length > 1 ? levels[basket[id] - 1].name : "";
    return `${name(id)}${level}${money(cost(coventry, id, basket[id]))}`;
  });
  const spent = money(coventry.budget.amount - rest);
  await eventually(page, async () => {
    assert.equal(await page.locator(".bk-money__amount").textContent(), money(rest));
    assert.match(await page.locator(".bk-money__basket").textContent(), new RegExp(`${rows.length}$`));
    assert.deepEqual(await page.locator("aside .bk-summary__title:has-text('In the basket') + ul > li").allTextContents(),
      rows.length > 0 ? [...rows, `Spent Illustrative${spent}`] : []);
    assert.equal(await page.locator(".bk-item--in").count(), rows.length);
  });
  const shown = Number(await page.locator(".bk-money__rest").getAttribute("width"));
  assert.ok(Math.abs(shown - (100 * rest) / coventry.budget.amount) < 0.11, `the bar shows ${shown} %`);
}

journey("the money left follows every tap to the penny", async (device) => {
  const resident = await atBasket(device);
  const basket = {};
  await holds(resident, basket);
  for (const [id, level] of [["hospital-wards", 2], ["fewer-falls", 1], ["crisis-team", 3], ["talking-help", 1]]) {
    await resident.put(id, level);
    basket[id] = level;
    await holds(resident, basket);
  }
  for (const level of [3, 1]) {
    await resident.level("hospital-wards", level);
    basket["hospital-wards"] = level;
    await holds(resident, basket);
  }
  await resident.take("fewer-falls");
  delete basket["fewer-falls"];
  await holds(resident, basket);
});

journey("what does not fit is refused with the amount missing, and nothing changes", async (device) => {
  const resident = await atBasket(device);
  const basket = { "hospital-wards": 3, "shorter-waits": 1, "crisis-team": 3, "home-nursing": 3, "small-homes": 1 };
  for (const [id, level] of Object.entries(basket)) await resident.put(id, level);
  await holds(resident, basket);

  const short = (id, level) => money(cost(coventry, id, level) - left(coventry, basket));
  const card = resident.card("bigger-casualty");
  const button = card.getByRole("button", { name: /^Put it in the basket/ });
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  const says = `This does not fit: ${short("bigger-casualty", 1)} is missing. Take something else out, or choose less of it. Illustrative`;
  assert.equal(await card.locator(".bk-item__reason").textContent().then((text) => text.trim()), says);
  assert.equal(await button.getAttribute("aria-describedby"), await card.locator(".bk-item__reason").getAttribute("id"));
  await button.focus();
  await device.page.keyboard.press("Enter");
  await holds(resident, basket);

  // A higher level of what is in already: refused as often as it is tried.
  const more = money(cost(coventry, "shorter-waits", 3) - cost(coventry, "shorter-waits", 1) - left(coventry, basket));
  for (let time = 0; time < 2; time += 1) {
    await resident.level("shorter-waits", 3);
    await eventually(device.page, async () => {
      assert.match(await resident.card("shorter-waits").locator(".bk-item__reason").textContent(), new RegExp(`${more} is missing`));
    });
    await holds(resident, basket);
    const chosen = resident.card("shorter-waits").locator(".bk-level__input");
    assert.deepEqual(await Promise.all([0, 1, 2].map((place) => chosen.nth(place).isChecked())), [true, false, false],
      `the level on the card after ${time + 1} refusals`);
  }
});

journey("a level that did not fit is forgotten when another is looked at", async (device) => {
  const resident = await atBasket(device);
  const basket = { "hospital-wards": 3, "shorter-waits": 1, "crisis-team": 3, "home-nursing": 3 };
  for (const [id, level] of Object.entries(basket)) await resident.put(id, level);
  await holds(resident, basket);
  const item = coventry.items.find(({ id, levels, requires = [] }) => !(id in basket) && requires.length === 0 && levels.length > 1
    && cost(coventry, id, 1) <= left(coventry, basket) && cost(coventry, id, levels.length) > left(coventry, basket));
  assert.ok(item, "choose a basket that leaves room for the lowest level of something alone");
  const card = resident.card(item.id);
  const put = card.getByRole("button", { name: /^Put it in the basket/ });
  await resident.level(item.id, item.levels.length);
  await put.click();
  await card.locator(".bk-item__reason").waitFor();
  await resident.level(item.id, 1);
  await card.locator(".bk-item__reason").waitFor({ state: "detached" });
  assert.equal(await put.getAttribute("aria-disabled"), null);
  await put.click();
  await holds(resident, { ...basket, [item.id]: 1 });
});

journey("items that need or rule out each other say so", async (device) => {
  const resident = await atBasket(device);
  const reason = (id) => resident.card(id).locator(".bk-item__reason");
  const says = (id, text) => eventually(device.page, async () => assert.equal((await reason(id).textContent()).trim(), text));
  const refused = async (id, press) => {
    await resident.card(id).getByRole("button", { name: press }).focus();
    await device.page.keyboard.press("Enter");
  };

  await says("crisis-house", `This only works together with “${name("crisis-team")}”. Put that in first.`);
  await refused("crisis-house", /^Put it in/);
  await holds(resident, {});
  await resident.put("crisis-team");
  await eventually(device.page, async () => assert.equal(await reason("crisis-house").count(), 0));
  await resident.put("crisis-house");
  await refused("crisis-team", /^Take it out/);
  await says("crisis-team", `“${name("crisis-house")}” needs this. Take that out first.`);
  await holds(resident, { "crisis-team": 1, "crisis-house": 1 });

  await resident.put("minor-injuries");
  await says("bigger-casualty", `This cannot be had together with “${name("minor-injuries")}”. Take that out first.`);
  await refused("bigger-casualty", /^Put it in/);
  await holds(resident, { "crisis-team": 1, "crisis-house": 1, "minor-injuries": 1 });
  await resident.take("minor-injuries");
  await resident.put("bigger-casualty");
  await holds(resident, { "crisis-team": 1, "crisis-house": 1, "bigger-casualty": 1 });
});

/** Tries to go on from a tension, which says what to choose first. */
async function isHeld(resident, slug) {
  const { page } = resident;
  assert.equal(await page.locator(".bk-choice__input:checked").count(), 0, "nothing is chosen");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByText("Choose one: accept it, or change the basket.", { exact: true }).waitFor();
  assert.equal(resident.slug(), slug);
}

const change = (resident) => resident.page.locator(".bk-choice", { hasText: "Change the basket" }).click();

journey("a tension holds the page until it is accepted, or the basket is changed for it", async (device) => {
  const resident = await atBasket(device);
  await resident.put("young-peoples-place");
  await resident.next("I'm done with my basket");
  await resident.at("tension-4");
  await isHeld(resident, "tension-4");
  // A reason is no choice.
  await resident.write("#tension-why", "There is noise already.");
  await isHeld(resident, "tension-4");
  await change(resident);
  await resident.at("basket");
  // Nor is coming back with the basket as it was.
  await resident.next("I'm done with my basket");
  await resident.at("tension-4");
  await isHeld(resident, "tension-4");
  await change(resident);
  await resident.at("basket");
  await resident.take("young-peoples-place");
  await resident.put("fewer-falls");
  await resident.next("I'm done with my basket");
  await resident.at("unspent");
});

journey("no way leads past a tension, and the ballot says how each was settled", async (device) => {
  const { page } = device;
  const resident = await atBasket(device);
  await resident.put("young-peoples-place");
  await resident.next("I'm done with my basket");
  await resident.at("tension-4");
  await change(resident);
  await resident.at("basket");
  await resident.take("young-peoples-place");
  await resident.through("check");
  const value = (title) => page.locator(".bk-answers__row", { has: page.getByText(title, { exact: true }) }).locator(".bk-answers__value");
  const title = (id) => find(coventry.tensions, id).title;
  assert.equal((await value(title("young-people-quiet")).textContent()).trim(), "The basket was changed for it.");

  await page.getByRole("link", { name: /^Change\s*: Basket$/ }).click();
  await resident.at("basket");
  await resident.put("longer-hours");
  await page.goBack();
  await resident.at("tension-3");
  await isHeld(resident, "tension-3");
  resident.plan = { ...HASTY, tensions: "Work ends at six." };
  await resident.through("check");
  assert.equal(await value(title("visits-or-health")).textContent(), "Accepted. Work ends at six.");
  await resident.confirm();
  const { tensions } = JSON.parse((await stored(page)).ballots[0].line);
  assert.deepEqual(tensions, [
    { tension: "visits-or-health", choice: "accepted", why: "Work ends at six." },
    { tension: "young-people-quiet", choice: "changed", why: null },
  ]);
});

journey("a choice that meets a tension says so at once", async (device) => {
  const resident = await atBasket(device);
  const tension = coventry.tensions.find(({ when }) => when.length === 1);
  const [{ item, level = 1 }] = tension.when;
  const met = resident.card(item).locator(".bk-item__tension");
  assert.equal(await met.count(), 0);
  await resident.put(item, level);
  await met.getByText(tension.title).waitFor();
  await resident.take(item);
  await met.waitFor({ state: "detached" });
});

journey("an amount that is invented is marked as illustrative wherever it stands", async (device) => {
  const { page } = device;
  const marks = (selector) => page.locator(`${selector} .bk-illustrative`).count();
  const resident = await atBasket(device);
  await resident.put("young-peoples-place");
  await eventually(page, async () => {
    for (const place of [".bk-money", ".bk-summary__row--total", ".bk-group__spent"]) assert.equal(await marks(place), 1, place);
  });
  for (const place of [".bk-item__cost", ".bk-levels__legend"]) {
    assert.equal(await marks(place), await page.locator(place).count(), place);
  }
  resident.plan = { ...HASTY, basket: { "young-peoples-place": 1 }, tensions: "" };
  await resident.through("unspent");
  assert.equal(await marks(".bk-page__kicker"), 1, "the money left unspent");
  await resident.through("check");
  assert.equal(await marks(".bk-answers"), 2, "the cost and what is left, among the answers");
});

journey("a real budget is not marked as illustrative, but what is left of it after invented costs is", async (device) => {
  const resident = await atBasket(device, sureStart);
  const figure = device.page.locator(".bk-money__figure");
  const of = `left of ${money(sureStart.budget.amount)}`;
  assert.equal((await figure.textContent()).replace(/\s+/g, " ").trim(), `${money(sureStart.budget.amount)} ${of}`);
  await resident.put("befriending");
  const rest = money(left(sureStart, { befriending: 1 }));
  await eventually(device.page, async () => {
    assert.equal((await figure.textContent()).replace(/\s+/g, " ").trim(), `${rest} Illustrative ${of}`);
  });
});

journey("nothing moves on the basket's page while somebody scrolls to its end", async (device) => {
  const { page } = device;
  const resident = await atBasket(device);
  const basket = { "hospital-wards": 1, "shorter-waits": 1, "crisis-team": 1 };
  for (const id of Object.keys(basket)) await resident.put(id);
  await holds(resident, basket);
  await page.evaluate(() => scrollTo(0, 0));
  const places = () => page.evaluate(() => [...document.querySelectorAll(".bk-item, .bk-summary, .bk-actions")]
    .map((part) => [part.className, part.getBoundingClientRect().top + scrollY, part.getBoundingClientRect().height]));
  const before = await places();
  assert.ok(before.length > 10, `only ${before.length} parts found`);
  const heights = await page.evaluate(async () => {
    const seen = [];
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      seen.push(document.documentElement.scrollHeight);
    }
    return seen;
  });
  assert.equal(new Set(heights).size, 1, `heights ${heights}`);
  assert.deepEqual(await places(), before);
});

journey("a basket that spends all is not asked why money is left", async (device) => {
  const resident = await atBasket(device);
  const basket = { "hospital-wards": 3, "shorter-waits": 3, "crisis-team": 1, "crisis-house": 1, "home-nursing": 1,
    "minor-injuries": 2, "talking-help": 3 };
  assert.equal(left(coventry, basket), 0, "choose a basket that spends all");
  for (const [id, level] of Object.entries(basket)) await resident.put(id, level);
  await holds(resident, basket);
  await resident.next("I'm done with my basket");
  for (const tension of ["cure-or-care", "house-next-door"]) {
    await resident.at(`tension-${coventry.tensions.findIndex(({ id }) => id === tension) + 1}`);
    await resident.choose("Accept it: the basket stays as it is");
    await resident.next("Continue");
  }
  await resident.at("considered-view");
});
