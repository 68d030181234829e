//! Many ballots by columns, each exactly as it was given.
//!
//! A million ballots as [`basketry_domain::Ballot`]s are a hundred million small texts. Here what many of them say is
//! kept once and numbered: where they were given, each answer, each item with its level, each area with its points, and
//! each basket. A ballot is a few such numbers, and what people wrote. What numbers mean under a consultation is not
//! known here; the numbers of one file mean nothing in another.
//!
//! Nothing is judged and nothing is lost: [`Given::ballot`] is the ballot that was pushed.

mod arena;
mod baskets;
mod bytes;
mod dictionary;
mod draft;
mod given;
mod quick;
mod rows;
mod setting;
mod store;

pub use given::{Given, GivenReaction};
pub use setting::Setting;
pub use store::{Ballots, Expected, Full};
