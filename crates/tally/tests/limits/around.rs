//! What is told beside a selection, under limits: how sure it is, and whether a group could have paid for more.

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Bootstrap, Constraint, FairnessError, Limits, ProjectId, Satisfaction, TiePolicy, Variant, claims, rule,
};

use crate::{Draft, id};

/// Whichever ballots are drawn, the maximum is kept: there are two for 5 in an area that may have 5.
#[test]
fn every_round_keeps_the_limits() {
    let ballots = vec![([(0, 1), (1, 1)].into(), 3), ([(1, 1)].into(), 2)];
    let draft = Draft { budget: 10, costs: vec![5, 5], areas: vec![0, 0], ballots, ..Draft::default() };
    let funded = |draft: &Draft| {
        let election = draft.election(BallotKind::Approval);
        let (rule, variant) = (rule("greedy").unwrap(), Variant::plain(Satisfaction::Cost));
        let mut bootstrap = Bootstrap::new(&election, rule, variant, TiePolicy::Lexicographic, 7);
        (0..50).for_each(|_| bootstrap.round().unwrap());
        bootstrap.so_far().projects.iter().map(|project| project.rounds).sum::<u64>()
    };
    assert_eq!(funded(&draft), 100);
    assert_eq!(funded(&Draft { maxima: [(0, 5)].into(), ..draft }), 50);
}

/// Only one of two voters supports what brings the area to its minimum. Best buys nothing that nobody supports.
#[test]
fn a_round_without_the_ballots_for_a_minimum_funds_nothing() {
    let ballots = vec![([(0, 1)].into(), 1), ([(1, 1)].into(), 1)];
    let minima = [(0, 5)].into();
    let draft = Draft { budget: 10, costs: vec![5, 5], areas: vec![0, 1], ballots, minima, ..Draft::default() };
    let election = draft.election(BallotKind::Approval);
    let (rule, variant) = (rule("best").unwrap(), Variant::plain(Satisfaction::Cost));
    let mut bootstrap = Bootstrap::new(&election, rule, variant, TiePolicy::Lexicographic, 3);
    (0..40).for_each(|_| bootstrap.round().unwrap());
    let rounds = bootstrap.so_far();
    assert!((1..40).contains(&rounds.unsettled), "{rounds:?}");
    assert_eq!(rounds.projects[0].rounds, rounds.settled());
}

/// Two of four share 12 of the east, enough for p0; all who vote in the west, 6 of it, enough for p1 too. From one
/// purse of 18 the two would have 9 between them, and p0 costs 10.
#[test]
fn voters_have_claims_to_what_their_pot_pays_for() {
    let ballots = vec![([(0, 1)].into(), 2), ([(1, 1)].into(), 2)];
    let draft = Draft { budget: 18, costs: vec![10, 6], areas: vec![0, 2], ballots, ..Draft::default() };
    let election = crate::pots::election(&draft, &[(0, 12), (2, 6)].into(), BallotKind::Approval);
    for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality] {
        let named = |funded: &[ProjectId]| -> Vec<(ProjectId, u64)> {
            claims(&election, funded, satisfaction).unwrap().into_iter().map(|one| (one.project, one.voters)).collect()
        };
        assert_eq!(named(&[]), [(id(0), 2), (id(1), 2)]);
        assert_eq!(named(&[id(0)]), [(id(1), 2)]);
        let whole = draft.unlimited(BallotKind::Approval);
        let claims: Vec<ProjectId> =
            claims(&whole, &[], satisfaction).unwrap().into_iter().map(|one| one.project).collect();
        assert_eq!(claims, [id(1)]);
    }
}

#[test]
fn claims_are_not_made_against_other_limits() {
    let draft = Draft { budget: 18, costs: vec![10], areas: vec![0], ..Draft::default() };
    let amount = || [("east".to_owned(), Money::from_minor(10))].into();
    let limits = [
        (Limits { minima: amount(), ..Limits::default() }, Constraint::Minimum),
        (Limits { maxima: amount(), ..Limits::default() }, Constraint::Maximum),
        (Limits { ring_fences: amount(), ..Limits::default() }, Constraint::RingFence),
    ];
    for (limits, constraint) in limits {
        let election = draft.unlimited(BallotKind::Approval).limited(limits).unwrap();
        assert_eq!(claims(&election, &[], Satisfaction::Cost), Err(FairnessError::Constraints(constraint)));
    }
}
