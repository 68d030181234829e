//! What to tell a person about a file: codes with parameters, said in `i18n/*/pabulib.ftl`.

use super::error::{Error, Expected, Fault};
use super::{MOST_ROW_LINES, Notice};
use crate::Notice as Told;

impl Error {
    /// What to tell the person.
    pub fn notice(&self) -> Told {
        match self {
            Self::Io(error) => Told::new("file-unreadable").text("message", error.to_string()),
            Self::Content { line, fault } => fault.notice(*line),
        }
    }
}

impl Fault {
    fn notice(&self, line: u64) -> Told {
        let told = |code: &str| Told::new(code).number("line", line);
        match self {
            Self::TooLarge { limit } => told("pb-too-large").number("megabytes", limit / (1024 * 1024)),
            Self::TooManyRows { limit } => told("pb-too-many-rows").number("limit", *limit),
            Self::TooManyFields { found, limit } => {
                told("pb-too-many-fields").number("found", *found).number("limit", *limit)
            }
            Self::TooManyProjects { limit } => told("pb-too-many-projects").number("limit", *limit),
            Self::OpenQuote => told("pb-open-quote").number("lines", MOST_ROW_LINES),
            Self::NotUtf8 => told("pb-not-utf8"),
            Self::NoSection { found } => told("pb-no-section").text("found", found.as_str()),
            Self::SectionOrder { section } => told("pb-section-order").text("section", *section),
            Self::MissingSection { section } => told("pb-missing-section").text("section", *section),
            Self::MissingKey { key } => told("pb-missing-key").text("key", *key),
            Self::DuplicateKey { key } => told("pb-duplicate-key").text("key", key.as_str()),
            Self::MissingColumn { section, column, found } => {
                let columns = found.join(", ");
                told("pb-missing-column").text("section", *section).text("column", *column).text("found", columns)
            }
            Self::Empty { column } => told("pb-empty").text("column", *column),
            Self::Value { name, found, expected } => {
                told(expected.code()).text("name", *name).text("found", found.as_str())
            }
            Self::DuplicateProject { project } => told("pb-duplicate-project").text("project", project.as_str()),
            Self::UnknownProject { project } => told("pb-unknown-project").text("project", project.as_str()),
            Self::RepeatedProject { project } => told("pb-repeated-project").text("project", project.as_str()),
            Self::MoreThanOne { found } => told("pb-more-than-one").number("found", *found),
            Self::PointsCount { projects, points } => {
                told("pb-points-count").number("projects", *projects).number("points", *points)
            }
        }
    }
}

impl Expected {
    fn code(self) -> &'static str {
        match self {
            Self::Amount => "pb-not-an-amount",
            Self::SmallerAmount => "pb-amount-too-large",
            Self::Points => "pb-not-points",
            Self::VoteKind => "pb-unknown-vote-type",
        }
    }
}

impl Notice {
    /// What to tell the person.
    pub fn notice(&self) -> Told {
        match self {
            Self::Number { key, stated, found } => {
                Told::new("pb-odd-number").text("key", *key).text("stated", stated.as_str()).number("found", *found)
            }
            Self::OverBudget { votes, first_line } => {
                Told::new("pb-odd-over-budget").number("line", *first_line).number("votes", *votes)
            }
            Self::Repeated { line, project } => {
                Told::new("pb-odd-repeated").number("line", *line).text("project", project.as_str())
            }
            Self::SameVoter { votes, first_line } => {
                Told::new("pb-odd-same-voter").number("line", *first_line).number("votes", *votes)
            }
        }
    }
}
