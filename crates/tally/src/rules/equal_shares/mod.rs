//! The Method of Equal Shares (Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive
//! Utilities", `NeurIPS` 2021).
//!
//! Every voter starts with an equal share of the budget. A project costs its supporters as little as possible per
//! unit of satisfaction when each pays in proportion to it, or all they have left. The project for which that price
//! is lowest is bought; it goes on until no project's supporters can pay for it.

mod ledger;
mod purses;

use self::purses::Purses;
use super::book::Book;
use super::offers::Open;
use super::progress::{Progress, without_constraints};
use super::{Completion, Rule, Satisfaction, Variant};
use crate::{Count, CountError, Election, Place, Reason, Tie, TiePolicy};

pub(super) struct EqualShares;

impl Rule for EqualShares {
    fn id(&self) -> &'static str {
        "equal-shares"
    }

    fn variants(&self) -> &'static [Variant] {
        const {
            &[
                Variant::plain(Satisfaction::Cost),
                Variant::plain(Satisfaction::Cardinality),
                Variant::plain(Satisfaction::Additive),
                Variant::plain(Satisfaction::Cost).with(Completion::Add1),
                Variant::plain(Satisfaction::Cardinality).with(Completion::Add1),
                Variant::plain(Satisfaction::Additive).with(Completion::Add1),
            ]
        }
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        without_constraints(election, self.id())?;
        let book = Book::new(election, variant.satisfaction.unwrap_or(Satisfaction::Cost));
        let budget = election.budget().minor().unsigned_abs();
        let start = Run::new(election, &book, budget, policy);
        Ok(match variant.completion {
            Completion::None => settle(start.count()),
            Completion::Add1 => add1(election, &book, policy),
        })
    }
}

/// Raises every voter's share by one minor unit until the selection would cost too much, and takes the one before, or
/// until it leaves out no supported project that fits. The ties are those of every count on the way: each of them had
/// a say in where it ends.
fn add1(election: &Election, book: &Book, policy: &TiePolicy) -> Count {
    let mut money = election.budget().minor().unsigned_abs();
    let mut ties: Vec<Tie> = Vec::new();
    let mut before: Option<Run<'_>> = None;
    loop {
        let (mut run, tie) = Run::new(election, book, money, policy).count();
        for tie in run.progress.so_far.ties.drain(..) {
            if !ties.contains(&tie) {
                ties.push(tie);
            }
        }
        let too_much = tie.is_none() && run.progress.so_far.cost > election.budget();
        let done = tie.is_some() || too_much || run.is_exhaustive();
        let mut last = if too_much { before.take().unwrap_or(run) } else { run };
        if done {
            last.progress.so_far.ties = ties;
            return settle((last, tie));
        }
        before = Some(last);
        money += book.voters;
    }
}

fn settle((run, tie): (Run<'_>, Option<Tie>)) -> Count {
    match tie {
        None => Count::Settled(run.finish()),
        Some(tie) => Count::Tied { until: run.progress.so_far, tie },
    }
}

struct Run<'a> {
    progress: Progress<'a>,
    book: &'a Book,
    purses: Purses<'a>,
    open: Open,
}

impl<'a> Run<'a> {
    /// A count in which everybody has an equal share of `money`, in minor units.
    fn new(election: &'a Election, book: &'a Book, money: u64, policy: &'a TiePolicy) -> Self {
        Self {
            progress: Progress::new(election, policy),
            book,
            purses: Purses::new(book, money),
            open: Open::new(book.supported()),
        }
    }

    /// Goes on until nobody can pay for anything more, or to a tie that nobody has decided.
    fn count(mut self) -> (Self, Option<Tie>) {
        loop {
            let cheapest = self.open.cheapest(&mut self.purses);
            if cheapest.is_empty() {
                return (self, None);
            }
            let tied: Vec<Place> = cheapest.iter().map(|(place, _)| *place).collect();
            match self.progress.choose(&tied, self.book.overlap(&tied)) {
                Err(tie) => return (self, Some(tie)),
                Ok(chosen) => {
                    for (place, payment) in cheapest.into_iter().filter(|(place, _)| *place == chosen) {
                        let merit = self.purses.merit(place, &payment);
                        self.purses.buy(place, payment);
                        self.open.take(place);
                        self.progress.buy(place, merit);
                    }
                }
            }
        }
    }

    /// Whether no supported project that is left out fits in what is left of the budget.
    fn is_exhaustive(&self) -> bool {
        let left = self.progress.so_far.left();
        self.open.gone.iter().all(|place| self.progress.cost(*place) > left)
    }

    /// The selection, with the reason for every project that is not in it.
    fn finish(mut self) -> crate::Selection {
        self.open.gone.sort();
        for place in self.progress.election.places() {
            if self.book.columns[place.index()].supporters.is_empty() {
                self.progress.skip(place, Reason::Unsupported);
            } else if self.open.gone.binary_search(&place).is_ok() {
                self.progress.skip(place, Reason::SupportersShort { have: self.purses.money_of(place) });
            }
        }
        self.progress.so_far
    }
}
