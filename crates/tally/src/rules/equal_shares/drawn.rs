//! Elections to test with.

use basketry_domain::Money;
use proptest::prelude::*;

use crate::{BallotKind, Election, Place, Project, ProjectId, Vote};

/// Elections in which it takes hundreds of raises to get anywhere, and their budgets.
pub(super) fn elections() -> impl Strategy<Value = (Election, u64)> {
    (2_usize..8, 1_usize..14, 800_i64..6000).prop_flat_map(|(projects, voters, budget)| {
        let costs = prop::collection::vec(prop_oneof![3 => 100_i64..3000, 1 => Just(900_i64)], projects);
        let ballots = prop::collection::vec((prop::collection::vec(0_u32..4, projects), 1_u64..4), voters);
        (costs, ballots).prop_map(move |(costs, ballots)| {
            let id = |at: usize| ProjectId::from(format!("p{at}"));
            let project = |(at, cost): (usize, i64)| Project::new(id(at), Money::from_minor(cost));
            let projects = costs.into_iter().enumerate().map(project).collect();
            let mut election = Election::new(Money::from_minor(budget), BallotKind::Points, projects).unwrap();
            for (points, times) in ballots {
                let given = points.into_iter().enumerate().filter(|(_, points)| *points > 0);
                let vote = given.filter_map(|(at, points)| Some((election.place(&id(at))?, points)));
                let (places, points): (Vec<Place>, Vec<u32>) = vote.unzip();
                election.add(Vote { places: &places, points: &points }, times).unwrap();
            }
            (election, budget.unsigned_abs())
        })
    })
}

/// Of tied places the first.
pub(super) fn first(tied: &[Place]) -> Option<Place> {
    tied.first().copied()
}
