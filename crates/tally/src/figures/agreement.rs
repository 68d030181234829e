//! Where the sections agree on an item, and where they part.

use std::cmp::Reverse;

use basketry_domain::{ItemId, SectionId, Voter};

use crate::exact::share;
use crate::{Exact, Group, GroupId, Grouping, ItemShare, Shares, View};

/// How many baskets hold each item, over all and section by section. Persons and tables are counted apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Over all baskets, also those of no known section.
    pub overall: Shares,
    /// Every section in the file's order, also those without a basket, which have no say in what is agreed.
    pub sections: Vec<SectionShares>,
}

/// How many of a section's baskets hold each item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionShares {
    /// The section.
    pub section: SectionId,
    /// Its baskets.
    pub shares: Shares,
}

/// How far sections are apart on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: ItemId,
    /// The section with the smallest share; of equals the first in the file.
    pub least: SectionHolds,
    /// The section with the largest share; of equals the first in the file.
    pub most: SectionHolds,
    /// By how much the largest share is more than the smallest.
    pub width: Exact,
}

/// How many of a section's baskets hold an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionHolds {
    /// The section.
    pub section: SectionId,
    /// How many hold it.
    pub holds: usize,
    /// How many baskets there are; the base, never 0.
    pub baskets: usize,
}

impl Agreement {
    /// The items that more than half of the baskets hold in every section that has any, in the file's order.
    /// None when no section has a basket.
    pub fn agreed(&self) -> Vec<&ItemId> {
        let heard: Vec<&Shares> = self.heard().map(|section| &section.shares).collect();
        let most = |shares: &Shares, at: usize| shares.items[at].holds() * 2 > shares.baskets;
        let agreed = |at: &usize| !heard.is_empty() && heard.iter().all(|shares| most(shares, *at));
        let items = self.overall.items.iter().enumerate();
        items.filter(|(at, _)| agreed(at)).map(|(_, share)| &share.item).collect()
    }

    /// The items, the most disputed first: those whose share of all baskets is closest to one half. Of equally
    /// disputed ones the first in the file. None without a basket.
    pub fn disputed(&self) -> Vec<&ItemShare> {
        let baskets = self.overall.baskets;
        let mut items: Vec<&ItemShare> = self.overall.items.iter().filter(|_| baskets > 0).collect();
        items.sort_by_key(|share| (share.holds() * 2).abs_diff(baskets));
        items
    }

    /// The items, the widest gap between two sections first, of equal ones the first in the file. None when fewer than
    /// two sections have a basket.
    pub fn gaps(&self) -> Vec<Gap> {
        let places = (0..self.overall.items.len()).filter(|_| self.heard().count() > 1);
        let mut gaps: Vec<Gap> = places.filter_map(|at| self.gap(at)).collect();
        gaps.sort_by_key(|gap| Reverse(gap.width));
        gaps
    }

    /// How many baskets are of no known section.
    pub fn elsewhere(&self) -> usize {
        self.overall.baskets - self.sections.iter().map(|section| section.shares.baskets).sum::<usize>()
    }

    /// The sections that have a basket.
    fn heard(&self) -> impl Iterator<Item = &SectionShares> {
        self.sections.iter().filter(|section| section.shares.baskets > 0)
    }

    fn gap(&self, at: usize) -> Option<Gap> {
        let part = |section: &SectionShares| {
            let (holds, baskets) = (section.shares.items[at].holds(), section.shares.baskets);
            Some((share(holds, baskets)?, SectionHolds { section: section.section.clone(), holds, baskets }))
        };
        let mut parts: Vec<(Exact, SectionHolds)> = self.heard().filter_map(part).collect();
        // Equal shares stay in the file's order.
        parts.sort_by_key(|(share, _)| *share);
        let (smallest, (largest, _)) = (parts.first()?.clone(), parts.last()?);
        let most = parts.iter().find(|(share, _)| share == largest)?.1.clone();
        let item = self.overall.items[at].item.clone();
        Some(Gap { item, least: smallest.1, most, width: *largest - smallest.0 })
    }
}

impl View<'_> {
    /// Where the sections' baskets, of persons or of tables, agree and where they part.
    pub fn agreement(&self, voter: Voter) -> Agreement {
        let section = |group: Group<'_>| match group.id {
            GroupId::Section(section) => Some(SectionShares { section, shares: group.view.shares(voter) }),
            _ => None,
        };
        let sections = self.groups(&Grouping::Section).groups.into_iter().filter_map(section).collect();
        Agreement { overall: self.shares(voter), sections }
    }
}
