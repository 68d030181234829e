//! Shift per person and area.

use std::collections::BTreeMap;

use basketry_charts::{Bin, Body, Cell, ChartData, Strip, Strips, Table};
use basketry_tally::{AreaPoints, PointsFigures};
use basketry_texts::msg;

use super::points::{base, by_shift, left_out};
use crate::context::{Context, Said};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, say};

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let points = context.view.points();
    let areas = by_shift(&points);
    if points.paired == 0 || areas.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_SHIFTS_SUBJECT, &msg::RESULTS_ABSENT_POINTS));
    }
    let furthest = areas.iter().flat_map(|area| &area.shifts).map(|shift| shift.unsigned_abs()).max().unwrap_or(0);
    let step = step(furthest);
    let bins = (step > 1).then(|| say!(words, RESULTS_SHIFTS_NOTE_BINS, step = i64::from(step)));
    let said = Said {
        finding: finding(context, &points),
        subject: say!(words, RESULTS_SHIFTS_SUBJECT),
        base: base(context, &points),
        rule: say!(words, RESULTS_SHIFTS_RULE),
        notes: left_out(context, &points).into_iter().chain(bins).collect(),
        rows: areas.iter().map(|area| spoken(context, area)).collect(),
        costs: false,
    };
    let rows: Vec<Strip> = areas.iter().map(|area| strip(context, area, step)).collect();
    let low = areas.iter().flat_map(|area| &area.shifts).map(|shift| bin(*shift, step)).min().unwrap_or(0);
    let high = areas.iter().flat_map(|area| &area.shifts).map(|shift| bin(*shift, step)).max().unwrap_or(0);
    // At least one bin on either side of no change, or the ends would have nothing to stand for.
    let (low, high) = (i64::from(low.min(-step)), i64::from(high.max(step)));
    let body = Strips {
        axis: axis(low, high, 0, |tick| words.shift(tick)),
        step: f64::from(step),
        less: say!(words, RESULTS_SHIFTS_LESS_END),
        more: say!(words, RESULTS_SHIFTS_MORE_END),
        dots: say!(words, RESULTS_SHIFTS_DOTS),
        columns: say!(words, RESULTS_SHIFTS_COLUMNS),
        rows,
    };
    Ok(context.chart(id, said, Body::Strips(body), table(context, &areas)))
}

/// How far apart bins stand, so that there are no more than about forty.
fn step(furthest: u16) -> i16 {
    match furthest {
        0..=20 => 1,
        21..=40 => 2,
        41..=60 => 5,
        _ => 10,
    }
}

/// The bin of a shift, away from zero: only who changed nothing stands at zero.
fn bin(shift: i16, step: i16) -> i16 {
    let (whole, rest) = (shift / step, shift % step);
    (whole + rest.signum()) * step
}

fn strip(context: &Context<'_>, area: &AreaPoints, step: i16) -> Strip {
    let words = &context.words;
    let mut bins: BTreeMap<i16, u32> = BTreeMap::new();
    for shift in &area.shifts {
        *bins.entry(bin(*shift, step)).or_default() += 1;
    }
    Strip {
        name: context.area(&area.area).to_owned(),
        bins: bins.into_iter().map(|(at, count)| Bin { at: f64::from(at), count }).collect(),
        fell: say!(words, RESULTS_SHIFTS_FELL, n = area.down()),
        same: say!(words, RESULTS_SHIFTS_SAME, n = area.unchanged()),
        rose: say!(words, RESULTS_SHIFTS_ROSE, n = area.up()),
        spoken: spoken(context, area),
    }
}

fn finding(context: &Context<'_>, points: &PointsFigures) -> String {
    let words = &context.words;
    let moved = |area: &AreaPoints| area.up() + area.down();
    let most = points.areas.iter().map(moved).max().unwrap_or(0);
    if most == 0 {
        return say!(words, RESULTS_SHIFTS_FINDING_NONE);
    }
    let best = points.areas.iter().filter(|area| moved(area) == most);
    let names: Vec<&str> = best.map(|area| context.area(&area.area)).collect();
    let (several, areas) = (names.len(), words.list(&names));
    say!(words, RESULTS_SHIFTS_FINDING, several = several, areas = areas, moved = most, n = points.paired)
}

fn spoken(context: &Context<'_>, area: &AreaPoints) -> String {
    let name = context.area(&area.area);
    let (rose, same, fell) = (area.up(), area.unchanged(), area.down());
    say!(context.words, RESULTS_SHIFTS_ROW, area = name, rose = rose, same = same, fell = fell)
}

fn table(context: &Context<'_>, areas: &[&AreaPoints]) -> Table {
    let words = &context.words;
    let cells = |area: &&AreaPoints| {
        let mean = area.mean_shift().map(|mean| Shown::rounded(mean, 1));
        vec![
            Cell::text(context.area(&area.area)),
            words.count_cell(area.down()),
            words.count_cell(area.unchanged()),
            words.count_cell(area.up()),
            mean.map_or_else(|| Cell::text(""), |mean| Cell::number(words.shift(mean), mean.raw())),
        ]
    };
    Table {
        caption: say!(words, RESULTS_SHIFTS_SUBJECT),
        columns: vec![
            say!(words, RESULTS_COLUMN_AREA),
            say!(words, RESULTS_POINTS_LESS),
            say!(words, RESULTS_POINTS_SAME),
            say!(words, RESULTS_POINTS_MORE),
            say!(words, RESULTS_SHIFTS_MEAN),
        ],
        rows: areas.iter().map(cells).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_changed_nothing_stands_at_zero() {
        assert_eq!([-6, -5, -1, 0, 1, 5, 6].map(|shift| bin(shift, 5)), [-10, -5, -5, 0, 5, 5, 10]);
        assert_eq!([-1, 0, 1].map(|shift| bin(shift, 1)), [-1, 0, 1]);
    }
}
