//! Money per area, section by section.

use basketry_charts::ChartData;
use basketry_domain::Voter;
use basketry_tally::{AreaMoney, MoneyFigures, View};
use basketry_texts::msg;

use super::super::shares::base;
use super::{Kind, Row, Value, chart};
use crate::context::Context;
use crate::report::Absent;
use crate::sections::groups;
use crate::shown::Shown;
use crate::words::{axis, say};

pub(in crate::charts) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let subject = &msg::RESULTS_MONEY_SECTIONS_SUBJECT;
    let all = context.sound.money(Voter::Person);
    if all.baskets == 0 {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_BASKETS));
    }
    let baskets = |view: &View<'_>| view.baskets(Voter::Person).count();
    let groups = groups(context, &context.sound, baskets, (id, subject))?;
    let parts: Vec<Option<MoneyFigures>> =
        groups.iter().map(|group| (!group.held).then(|| group.view.money(Voter::Person))).collect();
    let value = |area: &AreaMoney| {
        let (mean, quartiles) = (area.mean()?, area.quartiles()?);
        Some(Value {
            mean: words.amount(mean),
            spread: Some((words.amount(quartiles.lower), words.amount(quartiles.upper))),
        })
    };
    let row = |(place, area): (usize, &AreaMoney)| Row {
        name: context.area(&area.area),
        overall: area.mean().map(|mean| words.amount(mean)),
        cells: parts.iter().map(|part| part.as_ref()?.areas.get(place).and_then(value)).collect(),
    };
    let rows: Vec<Row<'_>> = all.areas.iter().enumerate().map(row).collect();
    let values = rows.iter().flat_map(|row| row.cells.iter().flatten());
    let shown = values.flat_map(|value| [Some(value.mean), value.spread.map(|(_, high)| high)]);
    let most = shown.chain(rows.iter().map(|row| row.overall)).flatten().map(Shown::units).max().unwrap_or(0);
    let kind = Kind {
        subject: words.say(subject, &[]),
        base: base(context, Voter::Person, all.baskets),
        rule: say!(words, RESULTS_MONEY_RULE),
        notes: context.faulty_note(Voter::Person).into_iter().collect(),
        row_word: say!(words, RESULTS_COLUMN_AREA),
        mean_word: say!(words, RESULTS_MONEY_MEAN),
        costs: true,
        axis: axis(0, most, words.minor_digits, |tick| words.money(tick)),
        print: &|shown| words.money(shown),
        cell: &|shown| words.money_cell(shown),
        most_drawn: rows.len(),
    };
    Ok(chart(context, id, kind, &groups, &rows))
}
