//! The steps of a count, for programs and for people.

use basketry_pabulib::Scale;
use basketry_tally::{BallotKind, BigExact, Decision, Election, Merit, Paid, Reason, Satisfaction, Step, Variant};
use serde::Serialize;

use super::print::{Amount, amount, why};

/// How one project fared. Amounts are in the file's units, and fractions decimals that are rounded down.
#[derive(Serialize)]
pub(super) struct PrintedStep<'a> {
    project: &'a str,
    cost: Amount,
    voters: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<u64>,
    /// The pot it is paid from, where the budget is in pots.
    #[serde(skip_serializing_if = "Option::is_none")]
    pot: Option<&'a str>,
    /// What was left of the budget, or of the pot, before.
    left: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    merit: Option<PrintedMerit>,
    decision: PrintedDecision<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid: Option<PrintedPaid>,
}

/// What the rule compared.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PrintedMerit {
    Votes(u64),
    PerCost(String),
    Free,
    /// For each unit of satisfaction: of the file's units, vote or point.
    Price(String),
    Load(String),
    Total(String),
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PrintedDecision<'a> {
    Funded,
    NotFunded(PrintedReason<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PrintedReason<'a> {
    OverBudget { short: Amount },
    Requires(&'a str),
    Excludes(&'a str),
    Unsupported,
    SupportersShort { have: String },
    InPart { reached: Amount, short: Amount },
    Stopped,
    OverMaximum { area: &'a str, over: Amount },
    RingFenced { short: Amount },
    KeptFor { areas: &'a [String], short: Amount },
    MinimumLost { area: &'a str },
}

/// Who paid: for rules that share costs among voters.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PrintedPaid {
    /// So many voters the price in full, and so many all they had left, which was so much together.
    Shares {
        in_full: u64,
        all_they_had: u64,
        these_together: String,
    },
    Loads {
        voters: u64,
    },
    Nobody,
}

/// Digits after the point that programs get.
pub(super) const FINE: u8 = 9;

impl<'a> PrintedStep<'a> {
    pub(super) fn new(scale: Scale, election: &Election, variant: Variant, step: &'a Step) -> Self {
        let points = election.kind() == BallotKind::Points;
        Self {
            project: step.project.as_str(),
            cost: amount(scale, step.cost),
            voters: step.support.voters,
            points: points.then_some(step.support.points),
            pot: step.pot.as_deref(),
            left: amount(scale, step.left),
            merit: step.merit.as_ref().map(|of| merit(scale, variant, of)),
            decision: match &step.decision {
                Decision::Bought => PrintedDecision::Funded,
                Decision::Skipped(of) => PrintedDecision::NotFunded(reason(scale, of)),
            },
            paid: step.paid.map(|paid| match paid {
                Paid::Shares { full: in_full, rest: all_they_had, .. } => {
                    let these_together = together(step, scale.digits(), FINE);
                    PrintedPaid::Shares { in_full, all_they_had, these_together }
                }
                Paid::Loads { voters } => PrintedPaid::Loads { voters },
                Paid::Nobody => PrintedPaid::Nobody,
            }),
        }
    }
}

/// What was decided about a project, and who paid for it, in words.
pub(super) fn decided(scale: Scale, step: &Step) -> String {
    // A voter pays little: two digits more than costs have.
    let (digits, finer) = (scale.digits(), scale.digits() + 2);
    match (&step.decision, step.paid) {
        (Decision::Skipped(reason), _) => format!("not funded: {}", why(scale, reason)),
        (Decision::Bought, None) => "funded".to_owned(),
        (Decision::Bought, Some(Paid::Nobody)) => "funded out of what was left: no voter paid for it".to_owned(),
        (Decision::Bought, Some(Paid::Loads { voters })) => match &step.merit {
            Some(Merit::Load(load)) => format!("funded: {voters} carry {} each", decimal(load, digits, finer)),
            _ => format!("funded: {voters} carry it"),
        },
        (Decision::Bought, Some(Paid::Shares { full: 0, rest: 0, .. })) => "funded: nobody had to pay".to_owned(),
        (Decision::Bought, Some(Paid::Shares { full, rest: 0, .. })) => format!("funded: {full} paid in full"),
        (Decision::Bought, Some(Paid::Shares { full, rest, .. })) => {
            let together = together(step, digits, finer);
            format!("funded: {full} paid in full, {rest} all they had left, {together} together")
        }
    }
}

fn merit(scale: Scale, variant: Variant, merit: &Merit) -> PrintedMerit {
    let digits = scale.digits();
    match merit {
        Merit::Votes(votes) => PrintedMerit::Votes(*votes),
        Merit::PerCost(of) => {
            let of = BigExact::new((*of.numer()).into(), (*of.denom()).into());
            PrintedMerit::PerCost(decimal(&(of * power(digits)), 0, FINE))
        }
        Merit::Free => PrintedMerit::Free,
        // Money for money.
        Merit::Price(price) if variant.satisfaction == Some(Satisfaction::Cost) => {
            PrintedMerit::Price(decimal(price, 0, FINE))
        }
        Merit::Price(price) => PrintedMerit::Price(decimal(price, digits, FINE)),
        Merit::Load(load) => PrintedMerit::Load(decimal(load, digits, FINE)),
        Merit::Total(total) => {
            let money = variant.satisfaction == Some(Satisfaction::Cost);
            let total = BigExact::from_integer((*total).into());
            PrintedMerit::Total(decimal(&total, if money { digits } else { 0 }, FINE))
        }
    }
}

fn reason(scale: Scale, reason: &Reason) -> PrintedReason<'_> {
    match reason {
        Reason::OverBudget { short } => PrintedReason::OverBudget { short: amount(scale, *short) },
        Reason::Requires(id) => PrintedReason::Requires(id.as_str()),
        Reason::Excludes(id) => PrintedReason::Excludes(id.as_str()),
        Reason::Unsupported => PrintedReason::Unsupported,
        Reason::SupportersShort { have } => {
            PrintedReason::SupportersShort { have: decimal(have, scale.digits(), FINE) }
        }
        Reason::InPart { reached, short } => {
            PrintedReason::InPart { reached: amount(scale, *reached), short: amount(scale, *short) }
        }
        Reason::Stopped => PrintedReason::Stopped,
        Reason::OverMaximum { area, over } => PrintedReason::OverMaximum { area, over: amount(scale, *over) },
        Reason::RingFenced { short } => PrintedReason::RingFenced { short: amount(scale, *short) },
        Reason::KeptFor { areas, short } => PrintedReason::KeptFor { areas, short: amount(scale, *short) },
        Reason::MinimumLost { area } => PrintedReason::MinimumLost { area },
    }
}

/// What those paid together who paid all they had left.
fn together(step: &Step, scale: u8, digits: u8) -> String {
    step.paid_by_rest().map_or_else(|| "0".to_owned(), |paid| decimal(&paid, scale, digits))
}

/// A fraction in units of `10^scale`, rounded down to so many digits after the point. It is not negative.
pub(super) fn decimal(exact: &BigExact, scale: u8, digits: u8) -> String {
    let (places, width) = (usize::from(digits), usize::from(digits) + 1);
    let rounded = (exact * power(digits) / power(scale)).floor().to_integer().to_string();
    let padded = format!("{rounded:0>width$}");
    let (whole, fraction) = padded.split_at(padded.len() - places);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

fn power(digits: u8) -> BigExact {
    BigExact::from_integer(10_u128.pow(digits.into()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_rounded_down_and_end_without_zeros() {
        let of = |numer: i64, denom: i64, scale, digits| {
            decimal(&BigExact::new_raw(numer.into(), denom.into()), scale, digits)
        };
        assert_eq!(of(200, 3, 0, 2), "66.66");
        assert_eq!(of(200, 3, 2, 2), "0.66");
        assert_eq!(of(200, 3, 2, 4), "0.6666");
        assert_eq!(of(3, 2, 0, 9), "1.5");
        assert_eq!(of(2, 3, 0, 0), "0");
        assert_eq!(of(1_000, 10, 1, 3), "10");
        assert_eq!(of(0, 7, 2, 3), "0");
    }
}
