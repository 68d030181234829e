//! From counted ballots to charts with their words.
//!
//! [`report()`] turns the merged ballots of a consultation into everything its results page shows: an overview, the
//! charts in the order to be read, and for each chart that cannot be made the reason and what to do about it.
//! [`election_report`] does the same for an election from elsewhere. Both run in the web worker and natively: they
//! know no browser and no clock, read no files, and never fail.
//!
//! Figures stay exact until they are shown. Each is then rounded once, and picture, table and words all use the
//! rounded figure, so that they cannot contradict each other.
//!
//! Of a consultation nothing is shown that would let a reader pick somebody out: counts and groups come from
//! `published` and nowhere else. There is one picture, which may be published.
//!
//! A new chart is one file in `charts`, one line in its list, and one case in `tests/report`.

mod charts;
mod context;
mod election;
mod funded;
mod notice;
mod overview;
mod pabulib;
mod polled;
mod published;
mod report;
mod rules;
mod sections;
mod shown;
mod sure;
mod words;

pub use basketry_disclosure::Threshold;
pub use election::{About, election_report, election_report_telling};
pub use notice::notice_in_words;
pub use overview::Overview;
pub use pabulib::pabulib_election;
pub use report::{Absent, Asked, Report, report, report_telling};
pub use sure::SEED;
