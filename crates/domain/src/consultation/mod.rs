//! A consultation: the question, the money, and everything people are told before they choose.
//!
//! It is frozen at the first answer: a change is a new revision.

mod area;
mod item;
mod setting;

pub use area::{Area, Argument, FactSheet, Figure, FigureKind, Side, Subject};
pub use item::{Choice, Item, Level, Outcome, Spillover, Target, Tension};
pub use setting::{
    Agency, Budget, Organiser, ParticipantQuestion, Period, QuestionOption, Section, Stage, StageKind, Workshop,
};

use crate::{AreaId, ConsultationId, ItemId, LanguageTag, RichText};

/// What a ballot names to say which consultation it answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The consultation.
    pub id: ConsultationId,
    /// Its revision, from 1.
    pub revision: u32,
    /// SHA-256 of the file's canonical content, in lower-case hex. Two files with one id and revision but
    /// different content are told apart by it.
    pub digest: String,
}

/// The whole of a consultation in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    /// Id, revision and digest.
    pub reference: Reference,
    /// The language of the texts below.
    pub language: LanguageTag,
    /// A short title.
    pub title: String,
    /// The question people answer.
    pub question: String,
    /// What it is about, for the welcome page.
    pub introduction: RichText,
    /// What in this consultation is illustrative, in a sentence; `None` when nothing is.
    pub illustrative: Option<String>,
    /// Who asks, and who answers for it.
    pub organiser: Organiser,
    /// The money.
    pub budget: Budget,
    /// The years the money is for.
    pub period: Period,
    /// The sections of the community.
    pub sections: Vec<Section>,
    /// The workshops; each represents a section.
    pub workshops: Vec<Workshop>,
    /// The bodies that pay, save or deliver.
    pub agencies: Vec<Agency>,
    /// The changes people want.
    pub outcomes: Vec<Outcome>,
    /// The service areas, in the order of the agenda.
    pub areas: Vec<Area>,
    /// What can go in the basket.
    pub items: Vec<Item>,
    /// Wants that pull against each other.
    pub tensions: Vec<Tension>,
    /// Reasons for and against.
    pub arguments: Vec<Argument>,
    /// What people may be asked about themselves.
    pub questions: Vec<ParticipantQuestion>,
    /// The stages of the day.
    pub agenda: Vec<Stage>,
}

impl Consultation {
    /// The area with this id.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| &area.id == id)
    }

    /// The item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| &item.id == id)
    }

    /// The items of an area, in the file's order.
    pub fn items_of<'a>(&'a self, area: &'a AreaId) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| &item.area == area)
    }

    /// The arguments about an area or about one of its items, in the file's order.
    pub fn arguments_of<'a>(&'a self, area: &'a AreaId) -> impl Iterator<Item = &'a Argument> {
        self.arguments.iter().filter(move |argument| match &argument.about {
            Subject::Area(id) => id == area,
            Subject::Item(id) => self.item(id).is_some_and(|item| &item.area == area),
        })
    }

    /// Whether the agenda has this stage.
    pub fn has_stage(&self, kind: StageKind) -> bool {
        self.agenda.iter().any(|stage| stage.kind == kind)
    }
}
