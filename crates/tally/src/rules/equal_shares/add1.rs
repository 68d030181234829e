//! The completion that raises every voter's share by one minor unit again and again.

use super::super::book::Book;
use super::run::{Choose, Run};
use super::span::{Ahead, ahead};
use super::{End, Tied};
use crate::Place;

/// Passing over fewer raises than this takes longer than counting them.
const WORTH: u64 = 8;
/// So close to a change, counting each raise is quicker.
const NEAR: u64 = 3;

/// Counts with more and more money for every voter until the selection would cost more than the budget, and takes the
/// one before, or until it leaves out no supported project that fits. The ties are those of every count on the way:
/// each of them had a say in where it ends.
///
/// Raises that change nothing are passed over: the counts there would end as the one before.
pub(super) fn add1<'a>(book: &'a Book, budget: u64, choose: Choose<'_>) -> End<'a> {
    let mut money = budget;
    let mut width = WORTH;
    let mut ties: Vec<Tied> = Vec::new();
    let mut before: Option<u64> = None;
    let mut last: Option<Vec<Place>> = None;
    // How many counts to make before looking ahead: now, and after a change.
    let (mut wait, mut patience) = (1, 1);
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
        if last.as_ref() != Some(&run.bought) {
            wait = patience;
        }
        if wait == 0 {
            let further = pass_over(book, money, &run.bought, &mut width);
            money += further * book.voters;
            // Looking ahead costs a few counts. Where changes come thick it does not pay.
            patience = if further < WORTH { (patience * 2).clamp(1, WORTH) } else { 0 };
            // The change is close now, if not at the next raise.
            wait = patience.max(2);
        }
        wait = wait.saturating_sub(1);
        last = Some(run.bought);
        before = Some(money);
        money += book.voters;
    }
}

/// How many raises in a row change nothing, nearly: the last few are quicker counted. The first look goes as far as
/// `first`, which follows how far the last few went together; each later one to where the change is likely.
fn pass_over(book: &Book, money: u64, bought: &[Place], first: &mut u64) -> u64 {
    let mut passed = 0;
    let mut width = *first;
    loop {
        let Ahead { safe, likely } = ahead(book, money + passed * book.voters, bought, width, book.voters);
        passed += safe;
        let left = likely.saturating_sub(safe);
        // Closer to a change each look reaches less far.
        if safe < WORTH || left < NEAR {
            *first = first.midpoint(passed).max(WORTH);
            return passed;
        }
        width = left.min(width.saturating_mul(8));
    }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;
    use proptest::prelude::*;

    use super::super::drawn::{elections, first};
    use super::*;
    use crate::{BallotKind, Election, Project, ProjectId, Satisfaction, Vote};

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
                let safe = ahead(&book, budget, &start, width, book.voters).safe;
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
        assert_eq!(ahead(&book, 30_000, &bought, 5_000, book.voters).safe, 5_000);
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
        assert!(ahead(&book, 2_400, &bought, 1_000, book.voters).safe > 50);
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
            passed += pass_over(&book, budget, &start, &mut { WORTH }).min(100);
            all += 100;
        }
        assert!(passed * 4 > all, "{passed} of {all}");
    }
}
