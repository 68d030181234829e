//! Money per area, over all baskets.

use basketry_domain::{AreaId, Money as Amount, Voter};

use crate::exact::mean;
use crate::{Exact, Quartiles, View};

/// How much baskets spend on each area, and leave.
///
/// Every basket counts in every area, with nothing where it spends nothing there, and also when it breaks a rule;
/// to leave those out, filter the view first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Whose baskets.
    pub voter: Voter,
    /// How many baskets there are; the base.
    pub baskets: usize,
    /// How many of them break a rule.
    pub faulty: usize,
    /// Every area, in the file's order.
    pub areas: Vec<AreaMoney>,
    /// What is left of the budget, ascending; negative for a basket over it.
    pub left: Vec<Amount>,
}

/// How much baskets spend on one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaMoney {
    /// The area.
    pub area: AreaId,
    /// The amount of each basket, ascending, nothings included.
    pub amounts: Vec<Amount>,
}

impl AreaMoney {
    /// The mean, in minor units; `None` without a basket.
    pub fn mean(&self) -> Option<Exact> {
        mean(self.amounts.iter().map(|amount| i128::from(amount.minor())).sum(), self.amounts.len())
    }

    /// Median and quartiles, in minor units; `None` without a basket.
    pub fn quartiles(&self) -> Option<Quartiles> {
        Quartiles::of_sorted(&self.amounts)
    }

    /// How many baskets spend nothing here.
    pub fn zeros(&self) -> usize {
        self.amounts.iter().filter(|amount| **amount == Amount::ZERO).count()
    }
}

impl View<'_> {
    /// How much the baskets of persons, or of tables, spend on each area.
    pub fn money(&self, voter: Voter) -> Money {
        let consultation = self.consultation();
        let empty = |area: &AreaId| AreaMoney { area: area.clone(), amounts: Vec::new() };
        let mut areas: Vec<AreaMoney> = consultation.areas.iter().map(|area| empty(&area.id)).collect();
        let (mut left, mut faulty) = (Vec::new(), 0);
        for (counted, basket) in self.baskets(voter) {
            faulty += usize::from(counted.basket_is_faulty());
            left.push(basket.left(consultation));
            for (area, spending) in areas.iter_mut().zip(basket.per_area(consultation)) {
                area.amounts.push(spending.amount);
            }
        }
        left.sort_unstable();
        for area in &mut areas {
            area.amounts.sort_unstable();
        }
        Money { voter, baskets: left.len(), faulty, areas, left }
    }
}
