// Everything a chart on the page owes its readers: picture, keyboard, table, and three downloads that agree with it.
import assert from "node:assert/strict";
import { download, eventually } from "./app.mjs";

/** Checks a chart; `sheet` is an empty page outside the app, in which pictures are read. */
export async function checkChart(figure, sheet) {
  const id = await figure.getAttribute("id");
  const about = {
    name: id.replace("chart-", ""),
    title: await figure.locator(".bk-figure__title").textContent(),
    base: await figure.locator(".bk-figure__base > span:not(.bk-illustrative)").allTextContents(),
  };
  assert.ok(about.base.length >= 3, `${id} says base, date and rule: ${about.base}`);
  await drawn(figure, id);
  await spoken(figure, id);
  const table = await tableOf(figure);
  assert.ok(table.length > 1 && table.every((row) => row.length === table[0].length), `${id} has a table`);
  await checkPng(figure, sheet, about);
  await checkSvg(figure, sheet, about);
  await checkCsv(figure, about, table);
}

/** The size of a picture, and how many of its colours are more than a trace. Runs in a page. */
function look(source) {
  const [width, height] = [source.naturalWidth || source.width, source.naturalHeight || source.height];
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(source, 0, 0);
  const seen = new Map();
  for (const colour of new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)) {
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  const colours = [...seen.values()].filter((count) => count > (width * height) / 2000).length;
  return { width, height, colours, shown: source.clientWidth * devicePixelRatio };
}

/** Waits until the picture on the page is drawn, a pixel for each pixel of the screen. */
export async function drawn(figure, id) {
  const canvas = figure.locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  await eventually(figure.page(), async () => {
    const found = await canvas.evaluate(look);
    assert.ok(found.colours >= 2, `${id} is blank`);
    assert.equal(found.width, Math.ceil(found.shown), `${id} is as wide as its place`);
  });
  const label = await canvas.getAttribute("aria-label");
  assert.ok(label.includes(await figure.locator(".bk-figure__title").textContent()), `${id}: “${label}”`);
}

async function spoken(figure, id) {
  const status = figure.getByRole("status");
  // Screen readers hand the arrow keys on to an application only.
  const canvas = figure.getByRole("application");
  const picture = () => canvas.evaluate((node) => node.toDataURL());
  const turns = (check, what) => eventually(figure.page(), async () => assert.ok(check(await picture()), `${id} ${what}`));
  await canvas.focus();
  const press = async (key) => {
    await canvas.press(key);
    return status.textContent();
  };
  assert.equal(await status.textContent(), "", `${id} says nothing by itself`);
  const plain = await picture();
  const first = await press("ArrowRight");
  await turns((now) => now !== plain, "marks where one is");
  const atFirst = await picture();
  const [second, last] = [await press("ArrowRight"), await press("End")];
  assert.ok(first.length > 0, `${id} says nothing at the arrow keys`);
  assert.equal(await press("ArrowRight"), last, `${id} stays at the end`);
  if (last !== first) await turns((now) => now !== plain && now !== atFirst, "moves the mark along");
  assert.equal(await press("Home"), first);
  assert.equal(await press("ArrowLeft"), first, `${id} stays at the beginning`);
  if (last !== first) assert.notEqual(second, first, `${id} goes on`);
  await canvas.blur();
  await turns((now) => now === plain, "is marked only while the keys are on it");
}

async function tableOf(figure) {
  const details = figure.locator("details");
  if (!(await details.evaluate((node) => node.open))) await figure.getByText("The table behind this chart").click();
  await figure.getByRole("table").waitFor();
  return figure.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

const file = (figure, kind) =>
  download(figure.page(), () => figure.locator(".bk-downloads").getByRole("button", { name: new RegExp(`^${kind}`) }).click());

async function checkPng(figure, sheet, { name }) {
  const png = await file(figure, "PNG");
  assert.equal(png.name, `${name}.png`);
  assert.deepEqual([...png.content.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const [width, height] = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
  assert.equal(width, 1920);
  assert.ok(height > 300, `${name}.png is ${height} high`);
  await sheet.setContent(`<img src="data:image/png;base64,${png.content.toString("base64")}">`);
  await sheet.locator("img").evaluate((picture) => picture.decode());
  const found = await sheet.locator("img").evaluate(look);
  assert.deepEqual([found.width, found.height], [width, height]);
  assert.ok(found.colours >= 2, `${name}.png is blank`);
}

async function checkSvg(figure, sheet, { name, title, base }) {
  const svg = await file(figure, "SVG");
  assert.equal(svg.name, `${name}.svg`);
  const found = await sheet.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = (selector) => [...xml.querySelectorAll(selector)].map((node) => node.textContent);
    return { error: all("parsererror"), root: xml.documentElement.localName, title: all("svg > title"), desc: all("svg > desc"),
      text: all("text").join(" ").replace(/\s+/g, " "), scripts: xml.querySelectorAll("script, style, [onload], foreignObject").length };
  }, svg.content.toString());
  assert.deepEqual([found.error, found.root, found.title, found.scripts], [[], "svg", [title], 0]);
  assert.ok(found.desc[0].includes(title), `${name}.svg describes itself: ${found.desc}`);
  for (const words of [title, ...base]) {
    assert.ok(found.text.includes(words.replace(/\s+/g, " ")), `${name}.svg lacks “${words}”: ${found.text}`);
  }
}

async function checkCsv(figure, { name, base }, table) {
  const csv = await file(figure, "CSV");
  assert.equal(csv.name, `${name}.csv`);
  const [header, ...rows] = records(csv.content.toString().replace(/^\uFEFF/, ""));
  const width = table[0].length;
  assert.deepEqual(header.slice(0, width), table[0]);
  assert.deepEqual(header.slice(width, width + 4), ["base", "date", "rule", "consultation"]);
  assert.equal(rows.length, table.length - 1);
  for (const [place, row] of rows.entries()) {
    assert.deepEqual(row.slice(width, width + 3), base.slice(0, 3), `${name}.csv, row ${place + 1}`);
    const shown = table[place + 1];
    for (let column = 0; column < width; column += 1) {
      assert.ok(same(row[column], shown[column]), `${name}, row ${place + 1}, ${header[column]}: ${row[column]} and ${shown[column]}`);
    }
  }
}

/** What is drawn as a figure and written as a word. */
const WORDS = { "–": 0, no: 0, yes: 1 };

/** Whether a plain figure is the one that is shown, as far as the shown one has digits; words must be the same. */
function same(raw, shown) {
  if (raw.replace(/^'/, "") === shown) return true;
  if (shown in WORDS) return Number(raw) === WORDS[shown];
  const plain = shown.replace(/ of \d+$/, "").replaceAll(",", "").replace("−", "-").replace(/[£+%\s]/g, "");
  const digits = (plain.split(".")[1] ?? "").length;
  const percent = shown.includes("%") ? 100 : 1;
  const near = (factor) => Math.abs(Number(raw) * factor - Number(plain)) <= 0.5 * 10 ** -digits + 1e-9;
  return raw !== "" && plain !== "" && (near(1) || near(percent));
}

/** The records of a CSV file, RFC 4180. */
export function records(text) {
  const found = [[]];
  let ends = "";
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (ends === "\r\n") found.push([]);
    found.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    ends = end;
    if (end === "") break;
  }
  if (found.at(-1).length === 1 && found.at(-1)[0] === "") found.pop();
  return found;
}
