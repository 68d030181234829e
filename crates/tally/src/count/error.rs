//! Why an election cannot be counted in the way asked.

use std::fmt;

use crate::{BallotKind, Constraint, Variant};

/// Why an election cannot be counted in the way asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountError {
    /// The rule has no such variant.
    NoSuchVariant {
        /// The rule's id.
        rule: &'static str,
        /// What was asked for.
        variant: Variant,
    },
    /// The rule cannot read ballots of this kind.
    Ballots {
        /// The rule's id.
        rule: &'static str,
        /// What was asked for.
        variant: Variant,
        /// The kind of the election's ballots.
        kind: BallotKind,
    },
    /// The rule has no way to honour something that the election demands.
    Constraints {
        /// The rule's id.
        rule: &'static str,
        /// What was asked for.
        variant: Variant,
        /// What it cannot honour.
        constraint: Constraint,
    },
    /// No selection that the rule could make brings every area to its minimum and keeps the other limits.
    OutOfReach {
        /// The rule's id.
        rule: &'static str,
    },
    /// The projects can be combined in more ways than the rule has patience for. Another rule may count them.
    TooLarge {
        /// The rule's id.
        rule: &'static str,
    },
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchVariant { rule, variant } => write!(f, "{rule} cannot be combined with {variant}"),
            Self::Ballots { rule, variant, kind } => write!(f, "{rule} with {variant} cannot count {kind} ballots"),
            Self::Constraints { rule, variant, constraint } => {
                write!(f, "{rule} with {variant} cannot honour {constraint}")
            }
            Self::OutOfReach { rule } => {
                write!(f, "no selection that {rule} can make reaches every minimum within the other limits")
            }
            Self::TooLarge { rule } => write!(f, "{rule} gave up: there are too many ways to combine these projects"),
        }
    }
}

impl std::error::Error for CountError {}
