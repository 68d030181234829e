//! The service areas: what people are told, and the arguments.

use serde::{Deserialize, Serialize};

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
