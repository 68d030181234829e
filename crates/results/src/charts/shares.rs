//! How many baskets hold each item, of persons and of tables.

use basketry_charts::{Bar, Bars, Body, Cell, ChartData, Datum, Table};
use basketry_domain::Voter;
use basketry_tally::{ItemShare, Shares};
use basketry_texts::{Message, msg};

use crate::context::{Context, Said};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{Words, axis, figure, say};

pub(super) fn persons(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    make(context, id, Voter::Person, (&msg::RESULTS_SHARES_SUBJECT_PERSON, &msg::RESULTS_ABSENT_BASKETS))
}

pub(super) fn tables(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    make(context, id, Voter::Table, (&msg::RESULTS_SHARES_SUBJECT_TABLE, &msg::RESULTS_ABSENT_TABLES))
}

fn make(
    context: &Context<'_>,
    id: &str,
    voter: Voter,
    (subject, why): (&Message, &Message),
) -> Result<ChartData, Absent> {
    let words = &context.words;
    let shares = context.sound.shares(voter);
    if shares.baskets == 0 || shares.items.is_empty() {
        return Err(context.absent(id, subject, why));
    }
    let items = by_share(&shares);
    let bars = items.iter().map(|item| {
        let share = Shown::share(item.holds(), shares.baskets);
        let datum = Datum { figure: figure(share, words.percent(share)), spoken: spoken(context, item, &shares) };
        Bar { name: context.item(&item.item).to_owned(), values: vec![datum] }
    });
    let body =
        Bars { axis: percent_axis(words), series: vec![say!(words, RESULTS_SHARES_SERIES)], rows: bars.collect() };
    let said = Said {
        finding: finding(context, &shares),
        subject: words.say(subject, &[]),
        base: base(context, voter, shares.baskets),
        rule: say!(words, RESULTS_SHARES_RULE),
        notes: context.faulty_note(voter).into_iter().collect(),
        rows: items.iter().map(|item| spoken(context, item, &shares)).collect(),
        costs: true,
    };
    let table = table(context, &items, &shares, words.say(subject, &[]));
    Ok(context.chart(id, said, Body::Bars(body), table))
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

/// The items, the one most baskets hold first; in the file's order where equally many do.
pub(super) fn by_share(shares: &Shares) -> Vec<&ItemShare> {
    let mut items: Vec<&ItemShare> = shares.items.iter().collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.holds()));
    items
}

fn finding(context: &Context<'_>, shares: &Shares) -> String {
    let words = &context.words;
    let most = shares.items.iter().map(ItemShare::holds).max().unwrap_or(0);
    let best = shares.items.iter().filter(|item| item.holds() == most);
    let names: Vec<&str> = best.map(|item| context.item(&item.item)).collect();
    let n = shares.baskets;
    match names.len() {
        _ if most == 0 => say!(words, RESULTS_SHARES_FINDING_NONE),
        // Nothing is chosen more than anything else.
        several if several > 1 && several == shares.items.len() => {
            say!(words, RESULTS_SHARES_FINDING_ALL, count = most, n = n)
        }
        several => {
            say!(words, RESULTS_SHARES_FINDING, several = several, items = words.list(&names), count = most, n = n)
        }
    }
}

fn spoken(context: &Context<'_>, item: &ItemShare, shares: &Shares) -> String {
    let words = &context.words;
    let share = words.percent(Shown::share(item.holds(), shares.baskets));
    let name = context.item(&item.item);
    say!(words, RESULTS_SHARES_ROW, item = name, count = item.holds(), n = shares.baskets, share = share)
}

fn table(context: &Context<'_>, items: &[&ItemShare], shares: &Shares, caption: String) -> Table {
    let words = &context.words;
    let cells = |item: &&ItemShare| {
        vec![
            Cell::text(context.item(&item.item)),
            words.count_cell(item.holds()),
            words.percent_cell(Shown::share(item.holds(), shares.baskets)),
            Cell::text(levels(context, item)),
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
        rows: items.iter().map(cells).collect(),
    }
}

/// "Small: 3; Large: 2"; nothing for an item with one level.
fn levels(context: &Context<'_>, share: &ItemShare) -> String {
    let words = &context.words;
    let Some(item) = context.view.consultation().item(&share.item).filter(|item| item.levels.len() > 1) else {
        return String::new();
    };
    let level = |(level, count): (&basketry_domain::Level, &usize)| {
        say!(words, RESULTS_SHARES_LEVEL, level = level.name.as_str(), n = *count)
    };
    let parts = item.levels.iter().zip(&share.levels).map(level);
    parts.reduce(|before, next| say!(words, RESULTS_SHARES_LEVEL_AND, before = before, next = next)).unwrap_or_default()
}
