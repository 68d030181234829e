//! How sure a result is: rounds worked by hand, and what must hold of all of them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{
    Across, BallotKind, Bootstrap, Completion, Count, CountError, Election, Exact, FundedBy, MeanShift, Place, Project,
    ProjectId, Rounds, Rule, Satisfaction, Selection, Shifts, TiePolicy, Variant, Vote, rule, rules,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// Projects `a`, `b` and so on, and ballots by the places they name, each with how many gave it.
fn election(budget: i64, costs: &[i64], ballots: &[(Vec<usize>, u64)]) -> Election {
    let project = |(name, cost): (char, &i64)| Project::new(name.to_string().into(), Money::from_minor(*cost));
    let projects = ('a'..).zip(costs).map(project).collect();
    let mut election = Election::new(Money::from_minor(budget), BallotKind::Approval, projects).unwrap();
    let places: Vec<Place> = election.places().collect();
    for (ballot, times) in ballots {
        let named: Vec<Place> = ballot.iter().map(|at| places[*at]).collect();
        election.add(Vote::naming(&named), *times).unwrap();
    }
    election
}

fn greedy() -> (&'static dyn Rule, Variant) {
    (rule("greedy").unwrap(), Variant::plain(Satisfaction::Cost))
}

fn rounds(
    election: &Election,
    (rule, variant): (&dyn Rule, Variant),
    policy: TiePolicy,
    seed: u64,
    so_many: u64,
) -> Rounds {
    let mut bootstrap = Bootstrap::new(election, rule, variant, policy, seed);
    for _ in 0..so_many {
        bootstrap.round().unwrap();
    }
    bootstrap.so_far().clone()
}

fn often(rounds: &Rounds) -> Vec<u64> {
    rounds.projects.iter().map(|project| project.rounds).collect()
}

/// The rules that read approvals, with all their variants.
fn approving() -> impl Iterator<Item = (&'static dyn Rule, Variant)> {
    let all = rules().iter().flat_map(|rule| rule.variants().iter().map(|variant| (*rule, *variant)));
    all.filter(|(rule, variant)| rule.reads(BallotKind::Approval, *variant))
}

/// What is drawn was worked out apart: of `a a b`, seed 5 draws aaa, aab, aab, bbb, baa, bba, aaa and aba.
#[test]
fn the_most_wanted_of_each_round_is_funded() {
    let election = election(10, &[10, 10, 10], &[(vec![1], 1), (vec![0], 2)]);
    let eight = rounds(&election, greedy(), TiePolicy::Report, 5, 8);
    assert_eq!((eight.rounds, eight.unsettled, eight.settled(), often(&eight)), (8, 0, 8, vec![6, 2, 0]));
    assert_eq!(eight.projects[1].project, ProjectId::from("b"));
    let three = rounds(&election, greedy(), TiePolicy::Report, 5, 3);
    assert_eq!(often(&three), [3, 0, 0]);
}

/// Of an empty ballot, `a` and two `b`, written 0, 1 and 2, seed 5 draws 1200, 2210, 2222, 2122, 2202, 1021, 0212 and
/// 0202. The first is a tie.
#[test]
fn a_tie_nobody_decides_funds_nothing() {
    let election = election(10, &[10, 10], &[(vec![1], 2), (vec![], 1), (vec![0], 1)]);
    let report = rounds(&election, greedy(), TiePolicy::Report, 5, 8);
    assert_eq!((report.rounds, report.unsettled, report.settled(), often(&report)), (8, 1, 7, vec![1, 6]));
    let drawn = rounds(&election, greedy(), TiePolicy::Lexicographic, 5, 8);
    assert_eq!((drawn.unsettled, often(&drawn)), (0, vec![2, 6]));
}

/// Of `a a b`, most of three drawn are for `a` with a chance of 20 in 27.
#[test]
fn chances_are_those_of_drawing_with_replacement() {
    let election = election(10, &[10, 10], &[(vec![0], 2), (vec![1], 1)]);
    let many = rounds(&election, greedy(), TiePolicy::Report, 2026, 2_700);
    // Four standard deviations are 91.
    assert!(many.projects[0].rounds.abs_diff(2_000) <= 91, "{many:?}");
    assert_eq!(many.projects[0].rounds + many.projects[1].rounds, 2_700);
}

#[test]
fn what_cannot_be_counted_has_no_rounds() {
    let election = election(10, &[10], &[(vec![0], 1)]);
    let points = Variant::plain(Satisfaction::Additive);
    let mut bootstrap = Bootstrap::new(&election, rule("greedy").unwrap(), points, TiePolicy::Report, 1);
    let refused = CountError::Ballots { rule: "greedy", variant: points, kind: BallotKind::Approval };
    assert_eq!(bootstrap.round(), Err(refused));
    assert_eq!(bootstrap.so_far().rounds, 0);
}

#[test]
fn nobody_to_draw_from() {
    let nobody = rounds(&election(10, &[10], &[]), greedy(), TiePolicy::Report, 1, 3);
    assert_eq!((nobody.settled(), often(&nobody)), (3, vec![3]));
    let mut nothing = MeanShift::new(&Shifts::default(), 1);
    nothing.round();
    assert_eq!((nothing.rounds(), nothing.interval()), (1, None));
    assert_eq!(MeanShift::new(&[3].into_iter().collect(), 1).interval(), None);
}

fn interval(shifts: &[i16], seed: u64, so_many: usize) -> (Exact, Exact) {
    let mut mean = MeanShift::new(&shifts.iter().copied().collect(), seed);
    for _ in 0..so_many {
        mean.round();
    }
    let interval = mean.interval().unwrap();
    (interval.lower, interval.upper)
}

/// What is drawn was worked out apart. With seed 2 the sums begin with 30 and 20. In order, those of 39 rounds begin
/// with -30, -20 and end with 60, 90, and so do those of 40.
#[test]
fn a_fortieth_of_the_rounds_is_left_off_at_either_end() {
    let shifts = [30, -10, 0];
    let of = |numer, denom| Exact::new(numer, denom);
    assert_eq!(interval(&shifts, 2, 2), (of(20, 3), of(10, 1)));
    assert_eq!(interval(&shifts, 2, 39), (of(-10, 1), of(30, 1)));
    assert_eq!(interval(&shifts, 2, 40), (of(-20, 3), of(20, 1)));
}

fn ballots() -> impl Strategy<Value = Vec<(Vec<usize>, u64)>> {
    let named = prop::sample::subsequence((0..4).collect::<Vec<_>>(), 0..=4);
    prop::collection::vec((named, 1_u64..4), 1..7)
}

proptest! {
    #[test]
    fn order_of_ballots_changes_nothing(
        costs in prop::collection::vec(0_i64..60, 4),
        ballots in ballots(),
        swaps in prop::collection::vec(any::<(Index, Index)>(), 1..9),
        seed in any::<u64>(),
    ) {
        let mut shuffled = ballots.clone();
        for (a, b) in &swaps {
            shuffled.swap(a.index(ballots.len()), b.index(ballots.len()));
        }
        let of = |ballots: &[(Vec<usize>, u64)]| rounds(&election(70, &costs, ballots), greedy(), TiePolicy::Report, seed, 9);
        prop_assert_eq!(of(&ballots), of(&shuffled));
    }

    #[test]
    fn more_rounds_go_on_from_fewer(ballots in ballots(), seed in any::<u64>(), stop in 0_u64..9) {
        let election = election(70, &[20, 30, 40, 50], &ballots);
        let all = rounds(&election, greedy(), TiePolicy::Report, seed, 9);
        let (rule, variant) = greedy();
        let mut bootstrap = Bootstrap::new(&election, rule, variant, TiePolicy::Report, seed);
        for _ in 0..stop {
            bootstrap.round().unwrap();
        }
        prop_assert_eq!(bootstrap.so_far(), &rounds(&election, greedy(), TiePolicy::Report, seed, stop));
        let mut copy = bootstrap.clone();
        for _ in stop..9 {
            bootstrap.round().unwrap();
            copy.round().unwrap();
        }
        prop_assert_eq!(bootstrap.so_far(), &all);
        prop_assert_eq!(copy.so_far(), &all);
    }

    /// Where there is money for exactly one, every settled round funds one.
    #[test]
    fn rounds_sum_up(ballots in ballots(), seed in any::<u64>()) {
        let election = election(50, &[50; 4], &ballots);
        let rounds = rounds(&election, greedy(), TiePolicy::Report, seed, 20);
        prop_assert_eq!(rounds.rounds, 20);
        prop_assert_eq!(often(&rounds).iter().sum::<u64>(), rounds.settled());
    }

    /// Drawing out of equal ballots changes nothing: every round is the count itself.
    #[test]
    fn the_unanimous_are_sure(costs in prop::collection::vec(0_i64..60, 4), named in prop::sample::subsequence((0..4).collect::<Vec<_>>(), 0..=4), voters in 1_u64..9, seed in any::<u64>()) {
        let election = election(70, &costs, &[(named, voters)]);
        for (rule, variant) in approving() {
            let rounds = rounds(&election, (rule, variant), TiePolicy::Report, seed, 4);
            let expected = match rule.count(&election, variant, &TiePolicy::Report).unwrap() {
                Count::Settled(selection) => {
                    prop_assert_eq!(rounds.unsettled, 0);
                    selection.selected
                }
                Count::Tied { .. } => {
                    prop_assert_eq!(rounds.unsettled, 4);
                    Vec::new()
                }
            };
            for project in &rounds.projects {
                prop_assert_eq!(project.rounds, if expected.contains(&project.project) { 4 } else { 0 });
            }
        }
    }

    #[test]
    fn mean_shifts_are_within_and_in_no_order(mut shifts in prop::collection::vec(-100_i16..=100, 1..20), seed in any::<u64>()) {
        let (lower, upper) = interval(&shifts, seed, 50);
        let whole = |shift: Option<&i16>| Exact::from_integer(i128::from(*shift.unwrap()));
        prop_assert!(whole(shifts.iter().min()) <= lower && lower <= upper && upper <= whole(shifts.iter().max()));
        shifts.reverse();
        prop_assert_eq!(interval(&shifts, seed, 50), (lower, upper));
        let (first, same) = (shifts[0], whole(shifts.first()));
        shifts.fill(first);
        prop_assert_eq!(interval(&shifts, seed, 50), (same, same));
    }
}

/// Three want `a` for 60, two want `b` and `c` for 20 each, one wants `c`; there are 60.
/// By votes `a` and `c` have three each, and of these `a` is first: it takes all. By votes for each cost `c` comes
/// before `b`. Equal shares are 10: those for `c` pay for it, which leaves too little for `b` and `a`. Nobody wants `d`.
#[test]
fn selections_stand_side_by_side() {
    let election = election(60, &[60, 20, 20, 70], &[(vec![0], 3), (vec![1, 2], 2), (vec![2], 1)]);
    let by = |id: &str, satisfaction: Satisfaction| -> Selection {
        let variant = Variant { satisfaction: Some(satisfaction), completion: Completion::None };
        let count = rule(id).unwrap().count(&election, variant, &TiePolicy::Lexicographic).unwrap();
        count.selection().clone()
    };
    let votes = by("greedy", Satisfaction::Cost);
    let per_cost = by("greedy", Satisfaction::Cardinality);
    let shares = by("equal-shares", Satisfaction::Cost);
    let across = Across::new(&election, &[&votes, &per_cost, &shares]);
    let funded: Vec<Vec<usize>> = across.projects.iter().map(|project| project.selections.clone()).collect();
    assert_eq!(funded, [vec![0], vec![1], vec![1, 2], vec![]]);
    let ids = |ids: &mut dyn Iterator<Item = &ProjectId>| ids.map(ToString::to_string).collect::<String>();
    assert_eq!(ids(&mut across.shared()), "");
    assert_eq!(ids(&mut across.parted()), "abc");
    assert_eq!(ids(&mut across.unfunded()), "d");
    let two = Across::new(&election, &[&per_cost, &shares]);
    assert_eq!((ids(&mut two.shared()), ids(&mut two.parted())), ("c".to_owned(), "b".to_owned()));
    assert_eq!(ids(&mut two.unfunded()), "ad");
    let none = Across::new(&election, &[]);
    assert_eq!((ids(&mut none.shared()), ids(&mut none.parted())), (String::new(), String::new()));
    assert_eq!(none.projects[0], FundedBy { project: "a".into(), selections: Vec::new() });
}
