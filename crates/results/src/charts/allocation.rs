//! The budget as people's points divide it, and as their baskets do.

use std::cmp::Reverse;

use basketry_charts::{Axis, Bar, Bars, Body, Cell, ChartData, Datum, Table};
use basketry_domain::{AreaId, Money, Voter};
use basketry_tally::{Allocation, AreaPart, Asked, Basis};
use basketry_texts::{Message, msg};

use super::money::mean_is_told;
use crate::context::{Context, Said};
use crate::published::{EVERYBODY, number};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{Words, axis, figure, say};

const POINTS: Basis = Basis::Points(Asked::Considered);
const BASKETS: Basis = Basis::Baskets(Voter::Person);

/// One way to divide the budget.
struct Way {
    name: &'static Message,
    parts: Vec<AreaPart>,
}

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    // What sections divide would have to be weighed against one another once more.
    if !context.published.everybody() {
        return Err(context.absent(id, &msg::RESULTS_ALLOCATION_SUBJECT, &msg::RESULTS_ABSENT_SMALL_PART));
    }
    let (points, baskets) = (context.view.allocation(POINTS), context.sound.allocation(BASKETS));
    let nothing = points.voters == 0 && baskets.voters == 0;
    let ways = ways(context, &points, &baskets);
    if ways.is_empty() && !nothing {
        return Err(context.too_few(id, &msg::RESULTS_ALLOCATION_SUBJECT));
    }
    let Some(first) = ways.first() else {
        return Err(context.absent(id, &msg::RESULTS_ALLOCATION_SUBJECT, &msg::RESULTS_ABSENT_ALLOCATION));
    };
    let areas = by_amount(&first.parts);
    let bars = areas.iter().map(|area| Bar {
        name: context.area(area).to_owned(),
        values: ways.iter().map(|way| datum(context, area, way)).collect(),
    });
    let most = ways.iter().flat_map(|way| &way.parts).map(|part| part.amount.minor()).max().unwrap_or(0);
    let body = Bars {
        axis: money_axis(words, most),
        series: ways.iter().map(|way| words.say(way.name, &[])).collect(),
        rows: bars.collect(),
    };
    let said = Said {
        finding: finding(context, first),
        subject: say!(words, RESULTS_ALLOCATION_SUBJECT),
        base: say!(words, RESULTS_ALLOCATION_BASE, points = points.voters, baskets = baskets.voters),
        rule: say!(words, RESULTS_ALLOCATION_RULE),
        notes: notes(context, &points),
        rows: areas.iter().map(|area| spoken(context, area, &ways)).collect(),
        costs: true,
    };
    Ok(context.chart(id, said, Body::Bars(body), table(context, &areas, &ways)))
}

/// The ways there are enough answers for. The mean of all considered views, beside that of those who answered both
/// times, is also that of those who answered at the end only; the money in baskets is that of their items.
fn ways(context: &Context<'_>, points: &Allocation, baskets: &Allocation) -> Vec<Way> {
    let (published, consultation) = (&context.published, context.view.consultation());
    let others = points.voters.saturating_sub(context.view.points().paired);
    let mean = !published.is_small(points.voters) && (others == 0 || !published.is_small(others));
    let median = mean && published.threshold.median_allowed(number(points.voters));
    let money =
        published.baskets.shows(EVERYBODY) && consultation.areas.iter().all(|area| mean_is_told(context, &area.id));
    let all = [
        (&msg::RESULTS_ALLOCATION_MEAN, &points.mean, mean),
        (&msg::RESULTS_ALLOCATION_MEDIAN, &points.median, median),
        (&msg::RESULTS_ALLOCATION_BASKETS, &baskets.mean, money),
    ];
    let told = all.into_iter().filter(|(_, _, told)| *told);
    told.filter_map(|(name, parts, _)| Some(Way { name, parts: parts.clone()? })).collect()
}

/// The areas, the one that gets most first; in the file's order where they get the same.
fn by_amount(parts: &[AreaPart]) -> Vec<AreaId> {
    let mut parts: Vec<&AreaPart> = parts.iter().collect();
    parts.sort_by_key(|part| Reverse(part.amount));
    parts.into_iter().map(|part| part.area.clone()).collect()
}

fn amount(area: &AreaId, way: &Way) -> i64 {
    way.parts.iter().find(|part| &part.area == area).map_or(0, |part| part.amount.minor())
}

fn datum(context: &Context<'_>, area: &AreaId, way: &Way) -> Datum {
    let words = &context.words;
    let shown = Shown::exactly(amount(area, way), words.minor_digits);
    let (name, way) = (context.area(area), words.say(way.name, &[]));
    let spoken = say!(words, RESULTS_ALLOCATION_CELL, area = name, way = way, amount = words.money(shown));
    Datum { figure: figure(shown, words.money(shown)), spoken }
}

fn money_axis(words: &Words<'_>, most: i64) -> Axis {
    axis(0, most, words.minor_digits, |tick| words.money(tick))
}

fn finding(context: &Context<'_>, way: &Way) -> String {
    let words = &context.words;
    let most = way.parts.iter().map(|part| part.amount).max().unwrap_or(Money::ZERO);
    let best = way.parts.iter().filter(|part| part.amount == most);
    let names: Vec<&str> = best.map(|part| context.area(&part.area)).collect();
    let (several, areas) = (names.len(), words.list(&names));
    let (way, amount) = (words.say(way.name, &[]), words.minor(most.minor()));
    say!(words, RESULTS_ALLOCATION_FINDING, several = several, areas = areas, way = way, amount = amount)
}

fn notes(context: &Context<'_>, points: &Allocation) -> Vec<String> {
    let words = &context.words;
    let left_out =
        context.left_out(points.left_out, (&msg::RESULTS_POINTS_LEFT_OUT, &msg::RESULTS_POINTS_LEFT_OUT_FEW));
    let always = [say!(words, RESULTS_ALLOCATION_NOTE), say!(words, RECOMMENDATIONS_NOT_DECISIONS)];
    left_out.into_iter().chain(context.faulty_note(Voter::Person)).chain(always).collect()
}

fn spoken(context: &Context<'_>, area: &AreaId, ways: &[Way]) -> String {
    let words = &context.words;
    let one = |way: &Way| {
        let (way, amount) = (words.say(way.name, &[]), words.minor(amount(area, way)));
        say!(words, RESULTS_ALLOCATION_WAY, way = way, amount = amount)
    };
    let all = ways.iter().map(one).reduce(|before, next| say!(words, RESULTS_LIST_COMMA, before = before, next = next));
    say!(words, RESULTS_ALLOCATION_ROW, area = context.area(area), ways = all.unwrap_or_default())
}

fn table(context: &Context<'_>, areas: &[AreaId], ways: &[Way]) -> Table {
    let words = &context.words;
    let cell = |area: &AreaId, way| words.money_cell(Shown::exactly(amount(area, way), words.minor_digits));
    let cells = |area: &AreaId| {
        let name = [Cell::text(context.area(area))];
        name.into_iter().chain(ways.iter().map(|way| cell(area, way))).collect()
    };
    let names = ways.iter().map(|way| words.say(way.name, &[]));
    Table {
        caption: say!(words, RESULTS_ALLOCATION_SUBJECT),
        columns: [say!(words, RESULTS_COLUMN_AREA)].into_iter().chain(names).collect(),
        rows: areas.iter().map(cells).collect(),
    }
}
