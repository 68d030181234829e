//! Reports of a small consultation, worked by hand, and of any ballots at all.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod attack;
mod election;
mod golden;
mod properties;
mod sections;

use basketry_ballots::Ballots;
use basketry_charts::{Chart, Table};
use basketry_domain::{Ballot, Consultation};
use basketry_results::{Asked, Report, Threshold, report};
use basketry_tally::{Handover, merge};
use basketry_texts::PlainEnglish;

/// The report of ballots that came in one file.
fn report_of(consultation: &Consultation, ballots: Vec<Ballot>) -> Report {
    report_on(consultation, ballots, None, Threshold::default())
}

/// The same of one section, and at another threshold.
fn report_on(consultation: &Consultation, ballots: Vec<Ballot>, section: Option<&str>, threshold: Threshold) -> Report {
    let merged = merge(consultation, &[Handover::new("table-1.ballots.ndjson", Ballots::of(ballots).unwrap())]);
    let section = section.map(|id| id.parse().unwrap());
    let asked = Asked { section: section.as_ref(), threshold, today: "2026-06-03" };
    report(consultation, &merged, asked, &PlainEnglish)
}

fn chart<'a>(report: &'a Report, id: &str) -> &'a Chart {
    report.charts.iter().find(|chart| chart.data().id == id).unwrap_or_else(|| panic!("no chart {id}: {report:?}"))
}

fn why_absent<'a>(report: &'a Report, id: &str) -> &'a str {
    report.absent.iter().find(|absent| absent.id == id).map(|absent| absent.why.as_str()).expect("absent")
}

/// Cells as printed, with the plain number behind those whose text differs.
fn lines(table: &Table) -> Vec<String> {
    let cell = |cell: &basketry_charts::Cell| match &cell.number {
        Some(number) if *number != cell.text => format!("{} [{number}]", cell.text),
        _ => cell.text.clone(),
    };
    table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}
