//! The service areas: what people are told, and the arguments.

use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::consultation::schema::{Decimal, Id, Words};

/// A service area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AreaRecord<B> {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub name: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The name of its pictogram.
    #[serde(default)]
    pub pictogram: String,
    /// The id of the agency that runs it.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
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
    #[cfg_attr(feature = "schema", schemars(range(max = u32::MAX)))]
    pub revision: u32,
    /// The text (Markdown).
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub label: String,
    /// A decimal number as text, such as `"1850"`.
    #[cfg_attr(feature = "schema", schemars(with = "Decimal"))]
    pub value: String,
    /// Of what, such as `people` or `million pounds`.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub unit: String,
    /// Such as `2001` or `1999-2002`.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub year: String,
    /// Where it is from.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// What it is about.
    pub about: SubjectRecord,
    /// Which way it speaks.
    pub side: SideRecord,
    /// The reason.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub text: String,
}

/// What an argument is about, by id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectRecord {
    /// An area.
    Area(#[cfg_attr(feature = "schema", schemars(with = "Id"))] String),
    /// An item.
    Item(#[cfg_attr(feature = "schema", schemars(with = "Id"))] String),
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
