//! Counting: from ballots to figures, and from an election to a selection with the steps that explain it.
//!
//! This crate does no input or output and knows no serialisation. What is drawn at random is drawn from a seed that the
//! caller gives. Floating point only ever bounds, with room for its rounding: what bounds cannot tell is counted exactly,
//! and so is every selection that is told. Nothing depends on the order in which ballots arrive. A tie is a value, never
//! broken in silence.
//!
//! A new rule is one file in `rules`, one line in [`rules()`] and one case in `tests/data`.

mod bootstrap;
mod count;
mod election;
mod enough;
mod exact;
mod fairness;
mod figures;
mod interval;
mod paired;
mod profile;
mod ranked;
mod rules;
mod standing;

/// A map in no order: nothing may depend on which entry comes first.
type HashMap<K, V> = hashbrown::HashMap<K, V, rustc_hash::FxBuildHasher>;

pub use bootstrap::{Bootstrap, FundedIn, MeanShift, Rounds};
pub use count::{
    Across, Count, CountError, Decision, FundedBy, Merit, Paid, Payment, Payments, Reason, Selection, Step, Tie,
    TiePolicy,
};
pub use election::{BallotKind, Constraint, Election, ElectionError, Limits, Place, Project, ProjectId, Support, Vote};
pub use enough::{Change, Enough, EnoughError, Needed};
pub use exact::{BigExact, Exact, Quartiles};
pub use fairness::{Claim, Coverage, Distribution, FairnessError, claims, coverage};
pub use figures::{
    Adopted, AdoptedLevels, Agreement, Allocation, Amounts, AreaAttrition, AreaMoney, AreaPart, AreaPoints, Asked,
    Attrition, Basis, Cluster, Clusters, Flow, Gap, ItemShare, LevelTie, LiveWith, Margin, Money as MoneyFigures, Pair,
    Pairs, Points as PointsFigures, RakingError, SectionHolds, SectionShares, Shares, Shifts, TableColumn, Tables,
    Weighted, WeightedBase, WeightedPoints, WeightedShares, Weights, adopt, adopt_levels,
};
pub use interval::Interval;
pub use paired::{Chance, Movement, Split, YesNo, holm, movements};
pub use profile::{
    Counted, GivenBasket, Group, GroupId, Grouping, Groups, Handover, Merge, Profile, SetAside, View, merge,
};
pub use ranked::{Ranked, ranked};
pub use rules::{Completion, Rule, Satisfaction, Variant, rule, rules};
pub use standing::{Put, Putting, Standing, standing};
