//! The result, for programs and for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use basketry_domain::Money;
use basketry_pabulib::{self as pabulib, Scale};
use basketry_tally::{BigExact, Count, Election, ProjectId, Reason, Rule, Tie, Variant};
use serde::Serialize;

use super::beside::Beside;
use super::limits;
use super::standing::PrintedStanding;
use super::steps::{PrintedStep, decided};

/// What is printed as JSON, in this order.
#[derive(Serialize)]
struct Printed<'a> {
    selected: Vec<&'a str>,
    cost: Amount,
    budget: Amount,
    ties: Vec<PrintedTie<'a>>,
    rule: &'a str,
    variant: String,
    ballots: String,
    voters: u64,
    decided: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_tie: Option<PrintedTie<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<limits::Printed<'a>>,
    /// How much the voters of equal shares had between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<Amount>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    shared_in_pots: BTreeMap<&'a str, Amount>,
    steps: Vec<PrintedStep<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Vec<PrintedStanding>>,
    #[serde(flatten)]
    beside: Option<&'a Beside>,
}

/// An amount in the file's units: a number when whole, an exact decimal in quotes otherwise.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Amount {
    Whole(i64),
    Decimal(String),
}

#[derive(Serialize)]
struct PrintedTie<'a> {
    after: usize,
    projects: Vec<&'a str>,
    taken: Option<&'a str>,
}

/// A JSON object.
pub(super) fn json(
    file: &pabulib::File,
    election: &Election,
    (rule, variant): (&dyn Rule, Variant),
    counted: &Count,
    standing: Option<Vec<PrintedStanding>>,
    beside: Option<&Beside>,
) -> String {
    let selection = counted.selection();
    let open_tie = match counted {
        Count::Tied { tie: open, .. } => Some(tie(open)),
        Count::Settled(_) => None,
    };
    let result = Printed {
        selected: ids(&selection.selected),
        cost: amount(file.scale, selection.cost),
        budget: amount(file.scale, selection.budget),
        ties: selection.ties.iter().map(tie).collect(),
        rule: rule.id(),
        variant: variant.to_string(),
        ballots: election.kind().to_string(),
        voters: election.voters(),
        decided: open_tie.is_none(),
        open_tie,
        limits: limits::Printed::of(file.scale, election.limits()),
        shared: selection.shared.map(|shared| amount(file.scale, shared)),
        shared_in_pots: selection
            .shared_in_pots
            .iter()
            .map(|(pot, shared)| (pot.as_str(), amount(file.scale, *shared)))
            .collect(),
        steps: selection.steps.iter().map(|step| PrintedStep::new(file.scale, election, variant, step)).collect(),
        standing,
        beside,
    };
    // Words and numbers only: there is nothing in it that cannot be written.
    serde_json::to_string_pretty(&result).unwrap_or_default() + "\n"
}

/// A line per project, in the order the rule came to it.
pub(super) fn text(file: &pabulib::File, election: &Election, counted: &Count) -> String {
    let selection = counted.selection();
    let mut out = limits::text(file.scale, election.limits());
    for step in &selection.steps {
        let what = decided(file.scale, step);
        let (cost, voters) = (file.scale.format(step.cost), step.support.voters);
        let pot = step.pot.as_ref().map(|area| format!("\tpot {area}")).unwrap_or_default();
        let _ = writeln!(out, "{}{pot}\tcost {cost}\tvoters {voters}\t{what}", step.project);
    }
    for tie in &selection.ties {
        let taken = tie.taken.as_ref().map_or("nobody", ProjectId::as_str);
        let _ = writeln!(out, "{tie}: {taken} first");
    }
    let (cost, budget) = (file.scale.format(selection.cost), file.scale.format(selection.budget));
    let _ = writeln!(out, "{} projects for {cost} of {budget}", selection.selected.len());
    if let Some(shared) = selection.shared.filter(|shared| *shared > selection.budget) {
        let _ = writeln!(out, "shares were raised until the voters had {} between them", file.scale.format(shared));
    }
    out
}

/// An amount in the file's units.
pub(super) fn amount(scale: Scale, amount: Money) -> Amount {
    scale.whole(amount).map_or_else(|| Amount::Decimal(scale.format(amount)), Amount::Whole)
}

/// Why a project is not funded, in words.
pub(super) fn why(scale: Scale, reason: &Reason) -> String {
    match reason {
        Reason::OverBudget { short } => format!("{} more than is left", scale.format(*short)),
        Reason::Requires(id) => format!("requires {id}, which is not funded"),
        Reason::Excludes(id) => format!("cannot be had together with {id}"),
        Reason::Unsupported => "nobody supports it".to_owned(),
        Reason::SupportersShort { have } => {
            format!("those who support it have {} left between them", scale.format(whole(have)))
        }
        Reason::InPart { reached, short } => {
            format!("the money reaches {} of it, {} is missing", scale.format(*reached), scale.format(*short))
        }
        Reason::Stopped => "the rule stopped before it".to_owned(),
        Reason::OverMaximum { area, over } => {
            format!("{area} would have {} more than its maximum", scale.format(*over))
        }
        Reason::RingFenced { short } => {
            format!("{} more than is left beside the ring-fences of other areas", scale.format(*short))
        }
        Reason::KeptFor { areas, short } => {
            format!("{} of it is kept for the minimum of {}", scale.format(*short), areas.join(", "))
        }
        Reason::MinimumLost { area } => format!("{area} could not come to its minimum any more"),
    }
}

/// An amount in minor units, rounded down: to say that there is more would say that it is enough.
pub(super) fn whole(exact: &BigExact) -> Money {
    exact.floor().to_integer().try_into().map_or(Money::MAX, Money::from_minor)
}

fn tie(tie: &Tie) -> PrintedTie<'_> {
    let taken = tie.taken.as_ref().map(ProjectId::as_str);
    PrintedTie { after: tie.after, projects: ids(&tie.projects), taken }
}

fn ids(ids: &[ProjectId]) -> Vec<&str> {
    ids.iter().map(ProjectId::as_str).collect()
}
