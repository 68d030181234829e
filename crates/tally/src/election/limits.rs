//! How the budget is divided among areas, or bound to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use basketry_domain::Money;

use super::{Election, ElectionError, Project};

/// How much of the budget goes to which areas, each named as in [`Project::area`]. There are none by default.
///
/// Pots divide the budget beforehand; the others bind what is spent from one budget. An election has the one or the
/// others. See [`Election::limited`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The selection spends at least this much on projects of the area.
    pub minima: BTreeMap<String, Money>,
    /// The selection spends at most this much on projects of the area (Jain, Sornat, Talmon and Zehavi, "Participatory
    /// Budgeting with Project Groups", IJCAI 2021).
    pub maxima: BTreeMap<String, Money>,
    /// So much of the budget can only go to projects of the area; what they don't use stays unspent. What they cost
    /// beyond it comes from the open money: the budget less all ring-fences.
    pub ring_fences: BTreeMap<String, Money>,
    /// The budget of each area that is counted as an election of its own. See [`Election::pots`].
    pub pots: BTreeMap<String, Money>,
}

/// What the projects or the limits of an election demand of a selection, beside the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// Projects require others.
    Requires,
    /// Projects exclude others.
    Excludes,
    /// Areas have a minimum.
    Minimum,
    /// Areas have a minimum, and projects require or exclude others: what reaches a minimum depends on both.
    MinimumAmongRelated,
    /// Areas have a maximum.
    Maximum,
    /// Areas have a ring-fence.
    RingFence,
}

impl Limits {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.each().into_iter().all(BTreeMap::is_empty)
    }

    /// What stays for all areas when each ring-fence is set aside.
    pub(crate) fn open_money(&self, budget: Money) -> Money {
        budget - self.ring_fences.values().copied().sum()
    }

    /// Whether they can be those of an election with this budget and these projects.
    pub(super) fn check(&self, budget: Money, projects: &[Project]) -> Result<(), ElectionError> {
        let areas: BTreeSet<&String> = projects.iter().filter_map(|project| project.area.as_ref()).collect();
        let most = [budget, Money::MAX, budget, budget];
        for (limits, most) in self.each().into_iter().zip(most) {
            for (area, amount) in limits {
                if !areas.contains(area) {
                    return Err(ElectionError::UnknownArea(area.clone()));
                }
                if *amount < Money::ZERO || *amount > most {
                    return Err(ElectionError::Limit(area.clone(), *amount));
                }
            }
        }
        let above = |(area, minimum): &(&String, &Money)| self.maxima.get(*area).is_some_and(|most| most < minimum);
        if let Some((area, _)) = self.minima.iter().find(above) {
            return Err(ElectionError::MinimumAboveMaximum(area.clone()));
        }
        // A ring-fence can pay for the minimum of its area.
        let bound = |area: &&String| {
            let of = |limits: &BTreeMap<String, Money>| limits.get(*area).copied().unwrap_or_default();
            of(&self.minima).max(of(&self.ring_fences))
        };
        if areas.iter().map(bound).sum::<Money>() > budget || self.pots.values().copied().sum::<Money>() > budget {
            return Err(ElectionError::LimitsOverBudget);
        }
        if self.pots.is_empty() { Ok(()) } else { self.check_pots(projects) }
    }

    fn check_pots(&self, projects: &[Project]) -> Result<(), ElectionError> {
        if self.each()[..3].iter().any(|limits| !limits.is_empty()) {
            return Err(ElectionError::PotsBesideLimits);
        }
        let has_pot = |project: &&Project| project.area.as_ref().is_some_and(|area| self.pots.contains_key(area));
        if let Some(project) = projects.iter().find(|project| !has_pot(project)) {
            return Err(ElectionError::NoPot(project.id.clone()));
        }
        for project in projects {
            let related = |other: &&Project| project.requires.iter().chain(&project.excludes).any(|id| *id == other.id);
            if let Some(other) = projects.iter().filter(related).find(|other| other.area != project.area) {
                return Err(ElectionError::AcrossPots(project.id.clone(), other.id.clone()));
            }
        }
        Ok(())
    }

    /// Minima, maxima, ring-fences and pots.
    fn each(&self) -> [&BTreeMap<String, Money>; 4] {
        [&self.minima, &self.maxima, &self.ring_fences, &self.pots]
    }
}

impl Election {
    /// The same with these limits instead of those it has.
    pub fn limited(self, limits: Limits) -> Result<Self, ElectionError> {
        limits.check(self.budget, &self.projects)?;
        Ok(Self { limits, ..self })
    }

    /// Its limits.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What it demands of a selection, beside the budget; in order. Pots demand nothing: they divide the budget.
    pub fn constraints(&self) -> Vec<Constraint> {
        let requires = self.projects.iter().any(|project| !project.requires.is_empty());
        let excludes = self.projects.iter().any(|project| !project.excludes.is_empty());
        let Limits { minima, maxima, ring_fences, .. } = &self.limits;
        let demanded = [
            (Constraint::Requires, requires),
            (Constraint::Excludes, excludes),
            (Constraint::Minimum, !minima.is_empty()),
            (Constraint::MinimumAmongRelated, !minima.is_empty() && (requires || excludes)),
            (Constraint::Maximum, !maxima.is_empty()),
            (Constraint::RingFence, !ring_fences.is_empty()),
        ];
        demanded.into_iter().filter(|(_, demanded)| *demanded).map(|(constraint, _)| constraint).collect()
    }
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Requires => "projects that require others",
            Self::Excludes => "projects that exclude others",
            Self::Minimum => "a minimum of an area",
            Self::MinimumAmongRelated => "a minimum of an area where projects require or exclude others",
            Self::Maximum => "a maximum of an area",
            Self::RingFence => "a ring-fence",
        })
    }
}
