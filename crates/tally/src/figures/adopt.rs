//! From the baskets of a profile to an election, which any rule can count.

use std::collections::BTreeMap;

use basketry_domain::{Consultation, ItemId, Voter};

use crate::{BallotKind, Election, ElectionError, Place, Project, ProjectId, Shares, View, Vote};

/// An election made of baskets.
///
/// Each item is one project, at the level most of the baskets that hold it have it at; when levels tie, at the lower
/// one, and at its first level when nobody holds it. A basket supports the items it holds, at whichever level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The election; project ids are item ids.
    pub election: Election,
    /// The level each item stands for, counted from 1.
    pub levels: BTreeMap<ItemId, u8>,
    /// Items whose level was decided by a tie.
    pub level_ties: Vec<LevelTie>,
}

/// Levels of one item that equally many baskets have. The lowest is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelTie {
    /// The item.
    pub item: ItemId,
    /// The levels, ascending, counted from 1.
    pub levels: Vec<u8>,
}

/// Makes an election of the baskets of persons, or of tables.
pub fn adopt(view: &View<'_>, voter: Voter) -> Result<Adopted, ElectionError> {
    let consultation = view.consultation();
    let (levels, level_ties) = usual_levels(&view.shares(voter));
    let mut election = Election::new(consultation.budget.amount, BallotKind::Basket, projects(consultation, &levels))?;
    for (_, basket) in view.baskets(voter) {
        let held = |(item, level): (&ItemId, &u8)| {
            let known = consultation.item(item).is_some_and(|item| item.cost(*level).is_some());
            known.then(|| election.place(&project_id(item))).flatten()
        };
        let places: Vec<Place> = basket.choices().iter().filter_map(held).collect();
        election.add(Vote::naming(&places), 1)?;
    }
    Ok(Adopted { election, levels, level_ties })
}

fn usual_levels(shares: &Shares) -> (BTreeMap<ItemId, u8>, Vec<LevelTie>) {
    let mut ties = Vec::new();
    let mut levels = BTreeMap::new();
    for share in &shares.items {
        let usual = share.usual_levels();
        levels.insert(share.item.clone(), usual.first().copied().unwrap_or(1));
        if usual.len() > 1 {
            ties.push(LevelTie { item: share.item.clone(), levels: usual });
        }
    }
    (levels, ties)
}

fn projects(consultation: &Consultation, levels: &BTreeMap<ItemId, u8>) -> Vec<Project> {
    let ids = |items: &[ItemId]| items.iter().map(project_id).collect();
    let costed = consultation.items.iter().filter_map(|item| {
        let cost = levels.get(&item.id).and_then(|level| item.cost(*level))?;
        Some((item, cost))
    });
    costed
        .map(|(item, cost)| Project {
            id: project_id(&item.id),
            name: item.name.clone(),
            cost,
            area: Some(item.area.to_string()),
            requires: ids(&item.requires),
            excludes: ids(&item.excludes),
        })
        .collect()
}

fn project_id(item: &ItemId) -> ProjectId {
    ProjectId::from(item.as_str())
}
