//! The best selection against a slow count that looks at every set of projects.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Count, Decision, Election, Merit, Place, Project, ProjectId, Reason, Satisfaction, Selection,
    TiePolicy, Variant, Vote, rule,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    /// By ballot: points by project. No points are support where points do not count.
    ballots: Vec<BTreeMap<usize, u32>>,
    /// A project and one that it requires.
    requires: Vec<(usize, usize)>,
    /// A project and one that it excludes.
    excludes: Vec<(usize, usize)>,
}

/// Few different costs and few voters, so that selections of equal satisfaction are common.
fn drafts() -> impl Strategy<Value = Draft> {
    (1_usize..11, 0_i64..50).prop_flat_map(|(projects, budget)| {
        let cost = prop_oneof![1 => Just(0_i64), 3 => Just(6_i64), 3 => Just(12), 3 => 1_i64..30];
        let ballot = prop::collection::btree_map(0..projects, 0_u32..4, 0..=projects);
        let relation = prop::collection::vec((0..projects, 0..projects), 0..5);
        let ballots = prop::collection::vec(ballot, 0..5);
        (prop::collection::vec(cost, projects), ballots, relation.clone(), relation)
            .prop_map(move |(costs, ballots, requires, excludes)| Draft { budget, costs, ballots, requires, excludes })
    })
}

fn id(at: usize) -> ProjectId {
    ProjectId::from(format!("p{at}"))
}

fn ids(set: u32) -> Vec<ProjectId> {
    (0..10).filter(|at| has(set, *at)).map(id).collect()
}

fn has(set: u32, at: usize) -> bool {
    set >> at & 1 == 1
}

impl Draft {
    fn election(&self, satisfaction: Satisfaction) -> Election {
        let kind = if satisfaction == Satisfaction::Additive { BallotKind::Points } else { BallotKind::Basket };
        let related = |pairs: &[(usize, usize)], from: usize| -> Vec<ProjectId> {
            pairs.iter().filter(|(one, other)| *one == from && other != one).map(|(_, other)| id(*other)).collect()
        };
        let project = |(at, cost): (usize, &i64)| Project {
            requires: related(&self.requires, at),
            excludes: related(&self.excludes, at),
            ..Project::new(id(at), Money::from_minor(*cost))
        };
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), kind, projects).unwrap();
        for ballot in &self.ballots {
            let given = ballot.iter().map(|(at, points)| (election.place(&id(*at)).unwrap(), *points));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, 1).unwrap();
        }
        election
    }

    fn cost(&self, set: u32) -> i64 {
        self.costs.iter().enumerate().filter(|(at, _)| has(set, *at)).map(|(_, cost)| cost).sum()
    }

    fn satisfaction(&self, satisfaction: Satisfaction, ballot: &BTreeMap<usize, u32>, at: usize) -> i64 {
        match (satisfaction, ballot.get(&at)) {
            (_, None) => 0,
            (Satisfaction::Cost, Some(_)) => self.costs[at],
            (Satisfaction::Cardinality, Some(_)) => 1,
            (Satisfaction::Additive, Some(points)) => i64::from(*points),
        }
    }

    fn supported(&self, satisfaction: Satisfaction, at: usize) -> bool {
        let counts = |points: &u32| satisfaction != Satisfaction::Additive || *points > 0;
        self.ballots.iter().any(|ballot| ballot.get(&at).is_some_and(counts))
    }

    fn allowed(&self, satisfaction: Satisfaction, set: u32) -> bool {
        let clash = |(one, other): &(usize, usize)| one != other && has(set, *one) && has(set, *other);
        let lacks = |(one, other): &(usize, usize)| has(set, *one) && !has(set, *other);
        self.cost(set) <= self.budget
            && (0..self.costs.len()).all(|at| !has(set, at) || self.supported(satisfaction, at))
            && !self.requires.iter().any(lacks)
            && !self.excludes.iter().any(clash)
    }

    /// What a set brings, and by cost how many supporters its projects for nothing have.
    fn value(&self, satisfaction: Satisfaction, set: u32) -> (i64, usize) {
        let bought: Vec<usize> = (0..self.costs.len()).filter(|at| has(set, *at)).collect();
        let each = |ballot| bought.iter().map(|at| self.satisfaction(satisfaction, ballot, *at)).sum::<i64>();
        let free = bought.iter().filter(|at| satisfaction == Satisfaction::Cost && self.costs[**at] == 0);
        let supporters = free.map(|at| self.ballots.iter().filter(|ballot| ballot.contains_key(at)).count()).sum();
        (self.ballots.iter().map(each).sum(), supporters)
    }

    fn best(&self, satisfaction: Satisfaction) -> Vec<u32> {
        let allowed = (0..1_u32 << self.costs.len()).filter(|set| self.allowed(satisfaction, *set));
        let valued: Vec<_> = allowed.map(|set| (self.value(satisfaction, set), set)).collect();
        let most = valued.iter().map(|(value, _)| *value).max().unwrap();
        valued.into_iter().filter(|(value, _)| *value == most).map(|(_, set)| set).collect()
    }

    /// Every tie that the first of the tied decides, as the sure projects and the tied ones, and the set that is left.
    fn decided(&self, satisfaction: Satisfaction) -> (Vec<(usize, Vec<ProjectId>)>, u32) {
        let mut best = self.best(satisfaction);
        let mut ties = Vec::new();
        loop {
            let (sure, some) = best.iter().fold((u32::MAX, 0), |(sure, some), set| (sure & set, some | set));
            let open = some & !sure;
            if open == 0 {
                return (ties, sure);
            }
            ties.push((ids(sure).len(), ids(open)));
            best.retain(|set| has(*set, open.trailing_zeros() as usize));
        }
    }
}

fn count(draft: &Draft, satisfaction: Satisfaction, policy: &TiePolicy) -> Count {
    rule("best").unwrap().count(&draft.election(satisfaction), Variant::plain(satisfaction), policy).unwrap()
}

fn settled(draft: &Draft, satisfaction: Satisfaction) -> Selection {
    match count(draft, satisfaction, &TiePolicy::Lexicographic) {
        Count::Settled(selection) => selection,
        Count::Tied { .. } => panic!("a lexicographic count is always settled"),
    }
}

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn no_set_is_better_and_every_tie_is_told(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            let selection = settled(&draft, satisfaction);
            let (ties, set) = draft.decided(satisfaction);
            prop_assert_eq!(&selection.selected, &ids(set));
            prop_assert_eq!(selection.cost.minor(), draft.cost(set));
            let told: Vec<_> = selection.ties.iter().map(|tie| (tie.after, tie.projects.clone())).collect();
            prop_assert_eq!(&told, &ties);
            prop_assert!(selection.ties.iter().all(|tie| tie.taken.as_ref() == tie.projects.first()));
        }
    }

    #[test]
    fn a_tie_leaves_what_every_best_set_holds(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            let best = draft.best(satisfaction);
            let (sure, some) = best.iter().fold((u32::MAX, 0), |(sure, some), set| (sure & set, some | set));
            match count(&draft, satisfaction, &TiePolicy::Report) {
                Count::Settled(selection) => prop_assert_eq!((best.len(), selection.selected), (1, ids(sure))),
                Count::Tied { until, tie } => {
                    prop_assert_eq!(until.selected, ids(sure));
                    prop_assert_eq!(tie.projects, ids(some & !sure));
                }
            }
        }
    }

    #[test]
    fn the_totals_add_up_and_the_reasons_hold(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            let selection = settled(&draft, satisfaction);
            let (_, set) = draft.decided(satisfaction);
            let mut total = 0;
            for step in &selection.steps {
                let at: usize = step.project.as_str()[1..].parse().unwrap();
                let pairs = |pairs: &[(usize, usize)], other: &ProjectId| pairs.iter().any(|(a, b)| *a == at && id(*b) == *other);
                let turned: Vec<_> = draft.excludes.iter().map(|(a, b)| (*b, *a)).collect();
                match (&step.decision, &step.merit) {
                    (Decision::Bought, Some(Merit::Total(brings))) => total += i64::try_from(*brings).unwrap(),
                    (Decision::Skipped(Reason::Unsupported), None) => prop_assert!(!draft.supported(satisfaction, at)),
                    (Decision::Skipped(Reason::OverBudget { short }), None) => {
                        prop_assert!(short.is_positive());
                        prop_assert_eq!(short.minor(), draft.costs[at] - (draft.budget - draft.cost(set)));
                    }
                    (Decision::Skipped(Reason::Requires(other)), None) => {
                        prop_assert!(!ids(set).contains(other) && pairs(&draft.requires, other));
                    }
                    (Decision::Skipped(Reason::Excludes(other)), None) => {
                        prop_assert!(ids(set).contains(other));
                        prop_assert!(pairs(&draft.excludes, other) || pairs(&turned, other));
                    }
                    _ => prop_assert!(false, "{step:?}"),
                }
            }
            prop_assert_eq!(total, draft.value(satisfaction, set).0);
        }
    }
}

#[test]
fn the_drafts_have_ties_and_obstacles() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut tied, mut again, mut obstacles) = (0, 0, 0);
    for _ in 0..200 {
        let draft = drafts().new_tree(&mut runner).unwrap().current();
        let selection = settled(&draft, Satisfaction::Cardinality);
        tied += usize::from(!selection.ties.is_empty());
        again += usize::from(selection.ties.len() > 1);
        let related =
            |reason: &Decision| matches!(reason, Decision::Skipped(Reason::Requires(_) | Reason::Excludes(_)));
        obstacles += usize::from(selection.steps.iter().any(|step| related(&step.decision)));
    }
    assert!(tied > 20 && again > 5 && obstacles > 20, "{tied} tied, {again} again, {obstacles} with obstacles");
}
