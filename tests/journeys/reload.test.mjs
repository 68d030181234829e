// A reload in the middle of every kind of page: the same page with the same answers.
import assert from "node:assert/strict";
import { arrived, eventually, journey, useApp } from "./support/app.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");

/** Everything somebody sees and has answered on the page. */
function answers(page) {
  return page.evaluate(() => ({
    address: location.hash,
    size: document.documentElement.dataset.text,
    heading: document.querySelector("#app h1").textContent,
    fields: [...document.querySelectorAll("#main input, #main textarea")]
      .map((field) => (["radio", "checkbox"].includes(field.type) ? `${field.name} ${field.checked}` : field.value)),
    pressed: [...document.querySelectorAll("#main [aria-pressed]")].map((button) => button.getAttribute("aria-pressed")),
    words: [...document.querySelectorAll("#main output, #main li, #main dd, .bk-money__figure")].map((part) => part.textContent),
  }));
}

async function survives(page, what) {
  await page.getByRole("status").getByText("Saved on this device").waitFor();
  const before = await answers(page);
  await page.reload();
  await arrived(page);
  await eventually(page, async () => assert.deepEqual(await answers(page), before, `after a reload at ${what}`));
}

journey("a reload anywhere keeps all answers", async ({ page, open }) => {
  const resident = new Resident(page, coventry);
  await open();
  await resident.begin();
  await page.getByRole("button", { name: /larger text/ }).click();
  await page.getByText("Yes, somebody helps me with the tablet").click();
  await eventually(page, async () => assert.ok(await page.locator("input[name=assisted]").isChecked()));
  const kinds = new Set();
  await resident.through("check", async (slug) => {
    const kind = slug.replace(/\d+/, "n");
    // Two of each kind: the second fact sheet and arguments have answers of another sort.
    if (kinds.has(`${kind} twice`)) return;
    kinds.add(kinds.has(kind) ? `${kind} twice` : kind);
    await survives(page, slug);
  });
  assert.equal([...kinds].filter((kind) => !kind.endsWith("twice")).length, 13);
});

journey("half-given points and a half-filled basket survive too", async ({ page, open }) => {
  const resident = new Resident(page, coventry, { questions: [[], [], []], first: { points: [15, 20] }, sheets: {}, moved: {} });
  await open();
  await resident.begin();
  await resident.through("first-reaction");
  await survives(page, "half the points");
  assert.equal(await page.locator(".bk-points__number").textContent(), "65");
  resident.plan.first = undefined;
  resident.plan.basket = { "hospital-wards": 3, "crisis-team": 1, "crisis-house": 2 };
  await resident.through("basket");
  await survives(page, "a half-filled basket");
  await resident.take("crisis-house");
  await survives(page, "a basket after taking something out");
  assert.equal(await page.locator(".bk-item--in").count(), 2);
});

journey("after a failure of the program the page loads again where somebody was", async ({ page, open }) => {
  const resident = new Resident(page, coventry, { questions: [[], [], []] });
  await open();
  await resident.begin();
  await resident.through("question-3");
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await page.getByRole("alert").getByText("Something went wrong in the program").waitFor();
  await page.getByRole("button", { name: "Load the page again" }).click();
  await page.locator("#crash").waitFor({ state: "hidden" });
  await arrived(page, coventry.questions[2].text);
  assert.equal(resident.slug(), "question-3");
});
