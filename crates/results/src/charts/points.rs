//! Points per area, first reaction and considered view.

use basketry_charts::{Body, Cell, Change, ChartData, Dumbbell, Table};
use basketry_tally::{AreaPoints, Exact, PointsFigures};
use basketry_texts::msg;

use crate::context::{Context, Said};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, figure, say};

/// One area with its figures.
struct Row<'a> {
    area: &'a AreaPoints,
    /// Whether it is told how many gave less, the same and more.
    told: bool,
    name: &'a str,
    before: Shown,
    after: Shown,
    shift: Shown,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let points = context.view.points();
    let rows = rows(context, &points);
    if rows.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_POINTS_SUBJECT, &msg::RESULTS_ABSENT_POINTS));
    }
    let said = Said {
        finding: finding(context, &points),
        subject: say!(words, RESULTS_POINTS_SUBJECT),
        base: base(context, &points),
        rule: say!(words, RESULTS_POINTS_RULE),
        notes: left_out(context, &points).into_iter().chain([say!(words, RESULTS_NOTE_ROUNDING)]).collect(),
        rows: rows.iter().map(|row| spoken(context, row)).collect(),
        costs: false,
    };
    let changes = rows.iter().map(|row| Change {
        name: row.name.to_owned(),
        before: figure(row.before, words.number(row.before)),
        after: figure(row.after, words.number(row.after)),
        shift: words.shift(row.shift),
        spoken: spoken(context, row),
    });
    let all = || rows.iter().flat_map(|row| [row.before.units(), row.after.units()]);
    let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
    let body = Dumbbell {
        before: say!(words, RESULTS_POINTS_BEFORE),
        after: say!(words, RESULTS_POINTS_AFTER),
        axis: axis(low, high, 1, |tick| words.tick(tick)),
        rows: changes.collect(),
    };
    Ok(context.chart(id, said, Body::Dumbbell(body), table(context, &rows)))
}

/// The base of everything about points, in words.
pub(super) fn base(context: &Context<'_>, points: &PointsFigures) -> String {
    let few = [points.first_only, points.considered_only].into_iter().any(|n| context.published.is_small(n));
    let others = if few { "none" } else { "some" };
    let (first, considered) = (points.first_only, points.considered_only);
    say!(context.words, RESULTS_POINTS_BASE, n = points.paired, others = others, first = first, considered = considered)
}

/// How many are left out, and why.
pub(super) fn left_out(context: &Context<'_>, points: &PointsFigures) -> Option<String> {
    context.left_out(points.left_out, (&msg::RESULTS_POINTS_LEFT_OUT, &msg::RESULTS_POINTS_LEFT_OUT_FEW))
}

/// The areas, the one that gained most first; in the file's order where they gained the same.
pub(super) fn by_shift(points: &PointsFigures) -> Vec<&AreaPoints> {
    let mut areas: Vec<&AreaPoints> = points.areas.iter().collect();
    areas.sort_by_key(|area| std::cmp::Reverse(area.considered - area.first));
    areas
}

/// Whether it is told how many gave an area less, the same and more.
pub(super) fn told(context: &Context<'_>, points: &PointsFigures, area: &AreaPoints) -> bool {
    let place = points.areas.iter().position(|one| one.area == area.area);
    place.is_some_and(|place| context.published.directions.shows(place, context.published.group))
}

fn rows<'a>(context: &Context<'a>, points: &'a PointsFigures) -> Vec<Row<'a>> {
    let row = |area: &'a AreaPoints| {
        let shown = |mean: Option<Exact>| mean.map(|mean| Shown::rounded(mean, 1));
        Some(Row {
            name: context.area(&area.area),
            before: shown(area.mean_first())?,
            after: shown(area.mean_considered())?,
            shift: shown(area.mean_shift())?,
            told: told(context, points, area),
            area,
        })
    };
    by_shift(points).into_iter().filter_map(row).collect()
}

fn finding(context: &Context<'_>, points: &PointsFigures) -> String {
    let words = &context.words;
    let gain = |area: &AreaPoints| area.considered - area.first;
    let most = points.areas.iter().map(gain).max().unwrap_or(0);
    let best: Vec<&AreaPoints> = points.areas.iter().filter(|area| gain(area) == most).collect();
    let Some(shift) = best.first().and_then(|area| area.mean_shift()).filter(|_| most > 0) else {
        return say!(words, RESULTS_POINTS_FINDING_NONE);
    };
    let names: Vec<&str> = best.iter().map(|area| context.area(&area.area)).collect();
    let told = if best.iter().all(|area| told(context, points, area)) { "yes" } else { "no" };
    let moved: usize = best.iter().map(|area| area.up() + area.down()).sum();
    say!(
        words,
        RESULTS_POINTS_FINDING,
        several = names.len(),
        areas = words.list(&names),
        shift = words.shift(Shown::rounded(shift, 1)),
        told = told,
        moved = moved,
        n = points.paired
    )
}

fn spoken(context: &Context<'_>, row: &Row<'_>) -> String {
    let words = &context.words;
    let (before, after, shift) = (words.number(row.before), words.number(row.after), words.shift(row.shift));
    say!(words, RESULTS_POINTS_ROW, area = row.name, before = before, after = after, shift = shift)
}

fn table(context: &Context<'_>, rows: &[Row<'_>]) -> Table {
    let words = &context.words;
    let direction = |told: bool, n: usize| if told { words.count_cell(n) } else { words.held_cell() };
    let cells = |row: &Row<'_>| {
        vec![
            Cell::text(row.name),
            words.number_cell(row.before),
            words.number_cell(row.after),
            Cell::number(words.shift(row.shift), row.shift.raw()),
            direction(row.told, row.area.down()),
            direction(row.told, row.area.unchanged()),
            direction(row.told, row.area.up()),
        ]
    };
    Table {
        caption: say!(words, RESULTS_POINTS_SUBJECT),
        columns: vec![
            say!(words, RESULTS_COLUMN_AREA),
            say!(words, RESULTS_POINTS_BEFORE),
            say!(words, RESULTS_POINTS_AFTER),
            say!(words, RESULTS_POINTS_SHIFT),
            say!(words, RESULTS_POINTS_LESS),
            say!(words, RESULTS_POINTS_SAME),
            say!(words, RESULTS_POINTS_MORE),
        ],
        rows: rows.iter().map(cells).collect(),
    }
}
