//! What a group would pay for a project that is not funded and for those that are, where each gives one unit.
//!
//! The fewer a group are, the more each of them pays. So a voter who cannot pay in a group cannot pay in any smaller
//! one, and leaving out whoever cannot pay, again and again, comes to the largest group in which all can.

use num_bigint::BigInt;
use num_traits::Zero;

use super::claims::Group;
use crate::{BigExact, Election, Place, Vote};

/// A minor unit is `1 << BITS` parts: with the costs of all projects together that fits 128 bits.
const BITS: u32 = 60;

/// The ballots of an election, and what is funded.
pub(super) struct Dues<'a> {
    election: &'a Election,
    funded: &'a [bool],
    votes: Vec<(Vote<'a>, u64)>,
    budget: u64,
}

impl<'a> Dues<'a> {
    pub(super) fn new(election: &'a Election, funded: &'a [bool]) -> Self {
        Self { election, funded, votes: election.votes().collect(), budget: election.budget().minor().unsigned_abs() }
    }

    /// By place: the largest group with a claim.
    pub(super) fn groups(&self) -> Vec<Option<Group>> {
        let mut supporters = vec![Vec::new(); self.funded.len()];
        for (number, (vote, _)) in self.votes.iter().enumerate() {
            for place in vote.places.iter().filter(|place| !self.is_funded(**place)) {
                supporters[place.index()].push(number);
            }
        }
        self.election.places().zip(supporters).map(|(place, group)| self.group(place, group)).collect()
    }

    /// The largest group with a claim to a project, among its supporters, by number of ballot.
    fn group(&self, claimed: Place, mut group: Vec<usize>) -> Option<Group> {
        loop {
            let voters: u64 = group.iter().map(|number| self.votes[*number].1).sum();
            // Too few for the project alone.
            if voters == 0 || self.is_too_dear(claimed, voters) {
                return None;
            }
            let prices = self.prices(claimed, &group);
            let before = group.len();
            group.retain(|number| self.can_pay(&prices, self.votes[*number].0));
            if group.len() == before {
                let gets = |number: &usize| self.votes[*number].0.places.iter().filter(|place| self.is_funded(**place));
                let most = group.iter().map(|number| gets(number).count() as u64).max();
                return most.map(|most| Group { voters, most });
            }
        }
    }

    /// Whether a project between so many voters costs each of them more than their share.
    fn is_too_dear(&self, place: Place, voters: u64) -> bool {
        let cost = u128::from(self.cost(place)) * u128::from(self.election.voters());
        cost > u128::from(self.budget) * u128::from(voters)
    }

    fn prices(&self, claimed: Place, group: &[usize]) -> Prices {
        let mut payers = vec![0; self.funded.len()];
        for number in group {
            let (vote, times) = self.votes[*number];
            for place in vote.places {
                payers[place.index()] += times;
            }
        }
        let parts = |place: Place| match payers[place.index()] {
            0 => 0,
            payers => (u128::from(self.cost(place)) << BITS) / u128::from(payers),
        };
        let most = parts(claimed);
        let parts = self.election.places().map(|place| parts(place).min(most)).collect();
        Prices { claimed, payers, parts }
    }

    /// Whether what one voter would pay is within their share.
    fn can_pay(&self, prices: &Prices, vote: Vote<'_>) -> bool {
        let bought = || vote.places.iter().copied().filter(|place| self.is_funded(*place) || *place == prices.claimed);
        let share = (u128::from(self.budget) << BITS) / u128::from(self.election.voters());
        let (mut due, mut rounded) = (0, 0);
        for place in bought() {
            due += prices.parts[place.index()];
            rounded += 1;
        }
        if due > share || due + rounded <= share {
            return due <= share;
        }
        // As near as this, parts do not tell.
        let due = bought().map(|place| self.price(prices, place)).fold(BigExact::zero(), |sum, price| sum + price);
        due <= fraction(self.budget, self.election.voters())
    }

    fn price(&self, prices: &Prices, place: Place) -> BigExact {
        let alone = |place: Place| fraction(self.cost(place), prices.payers[place.index()]);
        alone(place).min(alone(prices.claimed))
    }

    fn cost(&self, place: Place) -> u64 {
        self.election.project(place).cost.minor().unsigned_abs()
    }

    fn is_funded(&self, place: Place) -> bool {
        self.funded[place.index()]
    }
}

/// What projects cost each voter of a group.
struct Prices {
    claimed: Place,
    /// By place: how many in the group support it.
    payers: Vec<u64>,
    /// By place: what each of them would pay, in parts, rounded down.
    parts: Vec<u128>,
}

/// A fraction of whole numbers; the denominator counts voters, of whom there are some.
fn fraction(numer: u64, denom: u64) -> BigExact {
    BigExact::new(BigInt::from(numer), BigInt::from(denom))
}
