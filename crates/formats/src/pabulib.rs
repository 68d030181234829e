//! What to tell a person about a Pabulib file: codes with parameters, said in `i18n/*/pabulib.ftl`.

use basketry_pabulib::{Error, Expected, Fault, MOST_ROW_LINES, Notice as Odd};

use crate::Notice;

impl From<&Error> for Notice {
    fn from(error: &Error) -> Self {
        match error {
            Error::Io(error) => Notice::new("file-unreadable").text("message", error.to_string()),
            Error::Content { line, fault } => of_fault(fault, *line),
        }
    }
}

fn of_fault(fault: &Fault, line: u64) -> Notice {
    let told = |code: &str| Notice::new(code).number("line", line);
    match fault {
        Fault::TooLarge { limit } => told("pb-too-large").number("megabytes", limit / (1024 * 1024)),
        Fault::TooManyRows { limit } => told("pb-too-many-rows").number("limit", *limit),
        Fault::TooManyFields { found, limit } => {
            told("pb-too-many-fields").number("found", *found).number("limit", *limit)
        }
        Fault::TooManyProjects { limit } => told("pb-too-many-projects").number("limit", *limit),
        Fault::OpenQuote => told("pb-open-quote").number("lines", MOST_ROW_LINES),
        Fault::NotUtf8 => told("pb-not-utf8"),
        Fault::NoSection { found } => told("pb-no-section").text("found", found.as_str()),
        Fault::SectionOrder { section } => told("pb-section-order").text("section", *section),
        Fault::MissingSection { section } => told("pb-missing-section").text("section", *section),
        Fault::MissingKey { key } => told("pb-missing-key").text("key", *key),
        Fault::DuplicateKey { key } => told("pb-duplicate-key").text("key", key.as_str()),
        Fault::MissingColumn { section, column, found } => {
            let columns = found.join(", ");
            told("pb-missing-column").text("section", *section).text("column", *column).text("found", columns)
        }
        Fault::Empty { column } => told("pb-empty").text("column", *column),
        Fault::Value { name, found, expected } => {
            told(code_of(*expected)).text("name", *name).text("found", found.as_str())
        }
        Fault::DuplicateProject { project } => told("pb-duplicate-project").text("project", project.as_str()),
        Fault::UnknownProject { project } => told("pb-unknown-project").text("project", project.as_str()),
        Fault::RepeatedProject { project } => told("pb-repeated-project").text("project", project.as_str()),
        Fault::MoreThanOne { found } => told("pb-more-than-one").number("found", *found),
        Fault::PointsCount { projects, points } => {
            told("pb-points-count").number("projects", *projects).number("points", *points)
        }
    }
}

fn code_of(expected: Expected) -> &'static str {
    match expected {
        Expected::Amount => "pb-not-an-amount",
        Expected::SmallerAmount => "pb-amount-too-large",
        Expected::Points => "pb-not-points",
        Expected::VoteKind => "pb-unknown-vote-type",
    }
}

impl From<&Odd> for Notice {
    fn from(odd: &Odd) -> Self {
        match odd {
            Odd::Number { key, stated, found } => {
                Notice::new("pb-odd-number").text("key", *key).text("stated", stated.as_str()).number("found", *found)
            }
            Odd::OverBudget { votes, first_line } => {
                Notice::new("pb-odd-over-budget").number("line", *first_line).number("votes", *votes)
            }
            Odd::Beyond { key, stated, votes, first_line } => {
                let notice = Notice::new("pb-odd-beyond").number("line", *first_line).number("votes", *votes);
                notice.text("key", *key).text("stated", stated.as_str())
            }
            Odd::NoLimit { key, stated } => {
                Notice::new("pb-odd-no-limit").text("key", *key).text("stated", stated.as_str())
            }
            Odd::SameVoter { votes, first_line } => {
                Notice::new("pb-odd-same-voter").number("line", *first_line).number("votes", *votes)
            }
            Odd::Repeated { votes, first_line, project } => {
                let notice = Notice::new("pb-odd-repeated").number("line", *first_line).number("votes", *votes);
                notice.text("project", project.as_str())
            }
        }
    }
}
