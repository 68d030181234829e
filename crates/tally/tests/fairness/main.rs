//! How a selection treats the voters.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod claims;
mod coverage;
mod definition;

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, Place, Project, ProjectId, Vote};

/// An election before it has places: ids are letters, in order.
#[derive(Clone, Debug)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    /// Voters with what each of them gives the projects, by project; `None` where they do not name it.
    ballots: Vec<(u64, Vec<Option<u32>>)>,
    /// By project.
    funded: Vec<bool>,
}

fn id(project: usize) -> ProjectId {
    ProjectId::from(["a", "b", "c", "d", "e", "f"][project])
}

impl Draft {
    /// Ballots as the letters of the projects they name.
    fn by_hand(budget: i64, costs: &[i64], ballots: &[(u64, &str)], funded: &str) -> Self {
        let named = |letters: &str| -> Vec<bool> {
            (0..costs.len()).map(|project| letters.contains(id(project).as_str())).collect()
        };
        let given = |letters: &str| named(letters).into_iter().map(|named| named.then_some(1)).collect();
        let ballots = ballots.iter().map(|(times, letters)| (*times, given(letters))).collect();
        Self { budget, costs: costs.to_vec(), ballots, funded: named(funded) }
    }

    fn election(&self, kind: BallotKind) -> Election {
        let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), kind, projects).unwrap();
        for (times, given) in &self.ballots {
            let named = given.iter().enumerate().filter_map(|(at, points)| Some((at, (*points)?)));
            let (places, points): (Vec<Place>, Vec<u32>) =
                named.map(|(at, points)| (election.place(&id(at)).unwrap(), points)).unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, *times).unwrap();
        }
        election
    }

    fn selection(&self) -> Vec<ProjectId> {
        self.funded.iter().enumerate().filter(|(_, funded)| **funded).map(|(at, _)| id(at)).collect()
    }
}
