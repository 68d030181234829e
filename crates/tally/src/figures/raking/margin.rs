//! What is known of the people whom the ballots are to stand for.

use std::collections::BTreeMap;

use basketry_domain::Consultation;

use super::RakingError;
use crate::{GroupId, Grouping};

/// How many people each group has, as counted elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// What puts people into groups. Nobody may be in several.
    pub grouping: Grouping,
    /// How many people each group has, in any unit: only the proportions are used. A group that is left out has none.
    pub populations: BTreeMap<GroupId, u32>,
}

impl Margin {
    /// The sections with the populations the file states; `None` unless it states that of each.
    pub fn sections(consultation: &Consultation) -> Option<Self> {
        let sections = consultation.sections.iter();
        let known = sections.map(|section| Some((GroupId::Section(section.id.clone()), section.population?)));
        Some(Self { grouping: Grouping::Section, populations: known.collect::<Option<_>>()? })
    }

    pub(super) fn people(&self) -> u64 {
        self.populations.values().copied().map(u64::from).sum()
    }

    pub(super) fn of(&self, group: &GroupId) -> u32 {
        self.populations.get(group).copied().unwrap_or(0)
    }

    /// Checks what can be checked without ballots: `groups` are all there are.
    pub(super) fn check(&self, consultation: &Consultation, groups: &[GroupId]) -> Result<(), RakingError> {
        if self.grouping.several(consultation) {
            return Err(RakingError::Several(self.grouping.clone()));
        }
        if let Some(unknown) = self.populations.keys().find(|group| !groups.contains(group)) {
            return Err(RakingError::UnknownGroup(unknown.clone()));
        }
        if self.people() == 0 { Err(RakingError::NoPeople(self.grouping.clone())) } else { Ok(()) }
    }
}
