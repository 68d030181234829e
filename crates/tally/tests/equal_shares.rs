//! Equal shares against a slow count that follows the paper to the letter, with a fraction for every voter.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, BigExact, Completion, Count, Election, Place, Project, ProjectId, Satisfaction, TiePolicy, Variant,
    Vote, rule,
};
use proptest::prelude::*;

fn whole(number: i64) -> BigExact {
    BigExact::from_integer(number.into())
}

#[derive(Clone, Debug)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    /// By voter: points by project.
    voters: Vec<Vec<u32>>,
}

/// Few different costs and many alike ballots, so that ties and exact payments are common.
fn drafts() -> impl Strategy<Value = Draft> {
    (1_usize..7, 1_usize..9, 1_i64..60).prop_flat_map(|(projects, voters, budget)| {
        let cost = prop_oneof![Just(6_i64), Just(12), 0_i64..30];
        let points = prop_oneof![3 => Just(0_u32), 2 => Just(1), 1 => 0_u32..5];
        let ballot = prop::collection::vec(points, projects);
        (prop::collection::vec(cost, projects), prop::collection::vec(ballot, voters))
            .prop_map(move |(costs, voters)| Draft { budget, costs, voters })
    })
}

impl Draft {
    fn election(&self, satisfaction: Satisfaction) -> Election {
        let kind = if satisfaction == Satisfaction::Additive { BallotKind::Points } else { BallotKind::Approval };
        let id = |at: usize| ProjectId::from(format!("p{at}"));
        let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), kind, projects).unwrap();
        for voter in &self.voters {
            let named = voter.iter().enumerate().filter(|(_, points)| **points > 0);
            let given = named.map(|(at, points)| (election.place(&id(at)).unwrap(), *points));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, 1).unwrap();
        }
        election
    }

    fn utility(&self, satisfaction: Satisfaction, voter: &[u32], project: usize) -> BigExact {
        match (satisfaction, voter[project]) {
            (_, 0) => whole(0),
            (Satisfaction::Cost, _) => whole(self.costs[project].max(1)),
            (Satisfaction::Cardinality, _) => whole(1),
            (Satisfaction::Additive, points) => whole(points.into()),
        }
    }

    /// The lowest price at which the voters can pay: voter by voter, from whoever has least for what they get.
    fn price(&self, satisfaction: Satisfaction, purses: &[BigExact], project: usize) -> Option<BigExact> {
        let mut supporters: Vec<(BigExact, &BigExact)> = Vec::new();
        for (voter, purse) in self.voters.iter().zip(purses) {
            let utility = self.utility(satisfaction, voter, project);
            if utility > whole(0) {
                supporters.push((utility, purse));
            }
        }
        supporters.sort_by_key(|(utility, purse)| *purse / utility);
        let mut rest = whole(self.costs[project]);
        let mut utilities: BigExact = supporters.iter().map(|(utility, _)| utility).sum();
        for (utility, purse) in supporters {
            if purse * &utilities >= &rest * &utility {
                return Some(rest / utilities);
            }
            rest -= purse;
            utilities -= utility;
        }
        None
    }

    fn selected(&self, satisfaction: Satisfaction, raised: i64) -> Vec<usize> {
        let voters = i64::try_from(self.voters.len()).unwrap();
        let share = whole(self.budget + raised * voters) / whole(voters);
        let mut purses = vec![share; self.voters.len()];
        let mut selected = Vec::new();
        loop {
            let open = (0..self.costs.len()).filter(|project| !selected.contains(project));
            let priced = open.filter_map(|project| Some((self.price(satisfaction, &purses, project)?, project)));
            let Some((price, project)) = priced.min() else { return selected };
            for (voter, purse) in self.voters.iter().zip(&mut purses) {
                let due = &price * self.utility(satisfaction, voter, project);
                *purse = if *purse > due { &*purse - due } else { whole(0) };
            }
            selected.push(project);
        }
    }

    fn cost(&self, selected: &[usize]) -> i64 {
        selected.iter().map(|project| self.costs[*project]).sum()
    }

    fn completed(&self, satisfaction: Satisfaction) -> Vec<usize> {
        let mut before = None;
        for raised in 0.. {
            let selected = self.selected(satisfaction, raised);
            let left = self.budget - self.cost(&selected);
            if left < 0 {
                return before.unwrap();
            }
            let wanted = |project: &usize| self.voters.iter().any(|voter| voter[*project] > 0);
            let mut out = (0..self.costs.len()).filter(|project| !selected.contains(project) && wanted(project));
            if out.all(|project| self.costs[project] > left) {
                return selected;
            }
            before = Some(selected);
        }
        unreachable!()
    }
}

fn counted(draft: &Draft, satisfaction: Satisfaction, completion: Completion) -> Vec<usize> {
    let election = draft.election(satisfaction);
    let variant = Variant { satisfaction: Some(satisfaction), completion };
    let count = rule("equal-shares").unwrap().count(&election, variant, &TiePolicy::Lexicographic).unwrap();
    let Count::Settled(selection) = count else { panic!("a tie is left") };
    selection.selected.iter().map(|id| id.as_str()[1..].parse().unwrap()).collect()
}

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_purchase_is_the_papers(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            prop_assert_eq!(counted(&draft, satisfaction, Completion::None), draft.selected(satisfaction, 0));
        }
    }

    #[test]
    fn raising_by_one_again_and_again_comes_to_the_same(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            prop_assert_eq!(counted(&draft, satisfaction, Completion::Add1), draft.completed(satisfaction));
        }
    }
}

#[test]
fn the_drafts_have_ties_to_break() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let variant = Variant::plain(Satisfaction::Cardinality);
    let mut tied = 0;
    for _ in 0..200 {
        let election = drafts().new_tree(&mut runner).unwrap().current().election(Satisfaction::Cardinality);
        let count = rule("equal-shares").unwrap().count(&election, variant, &TiePolicy::Report).unwrap();
        tied += usize::from(matches!(count, Count::Tied { .. }));
    }
    assert!(tied > 20, "only {tied} of 200 have a tie that matters");
}
