//! Money per area, section by section.

use basketry_charts::ChartData;
use basketry_domain::Voter;
use basketry_tally::{AreaMoney, MoneyFigures};
use basketry_texts::msg;

use super::super::money::round;
use super::super::shares::base;
use super::{Kind, Row, Value, chart};
use crate::context::Context;
use crate::published::EVERYBODY;
use crate::report::Absent;
use crate::sections::{Group, groups};
use crate::shown::Shown;
use crate::words::{axis, say};

pub(in crate::charts) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let subject = &msg::RESULTS_MONEY_SECTIONS_SUBJECT;
    let all = context.sound.money(Voter::Person);
    if all.baskets == 0 {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_BASKETS));
    }
    let published = &context.published.baskets;
    if !published.median_allowed(EVERYBODY) {
        return Err(context.too_few_for(id, subject, 2 * context.published.threshold.count()));
    }
    let mut groups = groups(context, &context.sound, published, (id, subject))?;
    for group in &mut groups {
        group.held |= !published.median_allowed(group.number);
    }
    if groups.iter().all(|group| group.held) {
        return Err(context.too_few_for(id, subject, 2 * context.published.threshold.count()));
    }
    let parts: Vec<Option<MoneyFigures>> =
        groups.iter().map(|group| (!group.held).then(|| group.view.money(Voter::Person))).collect();
    let value = |area: &AreaMoney, group: &Group<'_>| {
        let quartiles = area.quartiles()?;
        let spread = published.quartiles_allowed(group.number);
        Some(Value {
            mean: round(context, quartiles.median),
            spread: spread.then(|| (round(context, quartiles.lower), round(context, quartiles.upper))),
        })
    };
    let cell = |place: usize, part: &Option<MoneyFigures>, group: &Group<'_>| {
        part.as_ref()?.areas.get(place).and_then(|area| value(area, group))
    };
    let row = |(place, area): (usize, &AreaMoney)| Row {
        name: context.area(&area.area),
        overall: area.quartiles().map(|quartiles| round(context, quartiles.median)),
        cells: parts.iter().zip(&groups).map(|(part, group)| cell(place, part, group)).collect(),
    };
    let rows: Vec<Row<'_>> = all.areas.iter().enumerate().map(row).collect();
    let values = rows.iter().flat_map(|row| row.cells.iter().flatten());
    let shown = values.flat_map(|value| [Some(value.mean), value.spread.map(|(_, high)| high)]);
    let most = shown.chain(rows.iter().map(|row| row.overall)).flatten().map(Shown::units).max().unwrap_or(0);
    let kind = Kind {
        subject: words.say(subject, &[]),
        base: base(context, Voter::Person, all.baskets),
        rule: say!(words, RESULTS_MONEY_RULE),
        notes: context.faulty_note(Voter::Person).into_iter().chain([say!(words, RESULTS_MONEY_NOTE_ROUND)]).collect(),
        row_word: say!(words, RESULTS_COLUMN_AREA),
        mean_word: say!(words, RESULTS_MONEY_MEDIAN),
        costs: true,
        axis: axis(0, most, words.minor_digits, |tick| words.money(tick)),
        print: &|shown| words.money(shown),
        cell: &|shown| words.money_cell(shown),
        most_drawn: rows.len(),
    };
    Ok(chart(context, id, kind, &groups, &rows))
}
