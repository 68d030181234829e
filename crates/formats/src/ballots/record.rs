//! The lines of a ballot file, field by field. Version 1.

use serde::{Deserialize, Serialize};

use super::pairs::Pairs;

/// The first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeaderRecord {
    /// Always `basketry-ballots`.
    pub format: String,
    /// The version of this format: 1.
    pub version: u32,
    /// The consultation the ballots answer, as `id@revision#digest`.
    pub consultation: String,
    /// Its title, for people who look into the file.
    pub title: String,
    /// How many ballots follow. Files of the first days do not say.
    #[serde(default)]
    pub ballots: Option<u64>,
}

/// A ballot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotRecord {
    /// A random UUID.
    pub id: String,
    /// The consultation it answers, as `id@revision#digest`.
    pub consultation: String,
    /// Whose ballot it is.
    pub voter: VoterRecord,
    /// The workshop.
    pub workshop: Option<String>,
    /// The table, from 1.
    pub table: Option<u16>,
    /// How it was given.
    pub channel: ChannelRecord,
    /// Whether somebody helped.
    pub assisted: bool,
    /// The language it was given in.
    pub language: String,
    /// When it was confirmed, RFC 3339 in UTC, to the minute.
    pub confirmed: String,
    /// Answers to the participant questions.
    pub answers: Pairs<Vec<String>>,
    /// The first reaction.
    pub first_reaction: Option<ReactionRecord>,
    /// What was read and argued.
    pub readings: Vec<ReadingRecord>,
    /// Items and their levels from 1.
    pub basket: Option<Pairs<u8>>,
    /// Why money was left.
    pub unspent_reason: Option<String>,
    /// How tensions were settled.
    pub tensions: Vec<TensionAnswerRecord>,
    /// Who sees it differently.
    pub dissent: Vec<String>,
    /// The considered view.
    pub considered_view: Option<ReactionRecord>,
    /// What changed, and why.
    pub what_changed: Option<String>,
    /// Whether they could live with the table's basket, 1 to 5.
    pub live_with: Option<u8>,
    /// What they could offer.
    pub offer: Option<String>,
}

/// Whose ballot it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoterRecord {
    /// One person.
    Person,
    /// One table.
    Table,
}

/// How it was given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelRecord {
    /// On a tablet in a workshop.
    Tablet,
    /// On paper.
    Paper,
    /// On a device of one's own.
    Online,
}

/// First reaction or considered view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReactionRecord {
    /// Points by area.
    pub points: Pairs<u8>,
    /// How sure, 1 to 5.
    pub sure: Option<u8>,
    /// Why.
    pub reason: Option<String>,
}

/// What somebody read and thought about one area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingRecord {
    /// The area.
    pub area: String,
    /// The revision of its fact sheet.
    pub sheet_revision: u32,
    /// Whether they had heard of the service.
    pub heard_of: Option<bool>,
    /// The arguments that moved them.
    pub moved_by: Vec<String>,
    /// Arguments of their own.
    pub added: Vec<AddedArgumentRecord>,
}

/// An argument somebody added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedArgumentRecord {
    /// Which way it speaks.
    pub side: crate::consultation::SideRecord,
    /// In their words.
    pub text: String,
}

/// How a tension was settled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TensionAnswerRecord {
    /// The tension.
    pub tension: String,
    /// What was done about it.
    pub choice: TensionChoiceRecord,
    /// Why.
    pub why: Option<String>,
}

/// What can be done about a tension.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TensionChoiceRecord {
    /// The basket stays.
    Accepted,
    /// The basket was changed.
    Changed,
}
