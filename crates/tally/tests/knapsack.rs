//! Knapsack voting against its definition: every unit of money by itself.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::cmp::Reverse;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Count, CountError, Decision, Election, Place, Project, ProjectId, Reason, Selection, TiePolicy, Vote,
    rule,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Draft {
    budget: usize,
    costs: Vec<usize>,
    /// The projects each ballot holds.
    ballots: Vec<Vec<usize>>,
}

fn drafts() -> impl Strategy<Value = Draft> {
    (1_usize..8, 0_usize..80).prop_flat_map(|(projects, budget)| {
        let cost = prop_oneof![1 => Just(0_usize), 2 => Just(12), 5 => 1_usize..30];
        let held = prop::collection::btree_set(0..projects, 0..=projects);
        let ballot = held.prop_map(|held| held.into_iter().collect());
        (prop::collection::vec(cost, projects), prop::collection::vec(ballot, 0..7))
            .prop_map(move |(costs, ballots)| Draft { budget, costs, ballots })
    })
}

fn money(amount: usize) -> Money {
    Money::from_minor(i64::try_from(amount).unwrap())
}

fn election(draft: &Draft, kind: BallotKind) -> Election {
    let project = |(at, cost): (usize, &usize)| Project::new(ProjectId::from(format!("p{at}")), money(*cost));
    let projects = draft.costs.iter().enumerate().map(project).collect();
    let mut election = Election::new(money(draft.budget), kind, projects).unwrap();
    for ballot in &draft.ballots {
        let place = |at: &usize| election.place(&ProjectId::from(format!("p{at}"))).unwrap();
        let places: Vec<Place> = ballot.iter().map(place).collect();
        election.add(Vote::naming(&places), 1).unwrap();
    }
    election
}

fn counted(draft: &Draft, policy: &TiePolicy) -> Count {
    let knapsack = rule("knapsack").unwrap();
    knapsack.count(&election(draft, BallotKind::Basket), knapsack.variants()[0], policy).unwrap()
}

/// By project: how many of its units get money, of equally many votes those of the first project first, or of the last.
fn by_definition(draft: &Draft, backwards: bool) -> Vec<usize> {
    let votes = |project: usize| draft.ballots.iter().filter(|ballot| ballot.contains(&project)).count();
    let units =
        draft.costs.iter().enumerate().flat_map(|(project, cost)| vec![(Reverse(votes(project)), project); *cost]);
    let mut units: Vec<_> = units.filter(|(votes, _)| votes.0 > 0).collect();
    units.sort_by_key(|(votes, project)| (*votes, if backwards { draft.costs.len() - project } else { *project }));
    let paid = &units[..units.len().min(draft.budget)];
    (0..draft.costs.len()).map(|project| paid.iter().filter(|unit| unit.1 == project).count()).collect()
}

/// By project: how much of it the money reaches, and whether it is funded.
fn by_rule(draft: &Draft, selection: &Selection) -> Vec<(usize, bool)> {
    let mut reached = vec![(0, false); draft.costs.len()];
    for step in &selection.steps {
        let at: usize = step.project.as_str()[1..].parse().unwrap();
        let units = |amount: Money| usize::try_from(amount.minor()).unwrap();
        match step.decision {
            Decision::Bought => reached[at] = (units(step.cost), true),
            Decision::Skipped(Reason::InPart { reached: part, short }) => {
                assert_eq!(part + short, step.cost);
                reached[at] = (units(part), false);
            }
            Decision::Skipped(_) => {}
        }
    }
    reached
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_units_with_the_most_votes_get_the_money(draft in drafts()) {
        let count = counted(&draft, &TiePolicy::Lexicographic);
        let told = by_rule(&draft, count.selection());
        let reached: Vec<usize> = told.iter().map(|(reached, _)| *reached).collect();
        prop_assert_eq!(&reached, &by_definition(&draft, false));
        for (at, (reached, funded)) in told.into_iter().enumerate() {
            let wanted = draft.ballots.iter().any(|ballot| ballot.contains(&at));
            prop_assert_eq!(funded, wanted && reached == draft.costs[at]);
        }
    }

    /// Wherever it matters whose money comes first among those with equally many votes, there is a tie, and nowhere else.
    #[test]
    fn a_tie_is_where_another_order_moves_money(draft in drafts()) {
        let backwards = TiePolicy::Drawn((0..draft.costs.len()).rev().map(|at| format!("p{at}").into()).collect());
        let count = counted(&draft, &backwards);
        let told = by_rule(&draft, count.selection());
        prop_assert_eq!(told.iter().map(|(reached, _)| *reached).collect::<Vec<_>>(), by_definition(&draft, true));
        let moves = by_definition(&draft, false) != by_definition(&draft, true);
        prop_assert_eq!(matches!(counted(&draft, &TiePolicy::Report), Count::Tied { .. }), moves);
    }
}

#[test]
fn points_and_rankings_are_no_units_of_money() {
    let draft = Draft { budget: 5, costs: vec![3], ballots: Vec::new() };
    let knapsack = rule("knapsack").unwrap();
    for kind in [BallotKind::Points, BallotKind::Ranking] {
        let refused = knapsack.count(&election(&draft, kind), knapsack.variants()[0], &TiePolicy::Report);
        assert!(matches!(refused, Err(CountError::Ballots { rule: "knapsack", .. })), "{refused:?}");
    }
    for kind in [BallotKind::Approval, BallotKind::ChooseOne] {
        assert!(knapsack.count(&election(&draft, kind), knapsack.variants()[0], &TiePolicy::Report).is_ok());
    }
}
