//! Plain counts: worked by hand, and what must hold of every election.

#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::unnecessary_wraps, reason = "expected figures have the type of the figure")]

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Count, Election, Exact, Interval, Place, Project, ProjectId, Put, Putting, Satisfaction, Standing,
    TiePolicy, Variant, Vote, rule, standing,
};
use proptest::prelude::*;

fn id(at: usize) -> ProjectId {
    ProjectId::from(('a'..='z').nth(at).unwrap().to_string())
}

/// Projects `a`, `b` and so on by cost, and ballots as points by project: nothing means not named.
fn election(kind: BallotKind, costs: &[i64], ballots: &[(Vec<Option<u32>>, u64)]) -> Election {
    let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
    let projects = costs.iter().enumerate().map(project).collect();
    let mut election = Election::new(Money::from_minor(100), kind, projects).unwrap();
    for (given, times) in ballots {
        let named = given.iter().take(costs.len()).enumerate().filter_map(|(at, points)| Some((at, (*points)?)));
        let given = named.map(|(at, points)| (election.place(&id(at)).unwrap(), points));
        let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
        let points = if kind == BallotKind::Points { &*points } else { &[] };
        election.add(Vote { places: &places, points }, *times).unwrap();
    }
    election
}

fn ratio(part: i128, whole: i128) -> Option<Exact> {
    Some(Exact::new(part, whole))
}

fn ranks(standings: &[Standing]) -> Vec<(&str, usize, u64)> {
    standings.iter().map(|one| (one.project.as_str(), one.rank, one.votes)).collect()
}

/// `b` and `c` have 3 of 8 ballots each, `a` has 5, `d` 1 and `e` none. On `a` they put 5 x 10, on `b` 3 x 20, on `c`
/// 3 x 30 and on `d` 1 x 0, which is 200.
#[test]
fn votes_shares_and_money() {
    let (no, yes) = (None, Some(1));
    let ballots = [
        (vec![yes, yes, yes, no, no], 2),
        (vec![yes, no, no, no, no], 3),
        (vec![no, yes, yes, no, no], 1),
        (vec![no, no, no, yes, no], 1),
        (vec![no; 5], 1),
    ];
    for kind in [BallotKind::Approval, BallotKind::Basket] {
        let all = standing(&election(kind, &[10, 20, 30, 0, 5], &ballots));
        assert_eq!(ranks(&all), [("a", 1, 5), ("b", 2, 3), ("c", 2, 3), ("d", 4, 1), ("e", 5, 0)]);
        assert_eq!((all[0].share, all[1].share, all[4].share), (ratio(5, 8), ratio(3, 8), ratio(0, 1)));
        assert_eq!(all[0].interval, Interval::of_share(5, 8));
        let put: Vec<Put> = all.iter().map(|one| one.put.unwrap()).collect();
        let money = |amount, share| Put { of: Putting::Money(amount), share };
        let expected = [(50, ratio(1, 4)), (60, ratio(3, 10)), (90, ratio(9, 20)), (0, ratio(0, 1)), (0, ratio(0, 1))];
        assert_eq!(put, expected.map(|(amount, share)| money(amount, share)));
    }
}

/// Four ballots give `a` 6 points and no more, one of them none at all, and `b` 2.
#[test]
fn points_and_their_mean() {
    let ballots = [(vec![Some(3), None], 2), (vec![Some(0), Some(2)], 1), (vec![None, None], 1)];
    let all = standing(&election(BallotKind::Points, &[10, 20], &ballots));
    assert_eq!(ranks(&all), [("a", 1, 3), ("b", 2, 1)]);
    let points = |all, mean, share| Some(Put { of: Putting::Points { all, mean }, share });
    assert_eq!(all[0].put, points(6, ratio(3, 2), ratio(3, 4)));
    assert_eq!(all[1].put, points(2, ratio(1, 2), ratio(1, 4)));
}

#[test]
fn nobody_and_rankings_put_nothing() {
    let nobody = standing(&election(BallotKind::Approval, &[10, 20], &[]));
    assert_eq!(ranks(&nobody), [("a", 1, 0), ("b", 1, 0)]);
    assert!(nobody.iter().all(|one| one.share.is_none() && one.interval.is_none()));
    assert_eq!(nobody[0].put, Some(Put { of: Putting::Money(0), share: None }));
    let ranked = standing(&election(BallotKind::Ranking, &[10, 20], &[(vec![Some(1), None], 2)]));
    assert_eq!((ranks(&ranked), ranked[0].put), (vec![("a", 1, 2), ("b", 2, 0)], None));
    assert_eq!(standing(&election(BallotKind::Approval, &[], &[])), []);
}

/// The largest amounts there can be, on as many ballots.
#[test]
fn the_largest_amounts_are_exact() {
    let most = Money::MAX.minor();
    let all = standing(&election(BallotKind::Approval, &[most, most, 1], &[(vec![Some(1); 3], u32::MAX.into())]));
    let (one, voters) = (i128::from(most), i128::from(u32::MAX));
    assert_eq!(all[0].put.unwrap().of, Putting::Money((one * voters).unsigned_abs()));
    assert_eq!(all[0].put.unwrap().share, ratio(one, 2 * one + 1));
}

proptest! {
    #[test]
    fn ranks_and_shares_add_up(
        costs in prop::collection::vec(0_i64..60, 1..7),
        ballots in prop::collection::vec((prop::collection::vec(prop::option::of(0_u32..9), 7), 1_u64..4), 0..9),
        points in any::<bool>(),
    ) {
        let kind = if points { BallotKind::Points } else { BallotKind::Approval };
        let election = election(kind, &costs, &ballots);
        let all = standing(&election);
        prop_assert_eq!(all.len(), costs.len());
        let given = |ballot: &[Option<u32>], at: usize| ballot[at].map(u128::from);
        let mut total = 0;
        for one in &all {
            let at = election.place(&one.project).unwrap().index();
            let better = all.iter().filter(|other| other.votes > one.votes).count();
            prop_assert_eq!(one.rank, better + 1);
            let votes: u64 = ballots.iter().filter(|(ballot, _)| given(ballot, at).is_some()).map(|(_, times)| times).sum();
            prop_assert_eq!(one.votes, votes);
            // Ballot by ballot.
            let each = |ballot: &[Option<u32>]| {
                given(ballot, at).map_or(0, |given| if points { given } else { costs[at].unsigned_abs().into() })
            };
            let put: u128 = ballots.iter().map(|(ballot, times)| each(ballot) * u128::from(*times)).sum();
            total += put;
            match one.put.unwrap().of {
                Putting::Money(money) => prop_assert!(!points && money == put),
                Putting::Points { all, .. } => prop_assert!(points && u128::from(all) == put),
            }
        }
        prop_assert!(all.is_sorted_by_key(|one| (one.rank, one.project.clone())));
        let shares: Option<Exact> = all.iter().map(|one| one.put.unwrap().share).sum();
        prop_assert_eq!(shares, (total > 0).then(|| Exact::from_integer(1)));
    }

    /// Greedy by votes that stops is to buy down the table, as long as there is no tie.
    #[test]
    fn greedy_that_stops_buys_down_the_table(
        costs in prop::collection::vec(0_i64..60, 1..7),
        ballots in prop::collection::vec((prop::collection::vec(prop::option::of(Just(1_u32)), 7), 1_u64..9), 0..9),
    ) {
        let election = election(BallotKind::Approval, &costs, &ballots);
        let variant = Variant::plain(Satisfaction::Cost);
        let count = rule("greedy-no-skips").unwrap().count(&election, variant, &TiePolicy::Report).unwrap();
        if let Count::Settled(selection) = count {
            let rank = |id: &ProjectId| standing(&election).iter().find(|one| one.project == *id).unwrap().rank;
            let worst = selection.selected.iter().map(rank).max();
            let out = election.projects().iter().filter(|project| !selection.selected.contains(&project.id));
            let best = out.map(|project| rank(&project.id)).min();
            prop_assert!(worst.is_none() || best.is_none() || worst <= best);
        }
    }
}
