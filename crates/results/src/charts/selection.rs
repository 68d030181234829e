//! What the greedy rule would fund out of people's own baskets.

use std::collections::BTreeMap;

use basketry_charts::ChartData;
use basketry_domain::{Item, Voter};
use basketry_formats::Notice;
use basketry_tally::{Adopted, Count, ProjectId, Satisfaction, TiePolicy, Variant, adopt, rule};
use basketry_texts::msg;

use super::shares::base;
use crate::context::{Context, absent_because};
use crate::funded::{Funded, funded};
use crate::notice::{count_notice, election_notice};
use crate::report::Absent;
use crate::words::say;

/// The rule's id. Another rule is another chart.
const RULE: &str = "greedy";

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let subject = &msg::RESULTS_SELECTION_SUBJECT;
    let absent = |why: Notice| absent_because(words, id, subject, &why);
    let baskets = context.sound.baskets(Voter::Person).count();
    if baskets == 0 || context.view.consultation().items.is_empty() {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_BASKETS));
    }
    let adopted = adopt(&context.sound, Voter::Person).map_err(|error| absent(election_notice(&error)))?;
    let greedy = rule(RULE).ok_or_else(|| absent(Notice::new("count-no-such-rule")))?;
    let variant = Variant::plain(Satisfaction::Cost);
    let counted = greedy.count(&adopted.election, variant, &TiePolicy::Lexicographic);
    let counted: Count = counted.map_err(|error| absent(count_notice(&error)))?;
    let names = names(context, &adopted);
    let (said, body, table) = funded(
        words,
        counted.selection(),
        &Funded {
            subject,
            finding: &msg::RESULTS_SELECTION_FINDING,
            row_word: &msg::RESULTS_COLUMN_ITEM,
            support_word: &msg::RESULTS_SELECTION_VOTES,
            base: base(context, Voter::Person, baskets),
            rule: say!(words, RESULTS_SELECTION_RULE),
            notes: context.faulty_note(Voter::Person).into_iter().chain(level_ties(context, &adopted)).collect(),
            name: &|id| names.get(id).cloned().unwrap_or_else(|| id.to_string()),
            support: |support| support.voters,
        },
    );
    Ok(context.chart(id, said, body, table))
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

/// The items whose level was decided by a tie.
fn level_ties(context: &Context<'_>, adopted: &Adopted) -> Vec<String> {
    let words = &context.words;
    let note = |tie: &basketry_tally::LevelTie| {
        let item = context.view.consultation().item(&tie.item)?;
        let levels: Vec<&str> = tie.levels.iter().filter_map(|level| Some(item.level(*level)?.name.as_str())).collect();
        Some(say!(words, RESULTS_NOTE_LEVEL_TIE, levels = words.list(&levels), item = item.name.as_str()))
    };
    adopted.level_ties.iter().filter_map(note).collect()
}
