// The samples as their files say, for figures that the journeys work out themselves.
import { readFileSync } from "node:fs";

export function sample(id) {
  const file = new URL(`../../../samples/${id}.basketry.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** An amount in minor units, as the app writes it in British English. */
export function money(minor, currency = "GBP") {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(minor / 100);
}

export function find(list, id) {
  const found = list.find((entry) => entry.id === id);
  if (!found) throw new Error(`nothing is called ${id}`);
  return found;
}

/** What an item costs at a level from 1. */
export function cost(consultation, id, level = 1) {
  return find(consultation.items, id).levels[level - 1].cost;
}

/** What is left of the budget with this basket: levels by item. */
export function left(consultation, basket) {
  const spent = Object.entries(basket).map(([id, level]) => cost(consultation, id, level));
  return consultation.budget.amount - spent.reduce((sum, amount) => sum + amount, 0);
}
