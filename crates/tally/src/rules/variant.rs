//! The choices a rule leaves open.

use std::fmt;

/// What a voter gets out of a project they support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Satisfaction {
    /// As much as it costs.
    Cost,
    /// One, whatever it costs.
    Cardinality,
    /// The points they gave it.
    Additive,
}

/// What a rule does with money it leaves unspent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Completion {
    /// Nothing.
    None,
    /// Counts again with one more unit for every voter, until the selection is exhaustive or would cost too much.
    Add1,
    /// Spends it as greedy does, with the same satisfaction.
    Greedy,
}

/// A rule's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variant {
    /// What is compared; `None` for a rule that compares in its own way.
    pub satisfaction: Option<Satisfaction>,
    /// What becomes of the rest.
    pub completion: Completion,
}

impl Variant {
    /// One for each satisfaction, all of which leave the rest unspent.
    pub(super) const PLAIN: &[Self] =
        &[Self::plain(Satisfaction::Cost), Self::plain(Satisfaction::Cardinality), Self::plain(Satisfaction::Additive)];

    /// A variant that leaves the rest unspent.
    pub const fn plain(satisfaction: Satisfaction) -> Self {
        Self { satisfaction: Some(satisfaction), completion: Completion::None }
    }

    /// The same with another answer to what is left.
    #[must_use]
    pub const fn with(self, completion: Completion) -> Self {
        Self { completion, ..self }
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.satisfaction {
            Some(Satisfaction::Cost) => f.write_str("satisfaction cost, ")?,
            Some(Satisfaction::Cardinality) => f.write_str("satisfaction cardinality, ")?,
            Some(Satisfaction::Additive) => f.write_str("satisfaction additive, ")?,
            None => {}
        }
        f.write_str(match self.completion {
            Completion::None => "completion none",
            Completion::Add1 => "completion add1",
            Completion::Greedy => "completion greedy",
        })
    }
}
