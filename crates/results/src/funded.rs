//! A selection as a chart: of a consultation's items, or of an election's projects.

use basketry_charts::{Body, Cell, Selection as Picture, Step as Drawn, Table};
use basketry_tally::{Decision, ProjectId, Reason, Selection, Step, Support};
use basketry_texts::{Message, msg};

use crate::context::Said;
use crate::shown::Shown;
use crate::words::{Words, axis, say};

/// How the one kind of selection differs from the other.
pub(crate) struct Funded<'a> {
    pub(crate) subject: &'a Message,
    pub(crate) finding: &'a Message,
    /// The heading of the names.
    pub(crate) row_word: &'a Message,
    /// The heading of the support.
    pub(crate) support_word: &'a Message,
    pub(crate) base: String,
    pub(crate) rule: String,
    pub(crate) notes: Vec<String>,
    pub(crate) name: &'a dyn Fn(&ProjectId) -> String,
    /// Whether it is told how many support a project.
    pub(crate) told: &'a dyn Fn(&ProjectId) -> bool,
    /// Fewer supporters than this are told as too few.
    pub(crate) least: u64,
    /// What the rule goes by.
    pub(crate) support: fn(&Support) -> u64,
}

pub(crate) fn funded(words: &Words<'_>, selection: &Selection, of: &Funded<'_>) -> (Said, Body, Table) {
    let steps: Vec<Drawn> = selection.steps.iter().map(|step| drawn(words, step, of)).collect();
    let said = Said {
        finding: finding(words, selection, of),
        subject: words.say(of.subject, &[]),
        base: of.base.clone(),
        rule: of.rule.clone(),
        notes: notes(words, selection, of),
        rows: steps.iter().map(|step| step.spoken.clone()).collect(),
        costs: true,
    };
    let table = table(words, selection, &steps, of);
    let dearest = selection.steps.iter().map(|step| step.cost).chain([selection.budget]).max();
    let most = dearest.map_or(0, basketry_domain::Money::minor);
    let budget = Shown::exactly(selection.budget.minor(), words.minor_digits);
    let left = selection.left();
    let picture = Picture {
        axis: axis(0, most, words.minor_digits, |tick| words.money(tick)),
        budget: budget.value(),
        budget_label: say!(words, RESULTS_SELECTION_BUDGET, amount = words.money(budget)),
        selected: say!(words, RESULTS_SELECTION_SELECTED),
        passed_over: say!(words, RESULTS_SELECTION_PASSED),
        left_over: say!(words, RESULTS_SELECTION_LEFT, amount = words.minor(left.minor())),
        steps,
    };
    (said, Body::Selection(picture), table)
}

fn finding(words: &Words<'_>, selection: &Selection, of: &Funded<'_>) -> String {
    let first = selection.selected.first().map(of.name).unwrap_or_default();
    let (selected, all) = (selection.selected.len(), selection.steps.len());
    words.say(of.finding, &[("selected", selected.into()), ("all", all.into()), ("first", first.into())])
}

fn drawn(words: &Words<'_>, step: &Step, of: &Funded<'_>) -> Drawn {
    let (name, cost) = ((of.name)(&step.project), Shown::exactly(step.cost.minor(), words.minor_digits));
    let selected = step.decision == Decision::Bought;
    let told = (of.told)(&step.project);
    let reason = match &step.decision {
        Decision::Bought => String::new(),
        // Some reasons are those of projects that nobody supports.
        Decision::Skipped(_) if !told => words.held_back(),
        Decision::Skipped(reason) => reason_in_words(words, reason, of),
    };
    let spoken = say!(
        words,
        RESULTS_SELECTION_STEP,
        told = if told { "yes" } else { "no" },
        decision = if selected { "yes" } else { "no" },
        item = name.as_str(),
        cost = words.money(cost),
        votes = (of.support)(&step.support),
        reason = reason.as_str()
    );
    Drawn { name, cost: cost.value(), cost_label: words.money(cost), selected, reason, spoken }
}

fn reason_in_words(words: &Words<'_>, reason: &Reason, of: &Funded<'_>) -> String {
    match reason {
        Reason::OverBudget { short } => say!(words, RESULTS_REASON_OVER_BUDGET, short = words.minor(short.minor())),
        Reason::Requires(other) => say!(words, RESULTS_REASON_REQUIRES, other = (of.name)(other)),
        Reason::Excludes(other) => say!(words, RESULTS_REASON_EXCLUDES, other = (of.name)(other)),
        Reason::Unsupported => say!(words, RESULTS_REASON_UNSUPPORTED),
        Reason::SupportersShort { .. } => say!(words, RESULTS_REASON_SUPPORTERS_SHORT),
        Reason::InPart { reached, short } => {
            let [reached, short] = [reached, short].map(|amount| words.minor(amount.minor()));
            say!(words, RESULTS_REASON_IN_PART, reached = reached, short = short)
        }
        Reason::Stopped => say!(words, RESULTS_REASON_STOPPED),
        Reason::OverMaximum { area, over } => {
            say!(words, RESULTS_REASON_OVER_MAXIMUM, area = area.as_str(), over = words.minor(over.minor()))
        }
        Reason::RingFenced { short } => say!(words, RESULTS_REASON_RING_FENCED, short = words.minor(short.minor())),
        Reason::KeptFor { areas, short } => {
            let areas = words.list(&areas.iter().map(String::as_str).collect::<Vec<_>>());
            say!(words, RESULTS_REASON_KEPT_FOR, areas = areas, short = words.minor(short.minor()))
        }
        Reason::MinimumLost { area } => say!(words, RESULTS_REASON_MINIMUM_LOST, area = area.as_str()),
    }
}

/// Ties are shown, never broken in silence; and so is what is funded without support.
fn notes(words: &Words<'_>, selection: &Selection, of: &Funded<'_>) -> Vec<String> {
    let listed = |ids: &mut dyn Iterator<Item = &ProjectId>| {
        let names: Vec<String> = ids.map(|id| (of.name)(id)).collect();
        words.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let mut notes = of.notes.clone();
    for tie in &selection.ties {
        let taken = tie.taken.as_ref().map(of.name).unwrap_or_default();
        notes.push(say!(words, RESULTS_NOTE_TIE, names = listed(&mut tie.projects.iter()), taken = taken));
    }
    let unchosen = |step: &&Step| step.decision == Decision::Bought && (of.support)(&step.support) < of.least;
    let unchosen: Vec<&Step> = selection.steps.iter().filter(unchosen).collect();
    if !unchosen.is_empty() {
        let items = listed(&mut unchosen.iter().map(|step| &step.project));
        notes.push(say!(words, RESULTS_NOTE_UNCHOSEN, n = unchosen.len(), items = items, least = of.least));
    }
    notes.push(say!(words, RECOMMENDATIONS_NOT_DECISIONS));
    notes
}

fn table(words: &Words<'_>, selection: &Selection, drawn: &[Drawn], of: &Funded<'_>) -> Table {
    let cells = |(step, drawn): (&Step, &Drawn)| {
        let support = (of.told)(&step.project).then(|| (of.support)(&step.support));
        let decision =
            if drawn.selected { say!(words, RESULTS_SELECTION_YES) } else { say!(words, RESULTS_SELECTION_NO) };
        vec![
            Cell::text(&drawn.name),
            words.told_cell(support),
            words.money_cell(Shown::exactly(step.cost.minor(), words.minor_digits)),
            Cell::text(decision),
            Cell::text(&drawn.reason),
        ]
    };
    let columns = [
        of.row_word,
        of.support_word,
        &msg::RESULTS_COLUMN_COST,
        &msg::RESULTS_SELECTION_DECISION,
        &msg::RESULTS_SELECTION_WHY,
    ];
    Table {
        caption: words.say(of.subject, &[]),
        columns: columns.map(|column| words.say(column, &[])).into(),
        rows: selection.steps.iter().zip(drawn).map(cells).collect(),
    }
}
