//! Who asks whom, about how much money, when and where.

use crate::{AgencyId, Currency, Date, Money, OptionId, QuestionId, RichText, SectionId, WorkshopId};

/// Who asks, and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organiser {
    /// The body that asks.
    pub name: String,
    /// How to reach it.
    pub contact: String,
    /// Where a person can complain about the consultation, in a sentence.
    pub complaints: String,
    /// What happens with the answers.
    pub privacy: RichText,
}

/// The fixed budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// How much there is; more than nothing.
    pub amount: Money,
    /// In which currency.
    pub currency: Currency,
    /// What the amount covers, in a sentence.
    pub note: String,
    /// Whether the amount is invented for illustration.
    pub illustrative: bool,
}

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; not before the first.
    pub to: Date,
}

/// A section of the community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its name.
    pub name: String,
    /// Who belongs to it.
    pub description: String,
    /// How many people it has, where known.
    pub population: Option<u32>,
}

/// One sitting of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// The section it represents.
    pub section: SectionId,
    /// Its name.
    pub name: String,
    /// Where it sits.
    pub place: String,
    /// On which day, when that is settled.
    pub date: Option<Date>,
    /// How many tables it has; at least 1.
    pub tables: u16,
}

/// A body that pays, saves or delivers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
}

/// A question about the person, never one that names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantQuestion {
    /// Its id.
    pub id: QuestionId,
    /// What is asked.
    pub text: String,
    /// The answers on offer, at least two; not answering is always allowed.
    pub options: Vec<QuestionOption>,
    /// Whether more than one answer may be given.
    pub several: bool,
}

/// An answer on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOption {
    /// Its id.
    pub id: OptionId,
    /// Its words.
    pub text: String,
}

/// A stage of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Which stage.
    pub kind: StageKind,
    /// How long it is meant to take.
    pub minutes: u16,
}

/// The stages an agenda can have, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageKind {
    /// Language, text size, privacy notice, participant questions.
    Welcome,
    /// Points over the areas before any fact sheet.
    FirstReaction,
    /// Fact sheets and rehearsal, area by area.
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
