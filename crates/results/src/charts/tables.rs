//! Table baskets side by side.

use basketry_charts::{Body, Cell, ChartData, Head, Matrix, MatrixCell, MatrixRow, Table};
use basketry_tally::{LiveWith, TableColumn, Tables};
use basketry_texts::msg;

use crate::context::{Context, Said};
use crate::published::number;
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::say;

pub(super) fn make(context: &Context<'_>, id: &str) -> Result<ChartData, Absent> {
    let words = &context.words;
    let mut tables = context.view.tables();
    if tables.tables.is_empty() || tables.items.is_empty() {
        return Err(context.absent(id, &msg::RESULTS_TABLES_SUBJECT, &msg::RESULTS_ABSENT_TABLES));
    }
    tables.tables.retain(|table| context.published.tables.shows(&table.ballot));
    if tables.tables.is_empty() {
        let why =
            words.say(&msg::RESULTS_ABSENT_SMALL_TABLES, &[("threshold", context.published.threshold.count().into())]);
        return Err(Absent { why, ..context.too_few(id, &msg::RESULTS_TABLES_SUBJECT) });
    }
    let heads = heads(context, &tables);
    let people: usize = tables.tables.iter().map(|table| table.live_with.given()).sum();
    let told = if context.published.is_small(people) { "no" } else { "yes" };
    let rows: Vec<MatrixRow> = (0..tables.items.len()).map(|place| row(context, &tables, &heads, place)).collect();
    let said = Said {
        finding: finding(context, &tables),
        subject: say!(words, RESULTS_TABLES_SUBJECT),
        base: say!(words, RESULTS_TABLES_BASE, n = tables.tables.len(), told = told, people = people),
        rule: say!(words, RESULTS_TABLES_RULE),
        notes: heads.iter().zip(&tables.tables).map(|(head, table)| note(context, head, table)).collect(),
        rows: (0..tables.items.len()).map(|place| spoken(context, &tables, place)).collect(),
        costs: true,
    };
    let table = table(context, &tables, &heads, &rows);
    let levels = context.view.consultation().items.iter().map(|item| item.levels.len()).max().unwrap_or(0);
    let body = Matrix { columns: heads, levels: u8::try_from(levels).unwrap_or(u8::MAX), rows };
    Ok(context.chart(id, said, Body::Matrix(body), table))
}

/// Columns are numbered across workshops, because tables of two workshops can have one number.
fn heads(context: &Context<'_>, tables: &Tables) -> Vec<Head> {
    let words = &context.words;
    let workshops = &context.view.consultation().workshops;
    let head = |(place, table): (usize, &TableColumn)| {
        let workshop = workshops.iter().find(|workshop| Some(&workshop.id) == table.workshop.as_ref());
        let name = match (workshop, table.table) {
            (Some(workshop), Some(number)) => {
                say!(words, RESULTS_TABLES_HEAD, workshop = workshop.name.as_str(), table = number)
            }
            _ => say!(words, RESULTS_TABLES_HEAD_PLAIN, place = place + 1),
        };
        Head { name, short: words.number(Shown::count(place + 1)) }
    };
    tables.tables.iter().enumerate().map(head).collect()
}

fn held(tables: &Tables, place: usize) -> usize {
    tables.tables.iter().filter(|table| table.levels.get(place).copied().flatten().is_some()).count()
}

fn row(context: &Context<'_>, tables: &Tables, heads: &[Head], place: usize) -> MatrixRow {
    let words = &context.words;
    let name = context.item(&tables.items[place]);
    let cell = |(head, table): (&Head, &TableColumn)| {
        let level = table.levels.get(place).copied().flatten();
        let table = head.name.as_str();
        match level {
            Some(level) => MatrixCell {
                level: Some(level),
                label: say!(words, RESULTS_TABLES_LEVEL, level = level),
                spoken: say!(words, RESULTS_TABLES_CELL_IN, item = name, table = table, level = level),
            },
            None => MatrixCell {
                level: Some(0),
                label: say!(words, RESULTS_TABLES_NOT_IN),
                spoken: say!(words, RESULTS_TABLES_CELL_OUT, item = name, table = table),
            },
        }
    };
    MatrixRow {
        name: name.to_owned(),
        cells: heads.iter().zip(&tables.tables).map(cell).collect(),
        total: say!(words, RESULTS_TABLES_TOTAL, count = held(tables, place), n = tables.tables.len()),
    }
}

fn finding(context: &Context<'_>, tables: &Tables) -> String {
    let words = &context.words;
    let n = tables.tables.len();
    let places = (0..tables.items.len()).filter(|place| held(tables, *place) == n);
    let names: Vec<&str> = places.map(|place| context.item(&tables.items[place])).collect();
    let count = names.len();
    if n == 1 {
        return say!(words, RESULTS_TABLES_FINDING_ONE, count = count);
    }
    say!(words, RESULTS_TABLES_FINDING, count = count, n = n, items = words.list(&names))
}

fn spoken(context: &Context<'_>, tables: &Tables, place: usize) -> String {
    let (item, count) = (context.item(&tables.items[place]), held(tables, place));
    say!(context.words, RESULTS_TABLES_ROW, item = item, count = count, n = tables.tables.len())
}

/// The middle score; between two scores their middle, which has at most one digit.
fn live_with(context: &Context<'_>, scores: LiveWith) -> String {
    let words = &context.words;
    let n = scores.given();
    match n {
        0 => return say!(words, RESULTS_TABLES_LIVE_NONE),
        _ if !context.published.threshold.median_allowed(number(n)) => return words.held_back(),
        _ => {}
    }
    let score = |rank: usize| {
        let ranks = scores.scores.iter().scan(0, |below, count| {
            *below += count;
            Some(*below)
        });
        (1_i64..).zip(ranks).find(|(_, up_to)| *up_to > rank).map_or(5, |(score, _)| score)
    };
    let halves = score((n - 1) / 2) + score(n / 2);
    let median = Shown::exactly(halves * 5, 1);
    let median = if halves % 2 == 0 { median.coarser(0) } else { median };
    say!(words, RESULTS_TABLES_LIVE, median = words.number(median), n = n)
}

fn note(context: &Context<'_>, head: &Head, table: &TableColumn) -> String {
    let words = &context.words;
    say!(
        words,
        RESULTS_TABLES_NOTE,
        short = head.short.as_str(),
        name = head.name.as_str(),
        cost = words.minor(table.cost.minor()),
        left = words.minor(table.left.minor()),
        live = live_with(context, table.live_with),
        faulty = if table.faulty { "yes" } else { "no" }
    )
}

fn table(context: &Context<'_>, tables: &Tables, heads: &[Head], rows: &[MatrixRow]) -> Table {
    let words = &context.words;
    let heading = |(head, table): (&Head, &TableColumn)| {
        say!(
            words,
            RESULTS_TABLES_HEADING,
            name = head.name.as_str(),
            cost = words.minor(table.cost.minor()),
            left = words.minor(table.left.minor()),
            live = live_with(context, table.live_with)
        )
    };
    let columns = heads.iter().zip(&tables.tables).map(heading);
    let cells = |(place, row): (usize, &MatrixRow)| {
        let level = |cell: &MatrixCell| Cell::number(&cell.label, cell.level.unwrap_or(0).to_string());
        let total = Cell::number(&row.total, held(tables, place).to_string());
        std::iter::once(Cell::text(&row.name)).chain(row.cells.iter().map(level)).chain([total]).collect()
    };
    Table {
        caption: say!(words, RESULTS_TABLES_SUBJECT),
        columns: [say!(words, RESULTS_COLUMN_ITEM)]
            .into_iter()
            .chain(columns)
            .chain([say!(words, RESULTS_TABLES_TOTAL_COLUMN)])
            .collect(),
        rows: rows.iter().enumerate().map(cells).collect(),
    }
}
