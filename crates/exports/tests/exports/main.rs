//! The files of a small consultation. `cargo xtask test --only software` opens such files with the programs they are for.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod archives;
mod elections;
mod manifests;
mod pages;
mod rows;
mod workbooks;

use std::io::{Cursor, Read};

use basketry_ballots::Ballots;
use basketry_charts::Chart;
use basketry_domain::{Ballot, Consultation, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_exports::{About, Manifest, workbook};
use basketry_results::{Asked, Report, Threshold, report};
use basketry_tally::{Handover, Merge, merge};
use basketry_texts::PlainEnglish;

const DAY: &str = "2026-06-03";

/// Twenty-four people of the hall, thirty of the school and a table, in order of id: enough for most to be shown.
fn ballots() -> Vec<Ballot> {
    let person = |seed, workshop: &str, care, chosen: &[(&str, u8)]| Ballot {
        workshop: Some(workshop.parse().unwrap()),
        first_reaction: points(50, 50),
        considered_view: points(care, 100 - care),
        basket: basket(chosen),
        ..ballot(seed, Voter::Person)
    };
    let hall = |seed| person(seed, "hall", 63, if seed <= 12 { &[("clinic", 1)] } else { &[] });
    let school = |seed| person(seed, "school", 20, if seed <= 40 { &[("clinic", 2)] } else { &[("bridge", 1)] });
    let mut all: Vec<Ballot> = (1..=24).map(hall).chain((31..=60).map(school)).collect();
    all.push(Ballot { basket: basket(&[("clinic", 1), ("visits", 1)]), ..ballot(61, Voter::Table) });
    all
}

fn merged(consultation: &Consultation, ballots: Vec<Ballot>) -> Merge {
    merge(consultation, &[Handover::new("table-1.ballots.ndjson", Ballots::of(ballots).unwrap())])
}

fn report_of(consultation: &Consultation, merged: &Merge) -> Report {
    let asked = Asked { section: None, threshold: Threshold::Ten, today: DAY };
    report(consultation, merged, asked, &PlainEnglish)
}

fn manifest_of(consultation: &Consultation, merged: &Merge, charts: &[Chart]) -> Manifest {
    Manifest::of_ballots(&merged.profile.view(consultation), DAY).unwrap().of_report(None, Some(10), charts)
}

/// The workbook of these ballots.
fn book(ballots: Vec<Ballot>) -> Vec<u8> {
    let consultation = consultation();
    let merged = merged(&consultation, ballots);
    book_of(&consultation, &merged, &report_of(&consultation, &merged))
}

fn book_of(consultation: &Consultation, merged: &Merge, report: &Report) -> Vec<u8> {
    let about = About {
        manifest: &manifest_of(consultation, merged, &report.charts),
        question: &consultation.question,
        overview: &report.overview.lines,
        absent: &report.absent,
        currency: consultation.budget.currency.code(),
        minor_digits: consultation.budget.currency.minor_digits(),
    };
    workbook(&report.charts, &about, &PlainEnglish, &|_, _| {}).unwrap()
}

/// The names of a ZIP's files in its order, and what is in them.
fn unpacked(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let files = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..files).map(read).collect()
}

/// A file of a ZIP, as text.
fn part(zip: &[u8], name: &str) -> String {
    let parts = unpacked(zip);
    let names: Vec<&String> = parts.iter().map(|(name, _)| name).collect();
    let found = parts.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no {name} in {names:?}"));
    String::from_utf8(found.1.clone()).unwrap()
}
