//! A row for each ballot, for analysts: the same table as CSV and as Parquet, with its dictionary.
//!
//! What people wrote in their own words is not in it; that stays in the ballot file ([`raw_ballots`]).

mod columns;
mod csv;
mod dictionary;
mod package;
mod parquet;

use basketry_domain::Ballot;
use basketry_tally::{Counted, View};

use crate::manifest::ballots;
use crate::{ExportError, Manifest};

pub use package::data_package;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One of a few words, or an id.
    Word,
    /// A whole number.
    Whole,
    /// An amount in minor units, shown with so many digits after the point.
    Amount {
        /// Digits after the point.
        digits: u32,
    },
    /// Yes or no.
    YesNo,
    /// A minute, in UTC.
    Minute,
}

/// What a ballot has in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// It does not say.
    Nothing,
    /// A word.
    Word(String),
    /// A whole number, or an amount in minor units.
    Number(i64),
    /// Yes or no.
    YesNo(bool),
}

/// A ballot, whole and as it counts.
pub(crate) struct Row<'a> {
    pub(crate) counted: Counted<'a>,
    pub(crate) ballot: Ballot,
}

/// A column: its name, what it means, and how it is read off a ballot.
pub(crate) struct Column<'a> {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// In words.
    pub(crate) title: String,
    /// In words.
    pub(crate) meaning: String,
    /// What is counted, in words.
    pub(crate) unit: Option<String>,
    /// The words that may stand in it, each with what it means; empty where any may.
    pub(crate) words: Vec<(String, String)>,
    pub(crate) read: Box<dyn Fn(&Row<'_>) -> Held + 'a>,
}

/// The counted ballots in order of id, each made when its turn comes: all at once a million would not fit.
fn rows<'a>(view: &View<'a>) -> impl ExactSizeIterator<Item = Row<'a>> {
    view.by_id().map(|counted| Row { counted, ballot: counted.ballot() })
}

/// The counted ballots as the file a tablet would have made of them (`.ballots.ndjson`), in order of id.
///
/// It holds what people wrote in their own words. `progress` is told how many ballots are in it and how many there are.
pub fn raw_ballots(
    view: &View<'_>,
    manifest: &Manifest,
    progress: &dyn Fn(usize, usize),
) -> Result<String, ExportError> {
    let (consultation, all) = (view.consultation(), view.ballots().len());
    let header = basketry_formats::ballots::header(&consultation.reference, &consultation.title, all)?;
    let mut file = with_manifest(&header, manifest)?;
    file.push('\n');
    for (done, ballot) in ballots(view).enumerate() {
        file += &basketry_formats::ballots::line(ballot)?;
        file.push('\n');
        if done % 1024 == 0 {
            progress(done, all);
        }
    }
    Ok(file)
}

/// The header line with the manifest as one more field, which readers of ballot files pass over.
fn with_manifest(header: &str, manifest: &Manifest) -> Result<String, ExportError> {
    let open = header.strip_suffix('}').unwrap_or(header);
    Ok(format!("{open},\"manifest\":{}}}", manifest.line()?))
}
