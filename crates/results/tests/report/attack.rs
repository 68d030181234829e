//! A reader of whole reports, of everybody and of each section, who solves for what they hold back.
//!
//! It reads the tables as they are printed, and knows what any reader does: that everybody has one basket and moved one
//! way in each area, and that what one of two areas lost the other gained.

#[path = "../../../disclosure/tests/attack/attacker.rs"]
mod attacker;

use attacker::Attacker;
use basketry_charts::{Cell, ChartData};
use basketry_domain::{Ballot, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_results::{Report, Threshold};
use proptest::prelude::*;

use crate::report_on;

/// Where people came from: two sections, and no section that is known.
const WORKSHOPS: [Option<&str>; 3] = [Some("hall"), Some("school"), None];
const SECTIONS: [&str; 2] = ["old", "young"];
const NAMES: [&str; 2] = ["Old", "Young"];

/// Each item's name, its area and the names of its levels.
const ITEMS: [(&str, &str, &[&str]); 3] =
    [("Clinic", "Care", &["small", "large"]), ("Visits", "Care", &[""]), ("Bridge", "Roads", &[""])];
const AREAS: [&str; 2] = ["Care", "Roads"];

/// Baskets that keep the rules.
const BASKETS: [&[(&str, u8)]; 6] = [
    &[],
    &[("clinic", 1)],
    &[("clinic", 2)],
    &[("bridge", 1)],
    &[("clinic", 1), ("visits", 1)],
    &[("clinic", 1), ("bridge", 1)],
];

/// So many different questions: one for each item and one for each area.
const QUESTIONS: usize = ITEMS.len() + AREAS.len();

/// How many answers a question has: levels and without, or less, the same and more.
fn answers(question: usize) -> usize {
    ITEMS.get(question).map_or(3, |(_, _, levels)| levels.len() + 1)
}

/// The unknown counts of some answers to a question, in some sections.
fn places(question: usize, rows: &[usize], sections: &[usize]) -> Vec<usize> {
    let before: usize = (0..question).map(answers).sum();
    rows.iter().flat_map(|row| sections.iter().map(move |section| (before + row) * WORKSHOPS.len() + section)).collect()
}

fn all_rows(question: usize) -> Vec<usize> {
    (0..answers(question)).collect()
}

/// The answers that hold an item.
fn holding(question: usize) -> Vec<usize> {
    (0..answers(question) - 1).collect()
}

/// People, each with a section, a basket and the points that went from roads to care.
#[derive(Clone, Debug)]
struct Crowd(Vec<(usize, usize, i8)>);

impl Crowd {
    fn ballots(&self) -> Vec<Ballot> {
        let one = |(seed, (section, chosen, shift)): (u8, &(usize, usize, i8))| Ballot {
            workshop: WORKSHOPS[*section].map(|id| id.parse().unwrap()),
            table: None,
            first_reaction: points(50, 50),
            considered_view: points(50_u8.saturating_add_signed(*shift), 50_u8.saturating_add_signed(-shift)),
            basket: basket(BASKETS[*chosen]),
            ..ballot(seed, Voter::Person)
        };
        (0..=u8::MAX).zip(&self.0).map(one).collect()
    }

    /// Whether somebody gave this answer.
    fn gave(&(_, chosen, shift): &(usize, usize, i8), question: usize, row: usize) -> bool {
        let Some((name, _, levels)) = ITEMS.get(question) else {
            let shift = if question == ITEMS.len() { shift } else { -shift };
            return usize::from(shift >= 0) + usize::from(shift > 0) == row;
        };
        let held =
            BASKETS[chosen].iter().find(|(id, _)| id.eq_ignore_ascii_case(name)).map(|(_, level)| usize::from(*level));
        held.map_or(row == levels.len(), |level| level == row + 1)
    }

    fn count(&self, question: usize, rows: &[usize], sections: &[usize]) -> u64 {
        let counts = |one: &&(usize, usize, i8)| {
            sections.contains(&one.0) && rows.iter().any(|row| Self::gave(one, question, *row))
        };
        self.0.iter().filter(counts).count() as u64
    }

    fn report(&self, section: Option<&str>, threshold: Threshold) -> Report {
        report_on(&consultation(), self.ballots(), section, threshold)
    }
}

/// Somebody who has read nothing yet.
fn reader() -> Attacker {
    let answers: usize = (0..QUESTIONS).map(answers).sum();
    let mut attacker = Attacker::of((answers + 1) * WORKSHOPS.len());
    for section in 0..WORKSHOPS.len() {
        for question in 0..QUESTIONS {
            let people = answers * WORKSHOPS.len() + section;
            attacker.learns_equal(places(question, &all_rows(question), &[section]), people);
        }
        let (care, roads) = (ITEMS.len(), ITEMS.len() + 1);
        for row in 0..3 {
            attacker.learns_equal(places(care, &[row], &[section]), places(roads, &[2 - row], &[section])[0]);
        }
    }
    attacker
}

/// Reads everything that is printed of everybody and of each section.
fn reads_all(attacker: &mut Attacker, crowd: &Crowd, threshold: Threshold) {
    reads(attacker, &crowd.report(None, threshold), &[0, 1, 2]);
    for (place, section) in SECTIONS.iter().enumerate() {
        reads(attacker, &crowd.report(Some(section), threshold), &[place]);
    }
}

/// Reads a report of these sections.
fn reads(attacker: &mut Attacker, report: &Report, of: &[usize]) {
    for chart in report.charts.iter().map(basketry_charts::Chart::data) {
        match chart.id.as_str() {
            "items" => reads_items(attacker, chart, of),
            "selection" => reads_support(attacker, chart, of),
            "items-by-section" => reads_shares(attacker, chart),
            "points" => reads_ways(attacker, chart, 4, of),
            "shifts" => reads_ways(attacker, chart, 1, of),
            "money" => means_say_nothing_new(chart, report),
            _ => {}
        }
    }
}

fn number(cell: &Cell) -> Option<f64> {
    cell.number.as_deref()?.parse().ok()
}

/// A count as it is printed.
fn count(cell: &Cell) -> Option<u64> {
    cell.number.as_deref()?.parse().ok()
}

/// The first number of a text.
fn first_number(text: &str) -> Option<u64> {
    text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?.parse().ok()
}

fn item(name: &str) -> usize {
    ITEMS.iter().position(|(known, ..)| name.starts_with(known)).unwrap()
}

/// How many people stand behind a chart; each of them answered each question.
fn reads_base(attacker: &mut Attacker, chart: &ChartData, of: &[usize]) -> u64 {
    let people = first_number(&chart.base).unwrap();
    for question in 0..QUESTIONS {
        attacker.learns(places(question, &all_rows(question), of), people);
    }
    people
}

fn reads_items(attacker: &mut Attacker, chart: &ChartData, of: &[usize]) {
    reads_base(attacker, chart, of);
    for cells in &chart.table.rows {
        let question = item(&cells[0].text);
        if let Some(holds) = count(&cells[1]) {
            attacker.learns(places(question, &holding(question), of), holds);
        }
        for part in cells[3].text.split("; ").filter(|part| !part.is_empty()) {
            let (level, told) = part.split_once(": ").unwrap();
            let row = ITEMS[question].2.iter().position(|name| *name == level).unwrap();
            if let Ok(told) = told.parse() {
                attacker.learns(places(question, &[row], of), told);
            }
        }
    }
}

fn reads_support(attacker: &mut Attacker, chart: &ChartData, of: &[usize]) {
    reads_base(attacker, chart, of);
    for cells in &chart.table.rows {
        let question = item(&cells[0].text);
        if let Some(votes) = count(&cells[1]) {
            attacker.learns(places(question, &holding(question), of), votes);
        }
    }
}

/// Shares with one digit of fewer than five hundred people say how many.
fn reads_shares(attacker: &mut Attacker, chart: &ChartData) {
    let all = reads_base(attacker, chart, &[0, 1, 2]);
    for (at, heading) in chart.table.columns.iter().enumerate().skip(1) {
        let section = NAMES.iter().position(|name| heading.starts_with(name));
        let last = at + 1 == chart.table.columns.len();
        let of: Vec<usize> = if last { vec![0, 1, 2] } else { vec![section.unwrap_or(2)] };
        let Some(people) = (if last { Some(all) } else { first_number(heading) }) else { continue };
        for question in 0..QUESTIONS {
            attacker.learns(places(question, &all_rows(question), &of), people);
        }
        for cells in &chart.table.rows {
            let question = item(&cells[0].text);
            if let Some(share) = number(&cells[at]) {
                let people = f64::from(u32::try_from(people).unwrap());
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of few people")]
                attacker.learns(places(question, &holding(question), &of), (share * people / 100.0).round() as u64);
            }
        }
    }
}

/// Who gave an area less, the same and more, from the column `first` on.
fn reads_ways(attacker: &mut Attacker, chart: &ChartData, first: usize, of: &[usize]) {
    reads_base(attacker, chart, of);
    for cells in &chart.table.rows {
        let area = AREAS.iter().position(|name| *name == cells[0].text).unwrap();
        for (row, cell) in cells[first..first + 3].iter().enumerate() {
            if let Some(told) = count(cell) {
                attacker.learns(places(ITEMS.len() + area, &[row], of), told);
            }
        }
    }
}

/// The mean money of an area is what its items cost times how many hold them: where it is told, so are these.
fn means_say_nothing_new(money: &ChartData, report: &Report) {
    let items = report.charts.iter().map(basketry_charts::Chart::data).find(|chart| chart.id == "items");
    for cells in money.table.rows.iter().filter(|cells| number(&cells[4]).is_some()) {
        let of_area = |row: &&Vec<Cell>| ITEMS[item(&row[0].text)].1 == cells[0].text;
        let rows = items.expect("items are told").table.rows.iter().filter(of_area);
        for row in rows {
            assert!(count(&row[1]).is_some() && !row[3].text.contains("held back"), "{cells:?} tells of {row:?}");
        }
    }
}

/// Every count below the threshold that is found, of one section or several together.
fn found(attacker: &Attacker, crowd: &Crowd, threshold: Threshold) -> Vec<String> {
    let mut found = Vec::new();
    let sets = (1..8).map(|set: usize| (0..3).filter(|section| set >> section & 1 == 1).collect::<Vec<usize>>());
    for of in sets.filter(|of| crowd.0.iter().any(|(section, ..)| of.contains(section))) {
        for question in 0..QUESTIONS {
            let together = ITEMS.get(question).map(|_| holding(question));
            let rows = (0..answers(question)).map(|row| vec![row]).chain(together);
            for rows in rows.filter(|rows| threshold.is_small(crowd.count(question, rows, &of))) {
                if let Some(bounds) = attacker.finds(&places(question, &rows, &of), threshold.count()) {
                    let count = crowd.count(question, &rows, &of);
                    found.push(format!("question {question}, rows {rows:?}, sections {of:?}: {count} in {bounds:?}"));
                }
            }
        }
    }
    found
}

fn crowds() -> impl Strategy<Value = Crowd> {
    let many = prop_oneof![2 => Just(0_usize), 4 => 0_usize..12, 3 => 8_usize..24];
    let shifts = prop::collection::vec(prop::sample::select(vec![-10_i8, 0, 0, 10]), 24);
    let one = (0..WORKSHOPS.len(), 0..BASKETS.len(), many, shifts);
    prop::collection::vec(one, 4..16).prop_map(|groups| {
        let people = |(section, chosen, many, shifts): (usize, usize, usize, Vec<i8>)| {
            shifts.into_iter().take(many).map(move |shift| (section, chosen, shift))
        };
        Crowd(groups.into_iter().flat_map(people).take(usize::from(u8::MAX)).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn of_reports_of_everybody_and_of_each_section(crowd in crowds(), least in prop::sample::select(Threshold::ALL.to_vec())) {
        let mut attacker = reader();
        reads_all(&mut attacker, &crowd, least);
        let found = found(&attacker, &crowd, least);
        prop_assert!(found.is_empty(), "{found:#?}");
    }

    /// What ten shows, five shows too: both together give away no more than five.
    #[test]
    fn of_reports_at_both_thresholds(crowd in crowds()) {
        let mut attacker = reader();
        for threshold in Threshold::ALL {
            reads_all(&mut attacker, &crowd, threshold);
        }
        let found = found(&attacker, &crowd, Threshold::Five);
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

/// Nobody of the old holds the bridge, which is held back, and with it the young, as the total would tell: whoever is told
/// of the young knows.
#[test]
fn who_is_told_one_count_more_finds_another() {
    let old = (0..24).map(|at| (0, usize::from(at < 12), 0));
    let young = (0..30).map(|at| (1, if at < 10 { 2 } else { 3 }, 10));
    let crowd = Crowd(old.chain(young).collect());
    let mut attacker = reader();
    reads_all(&mut attacker, &crowd, Threshold::Ten);
    assert_eq!(found(&attacker, &crowd, Threshold::Ten), Vec::<String>::new());
    attacker.learns(places(2, &[0], &[1]), 20);
    assert!(!found(&attacker, &crowd, Threshold::Ten).is_empty());
}
