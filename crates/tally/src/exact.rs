//! Exact fractions and the quartiles made of them.

use basketry_domain::Money;

/// A fraction of two whole numbers in lowest terms.
pub type Exact = num_rational::Ratio<i128>;

/// A fraction without bounds, for rules whose denominators grow with every step. Not in lowest terms: compare it, or
/// reduce it before it is shown.
pub type BigExact = num_rational::BigRational;

/// Lower quartile, median and upper quartile, in the unit of the amounts: minor units, where these are money.
///
/// Definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996): with the amounts in order
/// and counted from 0, the quantile `p` stands at place `(n - 1) p`, with a straight line between neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quartiles {
    /// A quarter of the way.
    pub lower: Exact,
    /// Half of the way.
    pub median: Exact,
    /// Three quarters of the way.
    pub upper: Exact,
}

impl Quartiles {
    /// The quartiles of amounts in ascending order; `None` when there are none.
    pub fn of_sorted(amounts: &[Money]) -> Option<Self> {
        let at = |place| usize::try_from(place).ok().and_then(|place| amounts.get(place));
        Self::of(amounts.len() as u64, |place| at(place).map(|amount| i128::from(amount.minor())))
    }

    /// The quartiles of so many amounts, of which `at` gives the one at a place; `None` when there are none.
    pub(crate) fn of(amounts: u64, at: impl Fn(u64) -> Option<i128>) -> Option<Self> {
        let quarter = |quarters| quantile(amounts, &at, quarters);
        Some(Self { lower: quarter(1)?, median: quarter(2)?, upper: quarter(3)? })
    }
}

/// `sum / n`; `None` when there is nothing to share.
pub(crate) fn mean(sum: i128, n: usize) -> Option<Exact> {
    let n = i128::try_from(n).ok().filter(|n| *n > 0)?;
    Some(Exact::new(sum, n))
}

/// `part / whole`; `None` when there is nothing to be a part of.
pub(crate) fn share(part: usize, whole: usize) -> Option<Exact> {
    mean(i128::try_from(part).ok()?, whole)
}

fn quantile(amounts: u64, at: &impl Fn(u64) -> Option<i128>, quarters: u64) -> Option<Exact> {
    let steps = amounts.checked_sub(1)? * quarters;
    let below = at(steps / 4)?;
    // At the last place there is no neighbour, and no way left to go.
    let above = at(steps / 4 + 1).unwrap_or(below);
    let part = i128::from(steps % 4);
    Some(Exact::new(4 * below + part * (above - below), 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(amounts: &[i64]) -> Option<[(i128, i128); 3]> {
        let amounts: Vec<Money> = amounts.iter().copied().map(Money::from_minor).collect();
        let parts = |exact: Exact| (*exact.numer(), *exact.denom());
        Quartiles::of_sorted(&amounts).map(|q| [parts(q.lower), parts(q.median), parts(q.upper)])
    }

    #[test]
    fn worked_by_hand() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some([(7, 1), (7, 1), (7, 1)]));
        assert_eq!(of(&[1, 2]), Some([(5, 4), (3, 2), (7, 4)]));
        assert_eq!(of(&[0, 10, 20, 40, 90]), Some([(10, 1), (20, 1), (40, 1)]));
        assert_eq!(of(&[1, 3, 5, 11]), Some([(5, 2), (4, 1), (13, 2)]));
    }

    proptest! {
        #[test]
        fn quartiles_are_in_order_and_within(mut amounts in prop::collection::vec(-100_i64..100, 1..30)) {
            amounts.sort_unstable();
            let all: Vec<Money> = amounts.iter().copied().map(Money::from_minor).collect();
            let Some(q) = Quartiles::of_sorted(&all) else { return Err(TestCaseError::fail("no quartiles")) };
            prop_assert!(q.lower <= q.median && q.median <= q.upper);
            let whole = |amount: Option<&i64>| Exact::from_integer(amount.copied().map_or(0, i128::from));
            prop_assert!(whole(amounts.first()) <= q.lower && q.upper <= whole(amounts.last()));
        }
    }
}
