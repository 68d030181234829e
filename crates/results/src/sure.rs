//! How sure the selection of the greedy rule is: how often each project is funded when ballots are drawn again.

use std::cmp::Reverse;

use basketry_charts::{Bar, Bars, Body, Cell, Datum, Figure, Table};
use basketry_formats::Notice;
use basketry_tally::{Bootstrap, CountError, FundedIn, Rounds, Selection, TiePolicy};
use basketry_texts::msg;

use crate::context::Said;
use crate::notice::count_notice;
use crate::polled::Polled;
use crate::shown::Shown;
use crate::words::{Words, axis, figure, say};

/// More rows than this are no picture any more; the table goes on.
const MOST_ROWS: usize = 40;
/// Any seed will do. That it is always the same one makes the chart the same for the same ballots.
pub const SEED: u64 = 1;
/// Enough to tell one share from another by four in a hundred.
const MOST_ROUNDS: u64 = 500;
/// So many there are at least: of a million votes each round says much the same.
const LEAST_ROUNDS: u64 = 20;
/// How many ballots are drawn in all, as far as the number of rounds can see to that: whoever waits waits for this.
const DRAWN: u64 = 5_000_000;

/// The chart of how often each project is funded; a notice where the rule cannot count the election.
pub(crate) fn sure(words: &Words<'_>, of: &Polled<'_>) -> Result<(Said, Body, Table), Notice> {
    let selection = of.funded()?;
    let rounds = drawn_again(of).map_err(|error| count_notice(&error))?;
    let mut order: Vec<&FundedIn> = rounds.projects.iter().collect();
    let turn = |one: &FundedIn| selection.steps.iter().position(|step| step.project == one.project);
    // Those of which it is not told how many support them stand last.
    let told = |one: &FundedIn| (of.told)(&one.project);
    order.sort_by_cached_key(|one| (Reverse(told(one).then_some(one.rounds)), turn(one)));
    let n = rounds.settled();
    let bars = order.iter().take(MOST_ROWS).map(|one| {
        let figure =
            if told(one) { figure(share(one, n), label(words, one, n)) } else { Figure::held_back(words.held_back()) };
        let datum = Datum { figure, spoken: spoken(words, of, one, n) };
        Bar { name: (of.name)(&one.project), values: vec![datum] }
    });
    let rows = bars.collect();
    let mut notes = of.notes.clone();
    notes.push(say!(words, RESULTS_SURE_NOTE));
    if order.len() > MOST_ROWS {
        notes.push(say!(words, RESULTS_PICTURE_STOPS, shown = MOST_ROWS, all = order.len()));
    }
    let said = Said {
        finding: finding(words, &rounds),
        subject: say!(words, RESULTS_SURE_SUBJECT),
        base: say!(words, RESULTS_SURE_BASE, base = of.base.as_str(), n = rounds.rounds),
        rule: say!(words, RESULTS_SURE_RULE, seed = SEED),
        notes,
        rows: order.iter().map(|one| spoken(words, of, one, n)).collect(),
        costs: true,
    };
    let percents = axis(0, 100, 0, |tick| words.percent(tick));
    let body = Bars { axis: percents, series: vec![say!(words, RESULTS_SURE_SERIES)], rows };
    Ok((said, Body::Bars(body), table(words, of, &selection, &order, n)))
}

/// How many rounds there are for so many voters.
fn rounds_for(voters: u64) -> u64 {
    (DRAWN / voters.max(1)).clamp(LEAST_ROUNDS, MOST_ROUNDS)
}

fn drawn_again(of: &Polled<'_>) -> Result<Rounds, CountError> {
    let (greedy, variant) = of.greedy()?;
    let mut bootstrap = Bootstrap::new(of.election, greedy, variant, TiePolicy::Lexicographic, SEED);
    for _ in 0..rounds_for(of.election.voters()) {
        bootstrap.round()?;
    }
    Ok(bootstrap.so_far().clone())
}

fn share(one: &FundedIn, n: u64) -> Shown {
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Shown::share(count(one.rounds), count(n))
}

/// All and nothing are said only of what is funded in every round or in none.
fn label(words: &Words<'_>, one: &FundedIn, n: u64) -> String {
    let share = share(one, n);
    let some = 0 < one.rounds && one.rounds < n;
    if some && [0, 100].contains(&share.coarser(0).units()) { words.tenths(share) } else { words.percent(share) }
}

fn spoken(words: &Words<'_>, of: &Polled<'_>, one: &FundedIn, n: u64) -> String {
    let (name, share) = ((of.name)(&one.project), label(words, one, n));
    if !(of.told)(&one.project) {
        return say!(words, RESULTS_ROW_HELD_BACK, name = name);
    }
    say!(words, RESULTS_SURE_ROW, name = name, count = one.rounds, n = n, share = share)
}

fn finding(words: &Words<'_>, rounds: &Rounds) -> String {
    let n = rounds.settled();
    let in_rounds = |some: fn(u64, u64) -> bool| rounds.projects.iter().filter(|one| some(one.rounds, n)).count();
    let (always, sometimes) = (in_rounds(|rounds, n| rounds == n), in_rounds(|rounds, n| 0 < rounds && rounds < n));
    say!(words, RESULTS_SURE_FINDING, always = always, all = rounds.projects.len(), n = n, sometimes = sometimes)
}

fn table(words: &Words<'_>, of: &Polled<'_>, selection: &Selection, order: &[&FundedIn], n: u64) -> Table {
    let cells = |one: &&FundedIn| {
        let funded = selection.selected.contains(&one.project);
        let now = words.say(if funded { &msg::RESULTS_SELECTION_YES } else { &msg::RESULTS_SELECTION_NO }, &[]);
        let told = (of.told)(&one.project);
        let share = if told { words.percent_cell(share(one, n)) } else { words.held_cell() };
        let rounds = words.told_cell(told.then_some(one.rounds));
        vec![Cell::text((of.name)(&one.project)), Cell::text(now), rounds, share]
    };
    let columns = [of.row_word, &msg::RESULTS_SURE_NOW, &msg::RESULTS_SURE_COUNT, &msg::RESULTS_SURE_SERIES];
    Table {
        caption: say!(words, RESULTS_SURE_SUBJECT),
        columns: columns.map(|column| words.say(column, &[])).into(),
        rows: order.iter().map(cells).collect(),
    }
}
