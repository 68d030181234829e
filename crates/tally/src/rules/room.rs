//! What the maxima and ring-fences of areas leave room for as projects are bought.
//!
//! Whatever keeps within them does so without any of its projects too. So a project that there is no room for now will
//! have none later.

use basketry_domain::Money;

use crate::{Election, Limits, Place, Reason};

#[derive(Clone)]
pub(super) struct Room<'a> {
    election: &'a Election,
    /// The areas with a limit, in ascending order of name.
    areas: Vec<Area<'a>>,
    /// By place: the number of its area, where that has a limit.
    area_of: Vec<Option<usize>>,
    /// What is left of the open money.
    open: Money,
}

#[derive(Clone)]
pub(super) struct Area<'a> {
    pub(super) name: &'a str,
    pub(super) minimum: Money,
    /// [`Money::MAX`] where there is none.
    pub(super) maximum: Money,
    ring_fence: Money,
    /// What is spent on its projects.
    pub(super) spent: Money,
}

impl<'a> Room<'a> {
    /// Nothing is bought yet.
    pub(super) fn new(election: &'a Election) -> Self {
        let Limits { minima, maxima, ring_fences, .. } = election.limits();
        let mut names: Vec<&String> = minima.keys().chain(maxima.keys()).chain(ring_fences.keys()).collect();
        names.sort();
        names.dedup();
        let area = |name: &&'a String| Area {
            name,
            minimum: minima.get(*name).copied().unwrap_or_default(),
            maximum: maxima.get(*name).copied().unwrap_or(Money::MAX),
            ring_fence: ring_fences.get(*name).copied().unwrap_or_default(),
            spent: Money::ZERO,
        };
        let number = |project: &crate::Project| names.binary_search(&project.area.as_ref()?).ok();
        Self {
            election,
            areas: names.iter().map(area).collect(),
            area_of: election.projects().iter().map(number).collect(),
            open: election.limits().open_money(election.budget()),
        }
    }

    /// The areas with a limit.
    pub(super) fn areas(&self) -> &[Area<'a>] {
        &self.areas
    }

    /// The number of a project's area among those with a limit.
    pub(super) fn area_of(&self, place: Place) -> Option<usize> {
        self.area_of[place.index()]
    }

    /// What is left of the open money; below nothing, if more is bought than there is room for.
    pub(super) fn open(&self) -> Money {
        self.open
    }

    /// Buys a project.
    pub(super) fn buy(&mut self, place: Place) {
        let cost = self.election.project(place).cost;
        self.open = self.open - self.beyond_fence(place);
        if let Some(at) = self.area_of(place) {
            self.areas[at].spent = self.areas[at].spent + cost;
        }
    }

    /// Why there is no room for a project.
    pub(super) fn obstacle(&self, place: Place) -> Option<Reason> {
        if let Some(at) = self.area_of(place) {
            let Area { name, maximum, spent, .. } = self.areas[at];
            let over = spent + self.election.project(place).cost - maximum;
            if over.is_positive() {
                return Some(Reason::OverMaximum { area: name.to_owned(), over });
            }
        }
        let short = self.beyond_fence(place) - self.open;
        short.is_positive().then_some(Reason::RingFenced { short })
    }

    /// Whether there is room for all of these together.
    pub(super) fn holds(&self, places: &[Place]) -> bool {
        let mut then = self.clone();
        places.iter().all(|place| {
            let fits = then.obstacle(*place).is_none();
            then.buy(*place);
            fits
        })
    }

    /// How much of a project's cost its area's ring-fence cannot pay.
    fn beyond_fence(&self, place: Place) -> Money {
        let cost = self.election.project(place).cost;
        self.area_of(place).map_or(cost, |at| self.areas[at].beyond_fence(cost))
    }
}

impl Area<'_> {
    /// How much of a further amount the ring-fence cannot pay.
    pub(super) fn beyond_fence(&self, amount: Money) -> Money {
        let beyond = |spent: Money| (spent - self.ring_fence).max(Money::ZERO);
        beyond(self.spent + amount) - beyond(self.spent)
    }
}
