//! Shift per person and area.

use std::collections::BTreeMap;

use basketry_charts::{Bin, Body, Cell, ChartData, Strip, Strips, Table};
use basketry_tally::{AreaPoints, Exact, Movement, PointsFigures};
use basketry_texts::msg;

use super::points::{base, by_shift, left_out};
use crate::context::{Context, Said};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, say};

/// One area, and which way its persons moved.
struct Row<'a> {
    area: &'a AreaPoints,
    moved: Movement,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let points = context.view.points();
    let areas = rows(&points);
    if points.paired == 0 || areas.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_SHIFTS_SUBJECT, &msg::RESULTS_ABSENT_POINTS));
    }
    let shifts = || areas.iter().flat_map(|row| &row.area.shifts);
    let furthest = shifts().map(|shift| shift.unsigned_abs()).max().unwrap_or(0);
    let step = step(furthest);
    let bins = (step > 1).then(|| say!(words, RESULTS_SHIFTS_NOTE_BINS, step = i64::from(step)));
    let said = Said {
        finding: finding(context, &points),
        subject: say!(words, RESULTS_SHIFTS_SUBJECT),
        base: base(context, &points),
        rule: say!(words, RESULTS_SHIFTS_RULE),
        notes: left_out(context, &points).into_iter().chain(bins).chain(notes(context, &points)).collect(),
        rows: areas.iter().map(|row| spoken(context, row)).collect(),
        costs: false,
    };
    let rows: Vec<Strip> = areas.iter().map(|row| strip(context, row, step)).collect();
    let low = shifts().map(|shift| bin(*shift, step)).min().unwrap_or(0);
    let high = shifts().map(|shift| bin(*shift, step)).max().unwrap_or(0);
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

/// The areas, the one that gained most first. There is one test for each.
fn rows(points: &PointsFigures) -> Vec<Row<'_>> {
    let movements = points.movements(Exact::new(1, 20));
    let mut moved = points.areas.iter().map(|area| &area.area).zip(movements).collect::<BTreeMap<_, _>>();
    let row = |area| Some(Row { area, moved: moved.remove(&area.area)? });
    by_shift(points).into_iter().filter_map(row).collect()
}

/// How many moved how much, and what “clearly” means.
fn notes(context: &Context<'_>, points: &PointsFigures) -> Vec<String> {
    let words = &context.words;
    let Some(mean) = points.mean_switched().filter(|_| points.moved() > 0) else { return Vec::new() };
    let switched = words.number(Shown::rounded(mean, 1));
    vec![
        say!(words, RESULTS_SHIFTS_NOTE_MOVED, moved = points.moved(), n = points.paired, points = switched),
        say!(words, RESULTS_SHIFTS_NOTE_CLEAR, n = points.areas.len()),
    ]
}

/// Which way persons moved, in words. It is never for the better or the worse.
fn way(context: &Context<'_>, moved: Movement) -> String {
    let words = &context.words;
    match moved {
        Movement::None => say!(words, RESULTS_SHIFTS_WAY_NONE),
        Movement::NoClearChange => say!(words, RESULTS_SHIFTS_WAY_UNCLEAR),
        Movement::Up => say!(words, RESULTS_SHIFTS_WAY_UP),
        Movement::Down => say!(words, RESULTS_SHIFTS_WAY_DOWN),
    }
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

fn strip(context: &Context<'_>, row: &Row<'_>, step: i16) -> Strip {
    let (words, area) = (&context.words, row.area);
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
        spoken: spoken(context, row),
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

fn spoken(context: &Context<'_>, Row { area, moved }: &Row<'_>) -> String {
    let (name, way) = (context.area(&area.area), way(context, *moved));
    let (rose, same, fell) = (area.up(), area.unchanged(), area.down());
    say!(context.words, RESULTS_SHIFTS_ROW, area = name, rose = rose, same = same, fell = fell, way = way)
}

fn table(context: &Context<'_>, rows: &[Row<'_>]) -> Table {
    let words = &context.words;
    let cells = |Row { area, moved }: &Row<'_>| {
        let mean = area.mean_shift().map(|mean| Shown::rounded(mean, 1));
        vec![
            Cell::text(context.area(&area.area)),
            words.count_cell(area.down()),
            words.count_cell(area.unchanged()),
            words.count_cell(area.up()),
            mean.map_or_else(|| Cell::text(""), |mean| Cell::number(words.shift(mean), mean.raw())),
            Cell::text(way(context, *moved)),
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
            say!(words, RESULTS_SHIFTS_WAY),
        ],
        rows: rows.iter().map(cells).collect(),
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
