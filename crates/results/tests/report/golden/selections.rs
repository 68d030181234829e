//! What rules would fund with them, and how sure that is.

use super::*;

#[test]
fn selection() {
    let report = report();
    let data = chart(&report, "selection").data();
    assert_eq!(data.finding, "2 of 3 items fit into the budget, Clinic (small) first");
    assert_eq!(
        data.notes[1..],
        [
            "small and large of Clinic were chosen equally often. The lower level is counted.",
            "Bridge and Visits had equally much support. Bridge was taken first, because its id comes first.",
            "Results are recommendations, not decisions.",
        ]
    );
    assert_eq!(
        lines(&data.table),
        [
            "Clinic (small) | 28 | £0.40 [0.40] | yes | ",
            "Bridge | 14 | £0.50 [0.50] | yes | ",
            "Visits | 14 | £0.30 [0.30] | no | It cannot be had together with Bridge",
        ]
    );
}

/// Half of the people hold the clinic, one the visits, one the bridge. Visits cost least for their support, and exclude
/// the bridge; equal shares of £0.33 pay for nothing alone but the clinic, and what is left goes to the bridge.
#[test]
fn rules_side_by_side() {
    let report = report();
    let data = chart(&report, "rules").data();
    assert_eq!(data.finding, "All 4 rules fund Clinic (small); they part over 2 more");
    assert_eq!(data.base, "Base: 42 people's own baskets");
    assert_eq!(data.table.columns[2..6], ["Most support", "Most per cost", "Equal shares", "Greatest total"]);
    assert_eq!(
        lines(&data.table),
        [
            "Clinic (small) | £0.40 [0.40] | yes [1] | yes [1] | yes [1] | yes [1] | 4",
            "Bridge | £0.50 [0.50] | yes [1] | no [0] | yes [1] | yes [1] | 3",
            "Visits | £0.30 [0.30] | no [0] | yes [1] | no [0] | no [0] | 1",
        ]
    );
    assert!(data.notes[2].starts_with("1 is Most support: "), "{}", data.notes[2]);
    assert!(data.notes[2].ends_with("It funds 2 for £0.90. A tie was decided by id."), "{}", data.notes[2]);
    assert!(data.notes[3].ends_with("It funds 2 for £0.70."), "{}", data.notes[3]);
    assert_eq!(
        data.notes[6],
        "Phragmén is left out: This rule can't count projects that need or exclude each other. Take out what they need \
         or exclude, or count with another rule."
    );
}

/// Whatever is drawn, something is funded: among baskets with nothing in them the ids decide.
#[test]
fn how_sure_a_selection_is() {
    let report = report();
    let data = chart(&report, "certainty").data();
    assert_eq!(data.finding, "1 of 3 is funded in every one of 500 rounds; 2 in some of them");
    assert_eq!(data.base, "Base: 42 people's own baskets, drawn again 500 times");
    let counts: Vec<u32> = data.table.rows.iter().map(|row| row[2].text.parse().unwrap()).collect();
    let line = |at: usize, name: &str, now: &str| {
        let share = lines(&data.table)[at].clone();
        assert!(share.starts_with(&format!("{name} | {now} | {} | ", counts[at])), "{share}");
    };
    line(0, "Clinic (small)", "yes");
    line(1, "Bridge", "yes");
    line(2, "Visits", "no");
    // Bridge is passed over where visits were drawn more often: in nearly half of the rounds, on average.
    assert!((195..265).contains(&counts[2]), "{counts:?}");
    assert_eq!((counts[0], counts[1] + counts[2]), (500, 500));
    assert!(data.rule.ends_with("(bootstrap, seed 1)"), "{}", data.rule);
    // Twenty of thirty hold the bridge, and nobody anything else: that it is nobody is held back.
    let alike = (1..=30).map(|seed| {
        let choices: &[(&str, u8)] = if seed <= 20 { &[("bridge", 1)] } else { &[] };
        Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) }
    });
    let report = report_of(&consultation(), alike.collect());
    let data = chart(&report, "certainty").data();
    assert_eq!(
        lines(&data.table),
        [
            "Bridge | yes | 500 | 100.0% [100.0]",
            "Visits | no | held back | held back",
            "Clinic (small) | yes | held back | held back",
        ]
    );
    let note = &chart(&report, "rules").data().notes[0];
    assert!(note.ends_with("It funds 2 for £0.90. Fewer than 10 support 1 of them."), "{note}");
    let data = chart(&report, "selection").data();
    assert_eq!(
        lines(&data.table),
        [
            "Bridge | 20 | £0.50 [0.50] | yes | ",
            "Visits | held back | £0.30 [0.30] | no | held back",
            "Clinic (small) | held back | £0.40 [0.40] | yes | ",
        ]
    );
    assert!(!data.alt.contains("Nobody") && !data.alt.contains("in 0"), "{}", data.alt);
    assert!(data.notes.iter().any(|note| note.ends_with("though fewer than 10 chose it.")), "{:?}", data.notes);
}

/// Of 60 people 40 hold the visits and 20 the bridge, of which only one can be had. In a round in 200, about, so many
/// more of the 20 are drawn that the bridge is funded.
#[test]
fn nearly_always_is_not_always() {
    let of = |seed: u8| if seed < 40 { vec![("clinic", 1), ("visits", 1)] } else { vec![("bridge", 1)] };
    let ballots = (0..60).map(|seed| Ballot { basket: basket(&of(seed)), ..ballot(seed, Voter::Person) });
    let report = report_of(&consultation(), ballots.collect());
    let data = chart(&report, "certainty").data();
    let Body::Bars(bars) = &data.body else { panic!("bars") };
    let labels: Vec<&str> = bars.rows.iter().map(|row| row.values[0].figure.label.as_str()).collect();
    assert_eq!(labels, ["100%", "99.8%", "0.2%"]);
    assert_eq!(data.finding, "1 of 3 is funded in every one of 500 rounds; 2 in some of them");
}
