//! What every chart keeps to, as seen from outside the crate.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod checks;
mod files;
mod fixtures;
mod layout;
mod properties;
mod refusals;
