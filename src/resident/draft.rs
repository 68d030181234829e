//! What somebody has answered so far. It is stored after every change and becomes a ballot when confirmed.

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::{
    AreaId, Ballot, BallotId, Basket, Closing, Consultation, OptionId, QuestionId, Reaction, Reading, TensionAnswer,
    TensionId, Voter,
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
    /// Areas whose fact sheet was opened.
    pub readings: BTreeMap<AreaId, Reading>,
    /// The basket.
    pub basket: Basket,
    /// Why money is left.
    pub unspent_reason: String,
    /// How tensions were settled.
    pub tensions: BTreeMap<TensionId, TensionAnswer>,
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
            readings: BTreeMap::new(),
            basket: Basket::default(),
            unspent_reason: String::new(),
            tensions: BTreeMap::new(),
            dissent: String::new(),
            considered_view: None,
            closing: Closing::default(),
        }
    }

    /// Whether a fact sheet was opened. From then on the first reaction stays as it was given.
    pub fn has_read(&self) -> bool {
        !self.readings.is_empty()
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
        let tensions = self.tensions.values().filter(|answer| met.iter().any(|tension| tension.id == answer.tension));
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
            readings: self.readings.values().cloned().collect(),
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
            tensions: self.tensions.values().cloned().collect(),
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
            readings: ballot.readings.into_iter().map(|reading| (reading.area.clone(), reading)).collect(),
            basket: ballot.basket.unwrap_or_default(),
            unspent_reason: ballot.unspent_reason.unwrap_or_default(),
            tensions: ballot.tensions.into_iter().map(|answer| (answer.tension.clone(), answer)).collect(),
            dissent: ballot.dissent.into_iter().next().unwrap_or_default(),
            considered_view: ballot.considered_view,
            closing: ballot.closing,
        };
        Some((draft, record.reached))
    }
}
