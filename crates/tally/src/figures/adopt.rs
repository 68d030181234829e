//! From the baskets of a profile to elections, which any rule can count.

use std::collections::BTreeMap;

use basketry_domain::{Consultation, Item, ItemId, Voter};

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

/// An election made of baskets, level by level.
///
/// Each level of an item is one project: what it costs more than the level below, which it requires. A basket supports
/// the level it holds and all below. What an item requires or excludes is said of first levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedLevels {
    /// The election; project ids are those of [`AdoptedLevels::levels`].
    pub election: Election,
    /// The item and the level, counted from 1, that each project stands for.
    pub levels: BTreeMap<ProjectId, (ItemId, u8)>,
}

/// Makes an election of the baskets of persons, or of tables, each item at the level most of them hold.
pub fn adopt(view: &View<'_>, voter: Voter) -> Result<Adopted, ElectionError> {
    view.found().of(voter).adopted.get_or_init(|| adopt_usual(view, voter)).clone()
}

fn adopt_usual(view: &View<'_>, voter: Voter) -> Result<Adopted, ElectionError> {
    let consultation = view.consultation();
    let (levels, level_ties) = usual_levels(&view.shares(voter));
    let mut election = Election::new(consultation.budget.amount, BallotKind::Basket, projects(consultation, &levels))?;
    let items = consultation.items.iter();
    let by_item: Vec<Option<Place>> = items.map(|item| election.place(&project_id(&item.id))).collect();
    let mut places = Vec::new();
    for (basket, times) in view.different_baskets(voter) {
        places.clear();
        places.extend(basket.choices().filter_map(|(item, _)| by_item[item]));
        election.add(Vote::naming(&places), times as u64)?;
    }
    Ok(Adopted { election, levels, level_ties })
}

/// Makes an election of the baskets of persons, or of tables, level by level.
pub fn adopt_levels(view: &View<'_>, voter: Voter) -> Result<AdoptedLevels, ElectionError> {
    let consultation = view.consultation();
    let projects = consultation.items.iter().flat_map(level_projects).collect();
    let mut election = Election::new(consultation.budget.amount, BallotKind::Basket, projects)?;
    let levels =
        |item: &Item| (1_u8..).zip(&item.levels).map(|(level, _)| level_id(&item.id, level)).collect::<Vec<_>>();
    let of_item = |item| levels(item).iter().filter_map(|id| election.place(id)).collect();
    let by_level: Vec<Vec<Place>> = consultation.items.iter().map(of_item).collect();
    let mut places = Vec::new();
    for (basket, times) in view.different_baskets(voter) {
        places.clear();
        places.extend(basket.choices().flat_map(|(item, level)| &by_level[item][..level.into()]));
        election.add(Vote::naming(&places), times as u64)?;
    }
    let numbered = |item: &Item| -> Vec<_> {
        let levels = (1_u8..).zip(&item.levels);
        levels.map(|(level, _)| (level_id(&item.id, level), (item.id.clone(), level))).collect()
    };
    Ok(AdoptedLevels { levels: consultation.items.iter().flat_map(numbered).collect(), election })
}

/// The levels of an item, each as what it adds to the one below.
fn level_projects(item: &Item) -> Vec<Project> {
    let first = |items: &[ItemId]| items.iter().map(|item| level_id(item, 1)).collect();
    let mut below = None;
    let mut projects = Vec::new();
    for (number, level) in (1_u8..).zip(&item.levels) {
        let (requires, excludes) = match below {
            None => (first(&item.requires), first(&item.excludes)),
            Some(_) => (vec![level_id(&item.id, number - 1)], Vec::new()),
        };
        // No level is cheaper than the one below.
        let cost = level.cost - below.unwrap_or_default();
        let (name, area) = (item.name.clone(), Some(item.area.to_string()));
        projects.push(Project { id: level_id(&item.id, number), name, cost, area, requires, excludes });
        below = Some(level.cost);
    }
    projects
}

/// No id of an item has a colon.
fn level_id(item: &ItemId, level: u8) -> ProjectId {
    ProjectId::from(format!("{item}:{level}"))
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
