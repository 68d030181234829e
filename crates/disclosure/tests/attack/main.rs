//! An attacker who reads everything that is published and solves linear programs for what is held back.
//!
//! It shares no code with what it attacks: it starts from the counts as published, takes nothing for granted but that
//! people are not negative, and asks another library for the bounds.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod attacker;
mod control;
mod random;
mod thresholds;
mod twice;
mod world;
