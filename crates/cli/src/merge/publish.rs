//! The tables that may be published, as files.

use std::path::Path;
use std::{fs, io};

use basketry_charts::csv;
use basketry_domain::{Consultation, Date};
use basketry_results::{Asked, Threshold, report};
use basketry_tally::Merge;
use basketry_texts::PlainEnglish;
use clap::ValueEnum;

/// Groups of fewer people are held back.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Least {
    /// Shows more and protects less.
    #[value(name = "5")]
    Five,
    /// As statistics and health bodies of the United Kingdom use.
    #[value(name = "10")]
    Ten,
}

/// A day as it is written.
pub(super) fn day(text: &str) -> Result<String, String> {
    text.parse::<Date>().map(|day| day.to_string()).map_err(|_| "write a day as 2026-06-03".to_owned())
}

/// Writes the table of every chart of the results page, as the page shows it to everybody.
pub(super) fn tables(
    folder: &Path,
    consultation: &Consultation,
    merge: &Merge,
    least: Least,
    today: &str,
) -> io::Result<()> {
    let threshold = match least {
        Least::Five => Threshold::Five,
        Least::Ten => Threshold::Ten,
    };
    let report = report(consultation, merge, Asked { section: None, threshold, today }, &PlainEnglish);
    fs::create_dir_all(folder)?;
    for chart in &report.charts {
        fs::write(folder.join(format!("{}.csv", chart.data().id)), csv(chart))?;
    }
    Ok(())
}
