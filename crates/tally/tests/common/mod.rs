//! Every rule in every variant, with ballots it reads.

use basketry_tally::{BallotKind, Rule, Satisfaction, Variant, rules};

pub(crate) fn kind(variant: Variant) -> BallotKind {
    match variant.satisfaction {
        Some(Satisfaction::Additive) => BallotKind::Points,
        _ => BallotKind::Approval,
    }
}

pub(crate) fn every_variant() -> impl Iterator<Item = (&'static dyn Rule, Variant)> {
    rules().iter().flat_map(|rule| rule.variants().iter().map(|variant| (*rule, *variant)))
}
