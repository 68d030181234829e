//! Points of the considered view, section by section.

use basketry_charts::ChartData;
use basketry_tally::{AreaPoints, PointsFigures};
use basketry_texts::msg;

use super::super::points::{base, left_out};
use super::{Kind, Row, Value, chart};
use crate::context::Context;
use crate::report::Absent;
use crate::sections::groups;
use crate::shown::Shown;
use crate::words::{axis, say};

pub(in crate::charts) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let subject = &msg::RESULTS_POINTS_SECTIONS_SUBJECT;
    let all = context.view.points();
    if all.paired == 0 {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_POINTS));
    }
    let groups = groups(context, context.view, &context.published.paired, (id, subject))?;
    let parts: Vec<Option<PointsFigures>> =
        groups.iter().map(|group| (!group.held).then(|| group.view.points())).collect();
    let mean = |area: &AreaPoints| area.mean_considered().map(|mean| Shown::rounded(mean, 1));
    let value = |area: &AreaPoints| Some(Value { mean: mean(area)?, spread: None });
    let row = |(place, area): (usize, &AreaPoints)| Row {
        name: context.area(&area.area),
        overall: mean(area),
        cells: parts.iter().map(|part| part.as_ref()?.areas.get(place).and_then(value)).collect(),
    };
    let rows: Vec<Row<'_>> = all.areas.iter().enumerate().map(row).collect();
    let shown = rows.iter().flat_map(|row| row.cells.iter().flatten().map(|value| value.mean).chain(row.overall));
    let most = shown.map(Shown::units).max().unwrap_or(0);
    let kind = Kind {
        subject: words.say(subject, &[]),
        base: base(context, &all),
        rule: say!(words, RESULTS_POINTS_RULE),
        notes: left_out(context, &all).into_iter().collect(),
        row_word: say!(words, RESULTS_COLUMN_AREA),
        mean_word: say!(words, RESULTS_MONEY_MEAN),
        costs: false,
        axis: axis(0, most, 1, |tick| words.tick(tick)),
        print: &|shown| words.number(shown),
        cell: &|shown| words.number_cell(shown),
        most_drawn: rows.len(),
    };
    Ok(chart(context, id, kind, &groups, &rows))
}
