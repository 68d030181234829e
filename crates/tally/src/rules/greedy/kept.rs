//! Money kept so that every area comes to its minimum.
//!
//! What is bought stays a part of some selection that keeps all limits. For that only the cheapest way counts in which
//! the projects still open bring each area to its minimum: it takes least of the open money, and areas share nothing
//! else.

use basketry_domain::Money;

use super::super::room::{Area, Room};
use super::cover::{GaveUp, cheap, cheapest};
use crate::{Election, Place, Reason};

pub(super) struct Kept {
    /// By number of the area: the cheapest way to its minimum as things are, once found.
    ways: Vec<Option<Money>>,
    /// How many sums of costs may still be made.
    patience: u64,
}

impl Kept {
    pub(super) fn new(room: &Room<'_>) -> Self {
        // So many sums take less than a second, and no more than 120 MB.
        Self { ways: vec![None; room.areas().len()], patience: 10_000_000 }
    }

    /// Tells that a project of this area is decided.
    pub(super) fn decided(&mut self, area: Option<usize>) {
        if let Some(at) = area {
            self.ways[at] = None;
        }
    }

    /// Why buying these, for which there is room, would put a minimum out of reach; `open` are all projects that are
    /// not decided yet.
    pub(super) fn obstacle(
        &mut self,
        election: &Election,
        room: &Room<'_>,
        buying: &[Place],
        open: &[Place],
    ) -> Result<Option<Reason>, GaveUp> {
        let mut then = room.clone();
        for place in buying.iter().copied() {
            then.buy(place);
        }
        let short_of = || then.areas().iter().enumerate().filter(|(_, area)| area.spent < area.minimum);
        let costs = |at: usize| -> Vec<u64> {
            let others = open.iter().filter(|place| room.area_of(**place) == Some(at) && !buying.contains(place));
            others.map(|place| election.project(*place).cost.minor().unsigned_abs()).collect()
        };
        let cheap =
            |(at, area): (usize, &Area<'_>)| Some(area.beyond_fence(way(area, cheap(&mut costs(at), need(area)))?));
        if short_of().map(cheap).sum::<Option<Money>>().is_some_and(|kept| kept <= then.open()) {
            return Ok(None);
        }
        let (mut kept, mut areas) = (Money::ZERO, Vec::new());
        for (at, area) in short_of() {
            let touched = buying.iter().any(|place| room.area_of(*place) == Some(at));
            let way = match self.ways[at].filter(|_| !touched) {
                None => way(area, cheapest(costs(at), need(area), &mut self.patience)?),
                known => known,
            };
            if !touched {
                self.ways[at] = way;
            }
            let Some(way) = way else { return Ok(Some(Reason::MinimumLost { area: area.name.to_owned() })) };
            let from_open = area.beyond_fence(way);
            kept = kept + from_open;
            areas.extend(from_open.is_positive().then(|| area.name.to_owned()));
        }
        let short = kept - then.open();
        Ok(short.is_positive().then_some(Reason::KeptFor { areas, short }))
    }
}

/// How much an area lacks of its minimum.
fn need(area: &Area<'_>) -> u64 {
    (area.minimum - area.spent).minor().unsigned_abs()
}

/// A sum that brings an area to its minimum, unless it brings it over its maximum.
fn way(area: &Area<'_>, sum: Option<u64>) -> Option<Money> {
    let sum = Money::from_minor(i64::try_from(sum?).ok()?);
    (area.spent + sum <= area.maximum).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BallotKind, Limits, Project, ProjectId};

    fn money(minor: i64) -> Money {
        Money::from_minor(minor)
    }

    /// Projects of 1,000 and a bit each, all in one area.
    fn election(minimum: i64, maximum: i64) -> Election {
        let project = |at: i64| Project {
            area: Some("all".to_owned()),
            ..Project::new(ProjectId::from(format!("p{at:02}")), money(1_000 + at * at))
        };
        let election = Election::new(money(20_000), BallotKind::Approval, (0..20).map(project).collect()).unwrap();
        let of = |amount| [("all".to_owned(), money(amount))].into();
        election.limited(Limits { minima: of(minimum), maxima: of(maximum), ..Limits::default() }).unwrap()
    }

    /// A way that is soon found will do, if there is room for it. Only else the cheapest is looked for.
    #[test]
    fn patience_is_for_what_is_tight() {
        let obstacle = |election: &Election, patience: u64| {
            let room = Room::new(election);
            let places: Vec<Place> = election.places().collect();
            Kept { patience, ..Kept::new(&room) }.obstacle(election, &room, &[], &places)
        };
        assert_eq!(obstacle(&election(9_400, 20_000), 0), Ok(None));
        assert_eq!(obstacle(&election(9_400, 9_401), 0), Err(GaveUp));
        assert_eq!(obstacle(&election(9_400, 9_401), 20_000_000), Ok(None));
        // One costs at most 1,361, and two at least 2,001.
        let lost = Some(Reason::MinimumLost { area: "all".to_owned() });
        assert_eq!(obstacle(&election(1_401, 1_999), 20_000_000), Ok(lost));
    }
}
