//! How many baskets hold the items most often chosen, section by section.

use basketry_charts::ChartData;
use basketry_domain::Voter;
use basketry_texts::msg;

use super::super::shares::{Row as ItemRow, base, by_share, percent_axis, share};
use super::{Kind, Row, Value, chart};
use crate::context::Context;
use crate::published::EVERYBODY;
use crate::report::Absent;
use crate::sections::{Group, groups};
use crate::words::say;

/// More rows than this say little side by side; the table goes on.
const MOST_ITEMS: usize = 12;

pub(in crate::charts) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let subject = &msg::RESULTS_SHARES_SECTIONS_SUBJECT;
    let all = context.sound.shares(Voter::Person);
    if all.baskets == 0 {
        return Err(context.absent(id, subject, &msg::RESULTS_ABSENT_BASKETS));
    }
    let groups = groups(context, &context.sound, &context.published.baskets, (id, subject))?;
    let of = |place: usize, group: usize| context.published.items.get(place).and_then(|item| item.holds(group));
    let value = |place: usize, group: &Group<'_>| {
        let size = usize::try_from(context.published.baskets.size(group.number)).unwrap_or(usize::MAX);
        Some(Value { mean: share(of(place, group.number)?, size), spread: None })
    };
    let row = |one: &ItemRow<'_>| Row {
        name: context.item(&one.item.item),
        overall: one.holds.map(|count| share(count, all.baskets)),
        cells: groups.iter().map(|group| value(one.place, group)).collect(),
    };
    let holds = |place: usize| of(place, EVERYBODY);
    let rows: Vec<Row<'_>> = by_share(&all, &holds).iter().map(row).collect();
    let only = (rows.len() > MOST_ITEMS).then(|| say!(words, RESULTS_SHARES_SECTIONS_NOTE, n = MOST_ITEMS));
    let kind = Kind {
        subject: words.say(subject, &[]),
        base: base(context, Voter::Person, all.baskets),
        rule: say!(words, RESULTS_SHARES_RULE),
        notes: context.faulty_note(Voter::Person).into_iter().chain(only).collect(),
        row_word: say!(words, RESULTS_COLUMN_ITEM),
        mean_word: say!(words, RESULTS_SHARES_SHARE),
        costs: true,
        axis: percent_axis(words),
        print: &|shown| words.percent(shown),
        cell: &|shown| words.percent_cell(shown),
        most_drawn: MOST_ITEMS,
    };
    Ok(chart(context, id, kind, &groups, &rows))
}
