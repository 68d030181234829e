//! How many gave an area more, less or the same, as far as it is shown.

use basketry_disclosure::{Crosstab, Rows};
use basketry_tally::{AreaPoints, PointsFigures as Points};

use super::base::{Base, number};

/// For each area and group, whether the three counts are shown. All of them are, or none.
///
/// Who gives one area more gives another less. With two areas that makes the counts of one those of the other; with
/// more, one area held back alone could be narrowed down from the others. So of no group one area is held back alone.
pub(crate) struct Directions {
    shown: Vec<Vec<bool>>,
}

impl Directions {
    /// `points` are those of each section, and last of none.
    pub(crate) fn new(base: &Base, points: &[Points]) -> Self {
        let areas = points.first().map_or(0, |first| first.areas.len());
        let (mut shown, mut smallest) = (Vec::new(), Vec::new());
        for area in 0..areas {
            let of = |count: fn(&AreaPoints) -> usize| -> Vec<u64> {
                points.iter().map(|points| points.areas.get(area).map_or(0, |area| number(count(area)))).collect()
            };
            let counts = vec![of(AreaPoints::down), of(AreaPoints::unchanged), of(AreaPoints::up)];
            let table = base.table(&Rows { counts: counts.clone(), subtotals: Vec::new() });
            let all = |group: usize| table.as_ref().is_some_and(|table| all_three(table, group));
            shown.push((0..base.count()).map(all).collect::<Vec<bool>>());
            smallest.push(counts.iter().map(|row| row.iter().sum::<u64>()).min().unwrap_or(0));
        }
        (0..base.count()).for_each(|group| hide_a_second(&mut shown, &smallest, group));
        Self { shown }
    }

    pub(crate) fn shows(&self, area: usize, group: usize) -> bool {
        self.shown.get(area).and_then(|groups| groups.get(group)).copied().unwrap_or(false)
    }
}

/// Where one area is held back alone, the one with the smallest count goes with it.
fn hide_a_second(shown: &mut [Vec<bool>], smallest: &[u64], group: usize) {
    let mut open: Vec<usize> = (0..shown.len()).filter(|area| shown[*area][group]).collect();
    open.sort_by_key(|area| smallest[*area]);
    if let Some(second) = open.first().filter(|_| open.len() + 1 == shown.len()) {
        shown[*second][group] = false;
    }
}

fn all_three(table: &Crosstab, group: usize) -> bool {
    (0..3).all(|row| table.shown(row, group).is_some())
}
