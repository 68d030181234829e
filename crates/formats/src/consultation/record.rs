//! The consultation file, field by field. Version 1.
//!
//! The records are generic over the body of a formatted text: `Markdown` in the file people write, a parsed tree in
//! the compiled form a tablet keeps. Field order is part of the compiled form. The file's `translations` are no part
//! of a record: reading the file makes a record of each language.

use serde::{Deserialize, Serialize};

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
    pub id: String,
    /// From 1. A change after the first answer is a new revision.
    pub revision: u32,
    /// The language the texts are written in (BCP 47).
    pub language: String,
    /// A short title.
    pub title: String,
    /// The question people answer.
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
    pub sections: Vec<SectionRecord>,
    /// Workshops, one section each.
    #[serde(default)]
    pub workshops: Vec<WorkshopRecord>,
    /// Bodies that pay, save or deliver.
    pub agencies: Vec<AgencyRecord>,
    /// Measurable changes people want.
    #[serde(default)]
    pub outcomes: Vec<OutcomeRecord>,
    /// Service areas in the order of the agenda.
    pub areas: Vec<AreaRecord<B>>,
    /// What can go in the basket.
    pub items: Vec<ItemRecord>,
    /// Wants that pull against each other.
    #[serde(default)]
    pub tensions: Vec<TensionRecord>,
    /// Reasons for and against.
    #[serde(default)]
    pub arguments: Vec<ArgumentRecord>,
    /// Questions about the participant.
    #[serde(default)]
    pub questions: Vec<QuestionRecord>,
    /// The stages of the day.
    pub agenda: Vec<StageRecord>,
}

/// Who asks, and who answers for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganiserRecord<B> {
    /// The body that asks.
    pub name: String,
    /// How to reach it.
    pub contact: String,
    /// Where to complain, in a sentence.
    pub complaints: String,
    /// What happens with the answers (Markdown).
    pub privacy: B,
}

/// The fixed budget.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetRecord {
    /// In minor units: 70000000 is £700,000.00.
    pub amount: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What the amount covers, in a sentence.
    #[serde(default)]
    pub note: String,
    /// Whether the amount is invented.
    #[serde(default)]
    pub illustrative: bool,
}

/// A span of days, both ends included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeriodRecord {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`.
    pub to: String,
}

/// A section of the community.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who belongs to it.
    #[serde(default)]
    pub description: String,
    /// How many people it has.
    #[serde(default)]
    pub population: Option<u32>,
}

/// One sitting of one section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkshopRecord {
    /// Its id.
    pub id: String,
    /// The id of its section.
    pub section: String,
    /// Its name.
    pub name: String,
    /// Where it sits.
    #[serde(default)]
    pub place: String,
    /// On which day, `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<String>,
    /// How many tables it has.
    pub tables: u16,
}

/// A body that pays, saves or delivers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgencyRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A measurable change people want.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it is measured.
    pub measure: String,
    /// Where things stand.
    #[serde(default)]
    pub baseline: Option<TargetRecord>,
    /// Where they should get to.
    #[serde(default)]
    pub target: Option<TargetRecord>,
    /// Whether baseline and target are invented.
    #[serde(default)]
    pub illustrative: bool,
}

/// A reading of an outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetRecord {
    /// A decimal number as text, such as `"-10"` or `"12.5"`: no digit gets lost.
    pub value: String,
    /// Of what.
    pub unit: String,
    /// When it was read, or by when it should be reached, `YYYY-MM-DD`.
    pub date: String,
}

/// A service area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AreaRecord<B> {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The name of its pictogram.
    #[serde(default)]
    pub pictogram: String,
    /// The id of the agency that runs it.
    pub lead: String,
    /// What people read about it.
    pub fact_sheet: FactSheetRecord<B>,
}

/// Plain-language text and figures about an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactSheetRecord<B> {
    /// From 1; kept with every ballot.
    pub revision: u32,
    /// The text (Markdown).
    pub body: B,
    /// The figures.
    #[serde(default)]
    pub figures: Vec<FigureRecord>,
}

/// A number with all that is needed to judge it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FigureRecord {
    /// What is measured.
    pub label: String,
    /// A decimal number as text, such as `"1850"`.
    pub value: String,
    /// Of what, such as `people` or `million pounds`.
    pub unit: String,
    /// Such as `2001` or `1999-2002`.
    pub year: String,
    /// Where it is from.
    pub source: String,
    /// What kind of figure it is.
    pub kind: FigureKindRecord,
    /// Whether it is invented.
    #[serde(default)]
    pub illustrative: bool,
    /// What must be known to read it rightly.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureKindRecord {
    /// What goes in.
    Input,
    /// What is done with it.
    Output,
    /// What changes for people.
    Outcome,
    /// A stand-in for an outcome.
    Proxy,
    /// What people say of the service.
    Satisfaction,
}

/// Something that can go in the basket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemRecord {
    /// Its id.
    pub id: String,
    /// The id of its area.
    pub area: String,
    /// Its name.
    pub name: String,
    /// What people get for the money.
    pub description: String,
    /// The name of its pictogram.
    #[serde(default)]
    pub pictogram: String,
    /// Whether its costs are invented.
    #[serde(default)]
    pub illustrative: bool,
    /// The id of the agency that pays.
    pub lead: String,
    /// The ids of the agencies it is done with.
    #[serde(default)]
    pub partners: Vec<String>,
    /// How much of it there can be, from least to most.
    pub levels: Vec<LevelRecord>,
    /// The ids of the outcomes it serves.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// Savings and costs that fall to others.
    #[serde(default)]
    pub spillovers: Vec<SpilloverRecord>,
    /// The ids of items it makes no sense without.
    #[serde(default)]
    pub requires: Vec<String>,
    /// The ids of items that cannot be had together with it.
    #[serde(default)]
    pub excludes: Vec<String>,
}

/// How much of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelRecord {
    /// What this much of it is called.
    pub name: String,
    /// The whole cost of this level, in minor units.
    pub cost: i64,
}

/// A saving or cost that falls to another agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpilloverRecord {
    /// The id of the agency.
    pub agency: String,
    /// In minor units; a saving when positive, a cost when negative.
    pub saving: i64,
    /// Why it is assumed.
    pub note: String,
}

/// Two wants that pull against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TensionRecord {
    /// Its id.
    pub id: String,
    /// The two wants, in a few words.
    pub title: String,
    /// What is known about it.
    pub evidence: String,
    /// Another way round.
    pub another_way: String,
    /// A basket meets the tension when it holds all of these.
    pub when: Vec<ChoiceRecord>,
}

/// An item at a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceRecord {
    /// The id of the item.
    pub item: String,
    /// At least this level, counted from 1.
    #[serde(default = "first_level")]
    pub level: u8,
}

fn first_level() -> u8 {
    1
}

/// A reason for or against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ArgumentRecord {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: SubjectRecord,
    /// Which way it speaks.
    pub side: SideRecord,
    /// The reason.
    pub text: String,
}

/// What an argument is about, by id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectRecord {
    /// An area.
    Area(String),
    /// An item.
    Item(String),
}

/// Which way an argument speaks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SideRecord {
    /// For spending on it.
    For,
    /// Against spending on it.
    Against,
}

/// A question about the participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionRecord {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The answers on offer.
    pub options: Vec<OptionRecord>,
    /// Whether more than one answer may be given.
    #[serde(default)]
    pub several: bool,
}

/// An answer on offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionRecord {
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A stage of the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageRecord {
    /// Which stage.
    pub stage: StageKindRecord,
    /// How long it is meant to take.
    pub minutes: u16,
}

/// The stages an agenda can have, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StageKindRecord {
    /// Language, text size, privacy notice, participant questions.
    Welcome,
    /// Points over the areas before any fact sheet.
    FirstReaction,
    /// Fact sheets and rehearsal.
    FactSheets,
    /// The basket the table agrees.
    TableBasket,
    /// A basket of one's own.
    OwnBasket,
    /// The question of the first reaction again.
    ConsideredView,
    /// Check, confirm, receipt.
    Close,
}
