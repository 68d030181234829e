//! Words, numbers and money in the reader's language.

use basketry_charts::{Axis, Cell, Figure, Tick};
use basketry_tally::Exact;
pub(crate) use basketry_texts::say;
use basketry_texts::{Args, Locale, Message, msg};

use crate::shown::Shown;

/// A language and the money that is spoken of.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) locale: &'a dyn Locale,
    /// ISO 4217; empty when it is not known.
    pub(crate) currency: &'a str,
    pub(crate) minor_digits: u32,
}

/// From so many major units on, minor units say nothing.
const MINOR_UNITS_MATTER: i64 = 1_000;
/// More names than this are not listed in full.
const MOST_NAMES: usize = 3;

impl Words<'_> {
    pub(crate) fn say(&self, message: &Message, args: Args<'_>) -> String {
        message.say(self.locale, args)
    }

    pub(crate) fn number(&self, shown: Shown) -> String {
        self.locale.decimal(shown.units(), shown.scale())
    }

    /// A figure without digits that say nothing.
    pub(crate) fn tick(&self, shown: Shown) -> String {
        let whole = shown.coarser(0);
        self.number(if whole.exact() == shown.exact() { whole } else { shown })
    }

    pub(crate) fn percent(&self, shown: Shown) -> String {
        let whole = shown.coarser(0);
        self.locale.percent(whole.units(), whole.scale())
    }

    /// With the digit that is left out elsewhere.
    pub(crate) fn tenths(&self, share: Shown) -> String {
        self.locale.percent(share.units(), share.scale())
    }

    /// A change, with its sign.
    pub(crate) fn shift(&self, shown: Shown) -> String {
        let direction = match shown.units() {
            0 => "same",
            units if units > 0 => "up",
            _ => "down",
        };
        let amount = self.number(Shown::exactly(shown.units().saturating_abs(), shown.scale()));
        say!(self, RESULTS_SHIFT, direction = direction, amount = amount)
    }

    /// An amount in minor units, to the minor unit.
    pub(crate) fn amount(&self, minor: Exact) -> Shown {
        Shown::exactly(Shown::rounded(minor, 0).units(), self.minor_digits)
    }

    /// An amount in words: large ones without minor units.
    pub(crate) fn money(&self, amount: Shown) -> String {
        let major = amount.coarser(0).units();
        let large = major.saturating_abs() >= MINOR_UNITS_MATTER;
        let whole = 10_i64.checked_pow(amount.scale()).and_then(|unit| major.checked_mul(unit));
        let minor = whole.filter(|_| large).unwrap_or(amount.units());
        self.locale.money(minor, self.currency, amount.scale())
    }

    pub(crate) fn minor(&self, minor: i64) -> String {
        self.money(Shown::exactly(minor, self.minor_digits))
    }

    /// "Clinics, Buses and Parks"; of many names only the first two.
    pub(crate) fn list(&self, names: &[&str]) -> String {
        let comma = |before: String, next: &&str| say!(self, RESULTS_LIST_COMMA, before = before, next = *next);
        match names {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, second, rest @ ..] if names.len() > MOST_NAMES => {
                let before = comma((*first).to_owned(), second);
                say!(self, RESULTS_LIST_MANY, before = before, n = rest.len())
            }
            [first, middle @ .., last] => {
                let before = middle.iter().fold((*first).to_owned(), comma);
                say!(self, RESULTS_LIST_AND, before = before, last = *last)
            }
        }
    }

    pub(crate) fn number_cell(&self, shown: Shown) -> Cell {
        Cell::number(self.number(shown), shown.raw())
    }

    pub(crate) fn count_cell(&self, count: usize) -> Cell {
        self.number_cell(Shown::count(count))
    }

    pub(crate) fn money_cell(&self, amount: Shown) -> Cell {
        Cell::money(self.money(amount), amount.raw())
    }

    /// A share with the digit that the picture does not show.
    pub(crate) fn percent_cell(&self, share: Shown) -> Cell {
        Cell::percent(self.tenths(share), share.raw())
    }

    /// A count that may be held back.
    pub(crate) fn told_cell(&self, count: Option<u64>) -> Cell {
        count.map_or_else(|| self.held_cell(), |count| self.number_cell(Shown::number(count)))
    }

    /// A count that may be held back, in words.
    pub(crate) fn told(&self, count: Option<u64>) -> String {
        count.map_or_else(|| self.held_back(), |count| self.number(Shown::number(count)))
    }

    pub(crate) fn held_cell(&self) -> Cell {
        Cell::text(self.held_back())
    }

    pub(crate) fn held_back(&self) -> String {
        self.say(&msg::RESULTS_HELD_BACK, &[])
    }
}

pub(crate) fn figure(shown: Shown, label: String) -> Figure {
    Figure { value: Some(shown.value()), label }
}

/// A scale with about four round steps over `low` to `high`, both in units of `10^-scale`. Made of whole numbers, so
/// that a tick is where its label says.
pub(crate) fn axis(low: i64, high: i64, scale: u32, label: impl Fn(Shown) -> String) -> Axis {
    let (low, high) = (i128::from(low), i128::from(high.max(low)));
    let steps = (0..20).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i128.pow(power)));
    let step = { steps }.find(|step| step * 4 >= high - low).unwrap_or(i128::MAX / 4);
    let (first, last) = (low.div_euclid(step), -(-high).div_euclid(step));
    let at = |place: i128| Shown::rounded(Exact::new(place * step, 10_i128.pow(scale.min(18))), scale);
    let ticks = (first..=last.max(first + 1)).map(|place| Tick { value: at(place).value(), label: label(at(place)) });
    Axis { low: at(first).value(), high: at(last.max(first + 1)).value(), ticks: ticks.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use basketry_texts::PlainEnglish;

    const WORDS: Words<'static> = Words { locale: &PlainEnglish, currency: "GBP", minor_digits: 2 };

    #[test]
    fn large_amounts_come_without_pence() {
        assert_eq!([WORDS.minor(99_950), WORDS.minor(99_949)], ["£1,000", "£999.49"]);
        assert_eq!([WORDS.minor(123_456_789), WORDS.minor(-50)], ["£1,234,568", "-£0.50"]);
        assert_eq!(WORDS.money(WORDS.amount(Exact::new(1_001, 2))), "£5.01");
    }

    #[test]
    fn names_are_listed_or_counted() {
        assert_eq!(WORDS.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((WORDS.list(&["a"]), WORDS.list(&["a", "b"])), ("a".to_owned(), "a and b".to_owned()));
        assert_eq!(WORDS.list(&["a", "b", "c", "d"]), "a, b and 2 more");
    }

    #[test]
    fn ticks_are_where_they_say() {
        let labels = |low, high, scale| {
            let axis = axis(low, high, scale, Shown::raw);
            assert!(axis.ticks.iter().all(|tick| tick.label.parse() == Ok(tick.value)));
            assert!(axis.low < axis.high);
            axis.ticks.into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(0, 37, 0), ["0", "10", "20", "30", "40"]);
        assert_eq!(labels(-13, 9, 0), ["-20", "-10", "0", "10"]);
        assert_eq!(labels(0, 0, 0), ["0", "1"]);
        assert_eq!(labels(0, 9_000, 2), ["0.00", "50.00", "100.00"]);
    }
}
