//! Shift per person and area.

use std::collections::BTreeMap;

use basketry_charts::{Bin, Body, Cell, ChartData, Strip, Strips, Table};
use basketry_tally::{AreaPoints, Exact, Movement, PointsFigures};
use basketry_texts::msg;

use super::points::{base, by_shift, left_out, told};
use crate::context::{Context, Said};
use crate::published::number;
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, say};

/// One area, and which way its persons moved.
struct Row<'a> {
    area: &'a AreaPoints,
    /// Whether it is told how many gave less, the same and more.
    told: bool,
    moved: Movement,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let points = context.view.points();
    let areas = rows(context, &points);
    if points.paired == 0 || areas.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_SHIFTS_SUBJECT, &msg::RESULTS_ABSENT_POINTS));
    }
    if areas.iter().all(|row| !row.told) {
        return Err(context.too_few(id, &msg::RESULTS_SHIFTS_SUBJECT));
    }
    let step = step(&areas);
    let said = Said {
        finding: finding(context, &points),
        subject: say!(words, RESULTS_SHIFTS_SUBJECT),
        base: base(context, &points),
        rule: say!(words, RESULTS_SHIFTS_RULE),
        notes: left_out(context, &points).into_iter().chain(notes(context, &points)).collect(),
        rows: areas.iter().map(|row| spoken(context, row)).collect(),
        costs: false,
    };
    let marks: Vec<Vec<(i16, u64)>> = areas.iter().map(|row| marks(context, row, step)).collect();
    let places = || marks.iter().flatten().map(|(at, _)| i64::from(*at));
    // At least one bin on either side of no change, or the ends would have nothing to stand for.
    let (low, high) = (places().min().unwrap_or(0), places().max().unwrap_or(0));
    let (low, high) = (low.min(-i64::from(step)), high.max(i64::from(step)));
    let rows: Vec<Strip> = areas.iter().zip(marks).map(|(row, marks)| strip(context, row, &marks)).collect();
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
fn rows<'a>(context: &Context<'_>, points: &'a PointsFigures) -> Vec<Row<'a>> {
    let movements = points.movements(Exact::new(1, 20));
    let mut moved = points.areas.iter().map(|area| &area.area).zip(movements).collect::<BTreeMap<_, _>>();
    let row =
        |area: &'a AreaPoints| Some(Row { area, told: told(context, points, area), moved: moved.remove(&area.area)? });
    by_shift(points).into_iter().filter_map(row).collect()
}

/// How many moved how much, what “clearly” means, and what marks stand for.
///
/// How many moved at all is told of everybody only: what sections add up to is not weighed.
fn notes(context: &Context<'_>, points: &PointsFigures) -> Vec<String> {
    let words = &context.words;
    let bins = say!(words, RESULTS_SHIFTS_NOTE_BINS, threshold = context.published.threshold.count());
    let Some(mean) = points.mean_switched().filter(|_| points.moved() > 0) else { return vec![bins] };
    let few = [points.moved(), points.paired - points.moved()].into_iter().any(|n| context.published.is_small(n));
    let told = if few || !context.published.everybody() { "no" } else { "yes" };
    let (moved, n, switched) = (points.moved(), points.paired, words.number(Shown::rounded(mean, 1)));
    vec![
        bins,
        say!(words, RESULTS_SHIFTS_NOTE_MOVED, told = told, moved = moved, n = n, points = switched),
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

/// How far apart bins stand. It follows from how many there are and not from the furthest, who is one person.
fn step(areas: &[Row<'_>]) -> i16 {
    match areas.iter().map(|row| row.area.shifts.len()).max().unwrap_or(0) {
        0..1_000 => 5,
        _ => 2,
    }
}

/// The bin of a shift, away from zero: only who changed nothing stands at zero.
fn bin(shift: i16, step: i16) -> i16 {
    let (whole, rest) = (shift / step, shift % step);
    (whole + rest.signum()) * step
}

/// The bins of one side from zero outwards, so many put together at the innermost that none has fewer than `least`.
fn put_together(bins: &[(i16, u64)], least: u64) -> Vec<(i16, u64)> {
    let mut together: Vec<(i16, u64)> = Vec::new();
    for (at, count) in bins {
        match together.last_mut() {
            Some((_, so_far)) if *so_far < least => *so_far += count,
            _ => together.push((*at, *count)),
        }
    }
    // What is left outside goes to its neighbour.
    if let [.., (_, inner), (_, outer)] = &mut together[..]
        && *outer < least
    {
        *inner += *outer;
        together.pop();
    }
    together
}

/// The marks of an area. Of a section the three counts are all that is told, and of an area held back nothing is.
fn marks(context: &Context<'_>, row: &Row<'_>, step: i16) -> Vec<(i16, u64)> {
    let mut bins: BTreeMap<i16, u64> = BTreeMap::new();
    for (shift, times) in row.area.shifts.different().filter(|_| row.told) {
        let at = if context.published.everybody() { bin(shift, step) } else { shift.signum() * step };
        *bins.entry(at).or_default() += number(times);
    }
    let side = |sign: i16| {
        let side = bins.iter().filter(|(at, _)| at.signum() == sign);
        let mut side: Vec<(i16, u64)> = side.map(|(at, count)| (*at, *count)).collect();
        side.sort_by_key(|(at, _)| at.unsigned_abs());
        put_together(&side, context.published.threshold.count())
    };
    side(-1).into_iter().rev().chain(side(0)).chain(side(1)).collect()
}

fn strip(context: &Context<'_>, row: &Row<'_>, marks: &[(i16, u64)]) -> Strip {
    let (words, area) = (&context.words, row.area);
    let (name, spoken) = (context.area(&area.area).to_owned(), spoken(context, row));
    if !row.told {
        let (fell, rose) = (String::new(), String::new());
        return Strip { name, bins: Vec::new(), fell, same: words.held_back(), rose, spoken };
    }
    let bin = |(at, count): &(i16, u64)| Bin { at: f64::from(*at), count: u32::try_from(*count).unwrap_or(u32::MAX) };
    Strip {
        name,
        bins: marks.iter().map(bin).collect(),
        fell: say!(words, RESULTS_SHIFTS_FELL, n = area.down()),
        same: say!(words, RESULTS_SHIFTS_SAME, n = area.unchanged()),
        rose: say!(words, RESULTS_SHIFTS_ROSE, n = area.up()),
        spoken,
    }
}

fn finding(context: &Context<'_>, points: &PointsFigures) -> String {
    let words = &context.words;
    let moved = |area: &AreaPoints| area.up() + area.down();
    let shown = || points.areas.iter().filter(|area| told(context, points, area));
    let most = shown().map(moved).max().unwrap_or(0);
    let best = shown().filter(|area| moved(area) == most);
    let names: Vec<&str> = best.map(|area| context.area(&area.area)).collect();
    let (several, areas) = (names.len(), words.list(&names));
    let all = if shown().count() == points.areas.len() { "yes" } else { "no" };
    say!(words, RESULTS_SHIFTS_FINDING, all = all, several = several, areas = areas, moved = most, n = points.paired)
}

fn spoken(context: &Context<'_>, Row { area, told, moved }: &Row<'_>) -> String {
    if !told {
        return say!(context.words, RESULTS_ROW_HELD_BACK, name = context.area(&area.area));
    }
    let (name, way) = (context.area(&area.area), way(context, *moved));
    let (rose, same, fell) = (area.up(), area.unchanged(), area.down());
    say!(context.words, RESULTS_SHIFTS_ROW, area = name, rose = rose, same = same, fell = fell, way = way)
}

fn table(context: &Context<'_>, rows: &[Row<'_>]) -> Table {
    let words = &context.words;
    let direction = |told: bool, n: usize| if told { words.count_cell(n) } else { words.held_cell() };
    let cells = |Row { area, told, moved }: &Row<'_>| {
        let mean = area.mean_shift().map(|mean| Shown::rounded(mean, 1));
        vec![
            Cell::text(context.area(&area.area)),
            direction(*told, area.down()),
            direction(*told, area.unchanged()),
            direction(*told, area.up()),
            mean.map_or_else(|| Cell::text(""), |mean| Cell::number(words.shift(mean), mean.raw())),
            if *told { Cell::text(way(context, *moved)) } else { words.held_cell() },
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

    #[test]
    fn no_mark_is_of_fewer_than_the_threshold() {
        assert_eq!(put_together(&[(5, 12), (10, 4), (15, 3), (20, 5), (25, 2)], 10), [(5, 12), (10, 14)]);
        assert_eq!(put_together(&[(5, 3), (10, 4), (40, 3)], 10), [(5, 10)]);
        assert_eq!(put_together(&[(5, 3), (10, 20), (40, 1)], 10), [(5, 24)]);
        assert_eq!(put_together(&[], 10), []);
    }
}
