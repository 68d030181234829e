//! A basket: a choice of items and levels within the budget.

use crate::{AgencyId, AreaId, Consultation, Item, ItemId, Money, Outcome, SortedMap, Tension};

/// Items in the basket, each with its level counted from 1.
///
/// A basket built with [`Basket::put`] and [`Basket::take`] always keeps the budget, `requires` and `excludes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Basket {
    choices: SortedMap<ItemId, u8>,
}

/// Why a change to a basket is refused. The basket stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It costs more than is left.
    OverBudget {
        /// How much is missing.
        short: Money,
    },
    /// It makes no sense without another item, which is not in the basket.
    Requires(ItemId),
    /// It cannot be had together with an item in the basket.
    Excludes(ItemId),
    /// An item in the basket makes no sense without it.
    NeededBy(ItemId),
    /// The consultation has no such item, or the item no such level.
    Unknown(ItemId),
}

/// Where the money of a basket goes, one agency's or one area's part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spending<K> {
    /// The agency or area.
    pub of: K,
    /// How much.
    pub amount: Money,
}

impl Basket {
    /// A basket as it was recorded, unchecked: ballots from elsewhere are flagged, not refused.
    pub fn from_choices(choices: SortedMap<ItemId, u8>) -> Self {
        Self { choices }
    }

    /// The items and their levels, by id.
    pub fn choices(&self) -> &SortedMap<ItemId, u8> {
        &self.choices
    }

    /// The level at which an item is in the basket.
    pub fn level(&self, item: &ItemId) -> Option<u8> {
        self.choices.get(item).copied()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// What the basket costs. Items the consultation does not know cost nothing here; see [`Basket::faults`].
    pub fn cost(&self, consultation: &Consultation) -> Money {
        self.items(consultation).filter_map(|(item, level)| item.cost(level)).sum()
    }

    /// What is left of the budget; negative for a recorded basket over it.
    pub fn left(&self, consultation: &Consultation) -> Money {
        consultation.budget.amount - self.cost(consultation)
    }

    /// Whether `item` could be put in at `level`.
    pub fn can_put(&self, consultation: &Consultation, item: &ItemId, level: u8) -> Result<(), Refusal> {
        let known = consultation.item(item).ok_or_else(|| Refusal::Unknown(item.clone()))?;
        self.check(&self.inside(consultation), self.left(consultation), known, level)
    }

    /// Every item that is not in the basket and could not be put in at its lowest level, with the reason; in the
    /// file's order. The same as asking [`Basket::can_put`] for each, in one pass over the basket.
    pub fn refusals<'a>(&self, consultation: &'a Consultation) -> Vec<(&'a ItemId, Refusal)> {
        let (inside, left) = (self.inside(consultation), self.left(consultation));
        let outside = consultation.items.iter().filter(|item| self.level(&item.id).is_none());
        outside.filter_map(|item| Some((&item.id, self.check(&inside, left, item, 1).err()?))).collect()
    }

    /// Puts `item` in at `level`, or moves it to that level.
    pub fn put(&mut self, consultation: &Consultation, item: &ItemId, level: u8) -> Result<(), Refusal> {
        self.can_put(consultation, item, level)?;
        self.choices.insert(item.clone(), level);
        Ok(())
    }

    /// Whether `item` could be taken out.
    pub fn can_take(&self, consultation: &Consultation, item: &ItemId) -> Result<(), Refusal> {
        match self.items(consultation).find(|(other, _)| other.requires.contains(item)) {
            Some((other, _)) => Err(Refusal::NeededBy(other.id.clone())),
            None => Ok(()),
        }
    }

    /// Takes `item` out; nothing happens when it is not in.
    pub fn take(&mut self, consultation: &Consultation, item: &ItemId) -> Result<(), Refusal> {
        self.can_take(consultation, item)?;
        self.choices.remove(item);
        Ok(())
    }

    /// Everything that is wrong with a recorded basket: each fault once, by item id.
    pub fn faults(&self, consultation: &Consultation) -> Vec<Refusal> {
        let (inside, mut faults) = (self.inside(consultation), Vec::new());
        for (id, level) in self.choices.iter() {
            let Some(item) = consultation.item(id).filter(|item| item.cost(*level).is_some()) else {
                faults.push(Refusal::Unknown(id.clone()));
                continue;
            };
            let missing = item.requires.iter().filter(|other| !self.choices.contains_key(other));
            faults.extend(missing.cloned().map(Refusal::Requires));
            // Each clash once: the pair is reported at its smaller id.
            faults.extend(clash(&inside, item).filter(|other| id < other).map(Refusal::Excludes));
        }
        let left = self.left(consultation);
        if left < Money::ZERO {
            faults.push(Refusal::OverBudget { short: Money::ZERO - left });
        }
        faults
    }

    /// The tensions this basket meets, in the file's order.
    pub fn tensions<'a>(&self, consultation: &'a Consultation) -> Vec<&'a Tension> {
        let holds = |tension: &&Tension| {
            tension.when.iter().all(|choice| self.level(&choice.item).is_some_and(|level| level >= choice.level))
        };
        consultation.tensions.iter().filter(holds).collect()
    }

    /// The outcomes some item in the basket serves, and those none does; both in the file's order.
    pub fn outcomes<'a>(&self, consultation: &'a Consultation) -> (Vec<&'a Outcome>, Vec<&'a Outcome>) {
        let inside = self.inside(consultation);
        consultation.outcomes.iter().partition(|outcome| inside.iter().any(|item| item.outcomes.contains(&outcome.id)))
    }

    /// What other agencies save (positive) or pay (negative) if the assumptions hold, by agency, zeros left out.
    pub fn spillovers(&self, consultation: &Consultation) -> Vec<Spending<AgencyId>> {
        let inside = self.inside(consultation);
        let falls_to = |agency: &AgencyId| {
            let all = inside.iter().flat_map(|item| &item.spillovers);
            all.filter(|spillover| &spillover.agency == agency).map(|spillover| spillover.saving).sum()
        };
        let per_agency =
            consultation.agencies.iter().map(|agency| Spending { of: agency.id.clone(), amount: falls_to(&agency.id) });
        per_agency.filter(|spending| spending.amount != Money::ZERO).collect()
    }

    /// Money per area, every area once in the file's order.
    pub fn per_area(&self, consultation: &Consultation) -> Vec<Spending<AreaId>> {
        let inside: Vec<(&Item, u8)> = self.items(consultation).collect();
        let spent_on = |area: &AreaId| {
            let of_area = inside.iter().filter(|(item, _)| &item.area == area);
            of_area.filter_map(|&(item, level)| item.cost(level)).sum()
        };
        consultation.areas.iter().map(|area| Spending { of: area.id.clone(), amount: spent_on(&area.id) }).collect()
    }

    /// The items in the basket, in the file's order.
    fn items<'a>(&'a self, consultation: &'a Consultation) -> impl Iterator<Item = (&'a Item, u8)> {
        consultation.items.iter().filter_map(|item| Some((item, self.level(&item.id)?)))
    }

    fn inside<'a>(&'a self, consultation: &'a Consultation) -> Vec<&'a Item> {
        self.items(consultation).map(|(item, _)| item).collect()
    }

    /// Whether `item` could be put in at `level`, given what is inside and what is left.
    fn check(&self, inside: &[&Item], left: Money, item: &Item, level: u8) -> Result<(), Refusal> {
        let cost = item.cost(level).ok_or_else(|| Refusal::Unknown(item.id.clone()))?;
        if let Some(missing) = item.requires.iter().find(|id| !self.choices.contains_key(id)) {
            return Err(Refusal::Requires(missing.clone()));
        }
        if let Some(other) = clash(inside, item) {
            return Err(Refusal::Excludes(other));
        }
        let given_back = self.level(&item.id).and_then(|now| item.cost(now)).unwrap_or(Money::ZERO);
        let after = left + given_back - cost;
        if after < Money::ZERO {
            return Err(Refusal::OverBudget { short: Money::ZERO - after });
        }
        Ok(())
    }
}

/// An item inside that cannot be had together with `item`, whichever of the two says so.
fn clash(inside: &[&Item], item: &Item) -> Option<ItemId> {
    let clashing = |other: &Item| item.excludes.contains(&other.id) || other.excludes.contains(&item.id);
    inside.iter().find(|other| clashing(other)).map(|other| other.id.clone())
}
