//! The charts, and the one place where they are listed.

mod allocation;
mod by_section;
mod money;
mod points;
mod selection;
mod shares;
mod shifts;
mod tables;

use basketry_charts::ChartData;
use basketry_domain::Voter;
use basketry_tally::View;
use basketry_texts::{Message, msg};

use crate::context::Context;
use crate::report::Absent;

/// Makes one chart.
pub(crate) struct Maker {
    pub(crate) id: &'static str,
    pub(crate) subject: &'static Message,
    /// How many people it would be about; `None` when it is about tables.
    pub(crate) people: Option<fn(&View<'_>) -> usize>,
    pub(crate) make: fn(&Context<'_>, &str) -> Result<ChartData, Absent>,
}

/// Every chart of a consultation, in the order to be read.
pub(crate) static ALL: &[Maker] = &[
    Maker { id: "points", subject: &msg::RESULTS_POINTS_SUBJECT, people: Some(twice), make: points::make },
    Maker { id: "shifts", subject: &msg::RESULTS_SHIFTS_SUBJECT, people: Some(twice), make: shifts::make },
    Maker {
        id: "points-by-section",
        subject: &msg::RESULTS_POINTS_SECTIONS_SUBJECT,
        people: Some(twice),
        make: by_section::points::make,
    },
    Maker { id: "items", subject: &msg::RESULTS_SHARES_SUBJECT_PERSON, people: Some(baskets), make: shares::persons },
    Maker {
        id: "items-by-section",
        subject: &msg::RESULTS_SHARES_SECTIONS_SUBJECT,
        people: Some(baskets),
        make: by_section::shares::make,
    },
    Maker { id: "money", subject: &msg::RESULTS_MONEY_SUBJECT, people: Some(baskets), make: money::make },
    Maker {
        id: "money-by-section",
        subject: &msg::RESULTS_MONEY_SECTIONS_SUBJECT,
        people: Some(baskets),
        make: by_section::money::make,
    },
    Maker {
        id: "allocation",
        subject: &msg::RESULTS_ALLOCATION_SUBJECT,
        people: Some(allocation::people),
        make: allocation::make,
    },
    Maker { id: "tables", subject: &msg::RESULTS_TABLES_SUBJECT, people: None, make: tables::make },
    Maker { id: "table-items", subject: &msg::RESULTS_SHARES_SUBJECT_TABLE, people: None, make: shares::tables },
    Maker { id: "selection", subject: &msg::RESULTS_SELECTION_SUBJECT, people: Some(baskets), make: selection::make },
    Maker { id: "rules", subject: &msg::RESULTS_RULES_SUBJECT, people: Some(baskets), make: selection::rules },
    Maker { id: "certainty", subject: &msg::RESULTS_SURE_SUBJECT, people: Some(baskets), make: selection::certain },
];

/// People who answered both times.
fn twice(view: &View<'_>) -> usize {
    view.paired()
}

/// People whose basket keeps the rules.
fn baskets(view: &View<'_>) -> usize {
    view.baskets(Voter::Person).filter(|(counted, _)| !counted.basket_is_faulty()).count()
}
