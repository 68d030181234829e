//! The pages somebody passes, in order. Which ones there are depends on the agenda, the voter and the basket.

use basketry_domain::{Consultation, Money, StageKind, Voter};

use super::Draft;
use super::draft::complete;

/// A page. The order of the variants is the order of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What this is about, and what happens with the answers.
    Welcome,
    /// A participant question, by its place.
    Question(usize),
    /// Points before the fact sheets.
    FirstPoints,
    /// How sure, and why, once the points are given.
    FirstSure,
    /// An area, by its place.
    Area(usize, AreaPage),
    /// The basket.
    Basket,
    /// A tension the basket meets, by its place in the consultation.
    Tension(usize),
    /// Why money is left.
    Unspent,
    /// Who at the table sees it differently.
    Dissent,
    /// Points again.
    ConsideredPoints,
    /// How sure now, and why, once the points are given again.
    ConsideredSure,
    /// What changed, living with the table's basket, what one could offer.
    Closing,
    /// All answers in sight, and the button that counts.
    Check,
}

/// The pages of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaPage {
    /// Its fact sheet.
    Sheet,
    /// The arguments about it.
    Arguments,
}

impl Step {
    /// All pages for this consultation, voter and draft, in order.
    pub fn all(consultation: &Consultation, voter: Voter, draft: &Draft) -> Vec<Self> {
        let mut steps = vec![Self::Welcome];
        match voter {
            Voter::Person => person(consultation, draft, &mut steps),
            Voter::Table => {
                basket(consultation, draft, &mut steps);
                steps.push(Self::Dissent);
            }
        }
        steps.push(Self::Check);
        steps
    }

    /// The stage of the agenda the page belongs to.
    pub fn stage(self, voter: Voter) -> StageKind {
        match self {
            Self::Welcome | Self::Question(_) => StageKind::Welcome,
            Self::FirstPoints | Self::FirstSure => StageKind::FirstReaction,
            Self::Area(..) => StageKind::FactSheets,
            Self::Basket | Self::Tension(_) | Self::Unspent | Self::Dissent => match voter {
                Voter::Person => StageKind::OwnBasket,
                Voter::Table => StageKind::TableBasket,
            },
            Self::ConsideredPoints | Self::ConsideredSure | Self::Closing => StageKind::ConsideredView,
            Self::Check => StageKind::Close,
        }
    }

    /// The page's part of the address. Places count from 1.
    pub fn slug(self) -> String {
        match self {
            Self::Welcome => "welcome".to_owned(),
            Self::Question(place) => format!("question-{}", place + 1),
            Self::FirstPoints => "first-reaction".to_owned(),
            Self::FirstSure => "first-reaction-sure".to_owned(),
            Self::Area(place, AreaPage::Sheet) => format!("area-{}-fact-sheet", place + 1),
            Self::Area(place, AreaPage::Arguments) => format!("area-{}-arguments", place + 1),
            Self::Basket => "basket".to_owned(),
            Self::Tension(place) => format!("tension-{}", place + 1),
            Self::Unspent => "unspent".to_owned(),
            Self::Dissent => "dissent".to_owned(),
            Self::ConsideredPoints => "considered-view".to_owned(),
            Self::ConsideredSure => "considered-view-sure".to_owned(),
            Self::Closing => "closing".to_owned(),
            Self::Check => "check".to_owned(),
        }
    }
}

fn person(consultation: &Consultation, draft: &Draft, steps: &mut Vec<Step>) {
    steps.extend((0..consultation.questions.len()).map(Step::Question));
    if consultation.has_stage(StageKind::FirstReaction) {
        steps.push(Step::FirstPoints);
        steps.extend(complete(draft.first_reaction.as_ref()).map(|_| Step::FirstSure));
    }
    if consultation.has_stage(StageKind::FactSheets) {
        for (place, area) in consultation.areas.iter().enumerate() {
            steps.push(Step::Area(place, AreaPage::Sheet));
            if consultation.arguments_of(&area.id).next().is_some() {
                steps.push(Step::Area(place, AreaPage::Arguments));
            }
        }
    }
    if consultation.has_stage(StageKind::OwnBasket) {
        basket(consultation, draft, steps);
    }
    if consultation.has_stage(StageKind::ConsideredView) {
        steps.push(Step::ConsideredPoints);
        steps.extend(complete(draft.considered_view.as_ref()).map(|_| Step::ConsideredSure));
        steps.push(Step::Closing);
    }
}

fn basket(consultation: &Consultation, draft: &Draft, steps: &mut Vec<Step>) {
    steps.push(Step::Basket);
    let met = draft.basket.tensions(consultation);
    let raised = consultation.tensions.iter().enumerate().filter(|(_, tension)| met.iter().any(|m| m.id == tension.id));
    steps.extend(raised.map(|(place, _)| Step::Tension(place)));
    if draft.basket.left(consultation) > Money::ZERO {
        steps.push(Step::Unspent);
    }
}
