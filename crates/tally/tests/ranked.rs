//! Places on ballots that put projects in an order: worked by hand, and against a count pair by pair.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, Exact, Place, Project, ProjectId, Ranked, Vote, ranked};
use proptest::prelude::*;

/// Projects `a`, `b` and so on, and how often each order was given.
fn election(projects: usize, ballots: &[(Vec<usize>, u64)]) -> Election {
    let id = |at: usize| ProjectId::from(('a'..='z').nth(at).unwrap().to_string());
    let projects = (0..projects).map(|at| Project::new(id(at), Money::from_minor(1))).collect();
    let mut election = Election::new(Money::from_minor(2), BallotKind::Ranking, projects).unwrap();
    for (order, times) in ballots {
        let places: Vec<Place> = order.iter().map(|at| election.place(&id(*at)).unwrap()).collect();
        election.add(Vote::naming(&places), *times).unwrap();
    }
    election
}

/// Two say b, a; one says c alone; one says nothing. On the first, b stands above 3, a above 2, c and d above one
/// another by half; on the second c above 3 and the rest above 2 of 3 by half, which is 1; on the last all above 3/2.
#[test]
fn by_hand() {
    let all = ranked(&election(4, &[(vec![1, 0], 2), (vec![2], 1), (vec![], 1)])).unwrap();
    let line = |first, named, mean_place: Option<i128>, above: (i128, i128)| Ranked {
        first,
        named,
        mean_place: mean_place.map(Exact::from_integer),
        above: Some(Exact::new(above.0, above.1)),
    };
    assert_eq!(
        all,
        [
            line(0, 2, Some(2), (2 * 4 + 2 + 3, 8)),
            line(2, 2, Some(1), (2 * 6 + 2 + 3, 8)),
            line(1, 1, Some(1), (2 + 6 + 3, 8)),
            line(0, 0, None, (2 + 2 + 3, 8)),
        ]
    );
}

#[test]
fn only_of_orders_and_only_with_ballots() {
    let approval = Election::new(Money::ZERO, BallotKind::Approval, Vec::new()).unwrap();
    assert_eq!(ranked(&approval), None);
    assert_eq!(ranked(&election(1, &[])).unwrap()[0].above, None);
    assert_eq!(ranked(&election(1, &[(vec![0], 3)])).unwrap()[0].above, Some(Exact::from_integer(0)));
}

fn ballots() -> impl Strategy<Value = (usize, Vec<(Vec<usize>, u64)>)> {
    (1_usize..7).prop_flat_map(|projects| {
        let order =
            (Just((0..projects).collect::<Vec<_>>()).prop_shuffle(), 0..=projects).prop_map(|(mut order, named)| {
                order.truncate(named);
                order
            });
        (Just(projects), prop::collection::vec((order, 1_u64..4), 1..8))
    })
}

proptest! {
    /// The others that each stands above, pair by pair.
    #[test]
    fn as_counted_pair_by_pair((projects, ballots) in ballots()) {
        let all = ranked(&election(projects, &ballots)).unwrap();
        let voters: u64 = ballots.iter().map(|(_, times)| times).sum();
        for (own, ranked) in all.iter().enumerate() {
            let mut twice = 0;
            for (order, times) in &ballots {
                let at = |project: usize| order.iter().position(|other| *other == project).unwrap_or(usize::MAX);
                for other in (0..projects).filter(|other| *other != own) {
                    twice += times * match at(own).cmp(&at(other)) {
                        std::cmp::Ordering::Less => 2,
                        std::cmp::Ordering::Equal => 1,
                        std::cmp::Ordering::Greater => 0,
                    };
                }
            }
            prop_assert_eq!(ranked.above, Some(Exact::new(twice.into(), i128::from(2 * voters))));
        }
        // Every pair is shared out once.
        let sum: Exact = all.iter().filter_map(|ranked| ranked.above).sum();
        let pairs = i128::try_from(projects * (projects - 1)).unwrap();
        prop_assert_eq!(sum, Exact::new(pairs, 2));
    }
}
