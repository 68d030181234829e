//! The texts without which people cannot know what they read, choose or answer.

use super::{Found, ProblemCode};
use crate::{Area, Consultation, Item, Outcome, RichText};

/// Texts that are there and say nothing.
pub(super) fn check(c: &Consultation, found: &mut Found) {
    found.words("title", &c.title);
    found.words("question", &c.question);
    found.words("organiser.name", &c.organiser.name);
    found.words("organiser.complaints", &c.organiser.complaints);
    found.rich("organiser.privacy", &c.organiser.privacy);
    for (index, section) in c.sections.iter().enumerate() {
        found.words(format!("sections[{index}].name"), &section.name);
    }
    for (index, workshop) in c.workshops.iter().enumerate() {
        found.words(format!("workshops[{index}].name"), &workshop.name);
    }
    for (index, agency) in c.agencies.iter().enumerate() {
        found.words(format!("agencies[{index}].name"), &agency.name);
    }
    for (index, outcome) in c.outcomes.iter().enumerate() {
        of_outcome(&format!("outcomes[{index}]"), outcome, found);
    }
    for (index, area) in c.areas.iter().enumerate() {
        of_area(&format!("areas[{index}]"), area, found);
    }
    for (index, item) in c.items.iter().enumerate() {
        of_item(&format!("items[{index}]"), item, found);
    }
    for (index, tension) in c.tensions.iter().enumerate() {
        found.words(format!("tensions[{index}].title"), &tension.title);
        found.words(format!("tensions[{index}].evidence"), &tension.evidence);
    }
    for (index, argument) in c.arguments.iter().enumerate() {
        found.words(format!("arguments[{index}].text"), &argument.text);
    }
    for (index, question) in c.questions.iter().enumerate() {
        found.words(format!("questions[{index}].text"), &question.text);
        for (place, option) in question.options.iter().enumerate() {
            found.words(format!("questions[{index}].options[{place}].text"), &option.text);
        }
    }
}

fn of_outcome(path: &str, outcome: &Outcome, found: &mut Found) {
    found.words(format!("{path}.name"), &outcome.name);
    for (name, reading) in [("baseline", &outcome.baseline), ("target", &outcome.target)] {
        if let Some(reading) = reading {
            found.words(format!("{path}.{name}.unit"), &reading.unit);
        }
    }
}

/// Each figure says what it measures, in what, when, and who says so.
fn of_area(path: &str, area: &Area, found: &mut Found) {
    found.words(format!("{path}.name"), &area.name);
    found.rich(format!("{path}.fact_sheet.body"), &area.fact_sheet.body);
    for (place, figure) in area.fact_sheet.figures.iter().enumerate() {
        let path = format!("{path}.fact_sheet.figures[{place}]");
        found.words(format!("{path}.label"), &figure.label);
        found.words(format!("{path}.unit"), &figure.unit);
        found.words(format!("{path}.year"), &figure.year);
        found.words(format!("{path}.source"), &figure.source);
    }
}

/// The only level of an item needs no name: there is nothing to tell it from.
fn of_item(path: &str, item: &Item, found: &mut Found) {
    found.words(format!("{path}.name"), &item.name);
    for (place, level) in item.levels.iter().enumerate().filter(|_| item.levels.len() > 1) {
        found.words(format!("{path}.levels[{place}].name"), &level.name);
    }
}

impl Found {
    fn words(&mut self, path: impl Into<String>, text: &str) {
        self.when(text.trim().is_empty(), path, ProblemCode::Empty);
    }

    fn rich(&mut self, path: impl Into<String>, text: &RichText) {
        self.when(text.is_empty(), path, ProblemCode::Empty);
    }
}
