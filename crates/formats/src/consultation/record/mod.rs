//! The consultation file, field by field. Version 1.
//!
//! The records are generic over the body of a formatted text: `Markdown` in the file people write, a parsed tree in
//! the compiled form a tablet keeps. Field order is part of the compiled form. The file's `translations` are no part
//! of a record: reading the file makes a record of each language. A new field is entered in `texts`.

mod area;
mod item;
mod setting;
#[cfg(feature = "files")]
mod texts;

use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::consultation::schema::{Id, Words};

pub use self::area::*;
pub use self::item::*;
pub use self::setting::*;

/// A consultation file (`*.basketry.json`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsultationRecord<B> {
    /// Always `basketry-consultation`.
    pub format: String,
    /// The version of this format: 1.
    pub version: u32,
    /// The consultation's id; all its revisions share it.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// From 1. A change after the first answer is a new revision.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = u32::MAX)))]
    pub revision: u32,
    /// The language the texts are written in (BCP 47).
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub language: String,
    /// A short title.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub title: String,
    /// The question people answer.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub question: String,
    /// What it is about (Markdown).
    pub introduction: B,
    /// What in the consultation is illustrative, in a sentence.
    #[serde(default)]
    pub illustrative: Option<String>,
    /// Who asks.
    pub organiser: OrganiserRecord<B>,
    /// The fixed budget.
    pub budget: BudgetRecord,
    /// The period the money is for.
    pub period: PeriodRecord,
    /// Sections of the community.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub sections: Vec<SectionRecord>,
    /// Workshops, one section each.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub workshops: Vec<WorkshopRecord>,
    /// Bodies that pay, save or deliver.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 500)))]
    pub agencies: Vec<AgencyRecord>,
    /// Measurable changes people want.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub outcomes: Vec<OutcomeRecord>,
    /// Service areas in the order of the agenda.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 500)))]
    pub areas: Vec<AreaRecord<B>>,
    /// What can go in the basket.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 500)))]
    pub items: Vec<ItemRecord>,
    /// Wants that pull against each other.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub tensions: Vec<TensionRecord>,
    /// Reasons for and against.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub arguments: Vec<ArgumentRecord>,
    /// Questions about the participant.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub questions: Vec<QuestionRecord>,
    /// The stages of the day.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 7)))]
    pub agenda: Vec<StageRecord>,
}
