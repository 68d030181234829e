//! What rules would fund out of people's own baskets.

use std::collections::{BTreeMap, BTreeSet};

use basketry_charts::{Body, ChartData, Table};
use basketry_domain::{Item, Voter};
use basketry_formats::Notice;
use basketry_tally::{Adopted, ProjectId, adopt};
use basketry_texts::{Message, msg};

use super::shares::base;
use crate::context::{Context, Said, absent_because};
use crate::funded::{Funded, funded};
use crate::notice::election_notice;
use crate::polled::{Draw, Polled};
use crate::report::Absent;
use crate::rules::side_by_side;
use crate::sure::sure;
use crate::words::{Words, say};

/// What the greedy rule would fund.
pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    draw(context, id, &msg::RESULTS_SELECTION_SUBJECT, &greedy)
}

/// What each rule would fund.
pub(super) fn rules(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    draw(context, id, &msg::RESULTS_RULES_SUBJECT, &side_by_side)
}

/// How sure it is what the greedy rule would fund.
pub(super) fn certain(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    draw(context, id, &msg::RESULTS_SURE_SUBJECT, &sure)
}

fn draw(context: &Context<'_>, id: &str, subject: &Message, chart: Draw<'_>) -> Result<ChartData, Absent> {
    let words = &context.words;
    let absent = |why: Notice| absent_because(words, id, subject, &why);
    let baskets = context.sound.shares(Voter::Person).baskets;
    if baskets == 0 || context.view.consultation().items.is_empty() {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_BASKETS));
    }
    // The order in which projects are looked at would narrow down what is held back for another's sake.
    if !context.published.order_allowed() {
        return Err(context.too_few(id, subject));
    }
    let adopted = adopt(&context.sound, Voter::Person).map_err(|error| absent(election_notice(&error)))?;
    let names = names(context, &adopted);
    let told = told(context);
    let polled = Polled {
        election: &adopted.election,
        kind: "baskets",
        row_word: &msg::RESULTS_COLUMN_ITEM,
        base: base(context, Voter::Person, baskets),
        notes: context.faulty_note(Voter::Person).into_iter().chain(level_ties(context, &adopted)).collect(),
        name: &|id| names.get(id).cloned().unwrap_or_else(|| id.to_string()),
        told: &|id| told.contains(id),
        least: context.published.threshold.count(),
    };
    let (said, body, table) = chart(words, &polled).map_err(absent)?;
    Ok(context.chart(id, said, body, table))
}

fn greedy(words: &Words<'_>, of: &Polled<'_>) -> Result<(Said, Body, Table), Notice> {
    let selection = of.funded()?;
    let of = Funded {
        subject: &msg::RESULTS_SELECTION_SUBJECT,
        finding: &msg::RESULTS_SELECTION_FINDING,
        row_word: of.row_word,
        support_word: &msg::RESULTS_SELECTION_VOTES,
        base: of.base.clone(),
        rule: say!(words, RESULTS_SELECTION_RULE),
        notes: of.notes.clone(),
        name: of.name,
        told: of.told,
        least: of.least,
        support: |support| support.voters,
    };
    Ok(funded(words, &selection, &of))
}

/// The items of which it is told how many baskets hold them.
fn told(context: &Context<'_>) -> BTreeSet<ProjectId> {
    let (published, items) = (&context.published, &context.view.consultation().items);
    let told = items.iter().zip(&published.items).filter(|(_, counts)| counts.holds(published.group).is_some());
    told.map(|(item, _)| ProjectId::from(item.id.as_str())).collect()
}

/// The items by id, each with its level where it has several.
fn names(context: &Context<'_>, adopted: &Adopted) -> BTreeMap<ProjectId, String> {
    let name = |item: &Item| {
        let level = adopted.levels.get(&item.id).and_then(|level| item.level(*level));
        match level.filter(|level| item.levels.len() > 1 && !level.name.trim().is_empty()) {
            Some(level) => {
                say!(context.words, RESULTS_SELECTION_NAME, item = item.name.as_str(), level = level.name.as_str())
            }
            None => item.name.clone(),
        }
    };
    let items = context.view.consultation().items.iter();
    items.map(|item| (ProjectId::from(item.id.as_str()), name(item))).collect()
}

/// The items whose level was decided by a tie, where it is told how many baskets hold each level.
fn level_ties(context: &Context<'_>, adopted: &Adopted) -> Vec<String> {
    let words = &context.words;
    let note = |tie: &basketry_tally::LevelTie| {
        let items = &context.view.consultation().items;
        let (item, counts) = items.iter().zip(&context.published.items).find(|(item, _)| item.id == tie.item)?;
        if !counts.is_told(context.published.group) {
            return None;
        }
        let levels: Vec<&str> = tie.levels.iter().filter_map(|level| Some(item.level(*level)?.name.as_str())).collect();
        Some(say!(words, RESULTS_NOTE_LEVEL_TIE, levels = words.list(&levels), item = item.name.as_str()))
    };
    adopted.level_ties.iter().filter_map(note).collect()
}
