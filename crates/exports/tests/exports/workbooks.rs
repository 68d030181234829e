//! The workbook.

use basketry_domain::Voter;
use basketry_example::{ballot, consultation};

use crate::{ballots, book, book_of, merged, part, report_of, unpacked};

#[test]
fn the_order_of_the_ballots_changes_no_byte() {
    let mut other = ballots();
    other.reverse();
    other.rotate_left(3);
    let (one, two) = (book(ballots()), book(other));
    assert!(one == two, "two workbooks of the same ballots differ");
    let more = [ballots(), vec![ballot(30, Voter::Person)]].concat();
    assert!(book(more) != one, "a workbook of more ballots is the same");
}

#[test]
fn every_table_has_a_sheet_and_every_picture_of_bars_a_chart() {
    let consultation = consultation();
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let book = book_of(&consultation, &merged, &report);
    let names: Vec<String> = unpacked(&book).into_iter().map(|(name, _)| name).collect();
    let count = |start: &str| names.iter().filter(|name| name.starts_with(start)).count();
    assert_eq!(count("xl/worksheets/sheet"), report.charts.len() + 2);
    let bars = |chart: &&basketry_charts::Chart| !matches!(chart.data().body, basketry_charts::Body::Matrix(_));
    assert_eq!(count("xl/charts/chart"), report.charts.iter().filter(bars).count());
    assert!(report.charts.len() > 8, "{}", report.charts.len());
    let sheets = part(&book, "xl/workbook.xml");
    for name in ["name=\"Read me\"", "name=\"1 ", "name=\"Manifest\""] {
        assert!(sheets.contains(name), "{name}: {sheets}");
    }
}

#[test]
fn figures_are_numbers_and_what_is_held_back_is_a_word() {
    let consultation = consultation();
    let mut few = ballots();
    // The school has three people left: fewer than are shown.
    few.retain(|ballot| !(14..=16).any(|seed| ballot.id == crate::ballot(seed, Voter::Person).id));
    let merged = merged(&consultation, few);
    let report = report_of(&consultation, &merged);
    let at = report.charts.iter().position(|chart| chart.data().id == "shifts").unwrap();
    let sheet = part(&book_of(&consultation, &merged, &report), &format!("xl/worksheets/sheet{}.xml", at + 2));
    let mean = report.charts[at].data().table.rows[0][4].number.clone().unwrap();
    assert!(sheet.contains(&format!("<v>{mean}</v></c>")), "{mean}: {sheet}");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let mut consultation = consultation();
    consultation.areas[0].name = "=HYPERLINK(\"http://x\")".to_owned();
    let merged = merged(&consultation, ballots());
    let book = book_of(&consultation, &merged, &report_of(&consultation, &merged));
    for (name, bytes) in unpacked(&book) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("<f>HYPERLINK") && !text.contains("<f>="), "{name}: {text}");
    }
    assert!(part(&book, "xl/sharedStrings.xml").contains("=HYPERLINK(\"http://x\")"));
}
