//! Money per area in people's own baskets.

use basketry_charts::{Body, Cell, ChartData, Quartiles, Spread, SpreadRow, Table};
use basketry_domain::{Money, Voter};
use basketry_tally::{AreaMoney, Exact, MoneyFigures};
use basketry_texts::msg;

use super::shares::base;
use crate::context::{Context, Said};
use crate::report::Absent;
use crate::sections::SMALLEST;
use crate::shown::Shown;
use crate::words::{axis, say};

/// One area with its figures.
struct Row<'a> {
    area: &'a AreaMoney,
    name: &'a str,
    mean: Shown,
    lower: Shown,
    median: Shown,
    upper: Shown,
    /// Left out of small profiles: the ends of the range are single baskets.
    range: Option<(Shown, Shown)>,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let money = context.sound.money(Voter::Person);
    let rows = rows(context, &money);
    if rows.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_MONEY_SUBJECT, &msg::RESULTS_ABSENT_BASKETS));
    }
    let said = Said {
        finding: finding(context, &rows),
        subject: say!(words, RESULTS_MONEY_SUBJECT),
        base: base(context, Voter::Person, money.baskets),
        rule: say!(words, RESULTS_MONEY_RULE),
        notes: context.faulty_note(Voter::Person).into_iter().chain(left(context, &money)).collect(),
        rows: rows.iter().map(|row| spoken(context, row)).collect(),
        costs: true,
    };
    let most = rows.iter().flat_map(|row| [Some(row.upper), Some(row.mean), row.range.map(|(_, high)| high)]);
    let most = most.flatten().map(Shown::units).max().unwrap_or(0);
    let body = Spread {
        axis: axis(0, most, words.minor_digits, |tick| words.money(tick)),
        box_word: say!(words, RESULTS_MONEY_BOX),
        median_word: say!(words, RESULTS_MONEY_MEDIAN),
        mean_word: say!(words, RESULTS_MONEY_MEAN),
        range_word: if rows.iter().any(|row| row.range.is_some()) {
            say!(words, RESULTS_MONEY_RANGE)
        } else {
            String::new()
        },
        rows: rows.iter().map(|row| spread(context, row)).collect(),
    };
    Ok(context.chart(id, said, Body::Spread(body), table(context, &rows)))
}

/// The areas, the one with the highest mean first; in the file's order where they are equal.
fn rows<'a>(context: &Context<'a>, money: &'a MoneyFigures) -> Vec<Row<'a>> {
    let words = &context.words;
    let amount = |amount: Money| words.amount(Exact::from_integer(amount.minor().into()));
    let row = |area: &'a AreaMoney| {
        let (mean, quartiles) = (area.mean()?, area.quartiles()?);
        let ends = area.amounts.first().zip(area.amounts.last()).filter(|_| area.amounts.len() >= SMALLEST);
        Some(Row {
            area,
            name: context.area(&area.area),
            mean: words.amount(mean),
            lower: words.amount(quartiles.lower),
            median: words.amount(quartiles.median),
            upper: words.amount(quartiles.upper),
            range: ends.map(|(low, high)| (amount(*low), amount(*high))),
        })
    };
    let mut rows: Vec<Row<'_>> = money.areas.iter().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.area.mean()));
    rows
}

fn finding(context: &Context<'_>, rows: &[Row<'_>]) -> String {
    let words = &context.words;
    let Some(first) = rows.first().filter(|row| row.mean.units() > 0) else {
        return say!(words, RESULTS_MONEY_FINDING_NONE);
    };
    let best = rows.iter().take_while(|row| row.area.mean() == first.area.mean());
    let names: Vec<&str> = best.map(|row| row.name).collect();
    say!(
        words,
        RESULTS_MONEY_FINDING,
        several = names.len(),
        areas = words.list(&names),
        mean = words.money(first.mean),
        lower = words.money(first.lower),
        upper = words.money(first.upper)
    )
}

/// What the baskets leave unspent.
fn left(context: &Context<'_>, money: &MoneyFigures) -> Option<String> {
    let words = &context.words;
    let median = words.amount(money.left.quartiles()?.median);
    let all_spent = money.left.times(Money::ZERO);
    Some(say!(words, RESULTS_MONEY_NOTE_LEFT, median = words.money(median), n = all_spent))
}

fn spread(context: &Context<'_>, row: &Row<'_>) -> SpreadRow {
    let words = &context.words;
    let (lower, upper) = (words.money(row.lower), words.money(row.upper));
    SpreadRow {
        name: row.name.to_owned(),
        quartiles: Some(Quartiles {
            range: row.range.map(|(low, high)| (low.value(), high.value())),
            lower: row.lower.value(),
            median: row.median.value(),
            upper: row.upper.value(),
            mean: Some(row.mean.value()),
        }),
        label: words.money(row.median),
        detail: say!(words, RESULTS_MONEY_DETAIL, lower = lower, upper = upper),
        spoken: spoken(context, row),
    }
}

fn spoken(context: &Context<'_>, row: &Row<'_>) -> String {
    let words = &context.words;
    let (median, mean) = (words.money(row.median), words.money(row.mean));
    let (lower, upper) = (words.money(row.lower), words.money(row.upper));
    say!(words, RESULTS_MONEY_ROW, area = row.name, median = median, mean = mean, lower = lower, upper = upper)
}

fn table(context: &Context<'_>, rows: &[Row<'_>]) -> Table {
    let words = &context.words;
    let end = |end: Option<Shown>| end.map_or_else(|| Cell::text(words.held_back()), |end| words.money_cell(end));
    let cells = |row: &Row<'_>| {
        let (low, high) = row.range.unzip();
        vec![
            Cell::text(row.name),
            end(low),
            words.money_cell(row.lower),
            words.money_cell(row.median),
            words.money_cell(row.mean),
            words.money_cell(row.upper),
            end(high),
            words.count_cell(row.area.zeros()),
        ]
    };
    let columns = [
        &msg::RESULTS_COLUMN_AREA,
        &msg::RESULTS_MONEY_LOWEST,
        &msg::RESULTS_MONEY_LOWER,
        &msg::RESULTS_MONEY_MEDIAN,
        &msg::RESULTS_MONEY_MEAN,
        &msg::RESULTS_MONEY_UPPER,
        &msg::RESULTS_MONEY_HIGHEST,
        &msg::RESULTS_MONEY_ZEROS,
    ];
    Table {
        caption: say!(words, RESULTS_MONEY_SUBJECT),
        columns: columns.map(|column| words.say(column, &[])).into(),
        rows: rows.iter().map(cells).collect(),
    }
}
