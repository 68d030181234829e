//! Which rules are compared.

use basketry_tally::{Completion, Count, CountError, Election, Satisfaction, Selection, TiePolicy, Variant, rule};
use basketry_texts::{Message, msg};

/// Among more projects than this the greatest total is not looked for: it would give up, after some time.
const MOST_FOR_BEST: usize = 60;

/// A rule as it is compared.
pub(super) struct Compared {
    rule: &'static str,
    variant: Variant,
    pub(super) name: &'static Message,
    pub(super) how: &'static Message,
}

impl Compared {
    /// What it funds; ties by id.
    pub(super) fn count(&self, election: &Election) -> Result<Selection, CountError> {
        if self.rule == "best" && election.projects().len() > MOST_FOR_BEST {
            return Err(CountError::TooLarge { rule: "best" });
        }
        let no_rule = CountError::NoSuchVariant { rule: self.rule, variant: self.variant };
        let counted = rule(self.rule).ok_or(no_rule)?.count(election, self.variant, &TiePolicy::Lexicographic)?;
        Ok(match counted {
            Count::Settled(selection) | Count::Tied { until: selection, .. } => selection,
        })
    }
}

/// The rules to compare, the most usual first.
pub(super) fn compared(points: bool) -> Vec<Compared> {
    let of = |rule, variant, name, how| Compared { rule, variant, name, how };
    let plain = Variant::plain;
    let (greedy, equal, best) = if points {
        (Satisfaction::Additive, Satisfaction::Additive, Satisfaction::Additive)
    } else {
        (Satisfaction::Cost, Satisfaction::Cost, Satisfaction::Cardinality)
    };
    let first = if points {
        // Points are compared for each unit of cost.
        vec![of("greedy", plain(greedy), &msg::RESULTS_RULES_PER_COST, &msg::RESULTS_RULES_HOW_PER_COST)]
    } else {
        vec![
            of("greedy", plain(greedy), &msg::RESULTS_RULES_GREEDY, &msg::RESULTS_RULES_HOW_GREEDY),
            of(
                "greedy",
                plain(Satisfaction::Cardinality),
                &msg::RESULTS_RULES_PER_COST,
                &msg::RESULTS_RULES_HOW_PER_COST,
            ),
        ]
    };
    let shares = plain(equal).with(Completion::Greedy);
    let phragmen = Variant { satisfaction: None, completion: Completion::None };
    let rest = [
        of("equal-shares", shares, &msg::RESULTS_RULES_EQUAL_SHARES, &msg::RESULTS_RULES_HOW_EQUAL_SHARES),
        of("phragmen", phragmen, &msg::RESULTS_RULES_PHRAGMEN, &msg::RESULTS_RULES_HOW_PHRAGMEN),
        of("best", plain(best), &msg::RESULTS_RULES_BEST, &msg::RESULTS_RULES_HOW_BEST),
    ];
    // Phragmén's rule asks who supports what, and not how much: with points it would count something else.
    first.into_iter().chain(rest.into_iter().filter(|one| !points || one.rule != "phragmen")).collect()
}
