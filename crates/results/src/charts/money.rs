//! Money per area in people's own baskets.

use basketry_charts::{Body, Cell, ChartData, Quartiles, Spread, SpreadRow, Table};
use basketry_domain::{AreaId, Voter};
use basketry_tally::{AreaMoney, Exact, MoneyFigures};
use basketry_texts::msg;

use super::shares::base;
use crate::context::{Context, Said};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, say};

/// One area with its figures.
struct Row<'a> {
    name: &'a str,
    /// Told where it follows from counts that are.
    mean: Option<Shown>,
    lower: Shown,
    median: Shown,
    upper: Shown,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let money = context.sound.money(Voter::Person);
    let rows = rows(context, &money);
    if rows.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_MONEY_SUBJECT, &msg::RESULTS_ABSENT_BASKETS));
    }
    if !context.published.baskets.quartiles_allowed(context.published.group) {
        let least = 4 * context.published.threshold.count();
        return Err(context.too_few_for(id, &msg::RESULTS_MONEY_SUBJECT, least));
    }
    let said = Said {
        finding: finding(context, &rows),
        subject: say!(words, RESULTS_MONEY_SUBJECT),
        base: base(context, Voter::Person, money.baskets),
        rule: say!(words, RESULTS_MONEY_RULE),
        notes: notes(context, &money),
        rows: rows.iter().map(|row| spoken(context, row)).collect(),
        costs: true,
    };
    let most = rows.iter().flat_map(|row| [Some(row.upper), row.mean]);
    let most = most.flatten().map(Shown::units).max().unwrap_or(0);
    let body = Spread {
        axis: axis(0, most, words.minor_digits, |tick| words.money(tick)),
        box_word: say!(words, RESULTS_MONEY_BOX),
        median_word: say!(words, RESULTS_MONEY_MEDIAN),
        mean_word: say!(words, RESULTS_MONEY_MEAN),
        range_word: String::new(),
        rows: rows.iter().map(|row| spread(context, row)).collect(),
    };
    Ok(context.chart(id, said, Body::Spread(body), table(context, &rows)))
}

/// The areas, the one with the highest median first; in the file's order where they are equal.
fn rows<'a>(context: &Context<'a>, money: &'a MoneyFigures) -> Vec<Row<'a>> {
    let row = |area: &'a AreaMoney| {
        let quartiles = area.quartiles()?;
        Some(Row {
            name: context.area(&area.area),
            mean: area.mean().filter(|_| mean_is_told(context, &area.area)).map(|mean| context.words.amount(mean)),
            lower: round(context, quartiles.lower),
            median: round(context, quartiles.median),
            upper: round(context, quartiles.upper),
        })
    };
    let mut rows: Vec<Row<'_>> = money.areas.iter().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.median.units(), row.upper.units())));
    rows
}

/// Whether the mean of an area is told. It is what the levels of its items cost, times how many hold them: it says
/// nothing new where all of these are told, and could give one away where one is not.
pub(super) fn mean_is_told(context: &Context<'_>, area: &AreaId) -> bool {
    let (published, items) = (&context.published, &context.view.consultation().items);
    let mut counts = items.iter().zip(&published.items).filter(|(item, _)| item.area == *area);
    counts.all(|(_, counts)| counts.is_told(published.group))
}

/// An amount that some basket spends, to a hundredth of the budget: which basket does not show.
pub(super) fn round(context: &Context<'_>, amount: Exact) -> Shown {
    let budget = i128::from(context.view.consultation().budget.amount.minor());
    if budget <= 0 {
        return context.words.amount(amount);
    }
    let hundredths = Shown::rounded(amount * Exact::new(100, budget), 0).exact();
    context.words.amount(hundredths * Exact::new(budget, 100))
}

fn finding(context: &Context<'_>, rows: &[Row<'_>]) -> String {
    let words = &context.words;
    let Some(first) = rows.first().filter(|row| row.median.units() > 0) else {
        return say!(words, RESULTS_MONEY_FINDING_NONE);
    };
    let best = rows.iter().take_while(|row| row.median == first.median && row.upper == first.upper);
    let names: Vec<&str> = best.map(|row| row.name).collect();
    say!(
        words,
        RESULTS_MONEY_FINDING,
        several = names.len(),
        areas = words.list(&names),
        median = words.money(first.median),
        lower = words.money(first.lower),
        upper = words.money(first.upper)
    )
}

fn notes(context: &Context<'_>, money: &MoneyFigures) -> Vec<String> {
    let words = &context.words;
    let left = money.left.quartiles().map(|left| words.money(round(context, left.median)));
    let left = left.map(|median| say!(words, RESULTS_MONEY_NOTE_LEFT, median = median));
    let always = [say!(words, RESULTS_MONEY_NOTE_ROUND), say!(words, RESULTS_MONEY_NOTE_MEAN)];
    context.faulty_note(Voter::Person).into_iter().chain(left).chain(always).collect()
}

fn spread(context: &Context<'_>, row: &Row<'_>) -> SpreadRow {
    let words = &context.words;
    let (lower, upper) = (words.money(row.lower), words.money(row.upper));
    SpreadRow {
        name: row.name.to_owned(),
        quartiles: Some(Quartiles {
            range: None,
            lower: row.lower.value(),
            median: row.median.value(),
            upper: row.upper.value(),
            mean: row.mean.map(Shown::value),
        }),
        label: words.money(row.median),
        detail: say!(words, RESULTS_MONEY_DETAIL, lower = lower, upper = upper),
        spoken: spoken(context, row),
    }
}

fn spoken(context: &Context<'_>, row: &Row<'_>) -> String {
    let words = &context.words;
    let mean = row.mean.map_or_else(|| words.held_back(), |mean| words.money(mean));
    let median = words.money(row.median);
    let (lower, upper) = (words.money(row.lower), words.money(row.upper));
    say!(words, RESULTS_MONEY_ROW, area = row.name, median = median, mean = mean, lower = lower, upper = upper)
}

fn table(context: &Context<'_>, rows: &[Row<'_>]) -> Table {
    let words = &context.words;
    let cells = |row: &Row<'_>| {
        vec![
            Cell::text(row.name),
            words.money_cell(row.lower),
            words.money_cell(row.median),
            words.money_cell(row.upper),
            row.mean.map_or_else(|| words.held_cell(), |mean| words.money_cell(mean)),
        ]
    };
    let columns = [
        &msg::RESULTS_COLUMN_AREA,
        &msg::RESULTS_MONEY_LOWER,
        &msg::RESULTS_MONEY_MEDIAN,
        &msg::RESULTS_MONEY_UPPER,
        &msg::RESULTS_MONEY_MEAN,
    ];
    Table {
        caption: say!(words, RESULTS_MONEY_SUBJECT),
        columns: columns.map(|column| words.say(column, &[])).into(),
        rows: rows.iter().map(cells).collect(),
    }
}
