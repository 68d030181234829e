//! What can be bought at all, and what stands in the way of what.

use std::cmp::Reverse;

use basketry_domain::Money;
use num_rational::Ratio;

use super::super::common_divisor;
use super::bounds::Bounds;
use crate::{Election, Place, Satisfaction, Support};

/// The projects that some selection can hold, by number: the more satisfaction per cost, the lower.
pub(super) struct Candidates<'a> {
    pub(super) list: Vec<Candidate>,
    /// How much can be spent, in minor units.
    pub(super) room: u64,
    pub(super) bounds: Bounds<'a>,
}

/// A project that can be bought.
pub(super) struct Candidate {
    pub(super) place: Place,
    /// In minor units.
    pub(super) cost: u64,
    /// The number of its area, where that has a limit.
    pub(super) area: Option<usize>,
    /// What it adds to a selection; more than nothing. All that the budget pays for adds up to less than 127 bits.
    pub(super) weight: u128,
    /// The weight for each minor unit; for a project for nothing, its weight.
    rate: Ratio<u128>,
    /// The candidates that must be bought with it: itself and what it requires, however indirectly.
    pub(super) with: Vec<usize>,
    /// The candidates that are lost with it: itself and what requires it, however indirectly.
    pub(super) without: Vec<usize>,
    /// The candidates that cannot be had together with it.
    pub(super) beside: Vec<usize>,
}

/// The satisfaction a project brings all voters together.
pub(super) fn worth(satisfaction: Satisfaction, support: Support, cost: Money) -> u128 {
    match satisfaction {
        Satisfaction::Cost => u128::from(support.voters) * u128::from(cost.minor().unsigned_abs()),
        Satisfaction::Cardinality => support.voters.into(),
        Satisfaction::Additive => support.points.into(),
    }
}

/// Whether anybody supports a project with this support. Being named without a point is no support where points count.
pub(super) fn supported(satisfaction: Satisfaction, support: Support) -> bool {
    let counts = if satisfaction == Satisfaction::Additive { support.points } else { support.voters };
    counts > 0
}

impl<'a> Candidates<'a> {
    /// The candidates of an election under a satisfaction.
    pub(super) fn new(election: &'a Election, satisfaction: Satisfaction) -> Self {
        let support = election.support();
        let weights = weights(election, satisfaction, &support);
        let clashes = clashes(election);
        let possible = |with: &[Place]| {
            let cost: Money = with.iter().map(|place| election.project(*place).cost).sum();
            let clash = |place: &Place| clashes[place.index()].iter().any(|other| with.contains(other));
            let wanted = |place: &Place| supported(satisfaction, support[place.index()]);
            cost <= election.budget() && with.iter().all(wanted) && !with.iter().any(clash)
        };
        let together = election.places().map(|place| (place, together(election, place)));
        let mut possible: Vec<_> = together.filter(|(_, with)| possible(with)).collect();
        let cost = |place: Place| election.project(place).cost.minor().unsigned_abs();
        let rate = |place: Place| Ratio::new(weights[place.index()], cost(place).max(1).into());
        possible.sort_by_cached_key(|(place, _)| (cost(*place) > 0, Reverse(rate(*place)), Reverse(cost(*place))));
        let mut numbers = vec![None; election.projects().len()];
        for (number, (place, _)) in possible.iter().enumerate() {
            numbers[place.index()] = Some(number);
        }
        let numbered = |places: &[Place]| places.iter().filter_map(|place| numbers[place.index()]).collect();
        let bounds = Bounds::new(election);
        let candidate = |(place, with): &(Place, Vec<Place>)| Candidate {
            place: *place,
            cost: cost(*place),
            area: bounds.area_of(*place),
            weight: weights[place.index()],
            rate: rate(*place),
            with: numbered(with),
            without: Vec::new(),
            beside: numbered(&clashes[place.index()]),
        };
        let mut list: Vec<Candidate> = possible.iter().map(candidate).collect();
        for at in 0..list.len() {
            for required in list[at].with.clone() {
                list[required].without.push(at);
            }
        }
        // Whatever is bought costs a multiple of what divides every cost.
        let divisor = list.iter().map(|candidate| candidate.cost).fold(0, common_divisor).max(1);
        let budget = election.budget().minor().unsigned_abs();
        Self { list, room: budget - budget % divisor, bounds }
    }
}

impl Candidate {
    /// What part of it would add, for which there is room; rounded down.
    pub(super) fn part(&self, room: u64) -> u128 {
        // Less than its weight by cost, where the rate is whole; elsewhere votes or points by money, 114 bits.
        self.rate.numer() * u128::from(room) / self.rate.denom()
    }
}

/// What each project adds, by place. By cost any amount comes before all projects for nothing.
fn weights(election: &Election, satisfaction: Satisfaction, support: &[Support]) -> Vec<u128> {
    let of = |place: Place| (support[place.index()], election.project(place).cost);
    if satisfaction != Satisfaction::Cost {
        return election.places().map(|place| worth(satisfaction, of(place).0, of(place).1)).collect();
    }
    let free = |place: &Place| of(*place).1 == Money::ZERO;
    let unit = 1 + election.places().filter(free).map(|place| u128::from(of(place).0.voters)).sum::<u128>();
    let weight = |place: Place| match of(place) {
        (support, Money::ZERO) => support.voters.into(),
        (support, cost) => unit * worth(satisfaction, support, cost),
    };
    election.places().map(weight).collect()
}

/// A project and all it requires, however indirectly.
fn together(election: &Election, place: Place) -> Vec<Place> {
    let mut all = vec![place];
    let mut next = 0;
    while let Some(place) = all.get(next) {
        for required in election.project(*place).requires.iter().filter_map(|id| election.place(id)) {
            if !all.contains(&required) {
                all.push(required);
            }
        }
        next += 1;
    }
    all
}

/// The other projects that each cannot be had together with, by place.
fn clashes(election: &Election) -> Vec<Vec<Place>> {
    let mut clashes = vec![Vec::new(); election.projects().len()];
    for place in election.places() {
        let others = election.project(place).excludes.iter().filter_map(|id| election.place(id));
        for other in others.filter(|other| *other != place) {
            clashes[place.index()].push(other);
            clashes[other.index()].push(place);
        }
    }
    clashes
}
