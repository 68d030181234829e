//! What a project costs its supporters by what the purses say, where nothing exact is asked for.
//!
//! Here purses are not rounded from exact dues: one due is found by purses that others were taken from. By how much they
//! may be off is for the caller to follow.

use std::ops::RangeInclusive;

use num_traits::ToPrimitive as _;

use super::super::super::book::Supporter;
use super::super::span::number;
use super::{Live, Purse, Purses, Seen};
use crate::Place;

/// How many times a due is made better before it is given up.
const TRIES: usize = 32;

/// What a project costs by what the purses say.
#[derive(Clone, Copy)]
pub(in super::super) enum Roughly {
    /// The supporters cannot pay for it. They miss so many parts.
    Short { missing: u128 },
    /// What a unit costs, in parts. It may be more than it would by less than two.
    Due(u64),
    /// Nobody knows.
    Unclear,
}

impl<'a> Purses<'a> {
    /// What a project costs by what the purses say. `start` is where to begin, in parts for each unit: the nearer, the
    /// sooner it is found.
    pub(in super::super) fn roughly(&mut self, place: Place, start: u64) -> Roughly {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Roughly::Due(0);
        }
        let cost = u128::from(column.cost) << self.bits;
        let mut due = start;
        let mut from_nothing = start == 0;
        for round in 0..TRIES {
            let (seen, same) = self.around(place, column.most > 1, due);
            if let Some(missing) = cost.checked_sub(seen.money.into()).filter(|missing| *missing > 0) {
                return Roughly::Short { missing };
            }
            if round == 0 {
                self.forget_gone(place, seen.gone);
            }
            let shares = seen.units - seen.capped_units;
            if shares == 0 {
                if from_nothing {
                    return Roughly::Unclear;
                }
                // Perhaps the start was too high.
                (due, from_nothing) = (0, true);
                continue;
            }
            // No more than it costs, whoever is capped; and just that where they are.
            let need = cost.saturating_sub(seen.capped_money.into()).div_ceil(shares);
            let Ok(need) = u64::try_from(need) else { return Roughly::Unclear };
            if same.contains(&need) || need <= due && due - need <= 1 {
                return Roughly::Due(need);
            }
            due = need;
        }
        Roughly::Unclear
    }

    /// How the supporters of a project stand to a due of so many parts a unit, and for which dues they stand the same.
    fn around(&self, place: Place, by_units: bool, due: u64) -> (Seen, RangeInclusive<u64>) {
        if by_units {
            return (self.see(place, true, due), due..=due);
        }
        let mut seen = Seen::default();
        let (mut below, mut above) = (0, u64::MAX);
        // As in `see`.
        for one in self.live[place.index()].iter() {
            let Purse { left, times } = self.held[one.ballot as usize];
            let mask = u64::from(left < due).wrapping_neg();
            let money = left.wrapping_mul(times);
            seen.voters = seen.voters.wrapping_add(times);
            seen.capped = seen.capped.wrapping_add(times & mask);
            seen.money = seen.money.wrapping_add(money);
            seen.capped_money = seen.capped_money.wrapping_add(money & mask);
            seen.gone = seen.gone.wrapping_add(usize::from(times == 0));
            below = below.max((left + 1) & mask);
            above = above.min(left | mask);
        }
        (seen.units, seen.capped_units) = (seen.voters.into(), seen.capped.into());
        (seen, below..=above)
    }

    /// So many parts in minor units.
    pub(in super::super) fn minor(&self, parts: f64) -> f64 {
        parts / number(1 << self.bits)
    }

    /// So many minor units in parts, nearly.
    pub(in super::super) fn parts(&self, minor: f64) -> u64 {
        (minor * number(1 << self.bits)).to_u64().unwrap_or(0)
    }

    /// One supporter of a project pays so much for each unit. Who does not stay has nothing left for certain.
    pub(in super::super) fn pay(&mut self, one: Supporter, due: u64, stays: bool) {
        let purse = &mut self.held[one.ballot as usize];
        let kept = u64::from(stays).wrapping_neg();
        // Mostly there is one unit, and to multiply takes long in WebAssembly.
        let due = if one.units == 1 { due } else { due.saturating_mul(one.units.into()) };
        *purse = Purse { left: purse.left.saturating_sub(due) & kept, times: purse.times & kept };
    }

    /// The supporters of a project, perhaps with some who have nothing left.
    pub(in super::super) fn followed(&self, place: Place) -> &[Supporter] {
        &self.live[place.index()]
    }

    /// What a purse says, in parts.
    pub(in super::super) fn says(&self, one: Supporter) -> f64 {
        word(self.left(one))
    }

    /// Takes over what the purses of others say.
    pub(in super::super) fn like(&mut self, other: &Self) {
        self.held.clone_from(&other.held);
    }

    /// How many voters a supporter with something left stands for.
    pub(in super::super) fn times(&self, one: Supporter) -> f64 {
        word(self.held[one.ballot as usize].times)
    }

    /// The supporters of a project that is bought or looked at elsewhere.
    pub(in super::super) fn take_live(&mut self, place: Place) -> Live<'a> {
        std::mem::take(&mut self.live[place.index()])
    }

    /// Gives them back, or those of other purses with as many ballots.
    pub(in super::super) fn give_live(&mut self, place: Place, live: Live<'a>) {
        self.live[place.index()] = live;
    }
}

/// All voters, and all their money, take less than the highest bit. Without it this is far quicker.
#[expect(clippy::cast_precision_loss, reason = "whoever uses it allows for rounding")]
fn word(whole: u64) -> f64 {
    whole.cast_signed() as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::drawn::elections;
    use super::*;
    use crate::Satisfaction;
    use crate::rules::book::Book;
    use crate::rules::offers::Offers as _;

    proptest! {
        /// Before anything is bought, purses are off by less than a part.
        #[test]
        fn a_due_is_found_wherever_it_begins((election, budget) in elections(), start in 0_u64..24) {
            for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
                let book = Book::new(&election, satisfaction);
                let mut purses = Purses::new(&book, budget);
                for place in book.supported() {
                    let exact = purses.exactly(place).map(|payment| payment.parts);
                    let begun = exact.unwrap_or(1 << purses.bits).saturating_mul(start) / 8;
                    match purses.roughly(place, begun) {
                        Roughly::Due(due) => prop_assert!(exact.unwrap().abs_diff(due) < 1000),
                        Roughly::Short { .. } => prop_assert!(exact.is_none()),
                        Roughly::Unclear => prop_assert!(false, "it is clear before anything is bought"),
                    }
                }
            }
        }
    }
}
