//! Sections side by side: what the three charts of that kind share.

pub(super) mod money;
pub(super) mod points;
pub(super) mod shares;

use basketry_charts::{Axis, Body, Cell, ChartData, Figure, Grid, GridCell, GridRow, Table};

use crate::context::{Context, Said};
use crate::sections::Group;
use crate::shown::Shown;
use crate::words::{figure, say};

/// One area or item.
struct Row<'a> {
    name: &'a str,
    overall: Option<Shown>,
    /// One for each section; `None` where it is held back.
    cells: Vec<Option<Value>>,
}

/// One section's figure.
#[derive(Clone, Copy)]
struct Value {
    mean: Shown,
    /// The quartiles.
    spread: Option<(Shown, Shown)>,
}

/// How one of the charts differs from the others.
struct Kind<'a> {
    subject: String,
    base: String,
    rule: String,
    notes: Vec<String>,
    /// The heading of the first column.
    row_word: String,
    mean_word: String,
    costs: bool,
    axis: Axis,
    /// A figure in words.
    print: &'a dyn Fn(Shown) -> String,
    /// A figure in the table.
    cell: &'a dyn Fn(Shown) -> Cell,
    /// How many rows the picture has at most; the table has all.
    most_drawn: usize,
}

fn chart(context: &Context<'_>, id: &str, kind: Kind<'_>, groups: &[Group<'_>], rows: &[Row<'_>]) -> ChartData {
    let words = &context.words;
    let spreads = rows.iter().flat_map(|row| row.cells.iter().flatten()).any(|value| value.spread.is_some());
    let spoken: Vec<Vec<String>> = rows.iter().map(|row| spoken(context, &kind, groups, row)).collect();
    let said = Said {
        finding: finding(context, &kind, groups, rows),
        subject: kind.subject.clone(),
        base: say!(words, RESULTS_SECTIONS_BASE, base = kind.base.as_str()),
        rule: say!(words, RESULTS_SECTIONS_RULE, rule = kind.rule.as_str()),
        notes: kind.notes.clone(),
        rows: spoken.concat(),
        costs: kind.costs,
    };
    let table = table(context, &kind, groups, rows, spreads);
    let cell = |(value, spoken): (&Option<Value>, String)| GridCell {
        mean: value
            .map_or_else(|| Figure::held_back(words.held_back()), |value| figure(value.mean, (kind.print)(value.mean))),
        spread: value.and_then(|value| value.spread).map(|(low, high)| (low.value(), high.value())),
        spoken,
    };
    let grid_rows = rows.iter().zip(spoken).take(kind.most_drawn).map(|(row, spoken)| GridRow {
        name: row.name.to_owned(),
        overall: row.overall.map(Shown::value),
        cells: row.cells.iter().zip(spoken).map(cell).collect(),
    });
    let grid = Grid {
        columns: groups.iter().map(|group| group.name.clone()).collect(),
        mean_word: kind.mean_word,
        spread_word: if spreads { say!(words, RESULTS_SECTIONS_MIDDLE) } else { String::new() },
        overall_word: say!(words, RESULTS_COLUMN_ALL),
        rows: grid_rows.collect(),
        axis: kind.axis,
    };
    context.chart(id, said, Body::Grid(grid), table)
}

fn spoken(context: &Context<'_>, kind: &Kind<'_>, groups: &[Group<'_>], row: &Row<'_>) -> Vec<String> {
    let words = &context.words;
    let sentence = |(group, value): (&Group<'_>, &Option<Value>)| {
        let value = value.map_or_else(|| words.held_back(), |value| (kind.print)(value.mean));
        say!(words, RESULTS_SECTIONS_CELL, row = row.name, section = group.name.as_str(), value = value)
    };
    groups.iter().zip(&row.cells).map(sentence).collect()
}

/// Where the sections shown are furthest apart.
fn finding(context: &Context<'_>, kind: &Kind<'_>, groups: &[Group<'_>], rows: &[Row<'_>]) -> String {
    let words = &context.words;
    let shown: Vec<&Group<'_>> = groups.iter().filter(|group| !group.held).collect();
    if let [only] = shown[..] {
        return say!(words, RESULTS_SECTIONS_FINDING_ONE, section = only.name.as_str());
    }
    let ends = |row: &Row<'_>| {
        let known = || groups.iter().zip(&row.cells).filter_map(|(group, value)| Some((group, (*value)?.mean)));
        let low = known().min_by_key(|(_, mean)| mean.units())?;
        // The first of equals, as for the lowest.
        let high = known().rev().max_by_key(|(_, mean)| mean.units())?;
        Some((low, high, high.1.units() - low.1.units()))
    };
    let apart = rows.iter().filter_map(|row| Some((row, ends(row)?))).rev();
    match apart.max_by_key(|(_, (_, _, apart))| *apart) {
        Some((row, ((lowest, low), (highest, high), apart))) if apart > 0 => say!(
            words,
            RESULTS_SECTIONS_FINDING,
            row = row.name,
            low = (kind.print)(low),
            lowest = lowest.name.as_str(),
            high = (kind.print)(high),
            highest = highest.name.as_str()
        ),
        _ => say!(words, RESULTS_SECTIONS_FINDING_NONE),
    }
}

fn table(context: &Context<'_>, kind: &Kind<'_>, groups: &[Group<'_>], rows: &[Row<'_>], spreads: bool) -> Table {
    let words = &context.words;
    let mut columns = vec![kind.row_word.clone()];
    for group in groups {
        let section = group.name.as_str();
        columns.push(section.to_owned());
        if spreads {
            columns.push(say!(words, RESULTS_SECTIONS_LOWER, section = section));
            columns.push(say!(words, RESULTS_SECTIONS_UPPER, section = section));
        }
    }
    columns.push(say!(words, RESULTS_COLUMN_ALL));
    let known = |shown: Option<Shown>| shown.map_or_else(|| Cell::text(words.held_back()), kind.cell);
    let cells = |row: &Row<'_>| {
        let mut cells = vec![Cell::text(row.name)];
        for value in &row.cells {
            cells.push(known(value.map(|value| value.mean)));
            if spreads {
                let (low, high) = value.and_then(|value| value.spread).unzip();
                cells.extend([known(low), known(high)]);
            }
        }
        cells.push(known(row.overall));
        cells
    };
    Table { caption: kind.subject.clone(), columns, rows: rows.iter().map(cells).collect() }
}
