//! What theory asks of every rule, checked over the whole registry.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Completion, Count, Decision, Election, Place, Project, ProjectId, Rule, Satisfaction, Selection,
    TiePolicy, Variant, Vote,
};
use common::{every_variant, kind};
use proptest::prelude::*;
use proptest::sample::Index;

/// An election before it has an order: costs, and ballots as points for projects with a multiplicity.
#[derive(Clone, Debug)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    ballots: Vec<(BTreeMap<usize, u32>, u64)>,
}

fn drafts() -> impl Strategy<Value = Draft> {
    let costs = prop::collection::vec(0_i64..60, 1..7);
    let ballot = (prop::collection::btree_map(0_usize..7, 0_u32..9, 0..5), 1_u64..4);
    (1_i64..150, costs, prop::collection::vec(ballot, 0..9)).prop_map(|(budget, costs, ballots)| {
        let known = |ballot: BTreeMap<usize, u32>| ballot.into_iter().filter(|(at, _)| *at < costs.len()).collect();
        let ballots = ballots.into_iter().map(|(ballot, times)| (known(ballot), times)).collect();
        Draft { budget, costs, ballots }
    })
}

fn name(index: usize) -> String {
    format!("p{index}")
}

impl Draft {
    fn named(&self, name: impl Fn(usize) -> String, kind: BallotKind) -> Election {
        let id = |index| ProjectId::from(name(index));
        let project = |(index, cost): (usize, &i64)| Project::new(id(index), Money::from_minor(*cost));
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), kind, projects).unwrap();
        for (ballot, times) in &self.ballots {
            let given = ballot.iter().map(|(index, points)| (election.place(&id(*index)).unwrap(), *points));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, *times).unwrap();
        }
        election
    }

    /// The election in the form each variant reads.
    fn election(&self, variant: Variant) -> Election {
        self.named(name, kind(variant))
    }
}

fn all_ids(election: &Election) -> Vec<ProjectId> {
    election.projects().iter().map(|project| project.id.clone()).collect()
}

fn settled(rule: &dyn Rule, variant: Variant, election: &Election) -> Selection {
    match rule.count(election, variant, &TiePolicy::Lexicographic).unwrap() {
        Count::Settled(selection) => selection,
        Count::Tied { .. } => panic!("a lexicographic count is always settled"),
    }
}

proptest! {
    #[test]
    fn budget_feasibility(draft in drafts()) {
        for (rule, variant) in every_variant() {
            let election = draft.election(variant);
            let lots = TiePolicy::Drawn(all_ids(&election).into_iter().rev().collect());
            let drawn = rule.count(&election, variant, &lots).unwrap();
            let cost = |id: &ProjectId| election.project(election.place(id).unwrap()).cost;
            for selection in [&settled(rule, variant, &election), drawn.selection()] {
                prop_assert_eq!(selection.cost, selection.selected.iter().map(cost).sum());
                prop_assert!(selection.cost <= election.budget());
                let different: BTreeSet<_> = selection.selected.iter().collect();
                prop_assert_eq!(different.len(), selection.selected.len());
            }
        }
    }

    #[test]
    fn anonymity(draft in drafts(), swaps in prop::collection::vec(any::<(Index, Index)>(), 0..9)) {
        let mut shuffled = draft.clone();
        for (a, b) in swaps.iter().filter(|_| !draft.ballots.is_empty()) {
            shuffled.ballots.swap(a.index(draft.ballots.len()), b.index(draft.ballots.len()));
        }
        for (rule, variant) in every_variant() {
            let count = |draft: &Draft| settled(rule, variant, &draft.election(variant));
            prop_assert_eq!(count(&draft), count(&shuffled));
        }
    }

    #[test]
    fn weighted_ballots_equal_repeated_ballots(draft in drafts()) {
        let one = |(ballot, times): &(BTreeMap<usize, u32>, u64)| (0..*times).map(|_| (ballot.clone(), 1)).collect::<Vec<_>>();
        let repeated = Draft { ballots: draft.ballots.iter().flat_map(one).collect(), ..draft.clone() };
        for (rule, variant) in every_variant() {
            let count = |draft: &Draft| settled(rule, variant, &draft.election(variant));
            prop_assert_eq!(count(&draft), count(&repeated));
        }
    }

    /// Other names change nothing as long as no tie has to be broken.
    #[test]
    fn neutrality_up_to_ties(draft in drafts(), turn in 0_usize..7) {
        let projects = draft.costs.len();
        let turned = |index: usize| name((index + turn) % projects);
        let back: BTreeMap<String, String> = (0..projects).map(|index| (turned(index), name(index))).collect();
        for (rule, variant) in every_variant() {
            let report = |election: &Election| rule.count(election, variant, &TiePolicy::Report).unwrap();
            let plain = report(&draft.named(name, kind(variant)));
            let renamed = report(&draft.named(turned, kind(variant)));
            let ids = |ids: &[ProjectId], renamed: bool| -> BTreeSet<String> {
                let text = |id: &ProjectId| if renamed { back[id.as_str()].clone() } else { id.to_string() };
                ids.iter().map(text).collect()
            };
            match (plain, renamed) {
                (Count::Settled(a), Count::Settled(b)) => prop_assert_eq!(ids(&a.selected, false), ids(&b.selected, true)),
                (Count::Tied { tie: a, .. }, Count::Tied { tie: b, .. }) => {
                    prop_assert_eq!(ids(&a.projects, false), ids(&b.projects, true));
                }
                _ => prop_assert!(false, "one is tied, the other is not"),
            }
        }
    }

    /// A settled count without ties is what every policy gives; a tie can be decided by a lot and replayed.
    #[test]
    fn ties_are_values(draft in drafts()) {
        for (rule, variant) in every_variant() {
            let election = draft.election(variant);
            let chosen = settled(rule, variant, &election);
            match rule.count(&election, variant, &TiePolicy::Report).unwrap() {
                Count::Settled(selection) => {
                    prop_assert!(chosen.ties.is_empty());
                    prop_assert_eq!(selection, chosen);
                }
                Count::Tied { tie, .. } => {
                    prop_assert!(tie.taken.is_none() && tie.projects.len() > 1);
                    prop_assert_eq!(&chosen.ties[0].projects, &tie.projects);
                    let ids = all_ids(&election);
                    let replay = rule.count(&election, variant, &TiePolicy::Drawn(ids)).unwrap();
                    prop_assert_eq!(replay, Count::Settled(chosen));
                }
            }
        }
    }

    #[test]
    fn every_project_has_its_steps(draft in drafts()) {
        for (rule, variant) in every_variant() {
            let selection = settled(rule, variant, &draft.election(variant));
            let explained: BTreeSet<_> = selection.steps.iter().map(|step| step.project.to_string()).collect();
            prop_assert_eq!(explained, (0..draft.costs.len()).map(name).collect());
            let bought = selection.steps.iter().filter(|step| step.decision == Decision::Bought);
            prop_assert_eq!(bought.map(|step| step.project.clone()).collect::<Vec<_>>(), selection.selected);
        }
    }

    /// Greedy leaves no project that would still fit. Other rules may leave money.
    #[test]
    fn exhaustiveness_of_greedy(draft in drafts()) {
        for (rule, variant) in every_variant().filter(|(rule, _)| rule.id() == "greedy") {
            let election = draft.election(variant);
            let selection = settled(rule, variant, &election);
            let fits = |project: &&Project| project.cost <= selection.left();
            let left_out = |project: &&Project| !selection.selected.contains(&project.id);
            prop_assert_eq!(election.projects().iter().filter(left_out).find(fits), None);
        }
    }

    /// A project whose supporters want nothing else is bought exactly when their shares of the budget pay for it.
    #[test]
    fn equal_shares_buy_what_a_lone_group_can_pay_for(cost in 1_i64..40, group in 1_u64..5, others in 0_u64..5) {
        let ballots = vec![(BTreeMap::from([(0, 1)]), group), (BTreeMap::new(), others)];
        let draft = Draft { budget: 60, costs: vec![cost], ballots };
        let plain = |(rule, variant): &(&dyn Rule, Variant)| rule.id() == "equal-shares" && variant.completion == Completion::None;
        for (rule, variant) in every_variant().filter(plain) {
            let bought = !settled(rule, variant, &draft.election(variant)).selected.is_empty();
            let shares = i128::from(group) * 60;
            prop_assert_eq!(bought, shares >= i128::from(cost) * i128::from(group + others));
        }
    }

    /// More votes for a funded project, from voters who name nothing else, never lose it its funding.
    #[test]
    fn monotonicity_of_greedy_and_best(draft in drafts(), more in 1_u64..4) {
        for (rule, variant) in every_variant().filter(|(rule, _)| ["greedy", "greedy-no-skips", "best", "knapsack", "money-weighted"].contains(&rule.id())) {
            let selection = settled(rule, variant, &draft.election(variant));
            for id in &selection.selected {
                let index = (0..draft.costs.len()).find(|index| name(*index) == id.as_str()).unwrap();
                let mut stronger = draft.clone();
                stronger.ballots.push((BTreeMap::from([(index, 1)]), more));
                prop_assert!(settled(rule, variant, &stronger.election(variant)).selected.contains(id));
            }
        }
    }
}

/// Projects that require and exclude one another at random, circles included.
fn constrained() -> impl Strategy<Value = Election> {
    let relation = prop::collection::vec((0_usize..6, 0_usize..6), 0..5);
    (drafts(), relation.clone(), relation).prop_map(|(draft, requires, excludes)| {
        let count = draft.costs.len();
        let related = |pairs: &[(usize, usize)], from: usize| -> Vec<ProjectId> {
            let pairs = pairs.iter().filter(|(a, b)| *a == from && *b < count && a != b);
            pairs.map(|(_, to)| ProjectId::from(name(*to))).collect()
        };
        let plain = draft.named(name, BallotKind::Approval);
        let project = |(index, project): (usize, &Project)| Project {
            requires: related(&requires, index),
            excludes: related(&excludes, index),
            ..project.clone()
        };
        let projects = plain.projects().iter().enumerate().map(project).collect();
        let mut election = Election::new(plain.budget(), plain.kind(), projects).unwrap();
        for (vote, times) in plain.votes() {
            election.add(vote, times).unwrap();
        }
        election
    })
}

/// The rules that know such projects, in the variants that read such ballots.
fn with_constraints() -> impl Iterator<Item = (&'static dyn Rule, Variant)> {
    every_variant().filter(|(rule, variant)| {
        ["greedy", "greedy-no-skips", "best", "knapsack", "money-weighted"].contains(&rule.id())
            && variant.satisfaction != Some(Satisfaction::Additive)
    })
}

proptest! {
    #[test]
    fn requires_and_excludes_are_honoured(election in constrained()) {
        for (rule, variant) in with_constraints() {
            let selection = settled(rule, variant, &election);
            let funded: BTreeSet<_> = selection.selected.iter().collect();
            for id in &selection.selected {
                let project = election.project(election.place(id).unwrap());
                prop_assert!(project.requires.iter().all(|other| funded.contains(other)));
                prop_assert!(!project.excludes.iter().any(|other| funded.contains(other)));
            }
            prop_assert_eq!(selection.steps.len(), election.projects().len());
        }
    }

    /// A count that reports no tie comes out the same however ties are broken.
    #[test]
    fn a_tie_not_reported_does_not_matter(election in constrained()) {
        for (rule, variant) in with_constraints() {
            if let Count::Settled(selection) = rule.count(&election, variant, &TiePolicy::Report).unwrap() {
                let reversed = all_ids(&election).into_iter().rev().collect();
                let Count::Settled(other) = rule.count(&election, variant, &TiePolicy::Drawn(reversed)).unwrap() else {
                    return Err(TestCaseError::fail("a settled count is not tied"));
                };
                let set = |selection: &Selection| selection.selected.iter().cloned().collect::<BTreeSet<_>>();
                prop_assert_eq!(set(&selection), set(&other));
            }
        }
    }
}
