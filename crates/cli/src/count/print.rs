//! The result, for programs and for people.

use std::fmt::Write;

use basketry_domain::Money;
use basketry_formats::pabulib::{self, Scale};
use basketry_tally::{Count, Decision, Election, ProjectId, Reason, Rule, Tie, Variant};
use serde_json::{Value, json};

/// A JSON object. Amounts are in the file's units: numbers when whole, exact decimals in quotes otherwise.
pub(super) fn json(
    file: &pabulib::File,
    election: &Election,
    rule: &dyn Rule,
    variant: Variant,
    counted: &Count,
) -> String {
    let selection = counted.selection();
    let mut object = json!({
        "selected": ids(&selection.selected),
        "cost": amount(file.scale, selection.cost),
        "budget": amount(file.scale, selection.budget),
        "ties": selection.ties.iter().map(tie).collect::<Vec<_>>(),
        "rule": rule.id(),
        "variant": variant.to_string(),
        "ballots": election.kind().to_string(),
        "voters": election.voters(),
        "decided": true,
    });
    if let Count::Tied { tie: open, .. } = counted {
        object["decided"] = json!(false);
        object["open_tie"] = tie(open);
    }
    format!("{object:#}\n")
}

/// A line per project, in the order the rule came to it.
pub(super) fn text(file: &pabulib::File, counted: &Count) -> String {
    let selection = counted.selection();
    let mut out = String::new();
    for step in &selection.steps {
        let what = match &step.decision {
            Decision::Bought => "funded".to_owned(),
            Decision::Skipped(reason) => format!("not funded: {}", why(file.scale, reason)),
        };
        let (cost, voters) = (file.scale.format(step.cost), step.support.voters);
        let _ = writeln!(out, "{}\tcost {cost}\tvoters {voters}\t{what}", step.project);
    }
    for tie in &selection.ties {
        let taken = tie.taken.as_ref().map_or("nobody", ProjectId::as_str);
        let _ = writeln!(out, "{tie}: {taken} first");
    }
    let (cost, budget) = (file.scale.format(selection.cost), file.scale.format(selection.budget));
    let _ = writeln!(out, "{} projects for {cost} of {budget}", selection.selected.len());
    out
}

fn why(scale: Scale, reason: &Reason) -> String {
    match reason {
        Reason::OverBudget { short } => format!("{} more than is left", scale.format(*short)),
        Reason::Requires(id) => format!("requires {id}, which is not funded"),
        Reason::Excludes(id) => format!("cannot be had together with {id}"),
        Reason::Unsupported => "nobody supports it".to_owned(),
        Reason::SupportersShort { .. } => "those who support it have too little money left".to_owned(),
        Reason::Stopped => "the rule stopped before it".to_owned(),
    }
}

fn tie(tie: &Tie) -> Value {
    json!({
        "after": tie.after,
        "projects": ids(&tie.projects),
        "taken": tie.taken.as_ref().map(ProjectId::as_str),
    })
}

fn ids(ids: &[ProjectId]) -> Vec<&str> {
    ids.iter().map(ProjectId::as_str).collect()
}

fn amount(scale: Scale, amount: Money) -> Value {
    scale.whole(amount).map_or_else(|| json!(scale.format(amount)), |whole| json!(whole))
}
