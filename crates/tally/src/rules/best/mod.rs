//! Best: of all selections within the budget the one that satisfies the voters most, all of them together.
//!
//! A funded project satisfies those who support it: by what it costs, by one, or by the points they gave it. Nothing is
//! bought that nobody supports. By cost a project for nothing satisfies nobody either: it counts for less than any that
//! costs something, and for as much as it has supporters. A project is bought only with all it requires, and never
//! beside one that excludes it; projects that require each other are bought together.
//!
//! The limits of areas are kept as well, so that an area may come to its minimum by projects that satisfy fewer.
//!
//! The order of buying does not matter to this rule: the steps are in order of id, first what is bought, then the rest.
//!
//! Several selections may be best. The projects that are in some of them but not in all are tied, and those that are in
//! all of them count as bought before. The one taken is demanded, until one selection is left.

mod bounds;
mod candidates;
mod search;
mod sets;

use self::candidates::{Candidates, supported, worth};
use self::search::GaveUp;
use self::sets::BestSets;
use super::progress::Progress;
use super::room::Room;
use super::{Rule, Satisfaction, Variant, common_divisor};
use crate::{Change, Constraint, Count, CountError, Election, Merit, Place, Reason, Selection, Tie, TiePolicy};

pub(super) struct Best {
    /// How many looks at a project a count may take. Time would let one machine give up where another does not.
    patience: u64,
}

impl Best {
    /// The rule with patience for about a second.
    pub(super) const USUAL: Self = Self { patience: 200_000_000 };
}

impl Rule for Best {
    fn id(&self) -> &'static str {
        "best"
    }

    fn variants(&self) -> &'static [Variant] {
        Variant::PLAIN
    }

    fn honours(&self, _: Variant, _: Constraint) -> bool {
        true
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let satisfaction = variant.satisfaction.unwrap_or(Satisfaction::Cost);
        let candidates = Candidates::new(election, satisfaction);
        let too_large = |GaveUp| CountError::TooLarge { rule: self.id() };
        let sets = BestSets::new(&candidates, self.patience).map_err(too_large)?;
        let out_of_reach = CountError::OutOfReach { rule: self.id() };
        let mut sets = sets.ok_or(out_of_reach)?;
        let mut progress = Progress::new(election);
        let open = loop {
            let tied = sets.tied().map_err(too_large)?;
            if tied.is_empty() {
                break None;
            }
            let taken = policy.take(election, &tied);
            let tie = Tie::new(election, sets.sure().len(), &tied, taken);
            let Some(taken) = taken else { break Some(tie) };
            progress.so_far.ties.push(tie);
            sets.demand(taken);
        };
        let support = election.support();
        let bought = sets.sure();
        for place in bought.iter().copied() {
            let worth = worth(satisfaction, support[place.index()], progress.cost(place));
            progress.buy(place, Merit::Total(worth), None);
        }
        if let Some(tie) = open {
            return Ok(Count::Tied { until: progress.so_far, tie });
        }
        let mut room = Room::new(election);
        for place in bought.iter().copied() {
            room.buy(place);
        }
        for place in election.places().filter(|place| !bought.contains(place)) {
            let supported = supported(satisfaction, support[place.index()]);
            let reason = if supported { obstacle(&progress, &room, place, &bought) } else { Reason::Unsupported };
            progress.skip(place, reason);
        }
        Ok(Count::Settled(progress.so_far))
    }

    /// More supporters make every selection with the project better and no other. A lower cost makes more of them
    /// possible, but where cost satisfies it makes them worse too. Only an area's minimum may want the higher cost.
    fn keeps(&self, variant: Variant, change: Change) -> bool {
        match change {
            Change::Budget => false,
            Change::Cost => variant.satisfaction != Some(Satisfaction::Cost),
            Change::Supporters => true,
        }
    }

    /// All that can be bought costs a multiple of what divides every cost; and takes one out of the open money, where it
    /// divides every ring-fence too.
    fn unmoved(&self, election: &Election, _: Variant, _: &Selection) -> u64 {
        let costs = || election.projects().iter().map(|project| project.cost.minor().unsigned_abs());
        let ring_fences = election.limits().ring_fences.values().map(|amount| amount.minor().unsigned_abs());
        let (budget, divisor) =
            (election.budget().minor().unsigned_abs(), costs().chain(ring_fences).fold(0, common_divisor));
        let open = election.limits().open_money(election.budget()).minor().unsigned_abs();
        if costs().sum::<u64>() <= open { u64::MAX } else { divisor - 1 - budget % divisor }
    }
}

/// Why a project that somebody supports is not bought. One that would still fit, with nothing in its way, would make
/// the selection a better one.
fn obstacle(progress: &Progress<'_>, room: &Room<'_>, place: Place, bought: &[Place]) -> Reason {
    let election = progress.election;
    let project = election.project(place);
    let has = |id| election.place(id).is_some_and(|place| bought.contains(&place));
    if let Some(id) = project.requires.iter().find(|id| !has(id)) {
        return Reason::Requires(id.clone());
    }
    if let Some(other) = bought.iter().find(|other| election.clash(place, **other)) {
        return Reason::Excludes(election.project(*other).id.clone());
    }
    let over_budget = Reason::OverBudget { short: project.cost - progress.so_far.left() };
    if project.cost > progress.so_far.left() { over_budget } else { room.obstacle(place).unwrap_or(over_budget) }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;

    use super::*;
    use crate::{BallotKind, Project, ProjectId, Vote};

    /// Twenty projects of nearly the same price, and money for no whole number of them.
    #[test]
    fn gives_up_where_there_are_too_many_ways() {
        let project = |at: i64| Project::new(ProjectId::from(format!("p{at:02}")), Money::from_minor(1_000 + at * at));
        let projects = (0..20).map(project).collect();
        let mut election = Election::new(Money::from_minor(9_990), BallotKind::Approval, projects).unwrap();
        let places: Vec<Place> = election.places().collect();
        election.add(Vote::naming(&places), 1).unwrap();
        let count = |patience| Best { patience }.count(&election, Best::USUAL.variants()[0], &TiePolicy::Report);
        assert_eq!(count(1_000), Err(CountError::TooLarge { rule: "best" }));
        assert!(count(Best::USUAL.patience).is_ok());
    }
}
