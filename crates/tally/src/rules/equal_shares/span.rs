//! How far every voter's share can be raised without any change in what is bought, and in which order.
//!
//! "Streamlining Equal Shares" (Kraiczy, Robinson and Elkind, arXiv 2502.11797) goes from one change to the next
//! instead of raising one by one. Here it is done for shares that are capped by what voters have left:
//!
//! While the same projects are bought in the same order, more money makes every due smaller and every purse bigger, and
//! fewer voters are capped. So the capped at both ends of a span bound how fast a due falls inside it, that bounds how
//! fast purses grow, and so on from purchase to purchase. As long as no other project's price can have fallen to that of
//! the project bought, nothing changes.

use num_traits::ToPrimitive as _;

use super::super::book::{Book, Supporter};
use super::super::offers::Offers as _;
use super::purses::{FINER, Payment, Purses};
use crate::Place;

/// The rounding of rates, many times over.
const MARGIN: f64 = 1e-9;

/// What a number is at least and at most.
#[derive(Clone, Copy)]
struct Between {
    least: f64,
    most: f64,
}

/// The two ends of a span, as far as they are counted.
struct Span<'a> {
    book: &'a Book,
    low: Purses<'a>,
    high: Purses<'a>,
    /// By ballot: how fast the purse of each of its voters grows, for each part that the share is raised by.
    growth: Vec<Between>,
    /// The projects still open with a bound below their price anywhere in the span.
    open: Vec<(Place, u128)>,
    /// By how much the share can be raised for certain.
    safe: u64,
}

/// By how many minor units, at most `width`, every share of `money` can be raised so that a count still buys exactly
/// `bought`, in this order. What comes after may be the same too.
pub(super) fn safe(book: &Book, money: u64, bought: &[Place], width: u64) -> u64 {
    let Some(most) = width.checked_mul(book.voters).and_then(|more| money.checked_add(more)) else { return 0 };
    let high = Purses::new(book, most);
    let open = book.supported().into_iter().map(|place| (place, high.floor(place))).collect();
    let growth = vec![Between { least: 1.0, most: 1.0 }; book.times.len()];
    let low = Purses::in_parts(book, money, high.bits);
    let mut span = Span { book, low, high, growth, open, safe: width };
    for place in bought {
        span.buy(*place);
        if span.safe == 0 {
            return 0;
        }
    }
    span.hold(u128::MAX, None);
    span.safe
}

impl Span<'_> {
    fn buy(&mut self, place: Place) {
        let (Some(low), Some(high)) = (self.low.exactly(place), self.high.exactly(place)) else {
            // Who pays with less pays with more; this is out of reach.
            self.safe = 0;
            return;
        };
        self.open.retain(|(other, _)| *other != place);
        let falls = self.falls(place, &low, &high);
        let price = self.low.at_most(place, &low);
        self.hold(price, Some(falls.least / self.scale(place)));
        self.grow(place, falls, &low, &high);
        self.low.buy(place, low);
        self.high.buy(place, high);
    }

    /// Keeps the span to where no open project can cost as little as `price` does, which falls at least as fast as
    /// `falls`; without it, to where nobody can pay for any of them.
    fn hold(&mut self, price: u128, falls: Option<f64>) {
        let mut open = std::mem::take(&mut self.open);
        open.retain_mut(|(place, at_least)| {
            if *at_least > price {
                return true;
            }
            // What nobody can pay for at the upper end, nobody can anywhere.
            let Some(now) = self.high.at_least(*place, price) else { return false };
            *at_least = now.max(*at_least);
            if *at_least <= price {
                self.safe = self.safe.min(self.reach(*place, price, falls));
            }
            true
        });
        self.open = open;
    }

    /// How far it is at least until an open project costs as little as `price`, or until somebody can pay for it at all.
    fn reach(&mut self, place: Place, price: u128, falls: Option<f64>) -> u64 {
        let part = number(1 << self.low.bits);
        match (self.low.at_least(place, u128::MAX), falls) {
            (None, _) => {
                let missing = self.low.missing(place);
                steps(number(missing), self.gains(place) * part)
            }
            (Some(_), None) => 0,
            (Some(now), Some(falls)) => {
                let Some(gap) = now.checked_sub(price).filter(|gap| *gap > 0) else { return 0 };
                let (Some(low), Some(high)) = (self.low.exactly(place), self.high.exactly(place)) else { return 0 };
                let other = self.falls(place, &low, &high).most / self.scale(place);
                let closer = other * (1.0 + MARGIN) - falls * (1.0 - MARGIN);
                if closer <= 0.0 { u64::MAX } else { steps(number(gap), closer * part * number(1 << FINER)) }
            }
        }
    }

    /// How fast the due of a project falls, in parts for each part of a raise.
    fn falls(&self, place: Place, low: &Payment, high: &Payment) -> Between {
        let (mut fast, mut few) = (0.0, 0_u128);
        let (mut slow, mut many) = (0.0, 0_u128);
        for one in self.alive(place) {
            let (times, growth) = (self.book.times(one.ballot), self.growth[one.ballot as usize]);
            let units = u128::from(times) * u128::from(one.units);
            if self.low.surely_pays(one, low) {
                few += units;
            } else {
                fast += number(times.into()) * growth.most;
            }
            if self.high.surely_capped(one, high) {
                slow += number(times.into()) * growth.least;
            } else {
                many += units;
            }
        }
        Between { least: slow / number(many) * (1.0 - MARGIN), most: fast / number(few) * (1.0 + MARGIN) }
    }

    /// What a purchase does to how fast its supporters' purses grow.
    fn grow(&mut self, place: Place, falls: Between, low: &Payment, high: &Payment) {
        let alive: Vec<Supporter> = self.alive(place).collect();
        for one in alive {
            let units = f64::from(one.units);
            let (pays, capped) = (self.low.surely_pays(one, low), self.high.surely_capped(one, high));
            let growth = &mut self.growth[one.ballot as usize];
            growth.most += falls.most * units;
            growth.least = if pays { growth.least + falls.least * units } else { 0.0 };
            if capped {
                *growth = Between { least: 0.0, most: 0.0 };
            }
        }
    }

    /// How fast the money of a project's supporters grows.
    fn gains(&self, place: Place) -> f64 {
        let gain = |one: Supporter| number(self.book.times(one.ballot).into()) * self.growth[one.ballot as usize].most;
        self.alive(place).map(gain).sum::<f64>() * (1.0 + MARGIN)
    }

    /// The supporters of a project who have something left somewhere in the span.
    fn alive(&self, place: Place) -> impl Iterator<Item = Supporter> {
        self.high.live(place)
    }

    fn scale(&self, place: Place) -> f64 {
        number(self.book.columns[place.index()].scale.into())
    }
}

/// How many whole steps of `each` stay short of `distance`.
fn steps(distance: f64, each: f64) -> u64 {
    let steps = (distance * (1.0 - MARGIN) / each).ceil() - 1.0;
    // A step of nothing never gets there, and this is beyond any raise. What is not a number stays so: no step at all.
    steps.clamp(0.0, 1e15).to_u64().unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "rates are rounded anyway, and MARGIN is far wider")]
fn number(whole: u128) -> f64 {
    whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_short_of_the_distance_and_doubt_takes_none() {
        assert_eq!(steps(10.5, 2.0), 5);
        assert_eq!(steps(10.0, 2.0), 4, "to arrive is too far");
        assert_eq!(steps(1.0, 2.0), 0);
        assert_eq!(steps(0.0, 2.0), 0);
        assert_eq!(steps(1.0, f64::INFINITY), 0);
        assert_eq!(steps(1.0, f64::NAN), 0);
        assert_eq!(steps(0.0, 0.0), 0);
        assert_eq!(steps(1.0, 0.0), 1_000_000_000_000_000);
    }
}
