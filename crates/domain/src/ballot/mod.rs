//! A ballot: a confirmed, immutable record of what one person or one table answered.

mod fault;
mod id;
mod points;

pub use fault::Fault;
pub use id::BallotId;
pub use points::{Points, Reaction, ScoreOutOfFive};

use crate::{
    AreaId, ArgumentId, Basket, LanguageTag, OptionId, QuestionId, Reference, Side, SortedMap, SortedSet, TensionId,
    WorkshopId,
};

/// What one person or one table answered. Never changed once confirmed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballot {
    /// Random; the same ballot has the same id by whichever way it arrives.
    pub id: BallotId,
    /// The consultation and revision it was given for.
    pub consultation: Reference,
    /// Whose ballot it is.
    pub voter: Voter,
    /// The workshop, when it was given in one.
    pub workshop: Option<WorkshopId>,
    /// The table in the workshop, from 1.
    pub table: Option<u16>,
    /// How it was given.
    pub channel: Channel,
    /// Whether somebody helped the person to fill it in.
    pub assisted: bool,
    /// The language it was given in.
    pub language: LanguageTag,
    /// When it was confirmed: RFC 3339 in UTC, to the minute so that it does not single a person out.
    pub confirmed: String,
    /// Answers to the participant questions; a question not answered is not in it.
    pub answers: SortedMap<QuestionId, SortedSet<OptionId>>,
    /// The first reaction.
    pub first_reaction: Option<Reaction>,
    /// What was read and argued, area by area.
    pub readings: Vec<Reading>,
    /// The basket.
    pub basket: Option<Basket>,
    /// Why money was left unspent.
    pub unspent_reason: Option<String>,
    /// How tensions were settled: accepted, where the basket meets it; changed, where it no longer does.
    pub tensions: Vec<TensionAnswer>,
    /// Who at the table sees it differently, in their words.
    pub dissent: Vec<String>,
    /// The considered view.
    pub considered_view: Option<Reaction>,
    /// The questions at the end.
    pub closing: Closing,
}

/// Whose ballot it is. A table's basket and a person's are never counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voter {
    /// One person.
    Person,
    /// One table.
    Table,
}

/// How a ballot was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// On a tablet in a workshop.
    Tablet,
    /// On paper, entered by somebody.
    Paper,
    /// On a device of one's own.
    Online,
}

/// What somebody read and thought about one area.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// The area.
    pub area: AreaId,
    /// The revision of the fact sheet that was shown.
    pub sheet_revision: u32,
    /// Whether they had heard of the service.
    pub heard_of: Option<bool>,
    /// The given arguments that moved them.
    pub moved_by: SortedSet<ArgumentId>,
    /// Arguments of their own.
    pub added: Vec<AddedArgument>,
}

/// An argument somebody added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AddedArgument {
    /// Which way it speaks.
    pub side: Side,
    /// In their words.
    pub text: String,
}

/// How a tension was settled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TensionAnswer {
    /// The tension.
    pub tension: TensionId,
    /// What was done about it.
    pub choice: TensionChoice,
    /// Why, in their words.
    pub why: Option<String>,
}

/// What can be done about a tension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TensionChoice {
    /// The basket stays as it is.
    Accepted,
    /// The basket was changed because of it.
    Changed,
}

/// The questions at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// What changed between the first reaction and the considered view, and why.
    pub what_changed: Option<String>,
    /// Whether they could live with the table's basket.
    pub live_with: Option<ScoreOutOfFive>,
    /// What they or their group could offer.
    pub offer: Option<String>,
}
