// Reads the page aloud. The button for it is shown only where a voice of the device itself speaks the page's language:
// other voices are somebody else's host, which the page must not talk to.
const page = document.documentElement;
const speech = globalThis.speechSynthesis;
const BLOCKS = "h1, h2, h3, p, li, dt, dd, th, td, legend, label, summary, button, a, blockquote";
const NOT_READ = "header, footer, select, textarea, [aria-hidden='true']";

// What is being read: its words are marked, and an utterance of an earlier reading changes nothing.
let reading = 0;

function voice(language) {
  const speaks = (tag) => (voice) => voice.localService && voice.lang.replace("_", "-").toLowerCase().startsWith(tag);
  const voices = speech.getVoices();
  const tag = language.toLowerCase();
  return voices.find(speaks(tag)) ?? voices.find(speaks(tag.split("-")[0]));
}

function offer() {
  if (!voice(page.lang)) delete page.dataset.voice;
  else page.dataset.voice ??= "ready";
}

/** The page's words, block by block in the order they stand, each with the text it comes from. */
function passages() {
  const found = [];
  const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (element.closest(NOT_READ) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const block = element.closest(BLOCKS) ?? element;
    if (found.at(-1)?.block !== block) found.push({ block, words: "", range: new Range() });
    const passage = found.at(-1);
    if (!passage.words) passage.range.setStartBefore(text);
    passage.range.setEndAfter(text);
    passage.words += text.data;
  }
  return found.filter(({ words }) => words.trim());
}

function mark(range) {
  if (range) CSS.highlights?.set("bk-reading", new Highlight(range));
  else CSS.highlights?.delete("bk-reading");
}

function stop() {
  reading += 1;
  speech.cancel();
  mark();
  if (page.dataset.voice) page.dataset.voice = "ready";
}

// One utterance for each block: browsers break off long ones, and what is read stays marked.
function read(all, place, of) {
  if (of !== reading) return;
  const passage = all[place];
  if (!passage) return stop();
  mark(passage.range);
  passage.range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  const language = passage.block.closest("[lang]").lang;
  const utterance = new SpeechSynthesisUtterance(passage.words.replace(/\s+/g, " ").trim());
  Object.assign(utterance, { lang: language, voice: voice(language) ?? voice(page.lang) });
  utterance.onend = () => read(all, place + 1, of);
  utterance.onerror = () => of === reading && stop();
  speech.speak(utterance);
}

addEventListener("click", (event) => {
  if (!event.target.closest("[data-read-aloud]")) return;
  const silent = page.dataset.voice !== "speaking";
  stop();
  if (!silent) return;
  page.dataset.voice = "speaking";
  read(passages(), 0, reading);
});
addEventListener("keydown", (event) => event.key === "Escape" && page.dataset.voice === "speaking" && stop());
// Another page, another person: nothing of the last one is read on.
addEventListener("hashchange", stop);
addEventListener("pagehide", stop);
speech.addEventListener("voiceschanged", offer);
new MutationObserver(() => {
  stop();
  offer();
}).observe(page, { attributeFilter: ["lang"] });
offer();
