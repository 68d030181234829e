//! What would have bought a project: worked by hand, and against every smaller change tried one by one.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/mod.rs"]
mod common;
mod limits;

use std::collections::BTreeMap;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Change, Completion, Constraint, Count, CountError, Election, Enough, EnoughError, Limits, Needed,
    Place, Project, ProjectId, Rule, Satisfaction, TiePolicy, Variant, Vote, rule, rules,
};
use common::{every_variant, kind};
use proptest::prelude::*;
use proptest::sample::Index;

use Needed::{AtMost, Exactly, Never};

const CHANGES: [Change; 3] = [Change::Budget, Change::Cost, Change::Supporters];

/// Projects `a`, `b` and so on by cost, and ballots as points by project, each with how many gave it.
#[derive(Clone, Debug)]
struct Draft {
    budget: u64,
    costs: Vec<u64>,
    ballots: Vec<(BTreeMap<usize, u32>, u64)>,
    /// A project and one that it requires.
    requires: Vec<(usize, usize)>,
    /// A project and one that it excludes.
    excludes: Vec<(usize, usize)>,
    /// Of the areas `even` and `odd`, in which the projects are in turn.
    limits: Limits,
}

fn area(at: usize) -> &'static str {
    ["even", "odd"][at % 2]
}

fn id(at: usize) -> ProjectId {
    ProjectId::from(('a'..='z').nth(at).unwrap().to_string())
}

fn money(amount: u64) -> Money {
    Money::from_minor(i64::try_from(amount).unwrap())
}

/// Ballots that name projects.
fn draft(budget: u64, costs: &[u64], ballots: &[(&[usize], u64)]) -> Draft {
    let ballot = |(named, times): &(&[usize], u64)| (named.iter().map(|at| (*at, 1)).collect(), *times);
    let ballots = ballots.iter().map(ballot).collect();
    Draft {
        budget,
        costs: costs.to_vec(),
        ballots,
        requires: Vec::new(),
        excludes: Vec::new(),
        limits: Limits::default(),
    }
}

impl Draft {
    fn election(&self, kind: BallotKind) -> Election {
        let related = |pairs: &[(usize, usize)], from: usize| -> Vec<ProjectId> {
            pairs.iter().filter(|(one, other)| *one == from && other != one).map(|(_, other)| id(*other)).collect()
        };
        let project = |(at, cost): (usize, &u64)| Project {
            area: Some(area(at).to_owned()),
            requires: related(&self.requires, at),
            excludes: related(&self.excludes, at),
            ..Project::new(id(at), money(*cost))
        };
        let projects = self.costs.iter().enumerate().map(project).collect();
        let election = Election::new(money(self.budget), kind, projects).unwrap();
        let mut election = election.limited(self.limits.clone()).unwrap();
        for (ballot, times) in &self.ballots {
            let given = ballot.iter().map(|(at, points)| (election.place(&id(*at)).unwrap(), *points));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, *times).unwrap();
        }
        election
    }

    fn changed(&self, at: usize, change: Change, amount: u64) -> Self {
        let mut changed = self.clone();
        match change {
            Change::Budget => {
                changed.budget += amount;
                if let Some(pot) = changed.limits.pots.get_mut(area(at)) {
                    *pot = *pot + money(amount);
                }
            }
            Change::Cost => changed.costs[at] -= amount,
            Change::Supporters => {
                let beside = |other: usize| self.limits.pots.is_empty() || area(other) == area(at);
                let given = self.ballots.iter().flat_map(|(ballot, _)| ballot).filter(|(other, _)| beside(**other));
                let points = given.map(|(_, points)| *points).max().unwrap_or(0).max(1);
                changed.ballots.push((BTreeMap::from([(at, points)]), amount));
            }
        }
        changed
    }

    /// Whether a settled count funds a project.
    fn funds(&self, (rule, variant): (&dyn Rule, Variant), policy: &TiePolicy, at: usize) -> bool {
        match rule.count(&self.election(kind(variant)), variant, policy) {
            Ok(Count::Settled(selection)) => selection.selected.contains(&id(at)),
            Ok(Count::Tied { .. }) | Err(CountError::OutOfReach { .. }) => false,
            Err(error) => panic!("{error}"),
        }
    }
}

/// A rule in its usual variant.
fn usual(id: &str) -> (&'static dyn Rule, Variant) {
    let rule = rule(id).unwrap();
    (rule, rule.variants()[0])
}

fn needed(draft: &Draft, id: &str, at: usize, policy: &TiePolicy) -> [Needed; 3] {
    let (rule, variant) = usual(id);
    let election = draft.election(kind(variant));
    CHANGES.map(|change| {
        let mut enough = Enough::new(&election, rule, variant, policy.clone(), &self::id(at), change).unwrap();
        enough.look(300).unwrap()
    })
}

fn lexicographic(draft: &Draft, id: &str, at: usize) -> [Needed; 3] {
    needed(draft, id, at, &TiePolicy::Lexicographic)
}

/// After `a` there is room for `c` only. With 10 more, or for 10 less, `b` fits beside `a`. With two more votes it comes
/// before `a`; with one more the two are tied.
#[test]
fn greedy() {
    let draft = draft(100, &[60, 50, 40], &[(&[0], 5), (&[1], 4), (&[2], 3)]);
    assert_eq!(lexicographic(&draft, "greedy", 1), [Exactly(10), Exactly(10), Exactly(2)]);
    assert_eq!(lexicographic(&draft, "greedy", 2), [Exactly(0); 3], "it is funded as it is");
    let other = TiePolicy::Drawn(vec![id(1), id(0), id(2)]);
    assert_eq!(needed(&draft, "greedy", 1, &other), [Exactly(10), Exactly(10), Exactly(1)]);
    assert_eq!(needed(&draft, "greedy", 1, &TiePolicy::Report), [Exactly(10), Exactly(10), Exactly(2)]);
}

/// `a`, `b` and `c` in this order, for 30, 60 and 50. With 80 to 89 there is room for `c` beside `a`, from 90 to 139 for
/// `b` instead, and from 140 for all.
#[test]
fn more_money_may_do_worse_than_less() {
    let draft = draft(40, &[30, 60, 50], &[(&[0], 3), (&[1], 2), (&[2], 1)]);
    let ((rule, variant), election) = (usual("greedy"), draft.election(BallotKind::Approval));
    let mut enough = Enough::new(&election, rule, variant, TiePolicy::Lexicographic, &id(2), Change::Budget).unwrap();
    assert_eq!((enough.so_far(), enough.is_done()), (Needed::Unknown, false));
    let all = Money::MAX.minor().unsigned_abs();
    assert_eq!(enough.look(1), Ok(AtMost(all - 40)));
    assert_eq!((enough.look(300), enough.is_done()), (Ok(Exactly(40)), true));
    assert_eq!(enough.look(0), Ok(Exactly(40)));
}

/// After `a` comes `b`, which does not fit. So `c` has to wait until there is room for all three, or to overtake `b`.
/// With one vote more the two are tied, and `b` is taken; with two it is tied with `a`, and both fit. Nothing is cheap
/// enough to get past `b`.
#[test]
fn greedy_that_stops() {
    let draft = draft(100, &[60, 50, 40], &[(&[0], 5), (&[1], 4), (&[2], 3)]);
    assert_eq!(lexicographic(&draft, "greedy-no-skips", 2), [Exactly(50), Never, Exactly(2)]);
}

/// Ten voters have 10 each, and three of them want `b` for 45. With 150 they have 45. Two more supporters make it five of
/// twelve who have 41 and a bit, three more six of thirteen who have 46 and a bit.
#[test]
fn equal_shares() {
    let draft = draft(100, &[70, 45, 5], &[(&[0], 7), (&[1], 3)]);
    assert_eq!(lexicographic(&draft, "equal-shares", 1), [Exactly(50), Exactly(15), Exactly(3)]);
    // Nobody wants `c`, whatever it costs. One of eleven has 9 and a bit.
    assert_eq!(lexicographic(&draft, "equal-shares", 2), [Never, Never, Exactly(1)]);
}

/// With 115 there is room for both, and shares are raised until three of them pay for `b`. Tried are all there is, 1, 3,
/// 7 and 15, then 11, 13 and 14. Only after 2 to 14, one by one, it is sure that nothing less does.
#[test]
fn what_is_found_by_halving_is_not_called_the_smallest() {
    let draft = draft(100, &[70, 45], &[(&[0], 7), (&[1], 3)]);
    let (rule, election) = (rule("equal-shares").unwrap(), draft.election(BallotKind::Approval));
    let variant = Variant::plain(Satisfaction::Cost).with(Completion::Add1);
    let mut enough = Enough::new(&election, rule, variant, TiePolicy::Lexicographic, &id(1), Change::Budget).unwrap();
    assert_eq!(enough.look(8), Ok(AtMost(15)));
    assert_eq!(enough.look(12), Ok(AtMost(15)));
    assert_eq!(enough.look(1), Ok(Exactly(15)));
}

/// `a` is a load of 20 for each of three, `b` one of 25 for each of two, and does not fit after `a`. For 40 it fits. With
/// a third supporter it comes first.
#[test]
fn phragmen() {
    let draft = draft(100, &[60, 50], &[(&[0], 3), (&[1], 2)]);
    assert_eq!(lexicographic(&draft, "phragmen", 1), [Exactly(10), Exactly(10), Exactly(1)]);
}

/// `a` satisfies by 180 and `b` by 150, until both fit. With one vote more `b` satisfies by 200.
#[test]
fn best() {
    let draft = draft(100, &[60, 50], &[(&[0], 3), (&[1], 3)]);
    assert_eq!(lexicographic(&draft, "best", 1), [Exactly(10), Exactly(10), Exactly(1)]);
}

/// `a` is worth 3 x 60 and `b`, for 100, 2 x 100. For 90 and less it is worth no more than `a`, until both fit.
#[test]
fn cheaper_is_worse_where_cost_satisfies() {
    let draft = draft(100, &[60, 110], &[(&[0], 3), (&[1], 2)]);
    assert_eq!(lexicographic(&draft, "best", 1)[1], Exactly(10));
    let cut = |amount| draft.changed(1, Change::Cost, amount).funds(usual("best"), &TiePolicy::Lexicographic, 1);
    assert_eq!([10, 19, 20, 69, 70].map(cut), [true, true, false, false, true]);
}

#[test]
fn what_never_does() {
    let mut draft = draft(100, &[60, 20], &[(&[0], 5), (&[1], 4)]);
    draft.excludes.push((1, 0));
    // Only before `a` is there room beside what it excludes.
    assert_eq!(lexicographic(&draft, "greedy", 1), [Never, Never, Exactly(2)]);
    assert_eq!(lexicographic(&draft, "best", 1), [Never, Never, Exactly(12)]);
    // No voters make up for a budget that is too small.
    let dear = self::draft(100, &[101], &[(&[0], 5)]);
    for rule in rules() {
        assert_eq!(lexicographic(&dear, rule.id(), 0), [Exactly(1), Exactly(1), Never], "{}", rule.id());
    }
}

/// New voters give what the most generous gives a project: one of them brings `b` from 1 point to 7.
#[test]
fn new_voters_give_the_most_points() {
    let ballots = vec![(BTreeMap::from([(0, 6), (1, 0)]), 1), (BTreeMap::from([(1, 1)]), 1)];
    let draft = Draft { ballots, ..draft(10, &[10, 10], &[]) };
    let variant = Variant { satisfaction: Some(Satisfaction::Additive), completion: Completion::None };
    let (election, rule) = (draft.election(BallotKind::Points), rule("greedy").unwrap());
    let mut enough =
        Enough::new(&election, rule, variant, TiePolicy::Lexicographic, &id(1), Change::Supporters).unwrap();
    assert_eq!(enough.look(300), Ok(Exactly(1)));
}

#[test]
fn what_cannot_be_asked() {
    let draft = draft(10, &[10, 10], &[(&[0], 1), (&[1], 1)]);
    let ask = |draft: &Draft, rule: &str, policy: TiePolicy, project: ProjectId| {
        let ((rule, variant), election) = (usual(rule), draft.election(BallotKind::Approval));
        Enough::new(&election, rule, variant, policy, &project, Change::Cost).map(|_| ())
    };
    let open = ask(&draft, "greedy", TiePolicy::Report, id(1));
    let Err(EnoughError::Tied(tie)) = open else { panic!("{open:?}") };
    assert_eq!(tie.projects, [id(0), id(1)]);
    let nobody = ask(&draft, "greedy", TiePolicy::Lexicographic, id(2));
    assert_eq!(nobody, Err(EnoughError::UnknownProject(id(2))));
    let bound = Draft { requires: vec![(0, 1)], ..draft };
    let refused = ask(&bound, "phragmen", TiePolicy::Lexicographic, id(0));
    let (rule, variant) = usual("phragmen");
    let constraint = Constraint::Requires;
    assert_eq!(refused, Err(EnoughError::Count(CountError::Constraints { rule: rule.id(), variant, constraint })));
}

fn drafts() -> impl Strategy<Value = Draft> {
    (2_usize..6, 0_u64..40).prop_flat_map(|(projects, budget)| {
        let cost = prop_oneof![1 => Just(0_u64), 2 => Just(12), 5 => 1_u64..25];
        let ballot = (prop::collection::btree_map(0..projects, 0_u32..4, 0..=projects), 1_u64..4);
        let (costs, ballots) = (prop::collection::vec(cost, projects), prop::collection::vec(ballot, 0..6));
        (costs, ballots).prop_map(move |(costs, ballots)| Draft {
            budget,
            costs,
            ballots,
            requires: Vec::new(),
            excludes: Vec::new(),
            limits: Limits::default(),
        })
    })
}

fn constrained() -> impl Strategy<Value = Draft> {
    let relation = prop::collection::vec((0_usize..5, 0_usize..5), 0..4);
    (drafts(), relation.clone(), relation).prop_map(|(draft, requires, excludes)| {
        let known = |pairs: Vec<(usize, usize)>| -> Vec<(usize, usize)> {
            pairs.into_iter().filter(|(one, other)| (*one).max(*other) < draft.costs.len()).collect()
        };
        Draft { requires: known(requires), excludes: known(excludes), ..draft }
    })
}

fn policies(draft: &Draft) -> [TiePolicy; 3] {
    let backwards = (0..draft.costs.len()).rev().map(id).collect();
    [TiePolicy::Lexicographic, TiePolicy::Drawn(backwards), TiePolicy::Report]
}

/// Larger changes than this are not tried one by one.
const FAR: u64 = 150;

/// What is found, against every smaller change, each in an election made anew.
fn check(
    draft: &Draft,
    (rule, variant): (&dyn Rule, Variant),
    policy: &TiePolicy,
    at: usize,
    change: Change,
    recounts: u64,
) -> Result<(), TestCaseError> {
    let election = draft.election(kind(variant));
    let mut enough = match Enough::new(&election, rule, variant, policy.clone(), &id(at), change) {
        Ok(enough) => enough,
        Err(EnoughError::Count(CountError::Constraints { constraint, .. })) => {
            prop_assert!(!rule.honours(variant, constraint) && election.constraints().contains(&constraint));
            return Ok(());
        }
        Err(EnoughError::Count(CountError::OutOfReach { .. })) => {
            prop_assert!(!draft.limits.minima.is_empty());
            return Ok(());
        }
        Err(error) => {
            prop_assert!(matches!(error, EnoughError::Tied(_)) && *policy == TiePolicy::Report);
            return Ok(());
        }
    };
    let does = |amount: u64| draft.changed(at, change, amount).funds((rule, variant), policy, at);
    let far = if change == Change::Cost { draft.costs[at] } else { FAR };
    let found = enough.look(recounts).unwrap();
    let what = format!("{} {variant} {policy:?} {change:?} {at}: {found:?}", rule.id());
    match found {
        Exactly(amount) => {
            prop_assert!(does(amount), "{}", what);
            prop_assert_eq!((0..amount.min(FAR)).find(|less| does(*less)), None, "{}", what);
        }
        AtMost(amount) => prop_assert!(amount > 0 && does(amount), "{}", what),
        Never => prop_assert_eq!((0..=far).find(|any| does(*any)), None, "{}", what),
        Needed::Unknown => prop_assert!(!does(0), "{}", what),
    }
    // Where rules are steady, or tell how far nothing changes, the answer is sure.
    let steady = *policy != TiePolicy::Report && rule.keeps(variant, change) && draft.limits.minima.is_empty();
    let jumps =
        change == Change::Budget && ["greedy", "greedy-no-skips", "phragmen", "money-weighted"].contains(&rule.id());
    prop_assert!(enough.is_done() || recounts < 200 || !(steady || jumps && *policy != TiePolicy::Report), "{}", what);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn every_smaller_change_is_not_enough(
        draft in drafts(),
        at in any::<Index>(),
        policy in any::<Index>(),
        change in any::<Index>(),
        recounts in prop_oneof![0_u64..20, Just(200)],
    ) {
        let (at, change) = (at.index(draft.costs.len()), *change.get(&CHANGES));
        for rule in every_variant() {
            check(&draft, rule, policy.get(&policies(&draft)), at, change, recounts)?;
        }
    }

    /// The same for projects that require and exclude one another, with the rules that know them.
    #[test]
    fn nor_where_projects_hang_together(
        draft in constrained(),
        at in any::<Index>(),
        policy in any::<Index>(),
        change in any::<Index>(),
    ) {
        let (at, change) = (at.index(draft.costs.len()), *change.get(&CHANGES));
        let knows = |(rule, variant): &(&dyn Rule, Variant)| {
            [Constraint::Requires, Constraint::Excludes].iter().all(|one| rule.honours(*variant, *one))
        };
        for rule in every_variant().filter(knows) {
            check(&draft, rule, policy.get(&policies(&draft)), at, change, 200)?;
        }
    }

    /// What a rule calls steady is: once funded, a project stays so as the change grows.
    #[test]
    fn rules_keep_what_they_say_they_keep(draft in constrained(), bound in any::<bool>(), backwards in any::<bool>()) {
        let draft = if bound { draft } else { Draft { requires: Vec::new(), excludes: Vec::new(), ..draft } };
        let policy = &policies(&draft)[usize::from(backwards)];
        for (rule, variant) in every_variant().filter(|(rule, _)| !bound || ["greedy", "greedy-no-skips", "best", "knapsack", "money-weighted"].contains(&rule.id())) {
            for change in CHANGES.into_iter().filter(|change| rule.keeps(variant, *change)) {
                for at in 0..draft.costs.len() {
                    let far = if change == Change::Cost { draft.costs[at] } else { 12 };
                    let funded: Vec<bool> = (0..=far)
                        .map(|amount| draft.changed(at, change, amount).funds((rule, variant), policy, at))
                        .collect();
                    prop_assert!(funded.is_sorted(), "{} {variant} {change:?} {at}: {funded:?}", rule.id());
                }
            }
        }
    }
}
