//! The completion that raises every voter's share by one minor unit again and again.

use super::super::book::Book;
use super::run::{Choose, Run};
use super::span::safe;
use super::{End, Tied};
use crate::Place;

/// Passing over fewer raises than this takes longer than counting them.
const WORTH: u64 = 8;

/// Counts with more and more money for every voter until the selection would cost more than the budget, and takes the
/// one before, or until it leaves out no supported project that fits. The ties are those of every count on the way:
/// each of them had a say in where it ends.
///
/// Raises that change nothing are passed over: the counts there would end as the one before.
pub(super) fn add1<'a>(book: &'a Book, budget: u64, choose: Choose<'_>) -> End<'a> {
    let mut money = budget;
    let mut width = 1;
    let mut ties: Vec<Tied> = Vec::new();
    let mut before: Option<u64> = None;
    let mut last: Option<Vec<Place>> = None;
    let (mut alike, mut patience) = (0, 1);
    loop {
        let End { run, ties: new, open } = Run::new(book, money).count(choose);
        for tied in new {
            if !ties.contains(&tied) {
                ties.push(tied);
            }
        }
        if open.is_some() {
            return End { run, ties, open };
        }
        match budget.checked_sub(run.cost()) {
            // The first count is never over the budget. The one before is made again: most are passed over.
            None => {
                let money = before.unwrap_or(budget);
                return End { ties, ..Run::new(book, money).count(choose) };
            }
            Some(left) if run.is_exhaustive(left) => return End { run, ties, open },
            Some(_) => {}
        }
        alike = if last.as_ref() == Some(&run.bought) { alike + 1 } else { 0 };
        if alike >= patience {
            let further = pass_over(book, money, &run.bought, &mut width);
            money += further * book.voters;
            // Looking ahead costs a few counts. Where changes come thick it does not pay.
            patience = if further < WORTH { (patience * 2).min(WORTH) } else { 1 };
        }
        last = Some(run.bought);
        before = Some(money);
        money += book.voters;
    }
}

/// How many raises in a row change nothing, nearly: the last few are quicker counted. `width` is how far to look at
/// first, which is half as far as last time.
fn pass_over(book: &Book, money: u64, bought: &[Place], width: &mut u64) -> u64 {
    let mut passed = 0;
    loop {
        let safe = safe(book, money + passed * book.voters, bought, *width);
        passed += safe;
        // Closer to a change each look reaches less far.
        if safe < WORTH.min(*width) {
            *width = (passed / 2).max(1);
            return passed;
        }
        *width = if safe == *width { *width * 2 } else { safe * 2 };
    }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;
    use proptest::prelude::*;

    use super::*;
    use crate::{BallotKind, Election, Project, ProjectId, Satisfaction, Vote};

    /// Elections in which it takes hundreds of raises to get anywhere.
    fn elections() -> impl Strategy<Value = (Election, u64)> {
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

    fn first(tied: &[Place]) -> Option<Place> {
        tied.first().copied()
    }

    /// One raise after the other, and a count for each.
    fn stepping(book: &Book, budget: u64) -> (Vec<Place>, u64) {
        let mut before = Vec::new();
        for raised in 0.. {
            let run = Run::new(book, budget + raised * book.voters).count(&first).run;
            match budget.checked_sub(run.cost()) {
                None => return (before, raised),
                Some(left) if run.is_exhaustive(left) => return (run.bought, raised),
                Some(_) => before = run.bought,
            }
        }
        unreachable!()
    }

    proptest! {
        #[test]
        fn passing_over_raises_ends_where_stepping_does((election, budget) in elections()) {
            for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
                let book = Book::new(&election, satisfaction);
                prop_assert_eq!(add1(&book, budget, &first).run.bought, stepping(&book, budget).0);
            }
        }

        #[test]
        fn nothing_changes_in_what_is_passed_over((election, budget) in elections(), width in 1_u64..400) {
            for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
                let book = Book::new(&election, satisfaction);
                let bought = |raised: u64| Run::new(&book, budget + raised * book.voters).count(&first).run.bought;
                let start = bought(0);
                let safe = safe(&book, budget, &start, width);
                prop_assert!(safe <= width);
                for raised in 1..=safe {
                    prop_assert_eq!(&bought(raised), &start);
                }
            }
        }
    }

    #[test]
    fn much_is_passed_over() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        let mut runner = TestRunner::deterministic();
        let (mut passed, mut all) = (0, 0);
        for _ in 0..100 {
            let (election, budget) = elections().new_tree(&mut runner).unwrap().current();
            let book = Book::new(&election, Satisfaction::Cost);
            let start = Run::new(&book, budget).count(&first).run.bought;
            passed += pass_over(&book, budget, &start, &mut 1).min(100);
            all += 100;
        }
        assert!(passed * 4 > all, "{passed} of {all}");
    }
}
