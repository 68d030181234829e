//! Who asks whom, with what money, and on which day.

use serde::{Deserialize, Serialize};

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
