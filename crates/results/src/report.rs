//! What a report is made of.

use basketry_charts::{Chart, ChartData};
use basketry_tally::{Merge, View};
use basketry_texts::{Locale, msg};
use serde::{Deserialize, Serialize};

use crate::Overview;
use crate::charts;
use crate::context::Context;
use crate::sections;
use crate::words::{Words, say};

/// Everything a results page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What came in.
    pub overview: Overview,
    /// The charts, in the order to be read.
    pub charts: Vec<Chart>,
    /// The charts that cannot be made, in the same order.
    pub absent: Vec<Absent>,
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
/// `view` is all of the merged ballots or some of them, such as one section's; `merge` says what came in. Charts of
/// so few people that somebody could be picked out are held back. `today` is the day of counting, as `2001-07-31`.
pub fn report(view: &View<'_>, merge: &Merge, locale: &dyn Locale, today: &str) -> Report {
    report_telling(view, merge, locale, today, &|_, _| {})
}

/// The same, and `told` is told before each chart how many are made, and of how many.
pub fn report_telling(
    view: &View<'_>,
    merge: &Merge,
    locale: &dyn Locale,
    today: &str,
    told: &dyn Fn(usize, usize),
) -> Report {
    let context = Context::new(view, locale, today);
    let mut report = Report { overview: Overview::of(&context, merge), charts: Vec::new(), absent: Vec::new() };
    let whole = merge.profile.view(view.consultation());
    for (made, maker) in charts::ALL.iter().enumerate() {
        told(made, charts::ALL.len());
        let held = maker.people.is_some_and(|people| sections::part_is_small(&whole, view, people));
        let made = if held {
            Err(context.absent(maker.id, maker.subject, &msg::RESULTS_ABSENT_SMALL_PART))
        } else {
            (maker.make)(&context, maker.id).map(|chart| restricted(&context, maker, chart))
        };
        report.add(maker.id, &context.words, made);
    }
    report
}

/// Marks a chart of so few people that its readers could pick somebody out. The organiser may look at it.
fn restricted(context: &Context<'_>, maker: &charts::Maker, chart: ChartData) -> ChartData {
    if maker.people.is_none_or(|people| people(context.view) >= sections::SMALLEST) {
        return chart;
    }
    let why = say!(context.words, RESULTS_FEW_PEOPLE, smallest = sections::SMALLEST);
    ChartData { alt: format!("{why} {}", chart.alt), restricted: Some(why), ..chart }
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
