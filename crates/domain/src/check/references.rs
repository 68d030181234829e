//! Every id names one thing, and every reference names an id.

use std::collections::BTreeSet;

use super::{Found, ProblemCode};
use crate::{Consultation, Item, Subject};

/// Ids used twice and references to nothing.
pub(super) fn check(c: &Consultation, found: &mut Found) {
    let sections = ids("sections", c.sections.iter().map(|section| section.id.as_str()), found);
    let agencies = ids("agencies", c.agencies.iter().map(|agency| agency.id.as_str()), found);
    let outcomes = ids("outcomes", c.outcomes.iter().map(|outcome| outcome.id.as_str()), found);
    let areas = ids("areas", c.areas.iter().map(|area| area.id.as_str()), found);
    let items = ids("items", c.items.iter().map(|item| item.id.as_str()), found);
    ids("workshops", c.workshops.iter().map(|workshop| workshop.id.as_str()), found);
    ids("tensions", c.tensions.iter().map(|tension| tension.id.as_str()), found);
    ids("arguments", c.arguments.iter().map(|argument| argument.id.as_str()), found);
    ids("questions", c.questions.iter().map(|question| question.id.as_str()), found);
    for (index, question) in c.questions.iter().enumerate() {
        let options = question.options.iter().map(|option| option.id.as_str());
        ids(&format!("questions[{index}].options"), options, found);
    }

    for (index, workshop) in c.workshops.iter().enumerate() {
        known(&sections, workshop.section.as_str(), format!("workshops[{index}].section"), found);
    }
    for (index, area) in c.areas.iter().enumerate() {
        known(&agencies, area.lead.as_str(), format!("areas[{index}].lead"), found);
    }
    for (index, item) in c.items.iter().enumerate() {
        of_item(index, item, &Known { agencies: &agencies, outcomes: &outcomes, areas: &areas, items: &items }, found);
    }
    for (index, argument) in c.arguments.iter().enumerate() {
        let path = format!("arguments[{index}].about");
        match &argument.about {
            Subject::Area(id) => known(&areas, id.as_str(), path, found),
            Subject::Item(id) => known(&items, id.as_str(), path, found),
        }
    }
    for (index, tension) in c.tensions.iter().enumerate() {
        for (place, choice) in tension.when.iter().enumerate() {
            let path = format!("tensions[{index}].when[{place}]");
            known(&items, choice.item.as_str(), format!("{path}.item"), found);
            let missing = c.item(&choice.item).is_some_and(|item| item.level(choice.level).is_none());
            found.when(missing, format!("{path}.level"), ProblemCode::UnknownId(choice.level.to_string()));
        }
    }
}

struct Known<'a> {
    agencies: &'a BTreeSet<&'a str>,
    outcomes: &'a BTreeSet<&'a str>,
    areas: &'a BTreeSet<&'a str>,
    items: &'a BTreeSet<&'a str>,
}

fn of_item(index: usize, item: &Item, all: &Known<'_>, found: &mut Found) {
    let path = |field: &str| format!("items[{index}].{field}");
    known(all.areas, item.area.as_str(), path("area"), found);
    known(all.agencies, item.lead.as_str(), path("lead"), found);
    for (place, id) in item.partners.iter().enumerate() {
        known(all.agencies, id.as_str(), path(&format!("partners[{place}]")), found);
    }
    for (place, id) in item.outcomes.iter().enumerate() {
        known(all.outcomes, id.as_str(), path(&format!("outcomes[{place}]")), found);
    }
    for (place, spillover) in item.spillovers.iter().enumerate() {
        known(all.agencies, spillover.agency.as_str(), path(&format!("spillovers[{place}].agency")), found);
    }
    for (place, id) in item.requires.iter().enumerate() {
        known(all.items, id.as_str(), path(&format!("requires[{place}]")), found);
    }
    for (place, id) in item.excludes.iter().enumerate() {
        known(all.items, id.as_str(), path(&format!("excludes[{place}]")), found);
    }
}

fn ids<'a>(list: &str, ids: impl Iterator<Item = &'a str>, found: &mut Found) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        found.when(!seen.insert(id), format!("{list}[{index}].id"), ProblemCode::DuplicateId(id.to_owned()));
    }
    seen
}

fn known(all: &BTreeSet<&str>, id: &str, path: String, found: &mut Found) {
    found.when(!all.contains(id), path, ProblemCode::UnknownId(id.to_owned()));
}
