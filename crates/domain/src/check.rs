//! Whether a consultation makes sense as a whole. Its parts are sound by their types; here is what they owe each other.

mod references;
mod rules;
mod texts;

use std::collections::BTreeSet;

use crate::{Consultation, Money, Side};

/// Something wrong in a consultation, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path in the file, such as `items[3].requires[0]`.
    pub path: String,
    /// What is wrong.
    pub code: ProblemCode,
}

/// What can be wrong in a consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemCode {
    /// A text that people need is empty.
    Empty,
    /// A list that needs an entry has none.
    NoEntries,
    /// Two entries have the same id.
    DuplicateId(String),
    /// An id that nothing has.
    UnknownId(String),
    /// An amount that has to be more than nothing, or is over the limit.
    AmountOutOfRange,
    /// A level that costs less than the one below it.
    LevelCheaperThanBelow,
    /// A period or agenda whose end comes before its start.
    OutOfOrder,
    /// A number that has to be at least 1.
    Zero,
    /// No level of any item fits the budget.
    NothingFits,
    /// Items that require each other in a circle, or an item that requires itself.
    RequiresCircle,
    /// An item that requires what it excludes.
    RequiresExcluded(String),
    /// An item that requires two items, directly or through others, that exclude each other. The first such two.
    RequiresApart(String, String),
    /// An area argued from one side only. One-sided wording moves choices.
    OneSided,
    /// More entries than a person or a page can bear.
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
}

/// The most entries any list of a consultation may have.
const MOST_ENTRIES: usize = 500;
/// The most levels an item may have.
const MOST_LEVELS: usize = 9;

/// Everything that is wrong in a consultation, in the file's order; nothing when it can be used.
pub fn check(consultation: &Consultation) -> Vec<Problem> {
    let mut found = Found::default();
    sizes(consultation, &mut found);
    texts::check(consultation, &mut found);
    references::check(consultation, &mut found);
    money(consultation, &mut found);
    order(consultation, &mut found);
    sides(consultation, &mut found);
    rules::check(consultation, &mut found);
    found.0
}

#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn when(&mut self, wrong: bool, path: impl Into<String>, code: ProblemCode) {
        if wrong {
            self.0.push(Problem { path: path.into(), code });
        }
    }
}

fn sizes(c: &Consultation, found: &mut Found) {
    let lists = [
        ("sections", c.sections.len(), 0),
        ("workshops", c.workshops.len(), 0),
        ("agencies", c.agencies.len(), 1),
        ("outcomes", c.outcomes.len(), 0),
        ("areas", c.areas.len(), 1),
        ("items", c.items.len(), 1),
        ("tensions", c.tensions.len(), 0),
        ("arguments", c.arguments.len(), 0),
        ("questions", c.questions.len(), 0),
        ("agenda", c.agenda.len(), 1),
    ];
    for (name, length, least) in lists {
        found.when(length < least, name, ProblemCode::NoEntries);
        found.when(length > MOST_ENTRIES, name, ProblemCode::TooMany { limit: MOST_ENTRIES });
    }
    for (index, item) in c.items.iter().enumerate() {
        let path = format!("items[{index}].levels");
        found.when(item.levels.is_empty(), &path, ProblemCode::NoEntries);
        found.when(item.levels.len() > MOST_LEVELS, &path, ProblemCode::TooMany { limit: MOST_LEVELS });
    }
    for (index, question) in c.questions.iter().enumerate() {
        found.when(question.options.len() < 2, format!("questions[{index}].options"), ProblemCode::NoEntries);
    }
    for (index, workshop) in c.workshops.iter().enumerate() {
        found.when(workshop.tables == 0, format!("workshops[{index}].tables"), ProblemCode::Zero);
    }
    for (index, tension) in c.tensions.iter().enumerate() {
        found.when(tension.when.is_empty(), format!("tensions[{index}].when"), ProblemCode::NoEntries);
    }
}

fn money(c: &Consultation, found: &mut Found) {
    let payable = |amount: Money| amount.is_positive() && amount <= Money::MAX;
    found.when(!payable(c.budget.amount), "budget.amount", ProblemCode::AmountOutOfRange);
    for (index, item) in c.items.iter().enumerate() {
        for (place, level) in item.levels.iter().enumerate() {
            let path = format!("items[{index}].levels[{place}].cost");
            found.when(!payable(level.cost), &path, ProblemCode::AmountOutOfRange);
            let cheaper = place > 0 && item.levels[place - 1].cost > level.cost;
            found.when(cheaper, path, ProblemCode::LevelCheaperThanBelow);
        }
        for (place, spillover) in item.spillovers.iter().enumerate() {
            let beyond = spillover.saving.minor().unsigned_abs() > Money::MAX.minor().unsigned_abs();
            found.when(beyond, format!("items[{index}].spillovers[{place}].saving"), ProblemCode::AmountOutOfRange);
        }
    }
    let cheapest = c.items.iter().flat_map(|item| &item.levels).map(|level| level.cost).min();
    found.when(cheapest.is_some_and(|cost| cost > c.budget.amount), "items", ProblemCode::NothingFits);
}

fn order(c: &Consultation, found: &mut Found) {
    found.when(c.period.to < c.period.from, "period.to", ProblemCode::OutOfOrder);
    found.when(c.reference.revision == 0, "revision", ProblemCode::Zero);
    for (index, pair) in c.agenda.windows(2).enumerate() {
        found.when(pair[1].kind <= pair[0].kind, format!("agenda[{}].stage", index + 1), ProblemCode::OutOfOrder);
    }
}

fn sides(c: &Consultation, found: &mut Found) {
    for (index, area) in c.areas.iter().enumerate() {
        let sides: BTreeSet<Side> = c.arguments_of(&area.id).map(|argument| argument.side).collect();
        found.when(sides.len() == 1, format!("areas[{index}]"), ProblemCode::OneSided);
    }
}
