// Ballots made up by rule: many people, whose figures differ but are the same in every run.

/** The text of a ballot file. */
export function ballotFile(reference, title, ballots) {
  const header = { format: "basketry-ballots", version: 1, consultation: reference, title };
  return `${[header, ...ballots].map((line) => JSON.stringify(line)).join("\n")}\n`;
}

/** Person number `n` of a workshop. */
export function person(consultation, reference, n, workshop) {
  const share = (seed) => points(consultation.areas.map(({ id }) => id), seed);
  const items = consultation.items.filter((item) => !item.requires && !item.excludes);
  const basket = Object.fromEntries([0, 3, 5].map((step) => [items[(n + step) % items.length].id, 1]));
  return {
    ...empty(reference, n, workshop),
    first_reaction: { points: share(n), sure: 1 + (n % 5), reason: null },
    considered_view: { points: share(n + 1 + (n % 3)), sure: 1 + ((n + 1) % 5), reason: null },
    basket,
    live_with: 1 + (n % 5),
  };
}

/** The basket of a table. */
function table(consultation, reference, n, workshop) {
  const { basket } = person(consultation, reference, n, workshop);
  return { ...empty(reference, n, workshop), voter: "table", basket, dissent: n % 2 ? ["One of us would wait."] : [] };
}

/** The ballots of two workshops, of sixty people and two tables each, by workshop: enough for nothing to be held back whole. */
export function crowd(consultation, reference) {
  const of = (workshop, place) => [
    ...Array.from({ length: 60 }, (_, n) => person(consultation, reference, 200 * place + n, workshop)),
    ...Array.from({ length: 2 }, (_, n) => table(consultation, reference, 200 * place + 100 + n, workshop)),
  ];
  return Object.fromEntries(["parents", "older-people"].map((workshop, place) => [workshop, of(workshop, place)]));
}

/** Puts ballots on the device as confirming them would, whatever consultation they name. */
export function keepOnDevice(page, ballots) {
  const kept = ballots.map((ballot) => ({ id: ballot.id, reference: ballot.consultation, line: JSON.stringify(ballot) }));
  return page.evaluate((records) => new Promise((resolve, reject) => {
    const request = indexedDB.open("basketry");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction("ballots", "readwrite");
      for (const record of records) transaction.objectStore("ballots").add(record);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  }), kept);
}

function empty(reference, n, workshop) {
  return { id: `${n.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`, consultation: reference, voter: "person",
    workshop, table: 1 + (n % 2), channel: "tablet", assisted: false, language: "en", confirmed: "2026-03-14T10:30Z",
    answers: {}, first_reaction: null, readings: [], basket: null, unspent_reason: null, tensions: [], dissent: [],
    considered_view: null, what_changed: null, live_with: null, offer: null };
}

/** A hundred points over the areas, in fives. */
function points(areas, seed) {
  const given = {};
  for (let chunk = 0; chunk < 20; chunk += 1) {
    const area = areas[(chunk * (1 + (seed % 5)) + ((seed * chunk) % 7)) % areas.length];
    given[area] = (given[area] ?? 0) + 5;
  }
  return given;
}

/** How the app names a consultation: asked of the app itself, on the facilitator's page. */
export async function referenceOf({ page, open }, title) {
  await open("#/facilitate");
  const option = page.locator("#consultation option", { hasText: title });
  await option.waitFor({ state: "attached" });
  return option.getAttribute("value");
}
