// What people answer.

/** Answers that meet every kind of page of the Coventry sample. */
export const COVENTRY = {
  questions: [["25 to 44"], ["A letter or leaflet", "The paper or the radio"], []],
  first: { points: [30, 30, 20, 10, 10, 0], sure: 2, reason: "My mother waits for an operation." },
  sheets: { 0: true, 1: false },
  moved: { 0: 0 },
  argument: { area: 1, side: "for", text: "The bus does not run at night." },
  basket: { "hospital-wards": 1, "day-surgery": 1, "crisis-team": 2 },
  tensions: "Both are needed while the old wards close.",
  unspent: "Keep some for a hard winter.",
  dissent: "Two of us want no new ward.",
  considered: { points: [20, 20, 30, 10, 10, 10], sure: 4, reason: "I had not known of the crisis team." },
  closing: { changed: "I moved points to mental health.", liveWith: 4, offer: "I can drive people on Sundays." },
};

/** Answers nothing that may be left out. */
export const HASTY = { questions: [[], [], []], sheets: {}, moved: {}, basket: {}, unspent: "", dissent: "" };
