//! Groups of voters that could have paid for a project they did not get.

use basketry_domain::Money;

use super::dues::Dues;
use super::{FairnessError, funded_places};
use crate::{BallotKind, Election, Exact, Place, ProjectId, Satisfaction, Vote};

/// A project that is not funded although a group of its supporters could have paid for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The project.
    pub project: ProjectId,
    /// What it costs.
    pub cost: Money,
    /// How many voters claim it: the largest group that can, which holds every other.
    pub voters: u64,
    /// What their equal shares of the budget add up to, in minor units.
    pub money: Exact,
    /// The most that any of them gets out of what is funded: minor units, or projects.
    pub most: u64,
}

/// The projects to which groups of voters have a claim, in ascending order of id. If there are none, the selection
/// satisfies EJR+ up to any project.
///
/// Everybody has an equal share of the budget. Let a group support a project that is not funded, and say it pays for
/// this project and for each funded one by itself, as follows. Per unit of satisfaction, those in the group who
/// support a funded project pay its cost divided by the units they get out of it between them, but never more than
/// the unit costs in the project that is not funded. The group has a claim to that project when all this costs none
/// of its voters more than their share.
///
/// With satisfaction by cost this means: whatever voter one takes, the funded projects they support and the project
/// not funded cost together no more than the shares of the whole group add up to. Everyone in the group is then
/// below what the group deserves, and would be no higher than that with the project.
///
/// The axiom is that of Brill and Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting" (EC
/// 2023): where all projects cost the same, both satisfactions give their definition of EJR+ for committees. Where
/// costs differ, the definition here is not theirs to the word, but what the proof for equal shares yields (Peters,
/// Pierczyński and Skowron, `NeurIPS` 2021): whoever in a group first has too little left for the project paid no more
/// than this before. So equal shares leave no claims under the satisfaction they were counted with, with completion
/// add1 neither. A selection without claims satisfies EJR up to any project as Brill, Forster, Lackner, Maly and
/// Peters define it in "Proportionality in Approval-Based Participatory Budgeting" (AAAI 2023).
///
/// Where the budget is in pots, the voters of a pot share it, and have claims to its projects only.
///
/// It makes no difference in which order funded projects are named, nor whether they fit the budget.
pub fn claims(
    election: &Election,
    funded: &[ProjectId],
    satisfaction: Satisfaction,
) -> Result<Vec<Claim>, FairnessError> {
    if matches!(election.kind(), BallotKind::Ranking | BallotKind::Points) {
        return Err(FairnessError::Ballots(election.kind()));
    }
    if let Some(constraint) = election.constraints().first() {
        return Err(FairnessError::Constraints(*constraint));
    }
    let by_place = funded_places(election, funded)?;
    if election.limits().pots.is_empty() {
        return claims_of(election, &by_place, satisfaction);
    }
    let mut all = Vec::new();
    for (_, pot) in election.pots() {
        let funded = pot.places().filter_map(|place| election.place(&pot.project(place).id));
        all.extend(claims_of(&pot, &funded.map(|place| by_place[place.index()]).collect::<Vec<_>>(), satisfaction)?);
    }
    all.sort_by(|a, b| a.project.cmp(&b.project));
    Ok(all)
}

/// The claims in an election without pots. By place: what is funded.
fn claims_of(election: &Election, funded: &[bool], satisfaction: Satisfaction) -> Result<Vec<Claim>, FairnessError> {
    let groups = match satisfaction {
        Satisfaction::Cost => by_cost(election, funded),
        Satisfaction::Cardinality => Dues::new(election, funded).groups(),
        Satisfaction::Additive => return Err(FairnessError::Additive),
    };
    let claims = election.places().zip(groups).filter_map(|(place, group)| Some(claim(election, place, group?)));
    Ok(claims.collect())
}

/// The largest group with a claim to a project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) voters: u64,
    /// The most that any of them gets.
    pub(super) most: u64,
}

fn claim(election: &Election, place: Place, Group { voters, most }: Group) -> Claim {
    let project = election.project(place);
    // A group has voters, so the election has some.
    let share = Exact::new(election.budget().minor().into(), election.voters().into());
    Claim { project: project.id.clone(), cost: project.cost, voters, money: share * i128::from(voters), most }
}

/// By place: the largest group with a claim. It holds every supporter who gets no more than the most of its voters:
/// one more makes it larger and changes nothing else. So supporters need only join in ascending order of what they get.
fn by_cost(election: &Election, funded: &[bool]) -> Vec<Option<Group>> {
    let cost = |place: &Place| election.project(*place).cost.minor().unsigned_abs();
    let gets = |vote: Vote<'_>| vote.places.iter().filter(|place| funded[place.index()]).map(cost).sum();
    let mut ballots: Vec<(u64, Vote<'_>, u64)> =
        election.votes().map(|(vote, times)| (gets(vote), vote, times)).collect();
    ballots.sort_unstable_by_key(|(gets, ..)| *gets);
    let (budget, all) = (u128::from(election.budget().minor().unsigned_abs()), u128::from(election.voters()));
    let mut sizes = vec![0_u64; funded.len()];
    let mut groups = vec![None; funded.len()];
    for (most, vote, times) in ballots {
        for place in vote.places.iter().filter(|place| !funded[place.index()]) {
            let voters = &mut sizes[place.index()];
            *voters += times;
            if u128::from(most + cost(place)) * all <= u128::from(*voters) * budget {
                groups[place.index()] = Some(Group { voters: *voters, most });
            }
        }
    }
    groups
}
