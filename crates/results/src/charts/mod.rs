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
use basketry_texts::{Message, msg};

use crate::context::Context;
use crate::report::Absent;

/// Whom a chart is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Those who answered both times.
    Paired,
    /// Those with a basket of their own that keeps the rules.
    Baskets,
    /// All who gave a ballot.
    People,
}

/// Makes one chart.
pub(crate) struct Maker {
    pub(crate) id: &'static str,
    pub(crate) subject: &'static Message,
    pub(crate) of: Of,
    pub(crate) make: fn(&Context<'_>, &str) -> Result<ChartData, Absent>,
}

/// Every chart of a consultation, in the order to be read.
pub(crate) static ALL: &[Maker] = &[
    Maker { id: "points", subject: &msg::RESULTS_POINTS_SUBJECT, of: Of::Paired, make: points::make },
    Maker { id: "shifts", subject: &msg::RESULTS_SHIFTS_SUBJECT, of: Of::Paired, make: shifts::make },
    Maker {
        id: "points-by-section",
        subject: &msg::RESULTS_POINTS_SECTIONS_SUBJECT,
        of: Of::Paired,
        make: by_section::points::make,
    },
    Maker { id: "items", subject: &msg::RESULTS_SHARES_SUBJECT_PERSON, of: Of::Baskets, make: shares::persons },
    Maker {
        id: "items-by-section",
        subject: &msg::RESULTS_SHARES_SECTIONS_SUBJECT,
        of: Of::Baskets,
        make: by_section::shares::make,
    },
    Maker { id: "money", subject: &msg::RESULTS_MONEY_SUBJECT, of: Of::Baskets, make: money::make },
    Maker {
        id: "money-by-section",
        subject: &msg::RESULTS_MONEY_SECTIONS_SUBJECT,
        of: Of::Baskets,
        make: by_section::money::make,
    },
    Maker { id: "allocation", subject: &msg::RESULTS_ALLOCATION_SUBJECT, of: Of::People, make: allocation::make },
    Maker { id: "tables", subject: &msg::RESULTS_TABLES_SUBJECT, of: Of::People, make: tables::make },
    Maker { id: "table-items", subject: &msg::RESULTS_SHARES_SUBJECT_TABLE, of: Of::People, make: shares::tables },
    Maker { id: "selection", subject: &msg::RESULTS_SELECTION_SUBJECT, of: Of::Baskets, make: selection::make },
    Maker { id: "rules", subject: &msg::RESULTS_RULES_SUBJECT, of: Of::Baskets, make: selection::rules },
    Maker { id: "certainty", subject: &msg::RESULTS_SURE_SUBJECT, of: Of::Baskets, make: selection::certain },
];
