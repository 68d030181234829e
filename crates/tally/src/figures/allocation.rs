//! The budget divided over the areas as people divide their points or their money.

use std::cmp::Reverse;

use basketry_domain::{Area, AreaId, Money, Points, Voter};
use num_traits::{ToPrimitive, Zero};

use super::Asked;
use crate::exact::mean;
use crate::{BigExact, Exact, Quartiles, View};

/// What the budget is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The points persons gave at one of the two times, whatever they gave at the other.
    Points(Asked),
    /// The money the baskets of persons, or of tables, spend, levels counted.
    Baskets(Voter),
}

/// The budget divided over the areas.
///
/// Each area gets the part of the budget that its mean, or its median, is of the means, or medians, of all areas added
/// up. Where those add up to the budget already, as the means of points do to 100, they stay as they are. Every basket
/// counts, also one that breaks a rule; to leave those out, filter the view first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// What the budget is divided by.
    pub basis: Basis,
    /// How many gave points, or a basket; the base.
    pub voters: usize,
    /// How many gave points that cannot be compared, and are not in the base; none where baskets divide.
    pub left_out: usize,
    /// How many of the baskets break a rule; none where points divide.
    pub faulty: usize,
    /// Every area in the file's order, by its mean; `None` when all means are nothing, or nobody is in the base.
    pub mean: Option<Vec<AreaPart>>,
    /// Every area in the file's order, by its median, which for an even number is the mean of the two middle ones;
    /// `None` when all medians are nothing, or nobody is in the base.
    pub median: Option<Vec<AreaPart>>,
}

/// What one area gets of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaPart {
    /// The area.
    pub area: AreaId,
    /// The mean or the median itself: points out of 100, or minor units.
    pub given: Exact,
    /// Its part of the budget, in minor units.
    pub exact: BigExact,
    /// The same in whole minor units. All areas add up to the budget: what is left when each is rounded down goes, unit
    /// by unit, to the areas that lost the largest fractions (Hamilton's method), of equal ones to the first in the
    /// file.
    pub amount: Money,
}

impl View<'_> {
    /// The budget divided over the areas.
    pub fn allocation(&self, basis: Basis) -> Allocation {
        let areas = &self.consultation().areas;
        let ((voters, left_out, faulty), middles): (_, Vec<Middles>) = match basis {
            Basis::Points(asked) => {
                let (mut times, mut voters) = (vec![Times::NONE; areas.len()], 0);
                let left_out = self.each_given(asked, |_, points| {
                    voters += 1;
                    times.iter_mut().zip(points).for_each(|(times, points)| times.0[usize::from(*points)] += 1);
                });
                ((voters, left_out, 0), times.iter().map(Times::middles).collect())
            }
            Basis::Baskets(voter) => {
                let money = self.money(voter);
                let median = |quartiles: Quartiles| quartiles.median;
                let middles =
                    money.areas.iter().map(|area| Middles { mean: area.mean(), median: area.quartiles().map(median) });
                ((money.baskets, 0, money.faulty), middles.collect())
            }
        };
        let mean = self.divide(middles.iter().map(|middles| middles.mean));
        let median = self.divide(middles.iter().map(|middles| middles.median));
        Allocation { basis, voters, left_out, faulty, mean, median }
    }

    /// The budget in proportion to one number for each area; `None` where one is missing or all are nothing.
    fn divide(&self, given: impl Iterator<Item = Option<Exact>>) -> Option<Vec<AreaPart>> {
        let consultation = self.consultation();
        let budget = consultation.budget.amount;
        let given: Vec<Exact> = given.collect::<Option<_>>()?;
        // The products below may be more than 127 bits hold.
        let big = |given: &Exact| BigExact::new((*given.numer()).into(), (*given.denom()).into());
        let total = given.iter().map(big).fold(BigExact::zero(), |sum, one| sum + one);
        if total.is_zero() {
            return None;
        }
        let whole = BigExact::from_integer(budget.minor().into());
        let exact: Vec<BigExact> = given.iter().map(|given| &whole * big(given) / &total).collect();
        let amounts = in_whole_units(budget, &exact)?;
        let parts = consultation.areas.iter().zip(given.into_iter().zip(exact.into_iter().zip(amounts)));
        let part =
            |(area, (given, (exact, amount))): (&Area, _)| AreaPart { area: area.id.clone(), given, exact, amount };
        Some(parts.map(part).collect())
    }
}

/// What one area gets in the middle; `None` when nobody gives anything.
struct Middles {
    mean: Option<Exact>,
    median: Option<Exact>,
}

/// How often an area got each number of points.
#[derive(Clone, Debug)]
struct Times([usize; Points::TOTAL as usize + 1]);

impl Times {
    const NONE: Self = Self([0; Points::TOTAL as usize + 1]);

    fn middles(&self) -> Middles {
        let by_points = || (0_i128..).zip(&self.0);
        let given: usize = self.0.iter().sum();
        let sum = by_points().map(|(points, times)| points * i128::try_from(*times).unwrap_or(i128::MAX)).sum();
        let at = |place: u64| {
            let mut behind = usize::try_from(place).ok()?;
            by_points().find_map(|(points, times)| match behind.checked_sub(*times) {
                None => Some(points),
                Some(rest) => {
                    behind = rest;
                    None
                }
            })
        };
        Middles { mean: mean(sum, given), median: Quartiles::of(given as u64, at).map(|quartiles| quartiles.median) }
    }
}

/// Parts that add up to `whole`, in whole units that do.
fn in_whole_units(whole: Money, parts: &[BigExact]) -> Option<Vec<Money>> {
    let down = |part: &BigExact| part.floor().to_integer().to_i64().map(Money::from_minor);
    let mut amounts: Vec<Money> = parts.iter().map(down).collect::<Option<_>>()?;
    let left = usize::try_from((whole - amounts.iter().copied().sum()).minor()).ok()?;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // Equal ones stay in order.
    order.sort_by_cached_key(|at| Reverse(parts[*at].fract()));
    for at in order.into_iter().take(left) {
        amounts[at] = amounts[at] + Money::from_minor(1);
    }
    Some(amounts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole_units(whole: i64, parts: &[(i64, i64)]) -> Option<Vec<i64>> {
        let parts: Vec<BigExact> = parts.iter().map(|(n, d)| BigExact::new((*n).into(), (*d).into())).collect();
        let amounts = in_whole_units(Money::from_minor(whole), &parts)?;
        Some(amounts.iter().map(|amount| amount.minor()).collect())
    }

    #[test]
    fn largest_fractions_first_and_of_equals_the_first() {
        assert_eq!(whole_units(10, &[(10, 3), (10, 3), (10, 3)]), Some(vec![4, 3, 3]));
        assert_eq!(whole_units(10, &[(5, 4), (7, 2), (21, 4)]), Some(vec![1, 4, 5]));
        assert_eq!(whole_units(5, &[(3, 2), (3, 2), (2, 1)]), Some(vec![2, 1, 2]));
        assert_eq!(whole_units(0, &[]), Some(vec![]));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nobody_is_a_unit_away(
            whole in 0..1_000_000_000_000_000_i64,
            weights in prop::collection::vec(0..1_000_i64, 1..9),
        ) {
            let total = weights.iter().sum::<i64>().max(1);
            prop_assume!(weights.iter().any(|weight| *weight > 0));
            let part = |weight: &i64| BigExact::new(num_bigint::BigInt::from(whole) * weight, total.into());
            let parts: Vec<BigExact> = weights.iter().map(part).collect();
            let amounts = in_whole_units(Money::from_minor(whole), &parts).unwrap();
            prop_assert_eq!(amounts.iter().copied().sum::<Money>().minor(), whole);
            for (amount, part) in amounts.iter().zip(&parts) {
                let amount = BigExact::from_integer(amount.minor().into());
                prop_assert!(amount >= part.floor() && amount <= part.ceil());
            }
        }
    }
}
