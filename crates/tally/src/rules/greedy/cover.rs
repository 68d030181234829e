//! The cheapest way to spend at least a given amount: a covering knapsack.

use super::super::common_divisor;

/// More sums had to be made than there was patience for.
#[derive(Debug, PartialEq)]
pub(super) struct GaveUp;

/// The least that some of these costs add up to and that is no less than `need`; `None` when all of them are less.
///
/// Makes every sum below `need` that can still come to it. Each takes one off `patience`.
pub(super) fn cheapest(mut costs: Vec<u64>, need: u64, patience: &mut u64) -> Result<Option<u64>, GaveUp> {
    // Nothing between `need` and the next multiple of what divides every cost can be made.
    let divisor = costs.iter().copied().fold(0, common_divisor).max(1);
    let least = need.next_multiple_of(divisor);
    let Some(mut best) = cheap(&mut costs, need) else { return Ok(None) };
    let mut rest: u64 = costs.iter().sum();
    let mut below = vec![0];
    for cost in costs {
        if best == least {
            break;
        }
        *patience = patience.checked_sub(below.len() as u64).ok_or(GaveUp)?;
        rest -= cost;
        let sums = || below.iter().map(|sum| sum + cost);
        best = sums().filter(|sum| *sum >= need).fold(best, u64::min);
        let useful = |sum: &u64| *sum < need && sum + rest >= need;
        below = merged(below.iter().copied().filter(useful), sums().filter(useful));
    }
    Ok(Some(best))
}

/// Some sum of these costs that is no less than `need`, seldom much more; `None` when there is none. Puts the costs in
/// order, the largest first: so few sums stay too small.
pub(super) fn cheap(costs: &mut [u64], need: u64) -> Option<u64> {
    costs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut taken, mut best) = (0, None);
    for cost in costs.iter().copied() {
        let sum = taken + cost;
        if sum > need {
            best = Some(best.map_or(sum, |best: u64| best.min(sum)));
        } else {
            taken = sum;
        }
    }
    if taken == need { Some(need) } else { best }
}

/// Two ascending lists as one, without repetition.
fn merged(one: impl Iterator<Item = u64>, other: impl Iterator<Item = u64>) -> Vec<u64> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    let mut all = Vec::new();
    while let Some(next) = [one.peek(), other.peek()].into_iter().flatten().min().copied() {
        all.push(next);
        one.next_if_eq(&next);
        other.next_if_eq(&next);
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_set_is_cheaper(costs in prop::collection::vec(prop_oneof![0_u64..40, Just(12)], 0..9), need in 0_u64..120) {
            let sum = |set: u32| -> u64 {
                costs.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, cost)| cost).sum()
            };
            let sums = || (0..1_u32 << costs.len()).map(sum);
            let least = sums().filter(|sum| *sum >= need).min();
            prop_assert_eq!(cheapest(costs.clone(), need, &mut { 100_000 }), Ok(least));
            let found = cheap(&mut costs.clone(), need);
            prop_assert_eq!(found.is_some(), least.is_some());
            prop_assert!(found.is_none_or(|found| found >= need && sums().any(|sum| sum == found)));
        }
    }

    /// No ten of them cost less than 10,000, and which nine come closest to 9,400 takes looking for.
    #[test]
    fn gives_up_after_so_many_sums() {
        let costs: Vec<u64> = (0..20).map(|at| 1_000 + at * at).collect();
        assert_eq!(cheapest(costs.clone(), 9_400, &mut { 100 }), Err(GaveUp));
        let nines = (0..1_u32 << 20).filter(|set| set.count_ones() == 9);
        let sum = |set: u32| -> u64 { (0..20).filter(|at| set >> at & 1 == 1).map(|at| costs[at]).sum() };
        let least = nines.map(sum).filter(|sum| *sum >= 9_400).min();
        assert_eq!(cheapest(costs.clone(), 9_400, &mut { 1_000_000 }), Ok(least));
    }
}
