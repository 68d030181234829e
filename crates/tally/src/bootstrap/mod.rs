//! How sure a result is: counted again and again with ballots drawn out of those given.
//!
//! The bootstrap (Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979): every round draws as many as there
//! are, with replacement. It tells how far a result hangs on who happened to answer, as if they had been drawn at random
//! out of many; it says nothing about those who were never reached.
//!
//! The seed is given. The same seed and the same ballots, in whichever order, make the same rounds on every machine.

mod draw;
mod funding;
mod shifts;

pub use funding::{Bootstrap, FundedIn, Rounds};
pub use shifts::MeanShift;
