//! What would have bought it: for a project that a count leaves out, the smallest change that gets it funded.
//!
//! Boehmer, Faliszewski, Janeczko, Peters, Pierczyński, Schierreich, Skowron and Szufa, "Evaluation of Project
//! Performance in Participatory Budgeting" (IJCAI 2024), measure by how much a project fell short with a cut of its cost
//! and with supporters who want nothing else. More money is the third way here.
//!
//! Few rules are steady: a project can be funded with some more money and left out again with more. So what is found by
//! trying larger and larger changes and then halving is only called the smallest where the rule proves it to be, or after
//! everything below it was tried. How many counts that may take is up to whoever waits.
//!
//! Where the budget is in pots, all this is about the pot of the project: more money is more money in it, and nothing
//! changes in the others.

mod error;
mod search;

pub use error::EnoughError;
pub use search::Enough;

/// What may change in favour of one project. All else stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// There is more money, by so many minor units.
    Budget,
    /// It costs less, by so many minor units.
    Cost,
    /// More voters come, so many, who name it and nothing else. The budget is the same, so that where everybody has an
    /// equal share of it all shares become smaller. Where ballots give points, each of them gives it the most that any
    /// ballot gives one project, and at least one.
    Supporters,
}

/// How much of a change gets a project funded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needed {
    /// This much does, and nothing less. Nothing where the project is funded as it is.
    Exactly(u64),
    /// This much does. Something less may do as well.
    AtMost(u64),
    /// Nothing that an election can hold does.
    Never,
    /// Nothing tried so far does. Something else may.
    Unknown,
}
