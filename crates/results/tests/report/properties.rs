//! Whatever ballots come in, there is a report.

use crate::report_of;
use basketry_charts::{Approximate, View, svg};
use basketry_domain::{Ballot, Basket, Reaction, Voter};
use basketry_example::{ballot, consultation, points};
use proptest::prelude::*;

fn reaction() -> impl Strategy<Value = Option<Reaction>> {
    let whole = (0_u8..=100).prop_map(|care| points(care, 100 - care));
    let any = (0_u8..=255, 0_u8..=255).prop_map(|(care, roads)| points(care, roads));
    prop_oneof![1 => Just(None), 5 => whole, 1 => any]
}

fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
    let choices =
        prop::collection::btree_map(prop::sample::select(vec!["clinic", "visits", "bridge", "gone"]), 0_u8..4, 0..4);
    let workshop = prop::sample::select(vec![None, Some("hall"), Some("school"), Some("nowhere")]);
    let one = (
        (any::<u8>(), any::<bool>(), workshop, prop::option::of(0_u16..3)),
        (reaction(), reaction(), prop::option::of(choices), "\\PC{0,12}|2026-0[1-9]-1[0-9]T00:00Z"),
        (0_u8..7, prop::collection::vec("[a-z]{0,3}", 0..3)),
    );
    let made =
        one.prop_map(|((seed, table, workshop, number), (first, last, choices, confirmed), (score, dissent))| {
            let items = choices.map(|all| all.into_iter().map(|(id, level)| (id.parse().unwrap(), level)).collect());
            Ballot {
                workshop: workshop.map(|id| id.parse().unwrap()),
                table: number,
                confirmed,
                first_reaction: first,
                considered_view: last,
                basket: items.map(Basket::from_choices),
                dissent,
                closing: basketry_example::live_with(score),
                ..ballot(seed, if table { Voter::Table } else { Voter::Person })
            }
        });
    prop::collection::vec(made, 0..90)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn there_is_a_report(ballots in ballots()) {
        let report = report_of(&consultation(), ballots);
        // A chart that is refused would panic here: `Report::add` asserts that there is none.
        prop_assert_eq!(report.charts.len() + report.absent.len(), 13);
        for chart in &report.charts {
            let data = chart.data();
            prop_assert!(data.alt.contains(&data.base), "{}", data.id);
            let words = format!("{data:?}");
            prop_assert!(!words.contains("{$"), "a message of {} lacks a variable: {}", data.id, words);
            let counts = match data.id.as_str() {
                "points" => 4..7,
                "shifts" => 1..4,
                "items" => 1..2,
                _ => 0..0,
            };
            let cells = data.table.rows.iter().flat_map(|row| &row[counts.clone()]);
            let small = cells.filter_map(|cell| cell.number.as_ref()?.parse::<u64>().ok()).find(|count| *count < 10);
            prop_assert_eq!(small, None, "a small count in {}", data.id);
            prop_assert!(svg(chart, &View::full(360), &basketry_charts::Theme::light(), &Approximate).len() > 100);
        }
    }
}
