//! The completion that raises every voter's share by one minor unit again and again.

use super::super::book::Book;
use super::run::{Choose, Run};
use super::{End, Tied};

/// Counts with more and more money for every voter until the selection would cost more than the budget, and takes the
/// one before, or until it leaves out no supported project that fits. The ties are those of every count on the way:
/// each of them had a say in where it ends.
pub(super) fn add1<'a>(book: &'a Book, budget: u64, choose: Choose<'_>) -> End<'a> {
    let mut money = budget;
    let mut ties: Vec<Tied> = Vec::new();
    let mut before: Option<Run<'a>> = None;
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
            None => return End { run: before.unwrap_or(run), ties, open },
            Some(left) if run.is_exhaustive(left) => return End { run, ties, open },
            Some(_) => {}
        }
        before = Some(run);
        money += book.voters;
    }
}
