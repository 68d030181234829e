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
pub(super) fn compared(points: bool) -> &'static [Compared] {
    if points { BY_POINTS } else { BY_SUPPORT }
}

static BY_SUPPORT: &[Compared] = &[
    Compared {
        rule: "greedy",
        variant: Variant::plain(Satisfaction::Cost),
        name: &msg::RESULTS_RULES_GREEDY,
        how: &msg::RESULTS_RULES_HOW_GREEDY,
    },
    Compared {
        rule: "greedy",
        variant: Variant::plain(Satisfaction::Cardinality),
        name: &msg::RESULTS_RULES_PER_COST,
        how: &msg::RESULTS_RULES_HOW_PER_COST,
    },
    Compared {
        rule: "equal-shares",
        variant: Variant::plain(Satisfaction::Cost).with(Completion::Greedy),
        name: &msg::RESULTS_RULES_EQUAL_SHARES,
        how: &msg::RESULTS_RULES_HOW_EQUAL_SHARES,
    },
    Compared {
        rule: "phragmen",
        variant: Variant { satisfaction: None, completion: Completion::None },
        name: &msg::RESULTS_RULES_PHRAGMEN,
        how: &msg::RESULTS_RULES_HOW_PHRAGMEN,
    },
    Compared {
        rule: "best",
        variant: Variant::plain(Satisfaction::Cardinality),
        name: &msg::RESULTS_RULES_BEST,
        how: &msg::RESULTS_RULES_HOW_BEST,
    },
];

/// Phragmén's rule asks who supports what, and not how much: with points it would count something else. Greedy compares
/// points for each unit of cost.
static BY_POINTS: &[Compared] = &[
    Compared {
        rule: "greedy",
        variant: Variant::plain(Satisfaction::Additive),
        name: &msg::RESULTS_RULES_PER_COST,
        how: &msg::RESULTS_RULES_HOW_PER_COST,
    },
    Compared {
        rule: "equal-shares",
        variant: Variant::plain(Satisfaction::Additive).with(Completion::Greedy),
        name: &msg::RESULTS_RULES_EQUAL_SHARES,
        how: &msg::RESULTS_RULES_HOW_EQUAL_SHARES,
    },
    Compared {
        rule: "best",
        variant: Variant::plain(Satisfaction::Additive),
        name: &msg::RESULTS_RULES_BEST,
        how: &msg::RESULTS_RULES_HOW_BEST,
    },
];
