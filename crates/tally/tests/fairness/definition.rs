//! Claims and cohesive groups by their definitions, over every group of voters.

use basketry_domain::Money;
use basketry_tally::{Claim, Exact, Satisfaction};

use crate::{Draft, id};

impl Draft {
    /// By voter: the projects they name.
    pub(super) fn voters(&self) -> Vec<Vec<usize>> {
        let named = |given: &[Option<u32>]| (0..given.len()).filter(|project| given[*project].is_some()).collect();
        self.ballots.iter().flat_map(|(times, given)| (0..*times).map(move |_| named(given))).collect()
    }

    fn share(&self) -> Exact {
        Exact::new(self.budget.into(), self.voters().len().try_into().unwrap())
    }

    fn gets(&self, satisfaction: Satisfaction, project: usize) -> i128 {
        if satisfaction == Satisfaction::Cost { self.costs[project].into() } else { 1 }
    }

    /// What a voter of a group gets out of what is funded.
    fn satisfied(&self, satisfaction: Satisfaction, voter: &[usize]) -> i128 {
        voter.iter().filter(|project| self.funded[**project]).map(|project| self.gets(satisfaction, *project)).sum()
    }

    /// Whether a group has a claim to a project that all of it support, voter by voter.
    fn is_claim(&self, satisfaction: Satisfaction, project: usize, group: &[&Vec<usize>]) -> bool {
        let unit = |bought: usize| {
            let supporters = group.iter().filter(|voter| voter.contains(&bought)).count();
            let cost = if satisfaction == Satisfaction::Cost { 1 } else { self.costs[bought].into() };
            Exact::new(cost, supporters.try_into().unwrap())
        };
        let pays = |bought: usize| unit(bought).min(unit(project)) * self.gets(satisfaction, bought);
        let due = |voter: &[usize]| -> Exact {
            let bought = voter.iter().filter(|bought| self.funded[**bought] || **bought == project);
            bought.map(|bought| pays(*bought)).sum()
        };
        group.iter().all(|voter| due(voter) <= self.share())
    }
}

/// Every group of voters that is not empty.
pub(super) fn groups(voters: &[Vec<usize>]) -> impl Iterator<Item = Vec<&Vec<usize>>> {
    let member = |group: usize| move |(at, voter)| (group >> at & 1 == 1).then_some(voter);
    (1..1_usize << voters.len()).map(move |group| voters.iter().enumerate().filter_map(member(group)).collect())
}

/// The claims by definition: of all groups that have one, the largest.
pub(super) fn by_definition(draft: &Draft, satisfaction: Satisfaction) -> Vec<Claim> {
    let voters = draft.voters();
    let mut found = Vec::new();
    for project in (0..draft.costs.len()).filter(|project| !draft.funded[*project]) {
        let supporters: Vec<Vec<usize>> = voters.iter().filter(|voter| voter.contains(&project)).cloned().collect();
        let claiming = groups(&supporters).filter(|group| draft.is_claim(satisfaction, project, group));
        if let Some(group) = claiming.max_by_key(Vec::len) {
            let most = group.iter().map(|voter| draft.satisfied(satisfaction, voter)).max().unwrap();
            let size = group.len() as u64;
            let money = draft.share() * i128::from(size);
            found.push(Claim {
                project: id(project),
                cost: Money::from_minor(draft.costs[project]),
                voters: size,
                money,
                most: most.try_into().unwrap(),
            });
        }
    }
    found
}

/// Whether some group could pay for projects all of it support, and each of them would be no better off with any
/// one more of these than the group deserves: then the selection fails EJR up to any project.
pub(super) fn fails_for_a_cohesive_group(draft: &Draft, satisfaction: Satisfaction) -> bool {
    let voters = draft.voters();
    groups(&voters).any(|group| {
        let common: Vec<usize> =
            (0..draft.costs.len()).filter(|project| group.iter().all(|voter| voter.contains(project))).collect();
        (1..1_usize << common.len()).any(|chosen| {
            let wanted: Vec<usize> =
                (0..common.len()).filter(|at| chosen >> at & 1 == 1).map(|at| common[at]).collect();
            let cost: i64 = wanted.iter().map(|project| draft.costs[*project]).sum();
            let deserved: i128 = wanted.iter().map(|project| draft.gets(satisfaction, *project)).sum();
            let size = i128::try_from(group.len()).unwrap();
            let below = |voter: &&Vec<usize>| {
                let has = draft.satisfied(satisfaction, voter);
                let open = wanted.iter().filter(|project| !draft.funded[**project]);
                has < deserved
                    && open.map(|project| has + draft.gets(satisfaction, *project)).any(|with| with <= deserved)
            };
            draft.share() * size >= Exact::from_integer(cost.into()) && group.iter().all(below)
        })
    })
}
