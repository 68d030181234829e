//! What to tell an organiser about a ballot that counts although something is wrong with it.

use basketry_domain::{Fault, Refusal};

use crate::Notice;

/// A fault as a code with parameters.
pub fn fault_notice(fault: &Fault) -> Notice {
    match fault {
        Fault::OtherRevision => Notice::new("ballot-other-revision"),
        Fault::UnknownWorkshop => Notice::new("ballot-unknown-workshop"),
        Fault::UnknownArea => Notice::new("ballot-unknown-area"),
        Fault::PointsTotal { given } => Notice::new("ballot-points-total").number("given", *given),
        Fault::Basket(Refusal::OverBudget { .. }) => Notice::new("ballot-over-budget"),
        Fault::Basket(Refusal::Requires(item)) => Notice::new("ballot-requires").text("item", item.as_str()),
        Fault::Basket(Refusal::Excludes(item)) => Notice::new("ballot-excludes").text("item", item.as_str()),
        Fault::Basket(Refusal::NeededBy(item)) => Notice::new("ballot-needed-by").text("item", item.as_str()),
        Fault::Basket(Refusal::Unknown(item)) => Notice::new("ballot-unknown-item").text("item", item.as_str()),
    }
}
