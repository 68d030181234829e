//! Ballots of a small consultation: merged, made into figures, made into an election.

#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::unnecessary_wraps, reason = "samples have the type of the field they go into")]

mod figures;
mod merging;
mod sample;
