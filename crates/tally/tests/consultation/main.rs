//! Ballots of a small consultation: merged, made into figures, made into an election.

#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::unnecessary_wraps, reason = "expected figures have the type of the figure")]

mod agreement;
mod allocation;
mod figures;
mod groups;
mod levels;
mod merging;
mod moves;
mod raking;
