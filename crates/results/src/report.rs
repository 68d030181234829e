//! What a report is made of.

use basketry_charts::{Chart, ChartData};
use basketry_disclosure::Threshold;
use basketry_domain::{Consultation, SectionId};
use basketry_tally::Merge;
use basketry_texts::{Locale, msg};
use serde::{Deserialize, Serialize};

use crate::Overview;
use crate::charts::{self, Of};
use crate::context::Context;
use crate::published::Published;
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

/// What a report is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Only this section. No other part can be asked for: what is shown of one is weighed against all others.
    pub section: Option<&'a SectionId>,
    /// Groups of fewer are held back.
    pub threshold: Threshold,
    /// The day of counting, as `2001-07-31`.
    pub today: &'a str,
}

/// Makes the report of a consultation out of all ballots that are counted.
pub fn report(consultation: &Consultation, merge: &Merge, asked: Asked<'_>, locale: &dyn Locale) -> Report {
    report_telling(consultation, merge, asked, locale, &|_, _| {})
}

/// The same, and `told` is told before each chart how many are made, and of how many.
pub fn report_telling(
    consultation: &Consultation,
    merge: &Merge,
    asked: Asked<'_>,
    locale: &dyn Locale,
    told: &dyn Fn(usize, usize),
) -> Report {
    told(0, charts::ALL.len());
    let whole = merge.profile.view(consultation);
    let part = match asked.section {
        None => whole.clone(),
        Some(wanted) => whole.filter(|counted| counted.section(consultation).as_ref() == Some(wanted)),
    };
    let published = Published::new(&whole, asked.section, asked.threshold);
    let context = Context::new(&part, published, locale, asked.today);
    let mut report = Report { overview: Overview::of(&context, merge), charts: Vec::new(), absent: Vec::new() };
    for (made, maker) in charts::ALL.iter().enumerate() {
        told(made, charts::ALL.len());
        let made = if may_be_made(&context.published, maker.of) {
            (maker.make)(&context, maker.id)
        } else {
            Err(context.too_few(maker.id, maker.subject))
        };
        report.add(maker.id, &context.words, made);
    }
    report
}

/// Whether those whom a chart would be about are shown. A chart of nobody says itself what is missing.
fn may_be_made(published: &Published, of: Of) -> bool {
    let base = match of {
        Of::Paired => &published.paired,
        Of::Baskets => &published.baskets,
        Of::People => &published.people,
    };
    base.is_empty() || base.shows(published.group)
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
