//! How far the budget can grow without any change in what is bought.

use super::super::book::Book;
use super::span::Spans;
use crate::Place;

/// The first look reaches this part of the budget.
const FIRST: u64 = 64;
/// A look that tells nothing is followed by one that reaches only this part as far.
const NEARER: u64 = 16;

/// How many minor units, at most `most`, can be added to `money` so that a count still buys exactly `bought`, in this
/// order. A few more may change nothing either.
pub(super) fn unmoved(book: &Book, money: u64, bought: &[Place], most: u64) -> u64 {
    let mut spans = Spans::new(book);
    let (mut passed, mut width) = (0, (money / FIRST).max(1));
    while passed < most && width > 0 {
        width = width.min(most - passed);
        let safe = spans.ahead(money + passed, bought, width, 1).safe;
        passed += safe;
        // Closer to a change each look reaches less far.
        width = if safe == 0 { width / NEARER } else { safe.saturating_mul(2) };
    }
    passed
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;
    use proptest::prelude::*;

    use super::super::run::Run;
    use super::*;
    use crate::{BallotKind, Election, Project, ProjectId, Satisfaction, Vote};

    fn election(budget: i64, costs: &[i64], ballots: &[(Vec<u32>, u64)]) -> Election {
        let id = |at: usize| ProjectId::from(format!("p{at}"));
        let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
        let projects = costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(budget), BallotKind::Points, projects).unwrap();
        for (points, times) in ballots {
            let given = points.iter().enumerate().filter(|(_, points)| **points > 0);
            let vote = given.filter_map(|(at, points)| Some((election.place(&id(at))?, *points)));
            let (places, points): (Vec<Place>, Vec<u32>) = vote.unzip();
            election.add(Vote { places: &places, points: &points }, *times).unwrap();
        }
        election
    }

    fn bought(book: &Book, money: u64) -> Vec<Place> {
        Run::new(book, money).count(&|tied| tied.first().copied()).run.bought
    }

    /// Three of ten voters want something for 45, which they have when there is 150. To arrive is too far.
    #[test]
    fn a_share_for_each_of_ten() {
        let election = election(100, &[45], &[(vec![1], 3), (vec![0], 7)]);
        let book = Book::new(&election, Satisfaction::Cost);
        assert_eq!(unmoved(&book, 100, &[], 1_000), 49);
        assert_eq!(unmoved(&book, 0, &[], 1_000), 149);
        assert_eq!(unmoved(&book, 149, &[], 1_000), 0);
        assert_eq!(unmoved(&book, 100, &[], 20), 20);
    }

    proptest! {
        #[test]
        fn nothing_changes_until_then(
            costs in prop::collection::vec(prop_oneof![3 => 20_i64..600, 1 => Just(180_i64)], 2..8),
            ballots in prop::collection::vec((prop::collection::vec(0_u32..4, 2..8), 1_u64..4), 1..14),
            budget in 100_i64..1200,
        ) {
            let ballots: Vec<(Vec<u32>, u64)> = ballots
                .into_iter()
                .map(|(points, times)| (points.into_iter().take(costs.len()).collect(), times))
                .collect();
            let election = election(budget, &costs, &ballots);
            for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
                let (book, budget) = (Book::new(&election, satisfaction), budget.unsigned_abs());
                let start = bought(&book, budget);
                for more in 1..=unmoved(&book, budget, &start, 400) {
                    prop_assert_eq!(&bought(&book, budget + more), &start);
                }
            }
        }
    }

    #[test]
    fn most_of_the_way_is_passed() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        let mut runner = TestRunner::deterministic();
        let ballots = prop::collection::vec((prop::collection::vec(0_u32..4, 6), 1_u64..4), 9);
        let drafts = (prop::collection::vec(200_i64..6000, 6), ballots);
        let (mut counts, mut all) = (0_u64, 0);
        for _ in 0..30 {
            let (costs, ballots) = drafts.new_tree(&mut runner).unwrap().current();
            let book_of = election(1_000, &costs, &ballots);
            let book = Book::new(&book_of, Satisfaction::Additive);
            let mut money = 1_000;
            while money < 20_000 {
                money += 1 + unmoved(&book, money, &bought(&book, money), 20_000 - money);
                counts += 1;
            }
            all += 19_000;
        }
        assert!(counts * 20 < all, "{counts} counts for {all}");
    }
}
