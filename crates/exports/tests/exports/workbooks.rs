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
    let more = [ballots(), vec![ballot(70, Voter::Person)]].concat();
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
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let at = report.charts.iter().position(|chart| chart.data().id == "items").unwrap();
    let book = book_of(&consultation, &merged, &report);
    let sheet = part(&book, &format!("xl/worksheets/sheet{}.xml", at + 2));
    let texts = part(&book, "xl/sharedStrings.xml");
    let texts: Vec<&str> = texts.split("<si>").skip(1).collect();
    let held = texts.iter().position(|text| text.contains(">held back<")).unwrap();
    let rows = &report.charts[at].data().table.rows;
    let shown = rows[0][1].number.clone().unwrap();
    assert_eq!((rows[0][0].text.as_str(), shown.as_str(), rows[2][1].text.as_str()), ("Clinic", "22", "held back"));
    assert!(sheet.contains(&format!("<v>{shown}</v></c>")), "{shown}: {sheet}");
    let cell = sheet.split("<c r=\"B7\"").nth(1).and_then(|rest| rest.split("</c>").next()).unwrap();
    assert!(cell.ends_with(&format!(" t=\"s\"><v>{held}</v>")), "{cell}");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
}

#[test]
fn the_first_sheet_says_below_what_is_held_back() {
    let texts = part(&book(ballots()), "xl/sharedStrings.xml");
    assert!(texts.contains("Groups of fewer than 10 people are held back"), "{texts}");
    assert!(texts.contains(">threshold<"), "{texts}");
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
