//! What is bought with so much money, and how far that can be raised without any change in it, from bounds alone.
//!
//! "Streamlining Equal Shares" (Kraiczy, Robinson and Elkind, arXiv 2502.11797) goes from one change to the next
//! instead of raising one by one. Here it is done for shares that are capped by what voters have left:
//!
//! While the same projects are bought in the same order, more money makes every due smaller and every purse bigger, and
//! fewer voters are capped. So the capped at both ends of a span bound how fast a due falls inside it, that bounds how
//! fast purses grow, and so on from purchase to purchase. As long as no other project's price can have fallen to that of
//! the project bought, nothing changes. Bounds do for all of that: where they cannot tell, a span is only shorter, and
//! what is bought at its beginning is left to an exact count.

mod hold;
mod line;
mod paying;
mod rate;
mod rough;
#[cfg(test)]
mod tests;

use self::line::{Line, ROUNDING, Upper};
pub(super) use self::rate::{Ahead, number};
use self::rate::{Between, steps};
use self::rough::{Held, High, Low, Member, Roughly};
use super::super::book::Book;
use super::classes::Classes;
use super::purses::bits;
use crate::Place;

/// What earlier looks have shown, so that later ones need not.
pub(super) struct Spans<'a> {
    book: &'a Book,
    /// By place, in order of how many purchases they hold after.
    lines: Vec<Vec<Line>>,
    /// What was bought when last looked: the purchases that the lines are about.
    order: Vec<Before>,
    /// Who paid for these.
    classes: Classes<'a>,
    /// What each voter has left, by class; that of a look under way, as far as it has come.
    held: Vec<Held>,
}

/// A purchase when last looked.
struct Before {
    place: Place,
    /// The money of all.
    money: u64,
    /// What a unit cost, nearly, in minor units.
    due: f64,
    /// How fast it fell, nearly.
    falls: f64,
}

/// A look at a span.
struct Span<'s, 'a> {
    book: &'a Book,
    known: &'s mut Spans<'a>,
    /// The money of all at the lower end.
    money: u64,
    /// The money of all at the upper end, as far as rates are known.
    most: u64,
    /// By how many minor units a step raises the money of all.
    step: u64,
    /// A minor unit is `1 << bits` parts.
    bits: u32,
    /// What a purse says and what is in it differ by no more than so many parts times how fast it grows at most. An error
    /// spreads from purse to purse as a raise does: what the capped have more or less, the others pay less or more.
    slack: f64,
    /// The projects not bought yet.
    open: Vec<Place>,
    /// By place: a bound below the price at the lower end.
    at_least: Vec<f64>,
    /// How many have been bought.
    after: usize,
    /// By how many steps the money can be raised, as far as is known.
    ahead: Ahead,
}

/// What a unit costs, in parts.
#[derive(Clone, Copy)]
struct Rough {
    /// By what purses say.
    due: u64,
    /// For certain.
    least: f64,
    most: f64,
    /// How fast it falls at most.
    slope: f64,
}

/// What can be said of a project at the lower end.
#[derive(Clone, Copy)]
enum Priced {
    /// Nobody can pay for it.
    Short,
    Price(Rough),
    /// Too close to tell.
    Unclear,
}

/// A project that is bought, seen at the lower end.
struct Bought {
    place: Place,
    low: Rough,
    members: Vec<Member>,
}

impl<'a> Spans<'a> {
    pub(super) fn new(book: &'a Book) -> Self {
        let mut lines = vec![Vec::new(); book.columns.len()];
        for place in book.supported() {
            let column = &book.columns[place.index()];
            let known = [Some(Line::floor(column)), Line::out_of_reach(column, book.voters)];
            lines[place.index()].extend(known.into_iter().flatten());
        }
        Self { book, lines, order: Vec::new(), classes: Classes::new(book), held: Vec::new() }
    }

    /// What a count with `money` for all voters buys, in order, and by how many steps, at most `width`, the money can be
    /// raised so that it still buys just that. A step is so many minor units between all. `None` where prices are too
    /// close to tell, as they are in a tie.
    pub(super) fn look(&mut self, money: u64, width: u64, step: u64) -> Option<(Vec<Place>, Ahead)> {
        let mut span = self.span(money, width, step)?;
        while let Some((place, low)) = span.cheapest()? {
            span.buy(place, low, false);
        }
        span.hold(None, None);
        let (after, ahead) = (span.after, span.ahead);
        self.forget_after(after);
        Some((self.order.iter().map(|before| before.place).collect(), ahead))
    }

    /// The same where a count is known to buy exactly `bought`, in this order. Ties that surely stay are no obstacle.
    pub(super) fn ahead(&mut self, money: u64, bought: &[Place], width: u64, step: u64) -> Ahead {
        let nothing = Ahead { safe: 0, likely: 0 };
        let Some(mut span) = self.span(money, width, step) else { return nothing };
        for place in bought {
            let Priced::Price(low) = span.price(*place) else { return nothing };
            span.buy(*place, low, true);
            if span.ahead.safe == 0 {
                return nothing;
            }
        }
        span.hold(None, None);
        span.ahead
    }

    fn span(&mut self, money: u64, width: u64, step: u64) -> Option<Span<'_, 'a>> {
        let most = width.checked_mul(step).and_then(|more| money.checked_add(more))?;
        let book = self.book;
        let bits = bits(most);
        let [low, high] = [money, most].map(|money| (money << bits) / book.voters);
        self.held.clear();
        self.held.push(Held { low, high, growth: Between { least: 1.0, most: 1.0 } });
        let mut span = Span {
            book,
            known: self,
            money,
            most,
            step,
            bits,
            slack: 1.0,
            open: book.supported(),
            at_least: vec![0.0; book.columns.len()],
            after: 0,
            ahead: Ahead { safe: width, likely: u64::MAX },
        };
        span.bound();
        Some(span)
    }

    /// What is known of a project after so many purchases or fewer.
    fn until(&self, place: Place, after: usize) -> &[Line] {
        let lines = &self.lines[place.index()];
        &lines[..lines.partition_point(|line| line.after <= after)]
    }

    /// Forgets what was seen after more purchases than this: others follow them now.
    fn forget_after(&mut self, after: usize) {
        if after < self.order.len() {
            self.order.truncate(after);
            for lines in &mut self.lines {
                lines.truncate(lines.partition_point(|line| line.after <= after));
            }
        }
    }
}

impl Span<'_, '_> {
    /// Takes in what is known after just so many purchases.
    fn bound(&mut self) {
        for place in &self.open {
            let at_least = &mut self.at_least[place.index()];
            let until_now = self.known.until(*place, self.after).iter().rev();
            let now = until_now.take_while(|line| line.after == self.after);
            for value in now.filter_map(|line| line.at(self.money, self.book)) {
                *at_least = at_least.max(value);
            }
        }
    }

    /// The project that costs less than any other at the lower end, and what it costs; `None` where it is too close to
    /// tell.
    #[expect(clippy::option_option, reason = "not to know is not to know that there is none")]
    fn cheapest(&mut self) -> Option<Option<(Place, Rough)>> {
        let guess = self.known.order.get(self.after).map(|before| before.place);
        let mut next = guess.filter(|guess| self.open.contains(guess));
        let mut best: Option<(Place, Rough)> = None;
        let mut than = f64::MAX;
        loop {
            if let Some(place) = next {
                match self.price(place) {
                    Priced::Unclear => return None,
                    Priced::Short => {}
                    Priced::Price(_) if self.at_least[place.index()] > than => {}
                    Priced::Price(low) => {
                        let at_most = self.upper(place, low);
                        if best.is_some_and(|(other, _)| self.at_least[other.index()] <= at_most) {
                            return None;
                        }
                        (best, than) = (Some((place, low)), at_most);
                    }
                }
            }
            let chosen = best.map(|(place, _)| place);
            let bound = |place: &Place| self.at_least[place.index()];
            let others = self.open.iter().filter(|place| bound(place) <= than && Some(**place) != chosen);
            next = others.min_by(|one, other| bound(one).total_cmp(&bound(other))).copied();
            if next.is_none() {
                return Some(best);
            }
        }
    }

    /// The supporters of a project as they are now.
    fn members(&mut self, place: Place) -> Vec<Member> {
        let Spans { classes, held, .. } = &mut *self.known;
        let groups = classes.groups(place, self.after).iter();
        groups.map(|one| Member { held: held[one.class as usize], times: one.times, units: one.units }).collect()
    }

    /// What a price is at most at the lower end.
    fn upper(&self, place: Place, low: Rough) -> f64 {
        self.minor(low.most) / self.scale(place) * (1.0 + ROUNDING)
    }

    /// What a project costs at the lower end. Draws its line.
    fn price(&mut self, place: Place) -> Priced {
        let nothing = Line { after: self.after, base: self.money, until: self.most, ..Line::NOTHING };
        let members = self.members(place);
        match self.roughly::<Low>(place, &members, self.start(place)) {
            Roughly::Unclear => Priced::Unclear,
            Roughly::Due(due) => {
                let (slope, likely) = self.slope::<Low>(place, &members, due);
                let Some(low) = self.rough(due, slope) else { return Priced::Unclear };
                let (scale, due) = (self.scale(place), self.minor(low.most));
                let value = self.minor(low.least) / scale * (1.0 - ROUNDING);
                self.draw(place, Line { value, slope: slope / scale, likely: likely / scale, due, ..nothing });
                Priced::Price(low)
            }
            Roughly::Short { missing } => {
                let gains = Self::gains(&members);
                let missing = self.misses(missing, gains);
                if missing <= 0.0 {
                    return Priced::Unclear;
                }
                let money = |gain: f64| self.minor(missing) * number(self.book.voters) / gain;
                let until = self.money.saturating_add(steps(money(gains.most), 1.0)).min(self.most);
                let likely = number(self.money) + money(gains.least.midpoint(gains.most));
                self.draw(place, Line { until, value: f64::INFINITY, likely, ..nothing });
                Priced::Short
            }
        }
    }

    /// Where to begin to look for a due, in parts: where it has fallen to since it was seen last.
    fn start(&self, place: Place) -> u64 {
        let before = self.known.order.get(self.after).filter(|before| before.place == place);
        if let Some(before) = before {
            return self.parts(before.due - before.falls * self.share(before.money, self.money));
        }
        let known = self.known.until(place, self.after).iter().rev().find(|line| line.due > 0.0);
        let fallen = |line: &Line| line.likely * self.scale(place) * self.share(line.base, self.money);
        known.map_or(0, |line| self.parts((line.due - fallen(line)).max(0.0)))
    }

    /// How much the share of each voter differs between two amounts for all.
    fn share(&self, less: u64, more: u64) -> f64 {
        (number(more) - number(less)) / number(self.book.voters)
    }

    /// Keeps a line.
    fn draw(&mut self, place: Place, line: Line) {
        if let Some(value) = line.at(self.money, self.book) {
            let at_least = &mut self.at_least[place.index()];
            *at_least = at_least.max(value);
        }
        let lines = &mut self.known.lines[place.index()];
        let before = lines.partition_point(|old| old.after < line.after);
        let mut at = lines.partition_point(|old| old.after <= line.after);
        for old in (before..at).rev() {
            if lines[old].base != 0 && lines[old].base != line.base {
                lines.remove(old);
                at -= 1;
            }
        }
        lines.insert(at, line);
    }

    /// Buys a project; `given` where it is known that it is bought.
    fn buy(&mut self, place: Place, low: Rough, given: bool) {
        let due = self.minor(low.most);
        let before = self.known.order.get(self.after).filter(|before| before.place == place);
        // Whoever has more pays less.
        let start = before.map_or(due, |before| due - before.falls * self.share(self.money, self.most));
        if before.is_none() {
            self.known.forget_after(self.after);
            self.known.order.push(Before { place, money: self.money, due, falls: 0.0 });
        }
        self.open.retain(|other| *other != place);
        let mut bought = Bought { place, low, members: self.members(place) };
        let (falls, high) = self.both_ends(&mut bought, start);
        self.known.order[self.after] =
            Before { place, money: self.money, due, falls: falls.least.midpoint(falls.most) };
        let upper = Upper { value: self.upper(place, low), falls: falls.by(self.scale(place)) };
        self.hold(Some(upper), given.then_some(&bought));
        self.grow(&bought, falls, high);
        self.after += 1;
        self.bound();
    }

    /// How fast the due of a project that is bought falls, and what it is at the upper end, with where to begin to look.
    fn both_ends(&mut self, bought: &mut Bought, start: f64) -> (Between, u64) {
        if self.ahead.safe > 0 {
            let high = self.roughly::<High>(bought.place, &bought.members, self.parts(start));
            if let Roughly::Due(high) = high
                && let Some(falls) = self.falls(bought, high)
            {
                return (falls, high);
            }
        }
        // What nobody asks for or can tell: from here on the upper end is the lower one.
        self.ahead.safe = 0;
        if self.most > self.money {
            self.most = self.money;
            let purses = self.known.held.iter_mut().chain(bought.members.iter_mut().map(|one| &mut one.held));
            purses.for_each(|held| held.high = held.low);
        }
        (Between { least: 0.0, most: bought.low.slope }, bought.low.due)
    }

    fn scale(&self, place: Place) -> f64 {
        number(self.book.columns[place.index()].scale)
    }
}
