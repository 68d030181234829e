//! What a project costs its supporters by what their purses say, where nothing exact is asked for.
//!
//! Here purses are not rounded from exact dues: one due is found by purses that others were taken from. By how much they
//! may be off is for the caller to follow.

use num_traits::ToPrimitive as _;

use super::Span;
use super::rate::{Between, number};
use crate::Place;
use crate::rules::equal_shares::seen::{Alike, Seen};

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
            let alike = |one: &Member| Alike { left: E::left(one.held), times: one.times, units: one.units };
            let (seen, same) = Seen::to(due, column.most > 1, members.iter().map(alike));
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
