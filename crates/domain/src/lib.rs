//! What Basketry is about: a consultation, a basket within its budget, and the ballots that come back.
//!
//! This crate does no input or output. It knows no browser, clock, randomness, locale or serialisation:
//! whoever needs those passes the values in. Money is whole minor units; nothing here uses floating point.

mod ballot;
mod basket;
mod check;
mod consultation;
mod date;
mod decimal;
mod gather;
mod id;
mod money;
mod rich_text;
mod sorted;

pub use ballot::{
    AddedArgument, Ballot, BallotId, Channel, Closing, Fault, Points, Reaction, Reading, ScoreOutOfFive, TensionAnswer,
    TensionChoice, Voter,
};
pub use basket::{Basket, Refusal, Spending};
pub use check::{Problem, ProblemCode, check};
pub use consultation::{
    Agency, Area, Argument, Budget, Choice, Consultation, FactSheet, Figure, FigureKind, Item, Level, Organiser,
    Outcome, ParticipantQuestion, Period, QuestionOption, Reference, Section, Side, Spillover, Stage, StageKind,
    Subject, Target, Tension, Workshop,
};
pub use date::{Date, PartialDate};
pub use decimal::Decimal;
pub use gather::{gather, gather_all};
pub use id::{
    AgencyId, AreaId, ArgumentId, ConsultationId, IdError, ItemId, LanguageTag, OptionId, OutcomeId, QuestionId,
    SectionId, TensionId, WorkshopId,
};
pub use money::{Currency, Money};
pub use rich_text::{Block, RichText, Span, safe_url};
pub use sorted::{SortedMap, SortedSet};
