//! What somebody has answered so far. It is stored after every change and becomes a ballot when confirmed.

use basketry_domain::{
    Area, AreaId, Ballot, BallotId, Basket, Closing, Consultation, OptionId, QuestionId, Reaction, Reading, SortedMap,
    SortedSet, TensionAnswer, TensionChoice, TensionId, Voter,
};
use basketry_formats::ballots::{BallotRecord, ChannelRecord, VoterRecord};
use serde::{Deserialize, Serialize};

use crate::common::session::{self, Session};

/// The first byte of a stored draft; another means another version of the app wrote it.
const VERSION: u8 = 3;

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
    pub answers: SortedMap<QuestionId, SortedSet<OptionId>>,
    /// The first reaction, once something of it is given.
    pub first_reaction: Option<Reaction>,
    /// Areas whose fact sheet was opened, by id.
    pub readings: Vec<Reading>,
    /// Arguments that are written and not added yet, by area.
    pub written: SortedMap<AreaId, String>,
    /// The basket.
    pub basket: Basket,
    /// Why money is left.
    pub unspent_reason: String,
    /// What was said about tensions, by id.
    pub stances: Vec<Stance>,
    /// Who at the table sees it differently.
    pub dissent: String,
    /// The considered view, once something of it is given.
    pub considered_view: Option<Reaction>,
    /// The questions at the end.
    pub closing: Closing,
    /// The text size the person chose, from 1. It is no answer, but theirs alone, as the answers are.
    pub text_size: u8,
}

/// What somebody said about a tension. A reason may come before the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The tension.
    pub tension: TensionId,
    /// What they chose, once they did. A basket that still meets the tension is not changed yet.
    pub choice: Option<TensionChoice>,
    /// Why, in their words.
    pub why: Option<String>,
}

/// A stored draft.
#[derive(Debug, PartialEq, Eq)]
pub struct KeptDraft {
    /// The answers.
    pub draft: Draft,
    /// How far the person had come, as a slug.
    pub reached: String,
    /// The language the person chose.
    pub language: String,
}

/// A draft as stored: as the ballot it would be now, and what is no part of a ballot.
#[derive(Serialize, Deserialize)]
struct DraftRecord {
    reached: String,
    text_size: u8,
    /// For each tension of the ballot, whether something was chosen.
    chosen: Vec<bool>,
    ballot: BallotRecord,
    /// Arguments that are written and not added yet, by area.
    written: Vec<(String, String)>,
}

impl Stance {
    fn answer(&self, choice: TensionChoice) -> TensionAnswer {
        TensionAnswer { tension: self.tension.clone(), choice, why: self.why.clone() }
    }
}

impl Draft {
    /// Nothing answered yet.
    pub fn new(id: BallotId, started: String) -> Self {
        Self {
            id,
            started,
            assisted: false,
            answers: SortedMap::default(),
            first_reaction: None,
            readings: Vec::new(),
            written: SortedMap::default(),
            basket: Basket::default(),
            unspent_reason: String::new(),
            stances: Vec::new(),
            dissent: String::new(),
            considered_view: None,
            closing: Closing::default(),
            text_size: 1,
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
                moved_by: SortedSet::default(),
                added: Vec::new(),
            };
            self.readings.insert(place, reading);
        }
        &mut self.readings[place]
    }

    /// The argument about an area that is written and not added yet.
    pub fn written(&self, area: &AreaId) -> &str {
        self.written.get(area).map_or("", String::as_str)
    }

    /// The same, to be changed.
    pub fn write_argument(&mut self, area: AreaId, text: String) {
        if text.is_empty() {
            self.written.remove(&area);
        } else {
            self.written.insert(area, text);
        }
    }

    /// What was said about a tension, once something was.
    pub fn stance(&self, id: &TensionId) -> Option<&Stance> {
        self.stances.iter().find(|stance| stance.tension == *id)
    }

    /// The same, to be changed.
    pub fn stance_mut(&mut self, id: TensionId) -> &mut Stance {
        let place = self.stances.partition_point(|stance| stance.tension < id);
        if self.stances.get(place).is_none_or(|stance| stance.tension != id) {
            self.stances.insert(place, Stance { tension: id, choice: None, why: None });
        }
        &mut self.stances[place]
    }

    /// How tensions were settled: accepted, if the basket meets them, and changed, if it no longer does.
    pub fn settled(&self, consultation: &Consultation) -> Vec<TensionAnswer> {
        let met = self.basket.tensions(consultation);
        let settled = self.stances.iter().filter_map(|stance| {
            let is_met = met.iter().any(|tension| tension.id == stance.tension);
            let choice = stance.choice.filter(|choice| is_met == (*choice == TensionChoice::Accepted))?;
            Some(stance.answer(choice))
        });
        settled.collect()
    }

    /// The ballot these answers make. A reaction whose points do not add up is left out, and so is a basket nobody
    /// touched, an answer to a tension that does not hold of the basket, and a reason for money that is not left.
    pub fn ballot(&self, consultation: &Consultation, session: &Session, confirmed: String) -> Ballot {
        let voter = session.voter();
        let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let unspent_reason = words(&self.unspent_reason).filter(|_| self.basket.left(consultation).is_positive());
        let touched = voter == Voter::Table || !self.basket.is_empty() || unspent_reason.is_some();
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
            first_reaction: complete(self.first_reaction.as_ref()).cloned(),
            readings: self.readings.clone(),
            basket: touched.then(|| self.basket.clone()),
            unspent_reason,
            tensions: self.settled(consultation),
            dissent: words(&self.dissent).into_iter().collect(),
            considered_view: complete(self.considered_view.as_ref()).cloned(),
            closing: self.closing.clone(),
        }
    }

    /// As stored, for a person who reads `language`. Unlike a ballot, it keeps what is half done.
    pub fn to_bytes(&self, consultation: &Consultation, session: &Session, reached: &str, language: &str) -> Vec<u8> {
        // A ballot has no tension without a choice: beside it stands which choices are made.
        let answer = |stance: &Stance| stance.answer(stance.choice.unwrap_or(TensionChoice::Changed));
        let ballot = Ballot {
            first_reaction: self.first_reaction.clone(),
            considered_view: self.considered_view.clone(),
            basket: Some(self.basket.clone()),
            unspent_reason: Some(self.unspent_reason.clone()),
            tensions: self.stances.iter().map(answer).collect(),
            dissent: vec![self.dissent.clone()],
            ..self.ballot(consultation, session, self.started.clone())
        };
        let record = DraftRecord {
            reached: reached.to_owned(),
            text_size: self.text_size,
            chosen: self.stances.iter().map(|stance| stance.choice.is_some()).collect(),
            ballot: BallotRecord { language: language.to_owned(), ..ballot.into() },
            written: self.written.iter().map(|(area, text)| (area.to_string(), text.clone())).collect(),
        };
        session::to_bytes(VERSION, &record)
    }

    /// What the tablet was set to when a draft was stored; its language is the person's.
    pub fn set_to(bytes: &[u8]) -> Option<Session> {
        let BallotRecord { consultation, language, workshop, table, voter, channel, .. } =
            session::from_bytes::<DraftRecord>(VERSION, bytes)?.ballot;
        let for_table = voter == VoterRecord::Table;
        let facilitated = channel == ChannelRecord::Tablet;
        Some(Session { consultation, language, workshop, table, for_table, facilitated })
    }

    /// A stored draft of the consultation with this reference.
    pub fn from_bytes(bytes: &[u8], reference: &str) -> Option<KeptDraft> {
        let record = session::from_bytes::<DraftRecord>(VERSION, bytes)?;
        if record.ballot.consultation != reference {
            return None;
        }
        let language = record.ballot.language.clone();
        let ballot = Ballot::try_from(record.ballot).ok()?;
        let stance = |(answer, chosen): (TensionAnswer, bool)| Stance {
            tension: answer.tension,
            choice: chosen.then_some(answer.choice),
            why: answer.why,
        };
        let draft = Self {
            id: ballot.id,
            started: ballot.confirmed,
            assisted: ballot.assisted,
            answers: ballot.answers,
            first_reaction: ballot.first_reaction,
            readings: ballot.readings,
            written: record.written.into_iter().filter_map(|(area, text)| Some((area.parse().ok()?, text))).collect(),
            basket: ballot.basket.unwrap_or_default(),
            unspent_reason: ballot.unspent_reason.unwrap_or_default(),
            stances: ballot.tensions.into_iter().zip(record.chosen).map(stance).collect(),
            dissent: ballot.dissent.into_iter().next().unwrap_or_default(),
            considered_view: ballot.considered_view,
            closing: ballot.closing,
            text_size: record.text_size,
        };
        Some(KeptDraft { draft, reached: record.reached, language })
    }
}

/// A reaction that counts: one whose points add up.
pub(super) fn complete(reaction: Option<&Reaction>) -> Option<&Reaction> {
    reaction.filter(|reaction| reaction.points.is_complete())
}
