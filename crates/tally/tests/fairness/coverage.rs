//! Figures of coverage, by hand and against voters counted one by one.

use basketry_domain::Money;
use basketry_tally::{BallotKind, Distribution, Exact, FairnessError, ProjectId, Quartiles, coverage};
use proptest::prelude::*;

use crate::Draft;

#[test]
fn worked_by_hand() {
    let ballots = [(2, "ab"), (3, "bc"), (1, "d"), (1, ""), (1, "abd")];
    let draft = Draft::by_hand(100, &[10, 30, 20, 40], &ballots, "ac");
    let coverage = coverage(&draft.election(BallotKind::Approval), &draft.selection()).unwrap();
    assert_eq!((coverage.voters, coverage.covered), (8, 6));
    assert_eq!(coverage.share(), Some(Exact::new(3, 4)));
    assert_eq!(coverage.cardinality.values, [(0, 2), (1, 6)]);
    assert_eq!(coverage.cost.values, [(0, 2), (10, 3), (20, 3)]);
    assert_eq!(coverage.cost.mean(), Some(Exact::new(45, 4)));
    assert_eq!(coverage.money(), Some(Exact::new(45, 400)));
    assert_eq!(coverage.additive, None);
    let quartiles = coverage.cost.quartiles().unwrap();
    assert_eq!([quartiles.lower, quartiles.median, quartiles.upper], [(15, 2), (10, 1), (20, 1)].map(Exact::from));
}

#[test]
fn points_are_summed_and_a_project_given_none_is_named_all_the_same() {
    let draft = Draft {
        budget: 0,
        costs: vec![10, 30],
        ballots: vec![(1, vec![Some(5), Some(2)]), (2, vec![Some(0), None]), (1, vec![None, Some(9)])],
        funded: vec![true, false],
    };
    let coverage = coverage(&draft.election(BallotKind::Points), &draft.selection()).unwrap();
    assert_eq!(coverage.covered, 3);
    assert_eq!(coverage.money(), None);
    assert_eq!(coverage.additive.unwrap().values, [(0, 3), (5, 1)]);
    assert_eq!(coverage.cardinality.values, [(0, 1), (1, 3)]);
}

#[test]
fn without_voters_there_are_no_shares() {
    let draft = Draft::by_hand(100, &[10], &[], "a");
    let coverage = coverage(&draft.election(BallotKind::Basket), &draft.selection()).unwrap();
    assert_eq!((coverage.share(), coverage.money()), (None, None));
    assert_eq!((coverage.cost.mean(), coverage.cost.quartiles()), (None, None));
}

#[test]
fn only_projects_of_the_election_can_be_funded() {
    let election = Draft::by_hand(100, &[10], &[(1, "a")], "").election(BallotKind::Approval);
    let unknown = ProjectId::from("z");
    assert_eq!(coverage(&election, std::slice::from_ref(&unknown)), Err(FairnessError::UnknownProject(unknown)));
    let twice = [ProjectId::from("a"), ProjectId::from("a")];
    assert_eq!(coverage(&election, &twice), coverage(&election, &twice[..1]));
}

fn drafts() -> impl Strategy<Value = Draft> {
    (1_usize..6, 0_usize..8, 0_i64..60).prop_flat_map(|(projects, ballots, budget)| {
        let given = prop::collection::vec(prop::option::of(0_u32..5), projects);
        let ballots = prop::collection::vec((1_u64..4, given), ballots);
        let funded = prop::collection::vec(any::<bool>(), projects);
        (prop::collection::vec(0_i64..30, projects), ballots, funded).prop_map(move |(costs, ballots, funded)| Draft {
            budget,
            costs,
            ballots,
            funded,
        })
    })
}

/// What each voter gets, ascending.
fn one_by_one(draft: &Draft, gets: impl Fn(usize, u32) -> i64) -> Vec<i64> {
    let mut voters = Vec::new();
    for (times, given) in &draft.ballots {
        let named = given.iter().enumerate().filter(|(project, _)| draft.funded[*project]);
        let sum: i64 = named.filter_map(|(project, points)| Some(gets(project, (*points)?))).sum();
        voters.extend((0..*times).map(|_| sum));
    }
    voters.sort_unstable();
    voters
}

fn same(distribution: &Distribution, voters: &[i64]) -> Result<(), TestCaseError> {
    let with = |value: u64| voters.iter().filter(|voter| **voter == i64::try_from(value).unwrap()).count() as u64;
    prop_assert!(distribution.values.iter().all(|(value, count)| *count > 0 && *count == with(*value)));
    prop_assert!(distribution.values.is_sorted_by(|one, other| one.0 < other.0));
    prop_assert_eq!(distribution.voters(), voters.len() as u64);
    prop_assert_eq!(distribution.sum(), i128::from(voters.iter().sum::<i64>()));
    let amounts: Vec<Money> = voters.iter().copied().map(Money::from_minor).collect();
    prop_assert_eq!(distribution.quartiles(), Quartiles::of_sorted(&amounts));
    Ok(())
}

proptest! {
    #[test]
    fn every_figure_is_that_of_voters_counted_one_by_one(draft in drafts()) {
        let coverage = coverage(&draft.election(BallotKind::Points), &draft.selection()).unwrap();
        let numbers = one_by_one(&draft, |_, _| 1);
        same(&coverage.cardinality, &numbers)?;
        same(&coverage.cost, &one_by_one(&draft, |project, _| draft.costs[project]))?;
        same(&coverage.additive.unwrap(), &one_by_one(&draft, |_, points| points.into()))?;
        prop_assert_eq!(coverage.voters, numbers.len() as u64);
        prop_assert_eq!(coverage.covered, numbers.iter().filter(|number| **number > 0).count() as u64);
    }
}
