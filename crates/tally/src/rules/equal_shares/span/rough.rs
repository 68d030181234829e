//! What a project costs its supporters by what their purses say, where nothing exact is asked for.
//!
//! Here purses are not rounded from exact dues: one due is found by purses that others were taken from. By how much they
//! may be off is for the caller to follow.

use std::ops::RangeInclusive;

use num_traits::ToPrimitive as _;

use super::Span;
use super::rate::{Between, number};
use crate::Place;

/// How many times a due is made better before it is given up.
const TRIES: usize = 32;

/// What each voter of a class has left, in parts.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// At the lower end of a span.
    pub(super) low: u64,
    /// At its upper end.
    pub(super) high: u64,
    /// How fast that grows, for each part that the share is raised by.
    pub(super) growth: Between,
}

/// Supporters of a project who have the same left and get as many units out of it.
#[derive(Clone, Copy)]
pub(super) struct Member {
    pub(super) held: Held,
    /// How many voters they are.
    pub(super) times: u64,
    pub(super) units: u32,
}

/// An end of a span: what of a purse is asked for.
pub(super) trait End {
    fn left(held: Held) -> u64;
}

pub(super) struct Low;
pub(super) struct High;

impl End for Low {
    fn left(held: Held) -> u64 {
        held.low
    }
}

impl End for High {
    fn left(held: Held) -> u64 {
        held.high
    }
}

/// What a project costs by what purses say.
#[derive(Clone, Copy)]
pub(super) enum Roughly {
    /// The supporters cannot pay for it. They miss so many parts.
    Short { missing: u128 },
    /// What a unit costs, in parts. It may be more than it would by less than two.
    Due(u64),
    /// Nobody knows.
    Unclear,
}

/// The supporters of a project, seen in one go.
#[derive(Default)]
struct Seen {
    voters: u64,
    money: u64,
    units: u128,
    /// Those whose purse is below their due.
    capped: u64,
    capped_money: u64,
    capped_units: u128,
}

impl Span<'_, '_> {
    /// What a project costs at an end by what the purses of its supporters say. `start` is where to begin, in parts for
    /// each unit: the nearer, the sooner it is found.
    pub(super) fn roughly<E: End>(&self, place: Place, members: &[Member], start: u64) -> Roughly {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Roughly::Due(0);
        }
        let cost = u128::from(column.cost) << self.bits;
        let mut due = start;
        let mut from_nothing = start == 0;
        for _ in 0..TRIES {
            let (seen, same) =
                if column.most > 1 { (around_units::<E>(members, due), due..=due) } else { around::<E>(members, due) };
            if let Some(missing) = cost.checked_sub(seen.money.into()).filter(|missing| *missing > 0) {
                return Roughly::Short { missing };
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

    /// So many parts in minor units.
    pub(super) fn minor(&self, parts: f64) -> f64 {
        parts / number(1 << self.bits)
    }

    /// So many minor units in parts, nearly.
    pub(super) fn parts(&self, minor: f64) -> u64 {
        (minor * number(1 << self.bits)).to_u64().unwrap_or(0)
    }
}

/// How supporters who get a unit each stand to a due of so many parts, and for which dues they stand the same.
fn around<E: End>(members: &[Member], due: u64) -> (Seen, RangeInclusive<u64>) {
    let mut seen = Seen::default();
    let (mut below, mut above) = (0, u64::MAX);
    // The money of all voters fits a word, so that no sum of theirs runs over.
    for Member { held, times, .. } in members {
        let left = E::left(*held);
        // All ones for those who are below, so that nothing branches.
        let mask = u64::from(left < due).wrapping_neg();
        let money = left.wrapping_mul(*times);
        seen.voters = seen.voters.wrapping_add(*times);
        seen.capped = seen.capped.wrapping_add(times & mask);
        seen.money = seen.money.wrapping_add(money);
        seen.capped_money = seen.capped_money.wrapping_add(money & mask);
        below = below.max((left + 1) & mask);
        above = above.min(left | mask);
    }
    (seen.units, seen.capped_units) = (seen.voters.into(), seen.capped.into());
    (seen, below..=above)
}

/// How supporters stand to a due of so many parts for each unit.
fn around_units<E: End>(members: &[Member], due: u64) -> Seen {
    let mut seen = Seen::default();
    for Member { held, times, units } in members {
        let (left, units) = (E::left(*held), u64::from(*units));
        let money = left.wrapping_mul(*times);
        let all = u128::from(*times) * u128::from(units);
        seen.money = seen.money.wrapping_add(money);
        seen.units += all;
        if left < due.saturating_mul(units) {
            seen.capped_money = seen.capped_money.wrapping_add(money);
            seen.capped_units += all;
        }
    }
    seen
}

impl Held {
    pub(super) const NOTHING: Self = Self { low: 0, high: 0, growth: Between { least: 0.0, most: 0.0 } };

    /// After a payment of so many parts at the ends.
    pub(super) fn less(self, low: u64, high: u64, growth: Between) -> Self {
        Self { low: self.low.saturating_sub(low), high: self.high.saturating_sub(high), growth }
    }
}

/// All voters, and all their money, take less than the highest bit. Without it this is far quicker.
#[expect(clippy::cast_precision_loss, reason = "whoever uses it allows for rounding")]
pub(super) fn word(whole: u64) -> f64 {
    whole.cast_signed() as f64
}
