//! Every chart of fifty-seven ballots, worked by hand.

mod selections;

use crate::{chart, lines, report_of, report_on, why_absent};
use basketry_charts::{Body, csv};
use basketry_domain::{Ballot, Voter};
use basketry_example::{ballot, basket, consultation, live_with, points};
use basketry_results::{Report, Threshold};

/// Fourteen times three people of the hall and one of the school whose basket breaks two rules; and a table.
fn ballots() -> Vec<Ballot> {
    let person = |seed, first, considered, choices: &[(&str, u8)]| Ballot {
        first_reaction: first,
        considered_view: considered,
        basket: basket(choices),
        ..ballot(seed, Voter::Person)
    };
    let four = |of: u8| {
        let school = Ballot {
            workshop: Some("school".parse().unwrap()),
            confirmed: "2026-05-09T10:00Z".to_owned(),
            ..person(of + 3, points(100, 0), None, &[("clinic", 1), ("visits", 1), ("bridge", 1)])
        };
        let first = person(of, points(50, 50), points(80, 20), &[("clinic", 1), ("bridge", 1)]);
        let second = person(of + 1, points(60, 40), points(50, 50), &[("clinic", 2), ("visits", 1)]);
        [
            Ballot { closing: live_with(4), ..first },
            Ballot { closing: live_with(1), ..second },
            person(of + 2, points(10, 90), points(10, 90), &[]),
            school,
        ]
    };
    let table = Ballot {
        basket: basket(&[("clinic", 2), ("visits", 1)]),
        dissent: vec!["not me".to_owned()],
        ..ballot(200, Voter::Table)
    };
    (0..14).flat_map(|round| four(round * 4 + 1)).chain([table]).collect()
}

fn report() -> Report {
    report_of(&consultation(), ballots())
}

#[test]
fn overview() {
    let mut twice = ballots();
    twice.push(twice[0].clone());
    let overview = report_of(&consultation(), twice).overview;
    let numbers = (overview.ballots, overview.persons, overview.tables, overview.received);
    assert_eq!(numbers, (57, 56, 1, 58));
    assert_eq!((overview.duplicates, overview.conflicts, overview.set_aside, overview.faulty), (1, 0, 0, 14));
    assert_eq!(
        overview.lines,
        [
            "57 ballots are counted.",
            "People gave 56 of them, tables 1.",
            "Once a ballot came in that was there already. It counts once.",
            "14 ballots have something wrong. Each chart says what it leaves out.",
            "Results are recommendations, not decisions.",
        ]
    );
}

#[test]
fn points_before_and_after() {
    let report = report();
    let data = chart(&report, "points").data();
    assert_eq!(data.finding, "Care gained most: +6.7 points, 28 of 42 people moved");
    // That fourteen answered at first only is not told: how many did at the end only would be none.
    assert_eq!(data.base, "Base: 42 people who answered both times");
    assert_eq!(data.rule, "Rule: mean of points, people who answered both times");
    assert_eq!(data.date, "Ballots of 1 May 2026 to 9 May 2026. Counted on 3 June 2026");
    assert_eq!(data.consultation, "Test, revision 1");
    assert_eq!(
        lines(&data.table),
        ["Care | 40.0 | 46.7 | +6.7 [6.7] | 14 | 14 | 14", "Roads | 60.0 | 53.3 | −6.7 [-6.7] | 14 | 14 | 14"]
    );
    assert_eq!(
        data.alt,
        "Care gained most: +6.7 points, 28 of 42 people moved. Base: 42 people who answered both times. Care: first \
         reaction 40.0, considered view 46.7, shift +6.7. Roads: first reaction 60.0, considered view 53.3, shift −6.7."
    );
}

#[test]
fn shift_per_person() {
    let report = report();
    let data = chart(&report, "shifts").data();
    assert_eq!(data.finding, "Most people changed their points for Care and Roads: 28 of 42 each");
    assert_eq!(
        lines(&data.table),
        [
            "Care | 14 | 14 | 14 | +6.7 [6.7] | no clear direction",
            "Roads | 14 | 14 | 14 | −6.7 [-6.7] | no clear direction"
        ]
    );
    let Body::Strips(strips) = &data.body else { panic!("strips") };
    // Shifts of 30, -10 and 0 in steps of 5.
    let bins: Vec<_> = strips.rows[0].bins.iter().map(|bin| (bin.at, bin.count)).collect();
    assert_eq!((strips.step, bins), (5.0, vec![(-10.0, 14), (0.0, 14), (30.0, 14)]));
    assert!(data.notes[0].ends_with("until none is of fewer than 10 people."), "{}", data.notes[0]);
    assert_eq!(
        data.notes[1],
        "28 of 42 people changed something. On average a person gave 13.3 of 100 points to another area than at first."
    );
}

/// Ten stay and ten give less. If 40 tossed a coin, 30 or more on one side would come up once in 500 times; of 25, 15
/// would once in four.
#[test]
fn a_clear_movement_is_told_in_words() {
    let way = |more: u8| {
        let moved = |seed: u8| {
            let considered = if seed < 10 {
                points(40, 60)
            } else {
                points(if seed < 20 { 20 } else { 60 }, if seed < 20 { 80 } else { 40 })
            };
            Ballot { first_reaction: points(40, 60), considered_view: considered, ..ballot(seed, Voter::Person) }
        };
        let report = report_of(&consultation(), (0..20 + more).map(moved).collect());
        lines(&chart(&report, "shifts").data().table)
    };
    assert_eq!(
        way(30),
        ["Care | 10 | 10 | 30 | +8.0 [8.0] | clearly more", "Roads | 30 | 10 | 10 | −8.0 [-8.0] | clearly less"]
    );
    assert!(way(15).iter().all(|line| line.ends_with("| no clear direction")), "{:?}", way(15));
}

#[test]
fn items_in_peoples_baskets() {
    let report = report();
    let data = chart(&report, "items").data();
    assert_eq!(data.finding, "Clinic is in 28 of 42 baskets, more than anything else");
    assert_eq!(data.base, "Base: 42 people's own baskets");
    assert_eq!(data.notes, ["14 baskets break a rule, such as costing more than the budget, and are left out."]);
    assert_eq!(
        lines(&data.table),
        [
            "Clinic | 28 | 66.7% [66.7] | small: 14; large: 14",
            "Visits | 14 | 33.3% [33.3] | ",
            "Bridge | 14 | 33.3% [33.3] | "
        ]
    );
    let Body::Bars(bars) = &data.body else { panic!("bars") };
    assert_eq!(bars.rows[0].values[0].figure.label, "67%");
}

#[test]
fn items_in_table_baskets() {
    let report = report();
    let data = chart(&report, "table-items").data();
    assert_eq!(data.finding, "Clinic and Visits are in 1 of 1 baskets each, more than anything else");
    assert_eq!(data.base, "Base: 1 table's basket");
    assert_eq!(
        lines(&data.table),
        [
            "Clinic | 1 | 100.0% [100.0] | small: 0; large: 1",
            "Visits | 1 | 100.0% [100.0] | ",
            "Bridge | 0 | 0.0% [0.0] | "
        ]
    );
}

#[test]
fn money_per_area() {
    let report = report();
    let data = chart(&report, "money").data();
    assert_eq!(data.finding, "Care gets most: £0.40 in the middle basket, and half of the baskets give it £0 to £0.90");
    assert_eq!(data.notes[1], "£0.10 of the budget is left in the middle basket.");
    // Care 0, 40 and 90; roads 0, 0 and 50. All counts of items are told, and so are means.
    assert_eq!(
        lines(&data.table),
        [
            "Care | £0 [0.00] | £0.40 [0.40] | £0.90 [0.90] | £0.43 [0.43]",
            "Roads | £0 [0.00] | £0 [0.00] | £0.50 [0.50] | £0.17 [0.17]",
        ]
    );
}

/// Considered views of 80, 50 and 10 for care: 140/3 of 100 points. The penny that is left goes to the larger fraction.
/// Baskets put 0, 40 and 90 on care and 0, 0 and 50 on roads.
#[test]
fn the_budget_divided_over_the_areas() {
    let report = report();
    let data = chart(&report, "allocation").data();
    assert_eq!(data.finding, "By points, mean: Roads gets most, £0.53");
    assert_eq!(data.base, "Base: 42 people's considered views, 42 people's own baskets");
    assert_eq!(data.table.columns, ["Area", "By points, mean", "By points, median", "By baskets, mean"]);
    assert_eq!(
        lines(&data.table),
        ["Roads | £0.53 [0.53] | £0.50 [0.50] | £0.28 [0.28]", "Care | £0.47 [0.47] | £0.50 [0.50] | £0.72 [0.72]"]
    );
    // Without considered views only the baskets divide it.
    let baskets: Vec<Ballot> = ballots().into_iter().map(|one| Ballot { considered_view: None, ..one }).collect();
    let report = report_of(&consultation(), baskets);
    let data = chart(&report, "allocation").data();
    assert_eq!(data.table.columns, ["Area", "By baskets, mean"]);
    assert_eq!(data.finding, "By baskets, mean: Care gets most, £0.72");
    assert_eq!(data.base, "Base: 0 people's considered views, 42 people's own baskets");
}

#[test]
fn tables_side_by_side() {
    let report = report();
    let data = chart(&report, "tables").data();
    assert_eq!(data.finding, "One table's basket holds 2 items");
    assert_eq!(data.base, "Base: 1 table's basket, and 28 scores from people at them");
    assert_eq!(
        data.notes,
        ["1 is Hall, table 1: £0.90 spent, £0.10 left. Could live with it: 2.5 out of 5 (median of 28 people)."]
    );
    assert_eq!(
        lines(&data.table),
        ["Clinic | 2 | 1 of 1 [1]", "Visits | 1 | 1 of 1 [1]", "Bridge | – [0] | 0 of 1 [0]"]
    );
    let few = ballots().into_iter().filter(|one| one.voter == Voter::Table || one.closing == live_with(4));
    let report = report_of(&consultation(), few.collect());
    // A median needs twenty scores.
    assert_eq!(
        chart(&report, "tables").data().table.columns[1],
        "Hall, table 1: £0.90 spent, £0.10 left, live with it: held back"
    );
}

#[test]
fn of_few_people_nothing_is_shown() {
    let few = || ballots().into_iter().filter(|one| one.voter == Voter::Person).take(9 * 4 / 3).collect::<Vec<_>>();
    let report = report_of(&consultation(), few());
    assert_eq!(few().len(), 12);
    // Nine answered both times, and nine baskets keep the rules.
    assert!(report.charts.is_empty(), "{:?}", report.charts);
    assert!(why_absent(&report, "points").starts_with("Held back. Fewer than 10 people are behind it"));
    let at_five = report_on(&consultation(), few(), None, Threshold::Five);
    let data = chart(&at_five, "points").data();
    let told = "Groups of fewer than 5 are held back, and so is what would give them away. It reads “held back”.";
    assert_eq!(data.held_back.as_deref(), Some(told));
    // Three moved each way: that is told of nobody at five.
    assert_eq!(lines(&data.table)[0], "Care | 40.0 | 46.7 | +6.7 [6.7] | held back | held back | held back");
    assert!(csv(chart(&at_five, "points")).contains("Groups of fewer than 5 are held back"));
}

#[test]
fn a_popular_item_is_held_back_as_few_go_without() {
    let of = |seed: u8| {
        if seed < 5 {
            vec![]
        } else if seed < 25 {
            vec![("clinic", 1), ("bridge", 1)]
        } else {
            vec![("clinic", 1)]
        }
    };
    let ballots = (0..60).map(|seed| Ballot { basket: basket(&of(seed)), ..ballot(seed, Voter::Person) });
    let report = report_of(&consultation(), ballots.collect());
    let data = chart(&report, "items").data();
    assert_eq!(data.finding, "Bridge is in 20 of 60 baskets, most of those shown");
    assert_eq!(lines(&data.table)[1], "Clinic | held back | held back | small: held back; large: held back");
    let Body::Bars(bars) = &data.body else { panic!("bars") };
    assert_eq!(
        (bars.rows[1].values[0].figure.value, bars.rows[1].values[0].spoken.as_str()),
        (None, "Clinic: held back")
    );
    // The mean money for care would tell how many hold the clinic.
    assert!(lines(&chart(&report, "money").data().table)[0].ends_with("| held back"));
}

#[test]
fn every_alternative_states_the_base() {
    for chart in report().charts {
        let data = chart.data();
        assert!(data.alt.contains(&data.base), "{}", data.id);
        assert!(data.base.chars().any(|c| c.is_ascii_digit()), "{}", data.id);
    }
}

#[test]
fn invented_costs_are_marked_where_they_decide() {
    let mut consultation = consultation();
    consultation.items[0].illustrative = true;
    let report = report_of(&consultation, ballots());
    let costs = Some("Some of the costs are made up for illustration");
    assert_eq!(chart(&report, "money").data().illustrative.as_deref(), costs);
    assert_eq!(chart(&report, "points").data().illustrative, None);
    consultation.illustrative = Some("Prices are invented".to_owned());
    let report = report_of(&consultation, ballots());
    assert!(report.charts.iter().all(|chart| chart.data().illustrative.as_deref() == Some("Prices are invented")));
}

#[test]
fn without_ballots_the_report_says_what_to_do() {
    let report = report_of(&consultation(), Vec::new());
    assert!(report.charts.is_empty());
    assert_eq!(report.absent.len(), 13);
    assert_eq!(report.overview.lines, ["No ballots yet. Add the files that the tablets handed over."]);
    let why = "There is no basket of a person's own yet. Add ballots with a basket that a person filled.";
    assert_eq!(why_absent(&report, "selection"), why);
}
