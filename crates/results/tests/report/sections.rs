//! Sections side by side, and small ones held back.

use crate::{chart, lines, report_of, why_absent};
use basketry_ballots::Ballots;
use basketry_charts::Body;
use basketry_domain::{Ballot, Item, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_results::report;
use basketry_tally::{Counted, Handover, merge};
use basketry_texts::PlainEnglish;

/// Five people of the hall and six of the school.
fn ballots() -> Vec<Ballot> {
    let hall = (1..=5).map(|seed| Ballot {
        first_reaction: points(50, 50),
        considered_view: points(60 + seed, 40 - seed),
        basket: basket(&[("clinic", 1)]),
        ..ballot(seed, Voter::Person)
    });
    let school = (11..=16).map(|seed| Ballot {
        workshop: Some("school".parse().unwrap()),
        first_reaction: points(50, 50),
        considered_view: points(20, 80),
        basket: basket(if seed == 11 { &[("clinic", 2)] } else { &[("bridge", 1)] }),
        ..ballot(seed, Voter::Person)
    });
    hall.chain(school).collect()
}

#[test]
fn points_of_the_considered_view() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "points-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Care: 20.0 in Young (6), 63.0 in Old (5)");
    assert_eq!(data.base, "Base: 11 people who answered both times, by section");
    // Care 315 and 120, together 435 / 11.
    assert_eq!(lines(&data.table), ["Care | 63.0 | 20.0 | 39.5", "Roads | 37.0 | 80.0 | 60.5"]);
    assert_eq!(data.table.columns, ["Area", "Old (5)", "Young (6)", "All together"]);
}

#[test]
fn items() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "items-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Clinic: 17% in Young (6), 100% in Old (5)");
    assert_eq!(
        lines(&data.table),
        [
            "Clinic | 100.0% [100.0] | 16.7% [16.7] | 54.5% [54.5]",
            "Bridge | 0.0% [0.0] | 83.3% [83.3] | 45.5% [45.5]",
            "Visits | 0.0% [0.0] | 0.0% [0.0] | 0.0% [0.0]",
        ]
    );
}

#[test]
fn where_the_picture_of_many_items_stops_the_table_goes_on() {
    let mut consultation = consultation();
    let model = consultation.items[2].clone();
    let more =
        (10..22).map(|n| Item { id: format!("item-{n}").parse().unwrap(), name: n.to_string(), ..model.clone() });
    consultation.items.extend(more);
    let report = report_of(&consultation, ballots());
    let data = chart(&report, "items-by-section").data();
    let Body::Grid(grid) = &data.body else { panic!("grid") };
    assert_eq!((grid.rows.len(), data.table.rows.len()), (12, 15));
    assert_eq!(data.notes, ["The picture stops after 12 items. The table and the CSV file have them all."]);
}

#[test]
fn money() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "money-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Roads: £0 in Old (5), £0.42 in Young (6)");
    // Young: care 60 once, roads 50 five times.
    assert_eq!(
        lines(&data.table),
        [
            "Care | £0.40 [0.40] | £0.40 [0.40] | £0.40 [0.40] | £0.10 [0.10] | £0 [0.00] | £0 [0.00] | £0.24 [0.24]",
            "Roads | £0 [0.00] | £0 [0.00] | £0 [0.00] | £0.42 [0.42] | £0.50 [0.50] | £0.50 [0.50] | £0.23 [0.23]",
        ]
    );
}

#[test]
fn a_small_section_is_held_back_with_the_one_that_would_give_it_away() {
    let mut some = ballots();
    let model = some[0].clone();
    let stray = |seed| Ballot { id: ballot(seed, Voter::Person).id, workshop: None, ..model.clone() };
    some.extend([21, 22].map(stray));
    let report = report_of(&consultation(), some);
    let data = chart(&report, "points-by-section").data();
    assert_eq!(data.table.columns, ["Area", "Old (5)", "Young (6)", "No section known (2)", "All together"]);
    assert_eq!(lines(&data.table)[0], "Care | held back | 20.0 | held back | 42.8");
    assert_eq!(data.finding, "Young (6) is the one section with enough answers to be shown");
    assert!(data.notes.iter().any(|note| note.starts_with("Figures of fewer than 5 people are held back")));
}

#[test]
fn nothing_is_shown_of_small_sections_alone() {
    let small =
        ballots().into_iter().filter(|ballot| ["0202", "0b0b"].iter().any(|id| ballot.id.to_string().starts_with(id)));
    let report = report_of(&consultation(), small.collect());
    assert!(why_absent(&report, "points-by-section").starts_with("Every section has too few answers"));
    let report = report_of(&consultation(), ballots().into_iter().take(5).collect());
    assert!(why_absent(&report, "money-by-section").starts_with("There are answers from fewer than two sections"));
}

#[test]
fn a_section_by_itself_is_held_back_where_it_would_be_beside_others() {
    let consultation = consultation();
    let mut all = ballots();
    all.pop();
    all.pop();
    let part = |ballots: &[Ballot], wanted: &str| {
        let merged = merge(&consultation, &[Handover::new("all", Ballots::of(ballots).unwrap())]);
        let view = merged.profile.view(&consultation);
        let of_section =
            |counted: Counted<'_>| counted.section(&consultation).is_some_and(|section| section.as_str() == wanted);
        report(&view.filter(of_section), &merged, &PlainEnglish, "2026-06-03")
    };
    // Five of the hall and four of the school: all less the hall would be the four.
    for section in ["old", "young"] {
        let report = part(&all, section);
        assert!(report.charts.is_empty());
        assert!(why_absent(&report, "money").starts_with("These ballots are too few"));
    }
    assert_eq!(chart(&part(&ballots(), "young"), "items").data().base, "Base: 6 people's own baskets");
}
