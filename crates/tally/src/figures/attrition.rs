//! Who gave a first reaction and no considered view, and whether they began where the others did.

use basketry_domain::AreaId;

use super::Points;
use crate::Exact;
use crate::exact::mean;

/// Those who dropped out, beside those who stayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attrition {
    /// Persons with both.
    pub paired: usize,
    /// Persons with a first reaction only.
    pub first_only: usize,
    /// Persons with a considered view only.
    pub considered_only: usize,
    /// Every area, in the file's order.
    pub areas: Vec<AreaAttrition>,
}

/// The first reactions to one area, of those who stayed and of those who dropped out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaAttrition {
    /// The area.
    pub area: AreaId,
    /// The mean of those with both; `None` when there are none.
    pub paired: Option<Exact>,
    /// The mean of those with a first reaction only; `None` when there are none.
    pub first_only: Option<Exact>,
}

impl Attrition {
    /// Of those with a first reaction, the share who gave no considered view; `None` without a first reaction.
    pub fn share(&self) -> Option<Exact> {
        mean(i128::try_from(self.first_only).ok()?, self.paired + self.first_only)
    }
}

impl AreaAttrition {
    /// How many points more those gave it who dropped out; `None` when nobody did, or nobody stayed.
    pub fn difference(&self) -> Option<Exact> {
        Some(self.first_only? - self.paired?)
    }
}

impl Points {
    /// Who dropped out.
    pub fn attrition(&self) -> Attrition {
        let areas = self.areas.iter().map(|area| AreaAttrition {
            area: area.area.clone(),
            paired: area.mean_first(),
            first_only: mean(area.first_only.into(), self.first_only),
        });
        Attrition {
            paired: self.paired,
            first_only: self.first_only,
            considered_only: self.considered_only,
            areas: areas.collect(),
        }
    }
}
