//! Elections from elsewhere.

use crate::{chart, lines, why_absent};
use basketry_charts::{Body, csv};
use basketry_domain::Money;
use basketry_results::{About, Report, election_report};
use basketry_tally::{BallotKind, Election, Project, ProjectId, Vote};
use basketry_texts::PlainEnglish;

fn election(kind: BallotKind, budget: i64, costs: &[i64]) -> Election {
    let project =
        |(index, cost): (usize, &i64)| Project::new(ProjectId::from(format!("p{index:03}")), Money::from_minor(*cost));
    Election::new(Money::from_minor(budget), kind, costs.iter().enumerate().map(project).collect()).unwrap()
}

fn report(election: &Election) -> Report {
    let about = About { title: "Warsaw, Wola", currency: "PLN", minor_digits: 0 };
    election_report(election, &about, &PlainEnglish, "2026-06-03")
}

#[test]
fn votes_and_what_they_fund() {
    let mut election = election(BallotKind::Approval, 100, &[60, 50, 30]);
    let places: Vec<_> = election.places().collect();
    election.add(Vote::naming(&[places[0], places[2]]), 3).unwrap();
    election.add(Vote::naming(&[places[1]]), 2).unwrap();
    let report = report(&election);
    let votes = chart(&report, "votes").data();
    assert_eq!(votes.finding, "p000 and p002 have most votes: 3 of 5 each");
    assert_eq!((votes.base.as_str(), votes.date.as_str()), ("Base: 5 votes", "Counted on 3 June 2026"));
    assert_eq!(
        lines(&votes.table),
        ["p000 | 3 | PLN\u{a0}60 [60]", "p002 | 3 | PLN\u{a0}30 [30]", "p001 | 2 | PLN\u{a0}50 [50]"]
    );
    let selection = chart(&report, "selection").data();
    assert_eq!(selection.finding, "2 of 3 projects fit into the budget, p000 first");
    assert_eq!(
        lines(&selection.table)[2],
        "p001 | 2 | PLN\u{a0}50 [50] | no | It costs PLN\u{a0}40 more than was left"
    );
    let rules = chart(&report, "rules").data();
    // Those who carry p002 would carry most with p000 as well, so that Phragmén's rule takes p001 before it.
    assert_eq!(rules.finding, "All 5 rules fund p002; they part over 2 more");
    assert_eq!(rules.table.columns[5], "Phragmén");
    assert_eq!(
        lines(&rules.table)[1..],
        [
            "p000 | PLN\u{a0}60 [60] | yes [1] | yes [1] | yes [1] | no [0] | yes [1] | 4",
            "p001 | PLN\u{a0}50 [50] | no [0] | no [0] | no [0] | yes [1] | no [0] | 1",
        ]
    );
    assert_eq!(chart(&report, "certainty").data().table.rows.len(), 3);
    assert_eq!(report.overview.lines[0], "5 votes on 3 projects, with PLN\u{a0}100 to spend.");
}

#[test]
fn points_are_summed() {
    let mut election = election(BallotKind::Points, 60, &[60, 50]);
    let places: Vec<_> = election.places().collect();
    election.add(Vote { places: &places, points: &[3, 9] }, 2).unwrap();
    let report = report(&election);
    assert_eq!(chart(&report, "votes").data().finding, "p001 has most points: 18");
    assert_eq!(chart(&report, "selection").data().finding, "1 of 2 projects fits into the budget: p001");
    // Phragmén's rule does not ask how many points.
    assert_eq!(chart(&report, "rules").data().table.columns[2..5], ["Most per cost", "Equal shares", "Greatest total"]);
}

#[test]
fn where_the_picture_stops_the_table_and_the_csv_file_go_on() {
    let mut election = election(BallotKind::Approval, 100, &[10; 75]);
    let places: Vec<_> = election.places().collect();
    for place in &places {
        election.add(Vote::naming(&[*place]), 1 + u64::try_from(place.index()).unwrap()).unwrap();
    }
    let report = report(&election);
    let note = |drawn: usize| {
        format!("The picture stops after {drawn} of 75 projects. The table and the CSV file have them all.")
    };
    let votes = chart(&report, "votes");
    let Body::Bars(bars) = &votes.data().body else { panic!("bars") };
    assert_eq!((bars.rows.len(), votes.data().table.rows.len(), csv(votes).lines().count()), (40, 75, 76));
    assert_eq!(votes.data().notes, [note(40)]);
    assert_eq!(lines(&votes.data().table)[74], "p000 | 1 | PLN\u{a0}10 [10]");
    let selection = chart(&report, "selection");
    let Body::Selection(picture) = &selection.data().body else { panic!("selection") };
    assert_eq!((picture.steps.len(), selection.data().table.rows.len(), csv(selection).lines().count()), (60, 75, 76));
    assert!(selection.data().notes.contains(&note(60)));
}

/// Two say p001, p000; two p002 alone; one p000. So p000 stands above one other twice, level with one twice, and above
/// both once, which is 2 + 1 + 2 on five votes.
#[test]
fn rankings_tell_places() {
    let mut election = election(BallotKind::Ranking, 100, &[60, 50, 30]);
    let places: Vec<_> = election.places().collect();
    election.add(Vote::naming(&[places[1], places[0]]), 2).unwrap();
    election.add(Vote::naming(&[places[2]]), 2).unwrap();
    election.add(Vote::naming(&[places[0]]), 1).unwrap();
    let report = report(&election);
    let first = chart(&report, "first-places").data();
    assert_eq!(first.finding, "p001 and p002 are put first most often: by 2 of 5 each");
    assert_eq!(first.table.columns[1..4], ["First places", "Votes that name it", "Mean place where named"]);
    assert_eq!(
        lines(&first.table),
        [
            "p001 | 2 | 2 | 1.00 | PLN\u{a0}50 [50]",
            "p002 | 2 | 2 | 1.00 | PLN\u{a0}30 [30]",
            "p000 | 1 | 3 | 1.67 | PLN\u{a0}60 [60]",
        ]
    );
    let borda = chart(&report, "borda").data();
    assert_eq!(borda.finding, "p001 stands highest: above 1.1 of 2 others on average");
    let above: Vec<String> =
        lines(&borda.table).iter().map(|line| line.split(" | ").take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(above, ["p001 1.1", "p000 1.0", "p002 0.9"]);
    assert!(borda.alt.ends_with("p002: above 0.9 of 2 others on average."), "{}", borda.alt);
    assert!(report.charts.iter().all(|chart| chart.data().id != "votes"));
}

#[test]
fn rankings_and_empty_elections_are_explained() {
    let mut ranking = election(BallotKind::Ranking, 100, &[10; 50]);
    let first = ranking.places().next().unwrap();
    ranking.add(Vote::naming(&[first]), 1).unwrap();
    let ranked = report(&ranking);
    assert_eq!(
        why_absent(&ranked, "selection"),
        "No rule of Basketry counts votes that put projects in an order. Count them with a program for such votes, or \
         ask for votes without an order."
    );
    assert_eq!(chart(&ranked, "borda").data().table.rows.len(), 50);
    assert_eq!(
        lines(&chart(&ranked, "first-places").data().table)[49],
        "p049 | 0 | 0 | named by nobody | PLN\u{a0}10 [10]"
    );
    let empty = report(&election(BallotKind::Approval, 100, &[10]));
    assert_eq!((empty.charts.len(), empty.absent.len()), (0, 4));
}
