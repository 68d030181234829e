//! Figures as shown: rounded once, from exact fractions.

use basketry_tally::Exact;

/// The figure `units / 10^scale`. Picture, table and words all take it from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    units: i64,
    scale: u32,
}

/// More digits than this do not fit a 64-bit number.
const MOST_DIGITS: u32 = 18;

impl Shown {
    /// A figure that needs no rounding.
    pub(crate) fn exactly(units: i64, scale: u32) -> Self {
        Self { units, scale: scale.min(MOST_DIGITS) }
    }

    /// A count.
    pub(crate) fn count(count: usize) -> Self {
        Self::exactly(i64::try_from(count).unwrap_or(i64::MAX), 0)
    }

    /// A count as tables of counts have it.
    pub(crate) fn number(count: u64) -> Self {
        Self::exactly(i64::try_from(count).unwrap_or(i64::MAX), 0)
    }

    /// `exact` with `scale` digits after the point, half away from zero.
    pub(crate) fn rounded(exact: Exact, scale: u32) -> Self {
        let scale = scale.min(MOST_DIGITS);
        let (numer, denom) = (exact.numer().saturating_mul(10_i128.pow(scale)), *exact.denom());
        let (whole, rest) = (numer / denom, numer % denom);
        let up = rest.unsigned_abs() >= denom.unsigned_abs().div_ceil(2);
        let rounded = whole + if up { numer.signum() } else { 0 };
        let units = i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX });
        Self { units, scale }
    }

    /// How many of so many, in per cent with one digit.
    pub(crate) fn share(part: usize, of: usize) -> Self {
        let number = |count| i128::try_from(count).unwrap_or(i128::MAX);
        if of == 0 { Self::exactly(0, 1) } else { Self::rounded(Exact::new(number(part) * 100, number(of)), 1) }
    }

    /// The same with fewer digits, half away from zero.
    pub(crate) fn coarser(self, scale: u32) -> Self {
        if scale >= self.scale {
            return self;
        }
        Self::rounded(self.exact(), scale)
    }

    pub(crate) fn exact(self) -> Exact {
        Exact::new(self.units.into(), 10_i128.pow(self.scale))
    }

    pub(crate) fn units(self) -> i64 {
        self.units
    }

    pub(crate) fn scale(self) -> u32 {
        self.scale
    }

    /// As a plain decimal.
    pub(crate) fn raw(self) -> String {
        let scale = usize::try_from(self.scale).unwrap_or(0);
        let mut whole = format!("{:0width$}", self.units.unsigned_abs(), width = scale + 1);
        let rest = whole.split_off(whole.len() - scale);
        let (sign, point) = (if self.units < 0 { "-" } else { "" }, if rest.is_empty() { "" } else { "." });
        format!("{sign}{whole}{point}{rest}")
    }

    /// For drawing. Read from the digits, so that the picture cannot differ from the table.
    pub(crate) fn value(self) -> f64 {
        self.raw().parse().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(numer: i128, denom: i128, scale: u32) -> String {
        Shown::rounded(Exact::new(numer, denom), scale).raw()
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(
            [rounded(1, 4, 1), rounded(-1, 4, 1), rounded(5, 2, 0), rounded(-5, 2, 0)],
            ["0.3", "-0.3", "3", "-3"]
        );
        assert_eq!(
            [rounded(1, 3, 1), rounded(2, 3, 1), rounded(-2, 3, 1), rounded(-1, 30, 1)],
            ["0.3", "0.7", "-0.7", "0.0"]
        );
        assert_eq!(rounded(140, 3, 1), "46.7");
    }

    #[test]
    fn a_figure_is_drawn_as_it_is_printed() {
        let shown = Shown::rounded(Exact::new(14_000, 3), 2);
        assert_eq!((shown.raw(), shown.value()), ("4666.67".to_owned(), 4666.67));
        assert_eq!(shown.coarser(0), Shown::exactly(4667, 0));
        assert_eq!(Shown::share(2, 3).raw(), "66.7");
        assert_eq!(Shown::share(0, 0).raw(), "0.0");
    }
}
