//! How many baskets hold the items most often chosen, section by section.

use basketry_charts::ChartData;
use basketry_domain::{ItemId, Voter};
use basketry_tally::{ItemShare, Shares, View};
use basketry_texts::msg;

use super::super::shares::{base, by_share, percent_axis};
use super::{Kind, Row, Value, chart};
use crate::context::Context;
use crate::report::Absent;
use crate::sections::groups;
use crate::shown::Shown;
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
    let baskets = |view: &View<'_>| view.baskets(Voter::Person).count();
    let groups = groups(context, &context.sound, baskets, (id, subject))?;
    let parts: Vec<Option<Shares>> =
        groups.iter().map(|group| (!group.held).then(|| group.view.shares(Voter::Person))).collect();
    let value = |part: &Shares, id: &ItemId| {
        let item = part.items.iter().find(|item| &item.item == id)?;
        Some(Value { mean: Shown::share(item.holds(), part.baskets), spread: None })
    };
    let row = |item: &ItemShare| Row {
        name: context.item(&item.item),
        overall: Some(Shown::share(item.holds(), all.baskets)),
        cells: parts.iter().map(|part| value(part.as_ref()?, &item.item)).collect(),
    };
    let rows: Vec<Row<'_>> = by_share(&all).into_iter().map(row).collect();
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
