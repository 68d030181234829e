//! What can go in the basket, what it is for, and what it pulls against.

use crate::{AgencyId, AreaId, Decimal, ItemId, Money, OutcomeId, PartialDate, TensionId};

/// Something that can go in the basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// The area it belongs to.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// What people get for the money.
    pub description: String,
    /// The name of its pictogram.
    pub pictogram: String,
    /// Whether its costs are invented for illustration.
    pub illustrative: bool,
    /// The body that pays for it.
    pub lead: AgencyId,
    /// The bodies it is done with.
    pub partners: Vec<AgencyId>,
    /// How much of it there can be, from least to most; at least one.
    pub levels: Vec<Level>,
    /// The outcomes it serves.
    pub outcomes: Vec<OutcomeId>,
    /// Savings and costs that fall to others.
    pub spillovers: Vec<Spillover>,
    /// Items it makes no sense without.
    pub requires: Vec<ItemId>,
    /// Items that cannot be had together with it.
    pub excludes: Vec<ItemId>,
}

impl Item {
    /// The cost of level `level`, counted from 1. It is the whole cost, not the step from the level below,
    /// so costs need not grow in proportion.
    pub fn cost(&self, level: u8) -> Option<Money> {
        self.level(level).map(|level| level.cost)
    }

    /// The level numbered `level`, counted from 1.
    pub fn level(&self, level: u8) -> Option<&Level> {
        usize::from(level).checked_sub(1).and_then(|index| self.levels.get(index))
    }
}

/// How much of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What this much of it is called.
    pub name: String,
    /// What it costs as a whole.
    pub cost: Money,
}

/// A saving or cost that falls to another agency than the one that pays. Always an assumption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spillover {
    /// The agency it falls to.
    pub agency: AgencyId,
    /// A saving when positive, a cost when negative.
    pub saving: Money,
    /// Why it is assumed.
    pub note: String,
}

/// A measurable change people want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
    /// How it is measured.
    pub measure: String,
    /// Where things stand.
    pub baseline: Option<Target>,
    /// Where they should get to.
    pub target: Option<Target>,
    /// Whether baseline and target are invented for illustration.
    pub illustrative: bool,
}

/// A reading of an outcome, taken or hoped for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How much.
    pub value: Decimal,
    /// Of what.
    pub unit: String,
    /// By when, or when it was read.
    pub date: PartialDate,
}

/// Two wants that pull against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tension {
    /// Its id.
    pub id: TensionId,
    /// The two wants, in a few words.
    pub title: String,
    /// What is known about it.
    pub evidence: String,
    /// Another way round.
    pub another_way: String,
    /// A basket meets the tension when it holds all of these; at least one.
    pub when: Vec<Choice>,
}

/// An item at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The item.
    pub item: ItemId,
    /// At least this level, counted from 1.
    pub level: u8,
}
