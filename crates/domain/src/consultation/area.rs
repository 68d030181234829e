//! Service areas, their fact sheets and the arguments about them.

use crate::{AgencyId, AreaId, ArgumentId, Decimal, ItemId, RichText};

/// A part of the question, such as acute care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The name of its pictogram.
    pub pictogram: String,
    /// The body that runs it.
    pub lead: AgencyId,
    /// What people read about it.
    pub fact_sheet: FactSheet,
}

/// Plain-language text and figures about an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSheet {
    /// From 1; kept with every ballot, so that one can tell what was read.
    pub revision: u32,
    /// The text.
    pub body: RichText,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// A number with all that is needed to judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is measured.
    pub label: String,
    /// How much.
    pub value: Decimal,
    /// Of what.
    pub unit: String,
    /// When, such as `2001` or `1999-2002`.
    pub year: String,
    /// Where it is from.
    pub source: String,
    /// What kind of figure it is.
    pub kind: FigureKind,
    /// Whether it is invented for illustration.
    pub illustrative: bool,
    /// What must be known to read it rightly.
    pub note: Option<String>,
}

/// What a figure measures. Output is not outcome: more arrests do not mean less crime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    /// What goes in: money, staff, places.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its id.
    pub id: ArgumentId,
    /// What it is about.
    pub about: Subject,
    /// Which way it speaks.
    pub side: Side,
    /// The reason.
    pub text: String,
}

/// What an argument is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A service area.
    Area(AreaId),
    /// An item.
    Item(ItemId),
}

/// Which way an argument speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// For spending on it.
    For,
    /// Against spending on it.
    Against,
}
