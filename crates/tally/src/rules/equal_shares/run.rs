//! One count: whatever costs least is bought, until nobody can pay for anything more.

use super::super::barrier::Barrier;
use super::super::book::Book;
use super::super::offers::Open;
use super::purses::Purses;
use super::{End, Tied};
use crate::{BigExact, Merit, Paid, Place, Reason};

/// Takes one of tied places, or none where nobody has decided.
pub(super) type Choose<'a> = &'a dyn Fn(&[Place]) -> Option<Place>;

pub(super) struct Run<'a> {
    book: &'a Book,
    purses: Purses<'a>,
    open: Open,
    pub(super) bought: Vec<Place>,
    /// Where something may not be bought beside something else.
    barrier: Option<Barrier<'a>>,
}

impl<'a> Run<'a> {
    /// A count in which everybody has an equal share of `money`, in minor units.
    pub(super) fn new(book: &'a Book, money: u64) -> Self {
        let purses = Purses::new(book, money);
        let open = Open::new(book.supported(), |place| purses.floor(place));
        Self { book, purses, open, bought: Vec::new(), barrier: None }
    }

    /// The same count, which buys nothing that is barred.
    pub(super) fn within(self, barrier: Option<Barrier<'a>>) -> Self {
        Self { barrier, ..self }
    }

    /// Goes on until nobody can pay for anything more, or to a tie that nobody has decided.
    pub(super) fn count(mut self, choose: Choose<'_>) -> End<'a> {
        let mut ties = Vec::new();
        loop {
            if let Some(barrier) = &self.barrier {
                self.open.retain(|place| barrier.reason(place).is_none());
                self.open.hold(|place| barrier.waits(place).is_some());
            }
            let cheapest = self.open.cheapest(&mut self.purses);
            let places: Vec<Place> = cheapest.iter().map(|(place, _)| *place).collect();
            let Some(first) = places.first().copied() else { return End { run: self, ties, open: None } };
            let mut chosen = first;
            let barred = self.barrier.as_ref().is_some_and(|barrier| !barrier.lets_through(&places));
            if barred || self.book.overlap(&places) {
                let choice = Tied { after: self.bought.len(), taken: choose(&places), places };
                let Some(taken) = choice.taken else { return End { run: self, ties, open: Some(choice) } };
                chosen = taken;
                ties.push(choice);
            }
            for (place, payment) in cheapest.into_iter().filter(|(place, _)| *place == chosen) {
                self.purses.buy(place, payment);
                self.open.take(place);
                self.bought.push(place);
                if let Some(barrier) = &mut self.barrier {
                    barrier.buy(place);
                }
            }
        }
    }

    /// What bars a project, or what it still waits for.
    pub(super) fn barred(&self, place: Place) -> Option<Reason> {
        let barrier = self.barrier.as_ref()?;
        barrier.reason(place).or_else(|| barrier.waits(place).cloned().map(Reason::Requires))
    }

    /// What was bought, in order, for which price and by whom.
    pub(super) fn purchases(&self) -> impl Iterator<Item = (Place, Merit, Paid)> {
        let bought = self.bought.iter().enumerate();
        bought.map(|(at, place)| (*place, self.purses.merit(at, *place), self.purses.paid(at)))
    }

    /// What all voters had between them at first, in minor units.
    pub(super) fn money(&self) -> u64 {
        self.purses.money()
    }

    /// By place: what the supporters of a supported project that was not bought have left between them.
    pub(super) fn money_left(&mut self) -> Vec<Option<BigExact>> {
        let supported = self.book.supported().into_iter();
        let left_out: Vec<Place> = supported.filter(|place| !self.bought.contains(place)).collect();
        self.purses.money_left(&left_out)
    }
}
