//! Who asks whom, with what money, and on which day.

#[cfg(feature = "schema")]
use basketry_domain::Money;
use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::consultation::schema::{CurrencyCode, Day, Id, Words};

/// Who asks, and who answers for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganiserRecord<B> {
    /// The body that asks.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub name: String,
    /// How to reach it.
    pub contact: String,
    /// Where to complain, in a sentence.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub complaints: String,
    /// What happens with the answers (Markdown).
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub privacy: B,
}

/// The fixed budget.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetRecord {
    /// In minor units: 70000000 is £700,000.00.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = Money::MAX.minor())))]
    pub amount: i64,
    /// ISO 4217 code.
    #[cfg_attr(feature = "schema", schemars(with = "CurrencyCode"))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Day"))]
    pub from: String,
    /// The last day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(with = "Day"))]
    pub to: String,
}

/// A section of the community.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub name: String,
    /// Who belongs to it.
    #[serde(default)]
    pub description: String,
    /// How many people it has.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(range(max = u32::MAX)))]
    pub population: Option<u32>,
}

/// One sitting of one section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkshopRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// The id of its section.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub section: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub name: String,
    /// Where it sits.
    #[serde(default)]
    pub place: String,
    /// On which day, `YYYY-MM-DD`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Day>"))]
    pub date: Option<String>,
    /// How many tables it has.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub tables: u16,
}

/// A body that pays, saves or delivers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgencyRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub name: String,
}

/// A question about the participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionRecord {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// What is asked.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
    pub text: String,
    /// The answers on offer.
    #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Id"))]
    pub id: String,
    /// Its words.
    #[cfg_attr(feature = "schema", schemars(with = "Words"))]
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
