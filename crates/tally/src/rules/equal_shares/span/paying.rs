//! Who pays a due in full and who cannot, how far purses may be off, and how fast they grow.

use super::line::ROUNDING;
use super::rate::{Between, MARGIN, number, wide};
use super::rough::{End, Held, Low, Member, Roughly, word};
use super::{Bought, Rough, Span};
use crate::Place;

/// By how many parts rounding puts a due off at most.
const PARTS: f64 = 4.0;
/// Who has nothing left with this part of a share more is not followed any more.
const FURTHER: f64 = 64.0;

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
    fn off(&self, held: Held) -> f64 {
        self.slack * held.growth.most
    }

    /// How many parts the supporters of a project miss at least, when they miss so many by what their purses say.
    pub(super) fn misses(&self, missing: u128, gains: Between) -> f64 {
        wide(missing) * (1.0 - MARGIN) - self.slack * gains.most
    }

    /// Whether a project that costs the same as the one bought does so with any more money.
    pub(super) fn stays(&mut self, bought: &Bought, place: Place) -> bool {
        let [one, other] = [bought.place, place].map(|place| &self.book.columns[place.index()]);
        // Twins: those who support one are those who support the other.
        if (one.cost, one.scale) == (other.cost, other.scale) && one.supporters == other.supporters {
            return true;
        }
        self.is_level(bought.place, &bought.members, bought.low.due) && {
            let members = self.members(place);
            let Roughly::Due(due) = self.roughly::<Low>(place, &members, 0) else { return false };
            self.is_level(place, &members, due)
        }
    }

    /// Whether all supporters of a project pay in full and keep something. With more money they do so as well, so that
    /// the price is the same everywhere in the span, and a tie of two such prices stays one.
    fn is_level(&self, place: Place, members: &[Member], due: u64) -> bool {
        let pays = |one: &&Member| word(one.held.low) - 2.0 * self.off(one.held) > clearly_above(due) * units(**one);
        let voters: u64 = members.iter().filter(pays).map(|one| one.times).sum();
        let column = &self.book.columns[place.index()];
        column.cost == 0 || voters == column.voters
    }

    /// How fast the due of a project falls at most at one of the ends, and how fast it likely does, for each part of a
    /// raise.
    pub(super) fn slope<E: End>(&self, place: Place, members: &[Member], due: u64) -> (f64, f64) {
        if self.book.columns[place.index()].cost == 0 {
            return (0.0, 0.0);
        }
        let enough = clearly_above(due);
        let (mut fast, mut likely, mut few) = (0.0, 0.0, 0.0);
        // Nothing branches: it is different from one to the next.
        for one in members {
            let (times, units, growth) = (word(one.times), units(*one), one.held.growth);
            let pays = f64::from(word(E::left(one.held)) - 2.0 * self.slack * growth.most > enough * units);
            let rest = (1.0 - pays) * times;
            few += pays * times * units;
            fast += rest * growth.most;
            likely += rest * growth.least.midpoint(growth.most);
        }
        if few > 0.0 { (fast / few * (1.0 + MARGIN), likely / few) } else { (f64::INFINITY, f64::INFINITY) }
    }

    /// How fast the due of a project that is bought falls, in parts for each part of a raise, where it is `high` at the
    /// upper end; `None` where that does not tell who pays it.
    pub(super) fn falls(&self, bought: &Bought, high: u64) -> Option<Between> {
        let most = bought.low.slope;
        if high > bought.low.due || self.rough(high, most).is_none() {
            return None;
        }
        let too_little = clearly_below(high);
        let (mut slow, mut many) = (0.0, 0.0);
        for one in &bought.members {
            let (times, off) = (word(one.times), self.off(one.held));
            let capped = f64::from(word(one.held.high) + off < too_little * units(*one));
            slow += capped * times * one.held.growth.least;
            many += (1.0 - capped) * times * units(*one);
        }
        let least = if slow > 0.0 { slow / many * (1.0 - MARGIN) } else { 0.0 };
        Some(Between { least, most })
    }

    /// What a purchase does to purses, and to how fast they grow.
    pub(super) fn grow(&mut self, bought: &Bought, falls: Between, high: u64) {
        let (enough, too_little) = (clearly_above(bought.low.due), clearly_below(high));
        let stays: Vec<bool> = bought.members.iter().map(|one| self.high_reaches(one, too_little)).collect();
        self.make(bought, &stays, falls, too_little);
        let held = &mut self.known.held;
        for (one, stays) in bought.members.iter().zip(stays) {
            let (units, Held { growth, .. }) = (units(*one), one.held);
            let pays = f64::from(word(one.held.low) - 2.0 * self.slack * growth.most > enough * units);
            let most = growth.most + falls.most * units;
            let least = pays * (growth.least + falls.least * units);
            let due = |due: u64| due.saturating_mul(one.units.into());
            let left = one.held.less(due(bought.low.due), due(high), Between { least, most });
            held.push(if stays { left } else { Held::NOTHING });
        }
        // Every purse grows by a part at least for each part of a raise.
        self.slack += PARTS * f64::from(self.book.columns[bought.place.index()].most);
    }

    /// Whether a supporter may have something left after a due. Nobody who has nothing left at the upper end has anything
    /// left below.
    fn high_reaches(&self, one: &Member, too_little: f64) -> bool {
        word(one.held.high) + self.off(one.held) >= too_little * units(*one)
    }

    /// Buys a project for the classes of its supporters, unless that is done.
    fn make(&mut self, bought: &Bought, stays: &[bool], falls: Between, too_little: f64) {
        if let Some(mut gone) = self.known.classes.made(bought.place, self.after).map(|gone| gone.zip(stays))
            && gone.all(|(gone, stays)| !(gone && *stays))
        {
            return;
        }
        // Whoever has nothing left with somewhat more money either is not followed any more.
        let more = word(self.money << self.bits) / number(self.book.voters) / FURTHER;
        let gone = |(one, stays): (&Member, &bool)| {
            let grown = (one.held.growth.most + falls.most * units(*one)) * more;
            !stays && word(one.held.high) + self.off(one.held) + grown < too_little * units(*one)
        };
        let gone: Vec<bool> = bought.members.iter().zip(stays).map(gone).collect();
        self.known.classes.buy(bought.place, self.after, &gone);
    }

    /// How fast the money of a project's supporters grows.
    pub(super) fn gains(members: &[Member]) -> Between {
        let mut gains = Between { least: 0.0, most: 0.0 };
        for one in members {
            gains.least += word(one.times) * one.held.growth.least;
            gains.most += word(one.times) * one.held.growth.most;
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

fn units(one: Member) -> f64 {
    f64::from(one.units)
}
