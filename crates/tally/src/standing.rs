//! How the projects of an election stand by plain counts.
//!
//! This is a table and not a rule: a vote or a share of the ballots says nothing of where the money ends. To buy down the
//! table is `greedy-no-skips`, to go on to whatever fits is `greedy`. To buy by the money on each project is
//! `money-weighted`, and to give the money to the units with the most votes is `knapsack`.

use std::cmp::Reverse;

use crate::{BallotKind, Election, Exact, Interval, Place, ProjectId};

/// How one project stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The project.
    pub project: ProjectId,
    /// One more than the projects with more votes: equal ones share a rank, and the ranks after it stay empty (standard
    /// competition ranking).
    pub rank: usize,
    /// The ballots that name it, in a ranking at whichever rank; with points also one that gives it none.
    pub votes: u64,
    /// Their share of all ballots, empty ones included; `None` without a ballot.
    pub share: Option<Exact>,
    /// The interval of this share, at 95 %; `None` without a ballot.
    pub interval: Option<Interval>,
    /// What ballots put on it; `None` for rankings, which put nothing on anything.
    pub put: Option<Put>,
}

/// What ballots put on a project together. A ballot over the budget counts as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// Of money or of points, as ballots have it.
    pub of: Putting,
    /// Its share of what they put on anything; `None` when that is nothing.
    pub share: Option<Exact>,
}

/// Money or points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Putting {
    /// What it costs times its votes, in minor units: each ballot puts the whole cost on what it names.
    Money(u128),
    /// The points it is given.
    Points {
        /// All of them.
        all: u64,
        /// For each ballot, also those that do not name it; `None` without a ballot.
        mean: Option<Exact>,
    },
}

/// How every project stands, most votes first and in ascending order of id where they are equal.
pub fn standing(election: &Election) -> Vec<Standing> {
    let (support, voters) = (election.support(), election.voters());
    let amount = |place: Place| {
        let of = support[place.index()];
        let cost = u128::from(election.project(place).cost.minor().unsigned_abs());
        if election.kind() == BallotKind::Points { of.points.into() } else { cost * u128::from(of.voters) }
    };
    let all: u128 = election.places().map(amount).sum();
    let put = |place: Place| {
        let of = match election.kind() {
            BallotKind::Ranking => return None,
            BallotKind::Points => {
                let all = support[place.index()].points;
                Putting::Points { all, mean: ratio(all.into(), voters.into()) }
            }
            BallotKind::Approval | BallotKind::ChooseOne | BallotKind::Basket => Putting::Money(amount(place)),
        };
        Some(Put { of, share: ratio(amount(place), all) })
    };
    let mut places: Vec<Place> = election.places().collect();
    places.sort_by_key(|place| (Reverse(support[place.index()].voters), *place));
    let descending: Vec<u64> = places.iter().map(|place| support[place.index()].voters).collect();
    let standing = |place: Place| {
        let own = support[place.index()].voters;
        let sizes = usize::try_from(own).ok().zip(usize::try_from(voters).ok());
        Standing {
            project: election.project(place).id.clone(),
            rank: 1 + descending.partition_point(|other| *other > own),
            votes: own,
            share: ratio(own.into(), voters.into()),
            interval: sizes.and_then(|(own, all)| Interval::of_share(own, all)),
            put: put(place),
        }
    };
    places.into_iter().map(standing).collect()
}

/// `None` when there is nothing to be a part of. Votes, points and costs of all projects fit 127 bits.
fn ratio(part: u128, whole: u128) -> Option<Exact> {
    let (part, whole) = (i128::try_from(part).ok()?, i128::try_from(whole).ok()?);
    (whole > 0).then(|| Exact::new(part, whole))
}
