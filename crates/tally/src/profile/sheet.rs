//! A hand-over under the consultation: what the codes of its ballots mean there.

use std::sync::Arc;

use basketry_ballots::{Ballots, Given, GivenReaction, Setting};
use basketry_domain::{AreaId, Consultation, Item, ItemId, Money, Points, SectionId, Voter, WorkshopId};

use super::{Handover, Number};
use crate::HashMap;

/// A hand-over, with what its codes mean.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The number of its first ballot.
    pub(super) first: Number,
    pub(crate) ballots: Arc<Ballots>,
    settings: Vec<Place>,
    /// By choice: the item's place in the file and the level; `None` where the consultation has no such item or level.
    choices: Vec<Option<(usize, u8)>>,
    /// By points: the area's place in the file, where it is known, and the points.
    points: Vec<(Option<usize>, u8)>,
    /// By basket: whether it breaks a rule.
    faulty: Vec<bool>,
}

/// What a setting means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Whether the ballot is for this consultation.
    pub(crate) ours: bool,
    pub(crate) voter: Voter,
    /// The workshop's place in the file, where it is known.
    pub(crate) workshop: Option<usize>,
    /// The place in the file of the section it represents, where that is known.
    pub(crate) section: Option<usize>,
    /// Whether it names a workshop that is not in the file.
    pub(crate) lost: bool,
}

/// The consultation, for looking names up.
pub(crate) struct Known<'a> {
    consultation: &'a Consultation,
    areas: HashMap<&'a AreaId, usize>,
    items: HashMap<&'a ItemId, usize>,
    workshops: HashMap<&'a WorkshopId, usize>,
    sections: HashMap<&'a SectionId, usize>,
    /// By item: those it requires. An item may require what is not there, and can then never be had.
    requires: Vec<Vec<Option<usize>>>,
    /// By item: those it excludes, or that exclude it.
    excludes: Vec<Vec<usize>>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(consultation: &'a Consultation) -> Self {
        // Of two with one id the first is meant, as everywhere.
        fn places<T: std::hash::Hash + Eq>(
            ids: impl DoubleEndedIterator<Item = T> + ExactSizeIterator,
        ) -> HashMap<T, usize> {
            ids.enumerate().rev().map(|(place, id)| (id, place)).collect()
        }
        let items = places(consultation.items.iter().map(|item| &item.id));
        let mut excludes: Vec<Vec<usize>> = vec![Vec::new(); consultation.items.len()];
        for (place, item) in consultation.items.iter().enumerate() {
            for other in item.excludes.iter().filter_map(|id| items.get(id)) {
                excludes[place].push(*other);
                excludes[*other].push(place);
            }
        }
        let required = |item: &Item| item.requires.iter().map(|id| items.get(id).copied()).collect();
        Self {
            consultation,
            areas: places(consultation.areas.iter().map(|area| &area.id)),
            workshops: places(consultation.workshops.iter().map(|workshop| &workshop.id)),
            sections: places(consultation.sections.iter().map(|section| &section.id)),
            requires: consultation.items.iter().map(required).collect(),
            excludes,
            items,
        }
    }

    fn place(&self, setting: &Setting) -> Place {
        let named = setting.workshop.as_ref();
        let workshop = named.and_then(|id| self.workshops.get(id)).copied();
        let section = workshop.and_then(|place| self.sections.get(&self.consultation.workshops[place].section));
        Place {
            ours: setting.consultation == self.consultation.reference,
            voter: setting.voter,
            workshop,
            section: section.copied(),
            lost: named.is_some() && workshop.is_none(),
        }
    }

    fn choice(&self, (item, level): &(ItemId, u8)) -> Option<(usize, u8)> {
        let place = *self.items.get(item)?;
        self.consultation.items[place].cost(*level).map(|_| (place, *level))
    }

    /// Whether [`basketry_domain::Basket::faults`] would find any. `inside` is scratch, one for each item, all `false`.
    fn is_faulty(&self, choices: impl Iterator<Item = Option<(usize, u8)>> + Clone, inside: &mut [bool]) -> bool {
        let items = &self.consultation.items;
        let (mut cost, mut faulty) = (Money::ZERO, false);
        for choice in choices.clone() {
            let Some((item, level)) = choice else {
                faulty = true;
                continue;
            };
            inside[item] = true;
            cost = cost + items[item].cost(level).unwrap_or_default();
        }
        faulty |= cost > self.consultation.budget.amount;
        let held = |item: &usize| inside[*item];
        for (item, _) in choices.clone().flatten() {
            faulty |= self.requires[item].iter().any(|other| !other.as_ref().is_some_and(held));
            faulty |= self.excludes[item].iter().any(|other| *other != item && held(other));
        }
        choices.flatten().for_each(|(item, _)| inside[item] = false);
        faulty
    }
}

impl Sheet {
    /// `first` is the number of its first ballot.
    pub(super) fn new(known: &Known<'_>, handover: &Handover, first: Number) -> Self {
        let ballots = handover.ballots.clone();
        let choices: Vec<Option<(usize, u8)>> = ballots.choices().iter().map(|choice| known.choice(choice)).collect();
        let mut inside = vec![false; known.consultation.items.len()];
        let codes = 0..u32::try_from(ballots.baskets()).unwrap_or(u32::MAX);
        let faulty = codes.map(|code| {
            let choices = ballots.basket(code).map(|choice| choices[choice as usize]);
            known.is_faulty(choices, &mut inside)
        });
        Self {
            faulty: faulty.collect(),
            first,
            settings: ballots.settings().iter().map(|setting| known.place(setting)).collect(),
            points: ballots.points().iter().map(|(area, points)| (known.areas.get(area).copied(), *points)).collect(),
            choices,
            ballots,
        }
    }

    /// The number after that of its last ballot.
    pub(super) fn end(&self) -> Number {
        self.first.saturating_add(u32::try_from(self.ballots.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn given(&self, number: Number) -> Given<'_> {
        self.ballots.at((number - self.first) as usize)
    }

    pub(crate) fn setting(&self, given: Given<'_>) -> Place {
        self.settings[given.setting_code() as usize]
    }

    pub(crate) fn is_faulty(&self, basket: u32) -> bool {
        self.faulty[basket as usize]
    }

    /// What is in a basket, in order of id: items by their place in the file, with their levels. What the consultation
    /// does not have is left out.
    pub(crate) fn basket(&self, code: u32) -> impl Iterator<Item = (usize, u8)> {
        self.ballots.basket(code).filter_map(|choice| self.choices[choice as usize])
    }

    /// Puts down the points of every area, and says whether they add up to what there is and all go to areas of the
    /// consultation.
    pub(crate) fn points(&self, reaction: GivenReaction<'_>, by_area: &mut [u8]) -> bool {
        by_area.fill(0);
        let (mut sum, mut known) = (0_u16, true);
        for code in reaction.point_codes() {
            let (area, points) = self.points[code as usize];
            sum = sum.saturating_add(points.into());
            match area {
                Some(area) => by_area[area] = points,
                None => known = false,
            }
        }
        known && sum == Points::TOTAL
    }
}
