//! Money per area, over all baskets.

use basketry_domain::{Area, AreaId, Item, Money as Amount, Voter};

use super::amounts::{Amounts, Counting};
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
    /// What is left of the budget; negative for a basket over it.
    pub left: Amounts,
}

/// How much baskets spend on one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaMoney {
    /// The area.
    pub area: AreaId,
    /// The amount of each basket, nothings included.
    pub amounts: Amounts,
}

impl AreaMoney {
    /// The mean, in minor units; `None` without a basket.
    pub fn mean(&self) -> Option<Exact> {
        self.amounts.mean()
    }

    /// Median and quartiles, in minor units; `None` without a basket.
    pub fn quartiles(&self) -> Option<Quartiles> {
        self.amounts.quartiles()
    }

    /// How many baskets spend nothing here.
    pub fn zeros(&self) -> usize {
        self.amounts.times(Amount::ZERO)
    }
}

impl View<'_> {
    /// How much the baskets of persons, or of tables, spend on each area.
    pub fn money(&self, voter: Voter) -> Money {
        self.found().of(voter).money.get_or_init(|| self.count_money(voter)).clone()
    }

    fn count_money(&self, voter: Voter) -> Money {
        let consultation = self.consultation();
        let items = &consultation.items;
        let area_of = |item: &Item| consultation.areas.iter().position(|area| area.id == item.area);
        let area_of: Vec<Option<usize>> = items.iter().map(area_of).collect();
        let mut amounts: Vec<Counting> = consultation.areas.iter().map(|_| Counting::default()).collect();
        let mut spent = vec![Amount::ZERO; consultation.areas.len()];
        let (mut left, mut baskets, mut faulty) = (Counting::default(), 0, 0);
        for (basket, times) in self.different_baskets(voter) {
            baskets += times;
            faulty += if basket.is_faulty() { times } else { 0 };
            spent.fill(Amount::ZERO);
            let mut cost = Amount::ZERO;
            for (item, level) in basket.choices() {
                let amount = items[item].cost(level).unwrap_or_default();
                cost = cost + amount;
                if let Some(area) = area_of[item] {
                    spent[area] = spent[area] + amount;
                }
            }
            left.add(consultation.budget.amount - cost, times);
            amounts.iter_mut().zip(&spent).for_each(|(amounts, spent)| amounts.add(*spent, times));
        }
        let area = |(area, amounts): (&Area, Counting)| AreaMoney { area: area.id.clone(), amounts: amounts.done() };
        let areas = consultation.areas.iter().zip(amounts).map(area).collect();
        Money { voter, baskets, faulty, areas, left: left.done() }
    }
}
