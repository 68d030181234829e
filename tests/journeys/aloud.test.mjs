// Reading aloud: only in a voice of the device itself, block by block, and silent once the page is left. Browsers of
// test machines have no voice, so the journey brings one that notes what it is given.
import assert from "node:assert/strict";
import { accessible, arrived, eventually, journey, SIZES, useApp } from "./support/app.mjs";
import { Resident } from "./support/resident.mjs";
import { sample } from "./support/sample.mjs";

useApp();
const coventry = sample("coventry-1997");
const sureStart = sample("sure-start-2001");

/** Runs before the app: a speech synthesis whose utterances end when the journey says so. */
function speaker(voices) {
  const heard = { said: [], now: undefined };
  globalThis.heard = heard;
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance) => {
      heard.now = utterance;
      heard.said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice?.name });
    },
    cancel: () => { heard.now = undefined; },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
}

const speaking = (...voices) => `(${speaker})(${JSON.stringify(voices)})`;
const BRITISH = { name: "Ada", lang: "en_GB", localService: true };
const AFAR = { name: "Cloud", lang: "en-GB", localService: false };
const POLISH = { name: "Ewa", lang: "pl-PL", localService: true };

const button = (page) => page.getByRole("button", { name: "Read aloud", exact: true });
const stopButton = (page) => page.getByRole("button", { name: "Stop reading", exact: true });
const said = (page) => page.evaluate(() => globalThis.heard.said);
const marked = (page) => page.evaluate(() => [...CSS.highlights.get("bk-reading") ?? []].map(String).join(""));

/** Lets the passage that is being read end. */
const end = (page) => page.evaluate(() => globalThis.heard.now.onend());

async function come(device) {
  const resident = new Resident(device.page, coventry);
  await device.open();
  await resident.begin();
  return resident;
}

journey("a page is read block by block in the device's own voice", { script: speaking(AFAR, BRITISH), size: SIZES.phone },
  async (device) => {
    const { page } = device;
    await come(device);
    await button(page).click();
    await stopButton(page).waitFor();
    assert.deepEqual(await said(page), [{ text: coventry.question, lang: "en", voice: "Ada" }]);
    assert.equal(await marked(page), coventry.question);
    await accessible(page, "a page that is being read aloud");
    const texts = await page.locator("main p").allTextContents();
    await end(page);
    const [, second] = await said(page);
    assert.ok(texts.some((text) => text.replace(/\s+/g, " ").trim() === second.text), `“${second.text}” is on the page`);
    while (await page.evaluate(() => globalThis.heard.now !== undefined)) await end(page);
    const all = (await said(page)).map(({ text }) => text);
    assert.equal(new Set(all).size, all.length, "nothing is read twice");
    assert.ok(all.includes("Start"), "the way on is read too");
    assert.ok(!all.some((text) => text.includes("recommendations")), "the footer is not");
    await button(page).waitFor();
    assert.equal(await marked(page), "");
  });

journey("reading stops when it is told to, and when the page is left", { script: speaking(BRITISH) }, async (device) => {
  const { page } = device;
  const resident = await come(device);
  await button(page).click();
  await stopButton(page).click();
  await button(page).waitFor();
  assert.equal(await page.evaluate(() => globalThis.heard.now), undefined);
  await button(page).click();
  await stopButton(page).waitFor();
  await page.keyboard.press("Escape");
  await button(page).click();
  await resident.next("Start");
  await button(page).waitFor();
  assert.equal(await page.evaluate(() => globalThis.heard.now), undefined);
  assert.equal(await marked(page), "");
});

journey("without a voice of the device's own there is no button", { script: speaking(AFAR, POLISH) }, async (device) => {
  await come(device);
  await device.page.getByRole("button", { name: /largest text/ }).waitFor();
  assert.equal(await button(device.page).count(), 0);
});

journey("the voice is that of the page's language", { script: speaking(BRITISH, POLISH) }, async (device) => {
  const { page } = device;
  await device.open("#/begin/sure-start-2001");
  await arrived(page, sureStart.question);
  await page.locator("select").selectOption("pl");
  await eventually(page, async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "pl"));
  await page.locator("[data-read-aloud]").click();
  const [heading] = await said(page);
  assert.equal(heading.voice, "Ewa");
  assert.equal(heading.text, (await page.locator("#app h1").textContent()).replace(/\s+/g, " "));
});
