//! Where ballots that put projects in an order put each of them.

use crate::{BallotKind, Election, Exact};

/// Where one project stands on the ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Ballots that put it first.
    pub first: u64,
    /// Ballots that name it, at whichever place.
    pub named: u64,
    /// Its mean place on these, the first being 1; `None` where nobody names it.
    pub mean_place: Option<Exact>,
    /// The others that it stands above on a ballot, on average over all ballots, empty ones included; `None` without a
    /// ballot. What a ballot leaves out stands below all that it names and level with one another, and of two that are
    /// level each stands half above the other. By this order it is the Borda count, averaged over what ballots leave out
    /// (Terzopoulou and Endriss, "The Borda class", Journal of Mathematical Economics, 2021).
    pub above: Option<Exact>,
}

/// What ballots say of one project, added up.
#[derive(Clone, Copy, Default)]
struct Sums {
    first: u64,
    named: u64,
    places: u64,
    /// Twice the others that it stands above, beside what ballots give to all that they leave out.
    twice_above: i128,
}

/// Where every project stands, by place; `None` where ballots put nothing in an order.
pub fn ranked(election: &Election) -> Option<Vec<Ranked>> {
    if election.kind() != BallotKind::Ranking {
        return None;
    }
    let all = election.projects().len();
    let mut sums = vec![Sums::default(); all];
    let mut left_out = 0;
    for (vote, times) in election.votes() {
        // Of so many, one that is left out stands above half of the others.
        let level = all.saturating_sub(vote.places.len() + 1);
        left_out += wide(level) * i128::from(times);
        for (before, place) in vote.places.iter().enumerate() {
            let sums = &mut sums[place.index()];
            sums.first += if before == 0 { times } else { 0 };
            sums.named += times;
            sums.places += times * (before as u64 + 1);
            sums.twice_above += (2 * wide(all - 1 - before) - wide(level)) * i128::from(times);
        }
    }
    let voters = i128::from(election.voters());
    let ranked = |sums: Sums| Ranked {
        first: sums.first,
        named: sums.named,
        mean_place: (sums.named > 0).then(|| Exact::new(sums.places.into(), sums.named.into())),
        above: (voters > 0).then(|| Exact::new(left_out + sums.twice_above, 2 * voters)),
    };
    Some(sums.into_iter().map(ranked).collect())
}

fn wide(count: usize) -> i128 {
    count as i128
}
