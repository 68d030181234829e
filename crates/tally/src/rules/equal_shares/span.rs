//! How far the money of all can be raised without any change in what is bought, and in which order.
//!
//! "Streamlining Equal Shares" (Kraiczy, Robinson and Elkind, arXiv 2502.11797) goes from one change to the next
//! instead of raising one by one. Here it is done for shares that are capped by what voters have left:
//!
//! While the same projects are bought in the same order, more money makes every due smaller and every purse bigger, and
//! fewer voters are capped. So the capped at both ends of a span bound how fast a due falls inside it, that bounds how
//! fast purses grow, and so on from purchase to purchase. As long as no other project's price can have fallen to that of
//! the project bought, nothing changes. Bounds do for all of that: where they cannot tell, a span is only shorter.

mod rate;

pub(super) use self::rate::Ahead;
use self::rate::{Between, MARGIN, number};
use super::super::book::{Book, Supporter};
use super::super::offers::Offers as _;
use super::purses::{FINER, Purses, Rough};
use crate::Place;

/// The two ends of a span, as far as they are counted.
struct Span<'a> {
    book: &'a Book,
    low: Purses<'a>,
    high: Purses<'a>,
    /// By ballot: how fast the purse of each of its voters grows, for each part that the share is raised by.
    growth: Vec<Between>,
    /// The projects still open with a bound below their price anywhere in the span.
    open: Vec<(Place, u128)>,
    /// By how many parts a step raises every share.
    step: f64,
    /// By how many steps the money can be raised, as far as is known.
    ahead: Ahead,
}

/// By how many steps, at most `width`, the `money` of all voters can be raised so that a count still buys exactly
/// `bought`, in this order, and by how many it likely can. With any part of the safe ones it buys the same, and what
/// comes after may be the same too. A step is so many minor units between all.
pub(super) fn ahead(book: &Book, money: u64, bought: &[Place], width: u64, step: u64) -> Ahead {
    let nothing = Ahead { safe: 0, likely: 0 };
    let Some(most) = width.checked_mul(step).and_then(|more| money.checked_add(more)) else { return nothing };
    let high = Purses::new(book, most);
    let open = book.supported().into_iter().map(|place| (place, high.floor(place))).collect();
    let growth = vec![Between { least: 1.0, most: 1.0 }; book.times.len()];
    let low = Purses::in_parts(book, money, high.bits);
    let step = number(1 << low.bits) * number(step.into()) / number(book.voters.into());
    let mut span = Span { book, low, high, growth, open, step, ahead: Ahead { safe: width, likely: u64::MAX } };
    for place in bought {
        span.buy(*place);
        if span.ahead.safe == 0 {
            return nothing;
        }
    }
    span.hold(u128::MAX, None);
    span.ahead
}

impl Span<'_> {
    fn buy(&mut self, place: Place) {
        let Some((low, high)) = self.both(place) else {
            // Too close to tell.
            self.ahead.safe = 0;
            return;
        };
        self.open.retain(|(other, _)| *other != place);
        let falls = self.falls(place, low, high);
        let price = self.low.no_more(place, low);
        self.hold(price, Some((place, falls.by(self.scale(place)))));
        self.grow(place, falls, low, high);
        self.low.spend(place, low);
        self.high.spend(place, high);
    }

    /// What a project costs at both ends, roughly. Who has more pays less, so the upper end tells where to begin below.
    fn both(&mut self, place: Place) -> Option<(Rough, Rough)> {
        let high = self.high.roughly(place, 0)?;
        Some((self.low.roughly(place, high.least())?, high))
    }

    /// Keeps the span to where no open project can cost as little as the one bought for `price`, which falls as fast as
    /// stated; without it, to where nobody can pay for any of them.
    fn hold(&mut self, price: u128, bought: Option<(Place, Between)>) {
        let mut open = std::mem::take(&mut self.open);
        open.retain_mut(|(place, at_least)| {
            if *at_least > price {
                return true;
            }
            // What nobody can pay for at the upper end, nobody can anywhere.
            let Some(now) = self.high.at_least(*place, price) else { return false };
            *at_least = now.max(*at_least);
            if *at_least <= price {
                let reach = self.reach(*place, price, bought);
                self.ahead.safe = self.ahead.safe.min(reach.safe);
                self.ahead.likely = self.ahead.likely.min(reach.likely);
            }
            true
        });
        self.open = open;
    }

    /// How far it is at least until an open project costs as little as `price`, or until somebody can pay for it at all.
    fn reach(&mut self, place: Place, price: u128, bought: Option<(Place, Between)>) -> Ahead {
        let nothing = Ahead { safe: 0, likely: 0 };
        match (self.low.at_least(place, u128::MAX), bought) {
            (None, _) => {
                let missing = self.low.missing(place);
                Ahead::new(number(missing), self.gains(place).by(1.0 / self.step))
            }
            (Some(_), None) => nothing,
            (Some(now), Some((bought, falls))) => {
                let Some(gap) = now.checked_sub(price).filter(|gap| *gap > 0) else {
                    let stays = self.are_twins(bought, place) || self.is_level(bought) && self.is_level(place);
                    return if stays { Ahead { safe: u64::MAX, likely: u64::MAX } } else { nothing };
                };
                let Some((low, high)) = self.both(place) else { return nothing };
                let other = self.falls(place, low, high).by(self.scale(place));
                let least = other.least * (1.0 - MARGIN) - falls.most * (1.0 + MARGIN);
                let most = other.most * (1.0 + MARGIN) - falls.least * (1.0 - MARGIN);
                Ahead::new(number(gap), Between { least, most }.by(1.0 / (self.step * number(1 << FINER))))
            }
        }
    }

    /// Whether two projects cost the same whatever their supporters have: those of one are those of the other.
    fn are_twins(&self, one: Place, other: Place) -> bool {
        let [one, other] = [one, other].map(|place| &self.book.columns[place.index()]);
        (one.cost, one.scale) == (other.cost, other.scale) && one.supporters == other.supporters
    }

    /// Whether all supporters of a project pay in full and keep something. With more money they do so as well, so that
    /// the price is the same everywhere in the span, and a tie of two such prices stays one.
    fn is_level(&mut self, place: Place) -> bool {
        let Some(low) = self.low.roughly(place, 0) else { return false };
        let paying = self.low.live(place).filter(|one| self.low.surely_pays(*one, low));
        let voters: u64 = paying.map(|one| self.book.times(one.ballot)).sum();
        let column = &self.book.columns[place.index()];
        column.cost == 0 || voters == column.voters
    }

    /// How fast the due of a project falls, in parts for each part of a raise.
    fn falls(&self, place: Place, low: Rough, high: Rough) -> Between {
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
    fn grow(&mut self, place: Place, falls: Between, low: Rough, high: Rough) {
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
    fn gains(&self, place: Place) -> Between {
        let mut gains = Between { least: 0.0, most: 0.0 };
        for one in self.alive(place) {
            let (times, growth) = (number(self.book.times(one.ballot).into()), self.growth[one.ballot as usize]);
            gains.least += times * growth.least;
            gains.most += times * growth.most;
        }
        Between { least: gains.least * (1.0 - MARGIN), most: gains.most * (1.0 + MARGIN) }
    }

    /// The supporters of a project who have something left somewhere in the span.
    fn alive(&self, place: Place) -> impl Iterator<Item = Supporter> {
        self.high.live(place)
    }

    fn scale(&self, place: Place) -> f64 {
        number(self.book.columns[place.index()].scale.into())
    }
}
