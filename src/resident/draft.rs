//! What somebody has answered so far. It is stored after every change and becomes a ballot when confirmed.

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::{
    Area, AreaId, Ballot, BallotId, Basket, Closing, Consultation, OptionId, QuestionId, Reaction, Reading,
    TensionAnswer, TensionChoice, TensionId, Voter,
};
use basketry_formats::ballots::BallotRecord;
use serde::{Deserialize, Serialize};

use crate::common::session::{self, Session};

/// The first byte of a stored draft; another means another version of the app wrote it.
const VERSION: u8 = 1;

/// Answers so far. The id is drawn at the start, so that confirming twice is confirming once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The id the ballot will have.
    pub id: BallotId,
    /// When it was started, to the minute.
    pub started: String,
    /// Whether somebody helps.
    pub assisted: bool,
    /// Answers to the participant questions.
    pub answers: BTreeMap<QuestionId, BTreeSet<OptionId>>,
    /// The first reaction, once something of it is given.
    pub first_reaction: Option<Reaction>,
    /// Areas whose fact sheet was opened, by id.
    pub readings: Vec<Reading>,
    /// The basket.
    pub basket: Basket,
    /// Why money is left.
    pub unspent_reason: String,
    /// How tensions were settled, by id.
    pub tensions: Vec<TensionAnswer>,
    /// Who at the table sees it differently.
    pub dissent: String,
    /// The considered view, once something of it is given.
    pub considered_view: Option<Reaction>,
    /// The questions at the end.
    pub closing: Closing,
}

/// A draft as stored: as the ballot it would be now, and how far the person had come.
#[derive(Serialize, Deserialize)]
struct DraftRecord {
    reached: String,
    ballot: BallotRecord,
}

impl Draft {
    /// Nothing answered yet.
    pub fn new(id: BallotId, started: String) -> Self {
        Self {
            id,
            started,
            assisted: false,
            answers: BTreeMap::new(),
            first_reaction: None,
            readings: Vec::new(),
            basket: Basket::default(),
            unspent_reason: String::new(),
            tensions: Vec::new(),
            dissent: String::new(),
            considered_view: None,
            closing: Closing::default(),
        }
    }

    /// Whether nothing is answered yet.
    pub fn is_untouched(&self) -> bool {
        *self == Self::new(self.id, self.started.clone())
    }

    /// Whether a fact sheet was opened. From then on the first reaction stays as it was given.
    pub fn has_read(&self) -> bool {
        !self.readings.is_empty()
    }

    /// What was read and argued about an area, once its fact sheet was opened.
    pub fn reading(&self, area: &AreaId) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.area == *area)
    }

    /// The same, to be changed. It opens the fact sheet.
    pub fn reading_mut(&mut self, area: &Area) -> &mut Reading {
        let place = self.readings.partition_point(|reading| reading.area < area.id);
        if self.readings.get(place).is_none_or(|reading| reading.area != area.id) {
            let reading = Reading {
                area: area.id.clone(),
                sheet_revision: area.fact_sheet.revision,
                heard_of: None,
                moved_by: BTreeSet::new(),
                added: Vec::new(),
            };
            self.readings.insert(place, reading);
        }
        &mut self.readings[place]
    }

    /// How a tension was settled, once it was.
    pub fn tension(&self, id: &TensionId) -> Option<&TensionAnswer> {
        self.tensions.iter().find(|answer| answer.tension == *id)
    }

    /// The same, to be changed. It accepts the tension.
    pub fn tension_mut(&mut self, id: TensionId) -> &mut TensionAnswer {
        let place = self.tensions.partition_point(|answer| answer.tension < id);
        if self.tensions.get(place).is_none_or(|answer| answer.tension != id) {
            let answer = TensionAnswer { tension: id, choice: TensionChoice::Accepted, why: None };
            self.tensions.insert(place, answer);
        }
        &mut self.tensions[place]
    }

    /// The ballot these answers make. A reaction whose points do not add up is left out, and so is a basket nobody
    /// touched, an answer to a tension the basket no longer meets, and a reason for money that is not left.
    pub fn ballot(&self, consultation: &Consultation, session: &Session, confirmed: String) -> Ballot {
        let voter = session.voter();
        let complete = |reaction: &Option<Reaction>| reaction.clone().filter(|r| r.points.is_complete());
        let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let unspent_reason = words(&self.unspent_reason).filter(|_| self.basket.left(consultation).is_positive());
        let touched = voter == Voter::Table || !self.basket.is_empty() || unspent_reason.is_some();
        let met = self.basket.tensions(consultation);
        let tensions = self.tensions.iter().filter(|answer| met.iter().any(|tension| tension.id == answer.tension));
        Ballot {
            id: self.id,
            consultation: consultation.reference.clone(),
            voter,
            workshop: session.workshop.as_ref().and_then(|id| id.parse().ok()),
            table: session.table,
            channel: session.channel(),
            assisted: self.assisted,
            language: consultation.language.clone(),
            confirmed,
            answers: self.answers.clone(),
            first_reaction: complete(&self.first_reaction),
            readings: self.readings.clone(),
            basket: touched.then(|| self.basket.clone()),
            unspent_reason,
            tensions: tensions.cloned().collect(),
            dissent: words(&self.dissent).into_iter().collect(),
            considered_view: complete(&self.considered_view),
            closing: self.closing.clone(),
        }
    }

    /// As stored. Unlike a ballot, it keeps what is half done.
    pub fn to_bytes(&self, consultation: &Consultation, session: &Session, reached: &str) -> Vec<u8> {
        let ballot = Ballot {
            first_reaction: self.first_reaction.clone(),
            considered_view: self.considered_view.clone(),
            basket: Some(self.basket.clone()),
            unspent_reason: Some(self.unspent_reason.clone()),
            tensions: self.tensions.clone(),
            dissent: vec![self.dissent.clone()],
            ..self.ballot(consultation, session, self.started.clone())
        };
        let record = DraftRecord { reached: reached.to_owned(), ballot: ballot.into() };
        session::to_bytes(VERSION, &record)
    }

    /// A stored draft of this consultation, and how far the person had come.
    pub fn from_bytes(bytes: &[u8], consultation: &Consultation) -> Option<(Self, String)> {
        let record: DraftRecord = session::from_bytes(VERSION, bytes)?;
        let ballot = Ballot::try_from(record.ballot).ok()?;
        if ballot.consultation != consultation.reference {
            return None;
        }
        let draft = Self {
            id: ballot.id,
            started: ballot.confirmed,
            assisted: ballot.assisted,
            answers: ballot.answers,
            first_reaction: ballot.first_reaction,
            readings: ballot.readings,
            basket: ballot.basket.unwrap_or_default(),
            unspent_reason: ballot.unspent_reason.unwrap_or_default(),
            tensions: ballot.tensions,
            dissent: ballot.dissent.into_iter().next().unwrap_or_default(),
            considered_view: ballot.considered_view,
            closing: ballot.closing,
        };
        Some((draft, record.reached))
    }
}
