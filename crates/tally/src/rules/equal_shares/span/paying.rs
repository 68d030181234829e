//! Who pays a due in full and who cannot, how far purses may be off, and how fast they grow.

use super::line::ROUNDING;
use super::rate::{Between, MARGIN, number, wide};
use super::{Bought, Rough, Span};
use crate::Place;
use crate::rules::book::Supporter;
use crate::rules::equal_shares::purses::{Purses, Roughly};

/// By how many parts rounding puts a due off at most.
const PARTS: f64 = 4.0;

impl Span<'_, '_> {
    /// A due with its bounds, when it falls as fast as this at most; `None` where that does not tell who pays it.
    ///
    /// What those who do not surely pay have more or less is what the others pay less or more. So a due is off by as much
    /// as an error of the share is, besides its rounding. That is so at the upper end as well: whoever surely pays below,
    /// with twice the error to spare, has no less there, by what the purse says too, and pays no more.
    pub(super) fn rough(&self, due: u64, slope: f64) -> Option<Rough> {
        let off = self.slack * slope + PARTS + number(due) * ROUNDING;
        (off <= tolerance(due)).then(|| Rough { due, least: number(due) - off, most: number(due) + off, slope })
    }

    /// By how much a purse may be off, in parts.
    pub(super) fn off(&self, one: Supporter) -> f64 {
        self.slack * self.growth[one.ballot as usize].most
    }

    /// How many parts the supporters of a project miss at least, when they miss so many by what their purses say.
    pub(super) fn misses(&self, missing: u128, gains: Between) -> f64 {
        wide(missing) * (1.0 - MARGIN) - self.slack * gains.most
    }

    /// Whether a project that costs the same as the one bought does so with any more money.
    pub(super) fn stays(&mut self, bought: &Bought<'_>, place: Place) -> bool {
        let [one, other] = [bought.place, place].map(|place| &self.book.columns[place.index()]);
        // Twins: those who support one are those who support the other.
        if (one.cost, one.scale) == (other.cost, other.scale) && one.supporters == other.supporters {
            return true;
        }
        self.is_level(bought.place, &bought.live, bought.low.due) && {
            let Roughly::Due(due) = self.low.roughly(place, 0) else { return false };
            let live = self.low.take_live(place);
            let level = self.is_level(place, &live, due);
            self.low.give_live(place, live);
            level
        }
    }

    /// Whether all supporters of a project pay in full and keep something. With more money they do so as well, so that
    /// the price is the same everywhere in the span, and a tie of two such prices stays one.
    pub(super) fn is_level(&self, place: Place, live: &[Supporter], due: u64) -> bool {
        let paying =
            live.iter().filter(|one| self.low.says(**one) - 2.0 * self.off(**one) > clearly_above(due) * units(**one));
        let voters: u64 = paying.map(|one| self.book.times(one.ballot)).sum();
        let column = &self.book.columns[place.index()];
        column.cost == 0 || voters == column.voters
    }

    /// How fast the due of a project falls at most at one of the ends, and how fast it likely does, for each part of a
    /// raise.
    pub(super) fn slope(&self, purses: &Purses<'_>, place: Place, due: u64) -> (f64, f64) {
        if self.book.columns[place.index()].cost == 0 {
            return (0.0, 0.0);
        }
        let enough = clearly_above(due);
        let (mut fast, mut likely, mut few) = (0.0, 0.0, 0.0);
        // Nothing branches: it is different from one to the next.
        for one in self.low.followed(place) {
            let (times, units) = (self.low.times(*one), units(*one));
            let growth = self.growth[one.ballot as usize];
            let pays = f64::from(purses.says(*one) - 2.0 * self.slack * growth.most > enough * units);
            let rest = (1.0 - pays) * times;
            few += pays * times * units;
            fast += rest * growth.most;
            likely += rest * growth.least.midpoint(growth.most);
        }
        if few > 0.0 { (fast / few * (1.0 + MARGIN), likely / few) } else { (f64::INFINITY, f64::INFINITY) }
    }

    /// How fast the due of a project that is bought falls, in parts for each part of a raise, where it is `high` at the
    /// upper end; `None` where that does not tell who pays it.
    pub(super) fn falls(&self, bought: &Bought<'_>, high: u64) -> Option<Between> {
        let most = bought.low.slope;
        if high > bought.low.due || self.rough(high, most).is_none() {
            return None;
        }
        let too_little = clearly_below(high);
        let (mut slow, mut many) = (0.0, 0.0);
        for one in bought.live.iter() {
            let times = self.low.times(*one);
            let growth = self.growth[one.ballot as usize];
            let off = self.slack * growth.most;
            let capped = f64::from(self.high.says(*one) + off < too_little * units(*one));
            slow += capped * times * growth.least;
            many += (1.0 - capped) * times * units(*one);
        }
        let least = if slow > 0.0 { slow / many * (1.0 - MARGIN) } else { 0.0 };
        Some(Between { least, most })
    }

    /// What a purchase does to purses, and to how fast they grow.
    pub(super) fn grow(&mut self, bought: &Bought<'_>, falls: Between, high: u64) {
        let (enough, too_little) = (clearly_above(bought.low.due), clearly_below(high));
        for one in bought.live.iter() {
            let (units, off) = (units(*one), self.off(*one));
            let pays = f64::from(self.low.says(*one) - 2.0 * off > enough * units);
            // Nobody who has nothing left at the upper end has anything left below.
            let stays = self.high.says(*one) + off >= too_little * units;
            let growth = &mut self.growth[one.ballot as usize];
            growth.most = f64::from(stays) * (growth.most + falls.most * units);
            growth.least = f64::from(stays) * pays * (growth.least + falls.least * units);
            self.low.pay(*one, bought.low.due, stays);
            self.high.pay(*one, high, stays);
        }
        // Every purse grows by a part at least for each part of a raise.
        self.slack += PARTS * f64::from(self.book.columns[bought.place.index()].most);
    }

    /// How fast the money of a project's supporters grows.
    pub(super) fn gains(&self, place: Place) -> Between {
        let mut gains = Between { least: 0.0, most: 0.0 };
        for one in self.low.followed(place) {
            let (times, growth) = (self.low.times(*one), self.growth[one.ballot as usize]);
            gains.least += times * growth.least;
            gains.most += times * growth.most;
        }
        Between { least: gains.least * (1.0 - MARGIN), most: gains.most * (1.0 + MARGIN) }
    }
}

/// How far from a due, in parts, a purse has to be so that it is clear on which side it is.
fn tolerance(due: u64) -> f64 {
    number(due) / 1_048_576.0 + 2.0 * PARTS
}

/// A purse above this surely pays a due of so many parts.
fn clearly_above(due: u64) -> f64 {
    number(due) + tolerance(due)
}

/// A purse below this surely does not.
fn clearly_below(due: u64) -> f64 {
    number(due) - tolerance(due)
}

fn units(one: Supporter) -> f64 {
    f64::from(one.units)
}
