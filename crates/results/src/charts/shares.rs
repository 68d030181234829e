//! How many baskets hold each item, of persons and of tables.

use basketry_charts::{Bar, Bars, Body, Cell, ChartData, Datum, Figure, Table};
use basketry_domain::Voter;
use basketry_tally::{ItemShare, Shares};
use basketry_texts::{Message, msg};

use crate::context::{Context, Said};
use crate::published::{EVERYBODY, number};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{Words, axis, figure, say};

/// Counts as they are told: of an item by its place in the file, at any level or at one.
struct Told<'a> {
    holds: &'a dyn Fn(usize) -> Option<u64>,
    level: &'a dyn Fn(usize, usize) -> Option<u64>,
}

/// An item with its count, and its place in the file.
pub(super) struct Row<'a> {
    pub(super) item: &'a ItemShare,
    pub(super) place: usize,
    pub(super) holds: Option<u64>,
}

pub(super) fn persons(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let (items, group) = (&context.published.items, context.published.group);
    let told = Told {
        holds: &|place| items.get(place)?.holds(group),
        level: &|place, level| items.get(place)?.level(level, group),
    };
    make(context, id, Voter::Person, &told, (&msg::RESULTS_SHARES_SUBJECT_PERSON, &msg::RESULTS_ABSENT_BASKETS))
}

/// Where all tables are shown one by one, so is what they come to. Where none is, they are counted as people are, all
/// together only. Where some are, the others would follow.
pub(super) fn tables(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let (subject, why) = (&msg::RESULTS_SHARES_SUBJECT_TABLE, &msg::RESULTS_ABSENT_TABLES);
    let shares = context.sound.shares(Voter::Table);
    let count = |place: usize| shares.items.get(place).map(|item| number(item.holds()));
    let at = |place: usize, level: usize| shares.items.get(place)?.levels.get(level).map(|count| number(*count));
    let together = context.published.tables.together.as_ref().filter(|_| context.published.everybody());
    let one = |place: usize| together?.get(place)?.holds(EVERYBODY);
    let one_at = |place: usize, level: usize| together?.get(place)?.level(level, EVERYBODY);
    let told = if context.published.tables.all {
        Told { holds: &count, level: &at }
    } else if together.is_some() {
        Told { holds: &one, level: &one_at }
    } else {
        return Err(context.too_few(id, subject));
    };
    make(context, id, Voter::Table, &told, (subject, why))
}

fn make(
    context: &Context<'_>,
    id: &str,
    voter: Voter,
    told: &Told<'_>,
    (subject, why): (&Message, &Message),
) -> Result<ChartData, Absent> {
    let words = &context.words;
    let shares = context.sound.shares(voter);
    if shares.baskets == 0 || shares.items.is_empty() {
        return Err(context.absent(id, subject, why));
    }
    let rows = by_share(&shares, told.holds);
    if rows.iter().all(|row| row.holds.is_none()) {
        return Err(context.too_few(id, subject));
    }
    let bars = rows.iter().map(|row| {
        let held = || Figure::held_back(words.held_back());
        let figure = row.holds.map_or_else(held, |count| {
            let share = share(count, shares.baskets);
            figure(share, words.percent(share))
        });
        let datum = Datum { figure, spoken: spoken(context, row, &shares) };
        Bar { name: context.item(&row.item.item).to_owned(), values: vec![datum] }
    });
    let body =
        Bars { axis: percent_axis(words), series: vec![say!(words, RESULTS_SHARES_SERIES)], rows: bars.collect() };
    let said = Said {
        finding: finding(context, &rows, &shares),
        subject: words.say(subject, &[]),
        base: base(context, voter, shares.baskets),
        rule: say!(words, RESULTS_SHARES_RULE),
        notes: context.faulty_note(voter).into_iter().collect(),
        rows: rows.iter().map(|row| spoken(context, row, &shares)).collect(),
        costs: true,
    };
    let table = table(context, &rows, &shares, told, words.say(subject, &[]));
    Ok(context.chart(id, said, Body::Bars(body), table))
}

pub(super) fn share(count: u64, of: usize) -> Shown {
    Shown::share(usize::try_from(count).unwrap_or(usize::MAX), of)
}

/// All shares on one scale, from nothing to all.
pub(super) fn percent_axis(words: &Words<'_>) -> basketry_charts::Axis {
    axis(0, 100, 0, |tick| words.percent(tick))
}

/// The base of everything about baskets, in words.
pub(super) fn base(context: &Context<'_>, voter: Voter, baskets: usize) -> String {
    let who = if voter == Voter::Table { "table" } else { "person" };
    say!(context.words, RESULTS_BASE_BASKETS, who = who, n = baskets)
}

/// The items, the one most baskets hold first; in the file's order where equally many do. Those held back stand last:
/// their place would tell.
pub(super) fn by_share<'a>(shares: &'a Shares, holds: &dyn Fn(usize) -> Option<u64>) -> Vec<Row<'a>> {
    let row = |(place, item)| Row { item, place, holds: holds(place) };
    let mut rows: Vec<Row<'_>> = shares.items.iter().enumerate().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.holds));
    rows
}

fn finding(context: &Context<'_>, rows: &[Row<'_>], shares: &Shares) -> String {
    let words = &context.words;
    let most = rows.iter().filter_map(|row| row.holds).max().unwrap_or(0);
    let best = rows.iter().filter(|row| row.holds == Some(most));
    let names: Vec<&str> = best.map(|row| context.item(&row.item.item)).collect();
    let (n, several) = (shares.baskets, names.len());
    let all = if rows.iter().all(|row| row.holds.is_some()) { "yes" } else { "no" };
    if most == 0 {
        return say!(words, RESULTS_SHARES_FINDING_NONE);
    }
    // Nothing is chosen more than anything else.
    if several > 1 && several == rows.len() {
        return say!(words, RESULTS_SHARES_FINDING_ALL, count = most, n = n);
    }
    let items = words.list(&names);
    say!(words, RESULTS_SHARES_FINDING, several = several, all = all, items = items, count = most, n = n)
}

fn spoken(context: &Context<'_>, row: &Row<'_>, shares: &Shares) -> String {
    let (words, name) = (&context.words, context.item(&row.item.item));
    let Some(count) = row.holds else { return say!(words, RESULTS_ROW_HELD_BACK, name = name) };
    let share = words.percent(share(count, shares.baskets));
    say!(words, RESULTS_SHARES_ROW, item = name, count = count, n = shares.baskets, share = share)
}

fn table(context: &Context<'_>, rows: &[Row<'_>], shares: &Shares, told: &Told<'_>, caption: String) -> Table {
    let words = &context.words;
    let cells = |row: &Row<'_>| {
        let share = row.holds.map(|count| words.percent_cell(share(count, shares.baskets)));
        vec![
            Cell::text(context.item(&row.item.item)),
            words.told_cell(row.holds),
            share.unwrap_or_else(|| words.held_cell()),
            Cell::text(levels(context, row, told)),
        ]
    };
    Table {
        caption,
        columns: vec![
            say!(words, RESULTS_COLUMN_ITEM),
            say!(words, RESULTS_SHARES_COUNT),
            say!(words, RESULTS_SHARES_SHARE),
            say!(words, RESULTS_SHARES_LEVELS),
        ],
        rows: rows.iter().map(cells).collect(),
    }
}

/// "Small: 3; Large: 2"; nothing for an item with one level.
fn levels(context: &Context<'_>, row: &Row<'_>, told: &Told<'_>) -> String {
    let words = &context.words;
    let Some(item) = context.view.consultation().item(&row.item.item).filter(|item| item.levels.len() > 1) else {
        return String::new();
    };
    let level = |(place, level): (usize, &basketry_domain::Level)| {
        let count = words.told((told.level)(row.place, place));
        say!(words, RESULTS_SHARES_LEVEL, level = level.name.as_str(), n = count)
    };
    let parts = item.levels.iter().enumerate().map(level);
    parts.reduce(|before, next| say!(words, RESULTS_SHARES_LEVEL_AND, before = before, next = next)).unwrap_or_default()
}
