//! What several rules would fund, side by side.

mod compared;

use basketry_charts::{Body, Cell, Head, Matrix, MatrixCell, MatrixRow, Table};
use basketry_formats::Notice;
use basketry_tally::{Across, Decision, Election, FundedBy, ProjectId, Selection};
use basketry_texts::msg;

use self::compared::compared;
use crate::context::Said;
use crate::notice::{count_notice, notice_in_words};
use crate::polled::Polled;
use crate::shown::Shown;
use crate::words::{Words, say};

/// More rows than this are no picture any more; the table goes on.
const MOST_ROWS: usize = 60;
/// More names than this are counted.
const MOST_NAMES: usize = 2;

/// A rule and what it funds.
struct Column {
    name: String,
    short: String,
    how: String,
    selection: Selection,
}

/// The chart of all rules that can count the election; a notice where none can.
pub(crate) fn side_by_side(words: &Words<'_>, of: &Polled<'_>) -> Result<(Said, Body, Table), Notice> {
    let (columns, left_out) = count_all(words, of)?;
    let selections: Vec<&Selection> = columns.iter().map(|column| &column.selection).collect();
    let across = Across::new(of.election, &selections);
    let order = in_order(of.election, &across);
    let rows: Vec<MatrixRow> = order.iter().map(|project| row(words, of, &columns, project)).collect();
    let mut notes = of.notes.clone();
    notes.extend(columns.iter().map(|column| note(words, column, of.least)));
    notes.extend(left_out);
    if rows.len() > MOST_ROWS {
        notes.push(say!(words, RESULTS_PICTURE_STOPS, shown = MOST_ROWS, all = rows.len()));
    }
    notes.push(say!(words, RECOMMENDATIONS_NOT_DECISIONS));
    let spoken = |project: &&FundedBy| {
        let (name, count) = ((of.name)(&project.project), project.selections.len());
        say!(words, RESULTS_RULES_ROW, name = name, count = count, n = columns.len())
    };
    let said = Said {
        finding: finding(words, of, &across),
        subject: say!(words, RESULTS_RULES_SUBJECT),
        base: of.base.clone(),
        rule: say!(words, RESULTS_RULES_RULE, kind = of.kind),
        notes,
        rows: order.iter().map(spoken).collect(),
        costs: true,
    };
    let table = table(words, of, &columns, &order);
    let heads = columns.iter().map(|column| Head { name: column.name.clone(), short: column.short.clone() });
    let body = Matrix { columns: heads.collect(), levels: 1, rows: rows.into_iter().take(MOST_ROWS).collect() };
    Ok((said, Body::Matrix(body), table))
}

/// What each rule funds, and for each that cannot count this election why.
fn count_all(words: &Words<'_>, of: &Polled<'_>) -> Result<(Vec<Column>, Vec<String>), Notice> {
    let (mut columns, mut left_out, mut first_error) = (Vec::new(), Vec::new(), None);
    for one in compared(of.points()) {
        let name = words.say(one.name, &[]);
        match one.count(of.election) {
            Ok(selection) => columns.push(Column {
                name,
                short: words.number(Shown::count(columns.len() + 1)),
                how: words.say(one.how, &[]),
                selection,
            }),
            Err(error) => {
                let notice = count_notice(&error);
                let why = notice_in_words(&notice, words.locale);
                left_out.push(say!(words, RESULTS_RULES_NOTE_ABSENT, name = name, why = why));
                first_error.get_or_insert(notice);
            }
        }
    }
    match first_error {
        Some(notice) if columns.is_empty() => Err(notice),
        _ => Ok((columns, left_out)),
    }
}

/// What most rules fund first; then what has more supporters; then by id.
fn in_order<'a>(election: &Election, across: &'a Across) -> Vec<&'a FundedBy> {
    let support = election.support();
    let supporters = |one: &FundedBy| {
        let place = election.place(&one.project);
        place.and_then(|place| support.get(place.index())).map_or((0, 0), |support| (support.points, support.voters))
    };
    let mut order: Vec<&FundedBy> = across.projects.iter().collect();
    order.sort_by_key(|one| std::cmp::Reverse((one.selections.len(), supporters(one))));
    order
}

fn row(words: &Words<'_>, of: &Polled<'_>, columns: &[Column], project: &FundedBy) -> MatrixRow {
    let name = (of.name)(&project.project);
    let cell = |(at, column): (usize, &Column)| {
        let (name, rule) = (name.as_str(), column.name.as_str());
        if project.selections.contains(&at) {
            let (label, spoken) =
                (&msg::RESULTS_RULES_IN_SHORT, say!(words, RESULTS_RULES_IN, name = name, rule = rule));
            MatrixCell { level: Some(1), label: words.say(label, &[]), spoken }
        } else {
            let (label, spoken) =
                (&msg::RESULTS_RULES_OUT_SHORT, say!(words, RESULTS_RULES_OUT, name = name, rule = rule));
            MatrixCell { level: Some(0), label: words.say(label, &[]), spoken }
        }
    };
    let total = say!(words, RESULTS_RULES_OF, count = project.selections.len(), n = columns.len());
    MatrixRow { cells: columns.iter().enumerate().map(cell).collect(), total, name }
}

fn finding(words: &Words<'_>, of: &Polled<'_>, across: &Across) -> String {
    let names: Vec<String> = across.shared().map(of.name).collect();
    let (n, shared, parted) = (across.selections, names.len(), across.parted().count());
    if shared == 0 {
        return say!(words, RESULTS_RULES_FINDING_NONE, n = n);
    }
    // Many names make no headline.
    let told = if shared <= MOST_NAMES { "yes" } else { "no" };
    let listed = words.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let all = across.projects.len();
    say!(words, RESULTS_RULES_FINDING, n = n, told = told, names = listed, shared = shared, all = all, parted = parted)
}

fn note(words: &Words<'_>, column: &Column, least: u64) -> String {
    let selection = &column.selection;
    let unchosen =
        selection.steps.iter().filter(|step| step.decision == Decision::Bought && step.support.voters < least);
    say!(
        words,
        RESULTS_RULES_NOTE,
        short = column.short.as_str(),
        name = column.name.as_str(),
        how = column.how.as_str(),
        n = selection.selected.len(),
        cost = words.minor(selection.cost.minor()),
        unchosen = unchosen.count(),
        least = least,
        ties = selection.ties.len()
    )
}

fn table(words: &Words<'_>, of: &Polled<'_>, columns: &[Column], order: &[&FundedBy]) -> Table {
    let cost = |id: &ProjectId| of.election.place(id).map_or(0, |place| of.election.project(place).cost.minor());
    let yes_or_no = |funded: bool| {
        let (word, number) =
            if funded { (&msg::RESULTS_SELECTION_YES, "1") } else { (&msg::RESULTS_SELECTION_NO, "0") };
        Cell::number(words.say(word, &[]), number)
    };
    let cells = |one: &&FundedBy| {
        let start = [
            Cell::text((of.name)(&one.project)),
            words.money_cell(Shown::exactly(cost(&one.project), words.minor_digits)),
        ];
        let by = (0..columns.len()).map(|at| yes_or_no(one.selections.contains(&at)));
        start.into_iter().chain(by).chain([words.count_cell(one.selections.len())]).collect()
    };
    let ends = [of.row_word, &msg::RESULTS_COLUMN_COST].map(|word| words.say(word, &[]));
    let names = columns.iter().map(|column| column.name.clone());
    Table {
        caption: say!(words, RESULTS_RULES_SUBJECT),
        columns: ends.into_iter().chain(names).chain([say!(words, RESULTS_RULES_COUNT)]).collect(),
        rows: order.iter().map(cells).collect(),
    }
}
