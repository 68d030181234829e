//! Counting: from ballots to figures, and from an election to a selection with the steps that explain it.
//!
//! This crate does no input or output and knows no serialisation. No floating point decides anything: it only tells, on
//! the safe side, which counts need not be made. Nothing depends on the order in which ballots arrive. A tie is a value,
//! never broken in silence.
//!
//! A new rule is one file in `rules`, one line in [`rules()`] and one case in `tests/data`.

mod count;
mod election;
mod exact;
mod figures;
mod profile;
mod rules;

pub use count::{Count, CountError, Decision, Merit, Reason, Selection, Step, Tie, TiePolicy};
pub use election::{BallotKind, Election, ElectionError, Place, Project, ProjectId, Support, Vote};
pub use exact::{BigExact, Exact, Quartiles};
pub use figures::{
    Adopted, AreaMoney, AreaPoints, ItemShare, LevelTie, LiveWith, Money as MoneyFigures, Points as PointsFigures,
    Shares, TableColumn, Tables, adopt,
};
pub use profile::{Counted, Handover, Merge, Profile, SetAside, View, merge};
pub use rules::{Completion, Rule, Satisfaction, Variant, rule, rules};
