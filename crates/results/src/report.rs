//! What a report is made of.

use basketry_charts::{Chart, ChartData, Table};
use basketry_tally::{Merge, View};
use basketry_texts::{Locale, msg};
use serde::{Deserialize, Serialize};

use crate::Overview;
use crate::charts::{self, Maker};
use crate::context::Context;
use crate::words::Words;

/// Everything a results page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What came in.
    pub overview: Overview,
    /// The charts, in the order to be read.
    pub charts: Vec<Chart>,
    /// The charts that cannot be made, in the same order.
    pub absent: Vec<Absent>,
    /// Tables too long for a picture: all the rows that a chart sums up in its last one.
    pub tables: Vec<Table>,
}

/// A chart that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// The id the chart would have.
    pub id: String,
    /// What it would show.
    pub title: String,
    /// Why it is not there, and what to do.
    pub why: String,
}

/// Makes the report of a consultation.
///
/// `view` is all of the merged ballots or some of them; `merge` says what came in. `today` is the day of counting, as
/// `2001-07-31`.
pub fn report(view: &View<'_>, merge: &Merge, locale: &dyn Locale, today: &str) -> Report {
    let context = Context::new(view, locale, today);
    let mut report =
        Report { overview: Overview::of(&context, merge), charts: Vec::new(), absent: Vec::new(), tables: Vec::new() };
    for maker in charts::all() {
        report.add(maker.id, &context.words, (maker.make)(&context, maker.id));
    }
    report
}

impl Report {
    /// Takes a chart, or the reason why there is none.
    pub(crate) fn add(&mut self, id: &str, words: &Words<'_>, made: Result<ChartData, Absent>) {
        match made.map(Chart::new) {
            Ok(Ok(chart)) => self.charts.push(chart),
            Err(absent) => self.absent.push(absent),
            Ok(Err(error)) => {
                debug_assert!(false, "chart {id}: {error}");
                self.absent.push(Absent {
                    id: id.to_owned(),
                    title: id.to_owned(),
                    why: words.say(&msg::RESULTS_ABSENT_BROKEN, &[("error", error.to_string().into())]),
                });
            }
        }
    }
}
