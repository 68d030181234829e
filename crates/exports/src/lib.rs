//! The files an organiser takes away.
//!
//! [`workbook`], [`archive`] and [`page`] hold what a report shows; [`data_package`] and [`raw_ballots`] hold a row for each
//! ballot, for analysts; [`election_file`] is an election other programs can count. Each carries its [`Manifest`].
//!
//! The same input gives the same bytes, whatever the order in which ballots arrived. The crate knows no clock, no
//! randomness and no locale of its own: days, words and the look of money are handed in.

mod archive;
mod election;
mod error;
mod manifest;
mod page;
mod plain;
mod rows;
mod workbook;

pub use archive::{NamedFile, archive, chart_file, tables};
pub use election::{ElectionFile, election_file};
pub use error::ExportError;
pub use manifest::{BallotsManifest, Manifest, RuleManifest, ballots_digest};
pub use page::page;
pub use rows::{data_package, raw_ballots};
pub use workbook::{About, workbook};
