//! What can go in the basket, what it brings, and what it costs others.

#[cfg(feature = "schema")]
use basketry_domain::Money;
use serde::{Deserialize, Serialize};
#[cfg(feature = "schema")]
use serde_json::{Value, json};

#[cfg(feature = "schema")]
use crate::consultation::schema::{Decimal, Id, PartialDay, Words};

/// A measurable change people want.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Decimal"))]
    pub value: String,
    /// Of what.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub unit: String,
    /// When it was read, or by when it should be reached: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as closely as the source
    /// gives it.
    #[cfg_attr(feature = "schema", schemars(with = "PartialDay"))]
    pub date: String,
}

/// Something that can go in the basket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// The id of its area.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub area: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub lead: String,
    /// The ids of the agencies it is done with.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Id>"))]
    pub partners: Vec<String>,
    /// How much of it there can be, from least to most. Where there is more than one, each has a name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 9), extend("anyOf" = named_or_alone())))]
    pub levels: Vec<LevelRecord>,
    /// The ids of the outcomes it serves.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Id>"))]
    pub outcomes: Vec<String>,
    /// Savings and costs that fall to others.
    #[serde(default)]
    pub spillovers: Vec<SpilloverRecord>,
    /// The ids of items it makes no sense without.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Id>"))]
    pub requires: Vec<String>,
    /// The ids of items that cannot be had together with it.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Id>"))]
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
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = Money::MAX.minor())))]
    pub cost: i64,
}

/// A saving or cost that falls to another agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpilloverRecord {
    /// The id of the agency.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub agency: String,
    /// In minor units; a saving when positive, a cost when negative.
    #[cfg_attr(feature = "schema", schemars(range(min = -Money::MAX.minor(), max = Money::MAX.minor())))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// The two wants, in a few words.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub title: String,
    /// What is known about it.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub evidence: String,
    /// Another way round.
    pub another_way: String,
    /// A basket meets the tension when it holds all of these.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub when: Vec<ChoiceRecord>,
}

/// An item at a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceRecord {
    /// The id of the item.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub item: String,
    /// At least this level, counted from 1.
    #[serde(default = "first_level")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9)))]
    pub level: u8,
}

/// What the schema says of the names of levels.
#[cfg(feature = "schema")]
fn named_or_alone() -> Value {
    json!([{ "maxItems": 1 }, { "items": { "properties": { "name": { "$ref": "#/$defs/Words" } } } }])
}

fn first_level() -> u8 {
    1
}
