//! Sections side by side, and small ones held back.

use crate::{chart, lines, report_of, report_on, why_absent};
use basketry_charts::Body;
use basketry_domain::{Ballot, Item, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_results::Threshold;

/// Twenty-four people of the hall, of whom half hold the clinic, and thirty of the school, of whom ten hold a large one.
fn ballots() -> Vec<Ballot> {
    let hall = (1..=24).map(|seed| Ballot {
        first_reaction: points(50, 50),
        considered_view: points(63, 37),
        basket: basket(if seed <= 12 { &[("clinic", 1)] } else { &[] }),
        ..ballot(seed, Voter::Person)
    });
    let school = (31..=60).map(|seed| Ballot {
        workshop: Some("school".parse().unwrap()),
        first_reaction: points(50, 50),
        considered_view: points(20, 80),
        basket: basket(if seed <= 40 { &[("clinic", 2)] } else { &[("bridge", 1)] }),
        ..ballot(seed, Voter::Person)
    });
    hall.chain(school).collect()
}

#[test]
fn points_of_the_considered_view() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "points-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Care: 20.0 in Young (30), 63.0 in Old (24)");
    assert_eq!(data.base, "Base: 54 people who answered both times, by section");
    // Care 24 times 63 and 30 times 20, together 2,112 / 54.
    assert_eq!(lines(&data.table), ["Care | 63.0 | 20.0 | 39.1", "Roads | 37.0 | 80.0 | 60.9"]);
    assert_eq!(data.table.columns, ["Area", "Old (24)", "Young (30)", "All together"]);
}

/// Nobody of the hall holds the bridge, which is held back; and with it the school, as the total would tell.
#[test]
fn items() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "items-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Clinic: 33% in Young (30), 50% in Old (24)");
    assert_eq!(
        lines(&data.table),
        [
            "Clinic | 50.0% [50.0] | 33.3% [33.3] | 40.7% [40.7]",
            "Bridge | held back | held back | 37.0% [37.0]",
            "Visits | held back | held back | held back",
        ]
    );
    // One section by itself tells no more.
    let school = report_on(&consultation(), ballots(), Some("young"), Threshold::Ten);
    let line = |id: &str, row: usize| lines(&chart(&school, id).data().table)[row].clone();
    assert_eq!(line("items", 1), "Visits | held back | held back | ");
    assert_eq!(line("items", 2), "Bridge | held back | held back | ");
    assert!(why_absent(&school, "selection").starts_with("Held back."));
    assert!(why_absent(&school, "allocation").starts_with("This is shown of everybody only"));
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

/// Care: 40 for half of the hall. Roads: 50 for two thirds of the school. Quartiles would need forty people.
#[test]
fn money() {
    let report = report_of(&consultation(), ballots());
    let data = chart(&report, "money-by-section").data();
    assert_eq!(data.finding, "Sections differ most over Roads: £0 in Old (24), £0.50 in Young (30)");
    assert_eq!(
        lines(&data.table),
        ["Care | £0.20 [0.20] | £0 [0.00] | £0 [0.00]", "Roads | £0 [0.00] | £0.50 [0.50] | £0 [0.00]"]
    );
}

#[test]
fn a_small_section_is_held_back_with_the_one_that_would_give_it_away() {
    let mut some = ballots();
    let model = some[0].clone();
    let stray = |seed| Ballot { id: ballot(seed, Voter::Person).id, workshop: None, ..model.clone() };
    some.extend([81, 82].map(stray));
    let report = report_of(&consultation(), some);
    let data = chart(&report, "points-by-section").data();
    // Nothing tells that there are two of whom no section is known.
    assert_eq!(data.table.columns, ["Area", "Old", "Young (30)", "All together"]);
    assert_eq!(lines(&data.table)[0], "Care | held back | 20.0 | 40.0");
    assert_eq!(data.finding, "Young (30) is the one section with enough answers to be shown");
    assert!(data.held_back.as_ref().is_some_and(|note| note.starts_with("Groups of fewer than 10 are held back")));
}

#[test]
fn nothing_is_shown_of_small_sections_alone() {
    let small: Vec<Ballot> = ballots().into_iter().skip(18).take(12).collect();
    let report = report_of(&consultation(), small);
    assert!(why_absent(&report, "points-by-section").starts_with("Every section has too few answers"));
    let report = report_of(&consultation(), ballots().into_iter().take(24).collect());
    assert!(why_absent(&report, "money-by-section").starts_with("There are answers from fewer than two sections"));
}

#[test]
fn a_section_by_itself_is_held_back_where_it_would_be_beside_others() {
    // Twenty-four of the hall and six of the school: all less the hall would be the six.
    let some: Vec<Ballot> = ballots().into_iter().take(30).collect();
    for section in ["old", "young"] {
        let report = report_on(&consultation(), some.clone(), Some(section), Threshold::Ten);
        assert!(report.charts.is_empty());
        assert!(why_absent(&report, "money").starts_with("Held back. Fewer than 10 people are behind it"));
        assert_eq!(report.overview.persons, 0);
    }
    let young = report_on(&consultation(), ballots(), Some("young"), Threshold::Ten);
    assert_eq!(chart(&young, "items").data().base, "Base: 30 people's own baskets");
    let nobody = report_on(&consultation(), ballots(), Some("elsewhere"), Threshold::Ten);
    assert!(nobody.charts.is_empty());
}
