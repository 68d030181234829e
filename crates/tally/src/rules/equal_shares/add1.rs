//! The completion that raises every voter's share by one minor unit again and again.

use super::super::book::Book;
use super::run::{Choose, Run};
use super::span::{Ahead, Spans};
use super::{End, Tied};

/// How many raises a look takes in at least.
const WIDTH: u64 = 8;
/// So close to a change a look takes in what comes after it.
const NEAR: u64 = 2;

/// Counts with more and more money for every voter until the selection would cost more than the budget, and takes the
/// one before, or until it leaves out no supported project that fits. The ties are those of every count on the way:
/// each of them had a say in where it ends.
///
/// Few of these counts are made. What is bought is mostly certain from bounds, for many raises in a row; where it is not,
/// an exact count tells, and only such a one can meet a tie.
pub(super) fn add1<'a>(book: &'a Book, budget: u64, choose: Choose<'_>) -> End<'a> {
    let mut spans = Spans::new(book);
    let mut money = budget;
    let mut last = Vec::new();
    // How many raises to look at: now, and after a change. That follows how many there were between the last few.
    let (mut width, mut usual, mut since) = (WIDTH, WIDTH, 0);
    let mut ties: Vec<Tied> = Vec::new();
    let mut before: Option<u64> = None;
    loop {
        let (bought, Ahead { safe, likely }) = if let Some(seen) = spans.look(money, width, book.voters) {
            seen
        } else {
            let End { run, ties: new, open } = Run::new(book, money).count(choose);
            for tied in new {
                if !ties.contains(&tied) {
                    ties.push(tied);
                }
            }
            if open.is_some() {
                return End { run, ties, open };
            }
            let ahead = spans.ahead(money, &run.bought, width, book.voters);
            (run.bought, ahead)
        };
        match budget.checked_sub(book.cost(&bought)) {
            // The first count is never over the budget.
            None => return End { ties, ..Run::new(book, before.unwrap_or(budget)).count(choose) },
            Some(left) if book.is_exhaustive(&bought, left) => {
                return End { ties, ..Run::new(book, money).count(choose) };
            }
            Some(_) => {}
        }
        let passed = money + safe * book.voters;
        before = Some(passed);
        money = passed + book.voters;
        since += safe + 1;
        if last != bought {
            usual = usual.midpoint(std::mem::take(&mut since)).max(WIDTH);
        }
        let left = likely.saturating_sub(safe);
        // Right before a change, nothing is known of what comes after.
        width = if left < NEAR { usual } else { left.clamp(WIDTH, usual.max(width.saturating_mul(4))) };
        last = bought;
    }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;
    use proptest::prelude::*;

    use super::super::drawn::{elections, first};
    use super::*;
    use crate::{BallotKind, Election, Place, Project, ProjectId, Satisfaction, Vote};

    /// One raise after the other, and a count for each.
    fn stepping(book: &Book, budget: u64) -> (Vec<Place>, u64) {
        let mut before = Vec::new();
        for raised in 0.. {
            let run = Run::new(book, budget + raised * book.voters).count(&first).run;
            match budget.checked_sub(book.cost(&run.bought)) {
                None => return (before, raised),
                Some(left) if book.is_exhaustive(&run.bought, left) => return (run.bought, raised),
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
                let safe = Spans::new(&book).ahead(budget, &start, width, book.voters).safe;
                prop_assert!(safe <= width);
                for raised in 1..=safe {
                    prop_assert_eq!(&bought(raised), &start);
                }
            }
        }
    }

    /// Projects with one supporter each cost the same for each unit, as long as their supporters pay in full.
    #[test]
    fn ties_that_stay_are_passed_over() {
        let project = |id: &str, cost| Project::new(ProjectId::from(id), Money::from_minor(cost));
        let projects = vec![project("a", 400), project("b", 1), project("c", 300)];
        let mut election = Election::new(Money::from_minor(30_000), BallotKind::Approval, projects).unwrap();
        let [a, b, c] = [0, 1, 2].map(Place::at);
        for ballot in [vec![a], vec![b, c], vec![]] {
            election.add(Vote::naming(&ballot), 1).unwrap();
        }
        let book = Book::new(&election, Satisfaction::Cost);
        let bought = Run::new(&book, 30_000).count(&first).run.bought;
        assert_eq!(bought, [a, b, c]);
        assert_eq!(Spans::new(&book).ahead(30_000, &bought, 5_000, book.voters).safe, 5_000);
    }

    /// Two projects with the same supporters, one of whom cannot pay in full, cost the same at every share.
    #[test]
    fn twins_are_passed_over() {
        let costs = [("a", 500), ("b", 1300), ("c", 1300)];
        let projects = costs.map(|(id, cost)| Project::new(ProjectId::from(id), Money::from_minor(cost))).into();
        let mut election = Election::new(Money::from_minor(2_400), BallotKind::Approval, projects).unwrap();
        let [a, b, c] = [0, 1, 2].map(Place::at);
        for ballot in [vec![a, b, c], vec![b, c], vec![a]] {
            election.add(Vote::naming(&ballot), 1).unwrap();
        }
        let book = Book::new(&election, Satisfaction::Cardinality);
        let bought = Run::new(&book, 2_400).count(&first).run.bought;
        assert_eq!(bought, [a, b]);
        assert!(Spans::new(&book).ahead(2_400, &bought, 1_000, book.voters).safe > 50);
    }

    #[test]
    fn much_is_passed_over() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        let mut runner = TestRunner::deterministic();
        let (mut passed, mut looks) = (0, 0);
        for _ in 0..100 {
            let (election, budget) = elections().new_tree(&mut runner).unwrap().current();
            let book = Book::new(&election, Satisfaction::Cost);
            let (mut spans, mut raised) = (Spans::new(&book), 0);
            while raised < 100 {
                let money = budget + raised * book.voters;
                let seen = spans.look(money, 40, book.voters).map(|(_, ahead)| ahead.safe);
                raised += 1 + seen.unwrap_or_else(|| {
                    let bought = Run::new(&book, money).count(&first).run.bought;
                    spans.ahead(money, &bought, 40, book.voters).safe
                });
                looks += 1;
            }
            passed += raised;
        }
        assert!(looks * 4 < passed, "{looks} looks for {passed}");
    }
}
