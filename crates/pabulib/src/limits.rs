//! Votes beyond what the file allows a vote. They count as given: how an election took them is not for a reader to say.

use super::amount::Amount;
use super::{File, Notice, Vote};

/// The limits of META that are told, each with what it bounds.
const LIMITS: [(&str, Measure, Bound); 4] = [
    ("max_sum_cost", Measure::Cost, Bound::Most),
    ("min_length", Measure::Length, Bound::Least),
    ("max_length", Measure::Length, Bound::Most),
    ("max_sum_points", Measure::Points, Bound::Most),
];

/// What a vote has so much of.
#[derive(Clone, Copy)]
enum Measure {
    /// Money, in units of `10^-scale`.
    Cost,
    /// Projects.
    Length,
    Points,
}

impl Measure {
    fn of(self, file: &File, vote: &Vote<'_>) -> i128 {
        let cost = |place: &u16| i128::from(file.projects[usize::from(*place)].cost.minor());
        match self {
            Self::Cost => vote.projects.iter().map(cost).sum(),
            Self::Length => vote.projects.len() as i128,
            Self::Points => vote.points.iter().map(|points| i128::from(*points)).sum(),
        }
    }

    fn digits(self, file: &File) -> u8 {
        match self {
            Self::Cost => file.scale.digits(),
            Self::Length | Self::Points => 0,
        }
    }
}

#[derive(Clone, Copy)]
enum Bound {
    Least,
    Most,
}

/// What is odd about the votes of a file, beginning with the budget.
pub(super) fn check(file: &File) -> Vec<Notice> {
    let sum_cost = file.meta.get("max_sum_cost").and_then(|stated| file.scale.read(stated));
    let over = |vote: &Vote<'_>| Measure::Cost.of(file, vote) > file.budget.minor().into();
    // A limit that is the budget is told once, by its name.
    let over = (sum_cost != Some(file.budget)).then(|| beyond(file, over)).flatten();
    let over = over.map(|(votes, first_line)| Notice::OverBudget { votes, first_line });
    over.into_iter().chain(LIMITS.into_iter().filter_map(|limit| stated(file, limit))).collect()
}

fn stated(file: &File, (key, measure, bound): (&'static str, Measure, Bound)) -> Option<Notice> {
    let stated = file.meta.get(key).filter(|stated| !stated.is_empty())?.clone();
    let Ok(limit) = Amount::read(0, key, &stated) else { return Some(Notice::NoLimit { key, stated }) };
    // In whole numbers: the limit may have more digits after the point than the costs.
    let (limit, unit) = limit.over(measure.digits(file));
    let wrong = |vote: &Vote<'_>| match bound {
        Bound::Least => measure.of(file, vote) * unit < limit,
        Bound::Most => measure.of(file, vote) * unit > limit,
    };
    beyond(file, wrong).map(|(votes, first_line)| Notice::Beyond { key, stated, votes, first_line })
}

/// How many votes are wrong, and the line of the first.
fn beyond(file: &File, wrong: impl Fn(&Vote<'_>) -> bool) -> Option<(usize, u64)> {
    let mut wrong = file.votes.iter().filter(|vote| wrong(vote));
    let first_line = wrong.next()?.line;
    Some((wrong.count() + 1, first_line))
}
