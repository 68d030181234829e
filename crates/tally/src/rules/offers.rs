//! Finding the lowest of many prices that are dear to compute exactly and only ever rise.
//!
//! What a project costs its supporters is known from below: by what it cost before, or by a quick look at what they have
//! now. The lowest of these bounds is made better until the exact prices of those that are left can decide.

use std::cmp::Ordering;

use crate::Place;

/// What can be bought, and for what.
pub(super) trait Offers {
    /// An exact price.
    type Price;

    /// A bound below the price of a project as it is now; `None` when it can never be bought any more. A bound above
    /// `enough` need not be a good one.
    fn at_least(&mut self, place: Place, enough: u128) -> Option<u128>;

    /// The price of a project as it is now; `None` when it can never be bought any more.
    fn exactly(&mut self, place: Place) -> Option<Self::Price>;

    /// A bound above a price.
    fn at_most(&self, place: Place, price: &Self::Price) -> u128;

    /// Which of two is cheaper.
    fn compare(&self, one: (Place, &Self::Price), other: (Place, &Self::Price)) -> Ordering;
}

/// The projects not bought yet.
pub(super) struct Open {
    candidates: Vec<Candidate>,
    /// Those that can never be bought any more.
    pub(super) gone: Vec<Place>,
}

struct Candidate {
    place: Place,
    at_least: u128,
    known: Known,
    /// Whether it may not be bought yet.
    waits: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Known {
    /// What it cost before.
    Before,
    /// What it costs now, from below.
    Nearly,
    /// What it costs now.
    Exactly,
}

/// The cheapest, in order of place: several when they cost the same.
pub(super) type Cheapest<P> = Vec<(Place, P)>;

impl Open {
    /// Nothing is bought yet. `floor` is a bound below what a project costs at any time.
    pub(super) fn new(places: Vec<Place>, floor: impl Fn(Place) -> u128) -> Self {
        let candidate = |place| Candidate { place, at_least: floor(place), known: Known::Before, waits: false };
        Self { candidates: places.into_iter().map(candidate).collect(), gone: Vec::new() }
    }

    /// The projects with the lowest price; none when nothing can be bought any more.
    pub(super) fn cheapest<O: Offers>(&mut self, offers: &mut O) -> Cheapest<O::Price> {
        for candidate in &mut self.candidates {
            candidate.known = Known::Before;
        }
        let mut best = Cheapest::new();
        let mut at_most = u128::MAX;
        while let Some(at) = self.lowest(at_most) {
            let Candidate { place, known, .. } = self.candidates[at];
            if known == Known::Before {
                match offers.at_least(place, at_most) {
                    Some(at_least) => {
                        let candidate = &mut self.candidates[at];
                        // A bound from before still holds, and may be the better one.
                        candidate.at_least = candidate.at_least.max(at_least);
                        candidate.known = Known::Nearly;
                    }
                    None => self.drop(at),
                }
            } else if let Some(price) = offers.exactly(place) {
                self.candidates[at].known = Known::Exactly;
                let order = best
                    .first()
                    .map_or(Ordering::Less, |(other, than)| offers.compare((place, &price), (*other, than)));
                if order == Ordering::Less {
                    best.clear();
                    at_most = offers.at_most(place, &price);
                }
                if order != Ordering::Greater {
                    best.push((place, price));
                }
            } else {
                self.drop(at);
            }
        }
        best.sort_by_key(|(place, _)| *place);
        best
    }

    /// The candidate with the lowest bound, among those that may still decide.
    fn lowest(&self, at_most: u128) -> Option<usize> {
        let deciding = |candidate: &Candidate| {
            candidate.known != Known::Exactly && candidate.at_least <= at_most && !candidate.waits
        };
        let all = self.candidates.iter().enumerate().filter(|(_, candidate)| deciding(candidate));
        all.min_by_key(|(_, candidate)| candidate.at_least).map(|(at, _)| at)
    }

    fn drop(&mut self, at: usize) {
        self.gone.push(self.candidates.remove(at).place);
    }

    /// Takes a project off that is bought.
    pub(super) fn take(&mut self, place: Place) {
        self.candidates.retain(|candidate| candidate.place != place);
    }

    /// Says which projects may not be bought yet.
    pub(super) fn hold(&mut self, waits: impl Fn(Place) -> bool) {
        for candidate in &mut self.candidates {
            candidate.waits = waits(candidate.place);
        }
    }

    /// Takes off what does not meet a condition.
    pub(super) fn retain(&mut self, keep: impl Fn(Place) -> bool) {
        self.candidates.retain(|candidate| keep(candidate.place));
    }

    /// The projects that are left, in order.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.candidates.iter().map(|candidate| candidate.place).collect();
        places.sort();
        places
    }
}
