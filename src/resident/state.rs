//! The state of the resident's pages, and how it changes.

use std::rc::Rc;

use basketry_domain::{AddedArgument, AreaId, BallotId, Consultation, ItemId, Reaction, Reading, Refusal};
use yew::Reducible;

use super::{Action, Ask, Draft, Step};
use crate::common::session::{self, Session};

/// How far the ballot is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Answers are being given.
    Answering,
    /// The ballot is on its way into storage.
    Confirming(Receipt),
    /// It could not be stored; the code says why. The answers are all still there, and confirming again confirms the
    /// same ballot at the same time.
    NotStored(Receipt, &'static str),
    /// It is stored durably.
    Confirmed(Receipt),
}

/// A change to the basket that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The item that was to change.
    pub item: ItemId,
    /// Why not.
    pub why: Refusal,
    /// How often in a row something was refused: the page shows again what is in the basket each time.
    pub times: u32,
}

/// What a person keeps of a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The ballot.
    pub id: BallotId,
    /// When it was first confirmed, to the minute.
    pub confirmed: String,
}

/// The first byte of a stored receipt; another means another version of the app wrote it.
const VERSION: u8 = 1;

impl Receipt {
    /// As stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        session::to_bytes(VERSION, &(self.id.to_string(), &self.confirmed))
    }

    /// A stored receipt.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (id, confirmed): (String, String) = session::from_bytes(VERSION, bytes)?;
        Some(Self { id: id.parse().ok()?, confirmed })
    }
}

/// Everything the pages show.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The consultation.
    pub consultation: Rc<Consultation>,
    /// What the tablet is set to.
    pub session: Session,
    /// The answers so far.
    pub draft: Draft,
    /// The last page the person has come to; pages behind it stay closed.
    pub reached: Step,
    /// Why the last change to the basket was refused.
    pub refusal: Option<Refused>,
    /// The page that somebody tried to leave before it was done.
    pub held: Option<Held>,
    /// How far the ballot is.
    pub phase: Phase,
}

/// A page that is not done, and says so until something changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The page.
    pub at: Step,
    /// How often somebody tried; each time the page says it again.
    pub times: u32,
}

impl State {
    /// A new person.
    pub fn new(consultation: Rc<Consultation>, session: Session, id: BallotId, started: String) -> Self {
        Self {
            consultation,
            session,
            draft: Draft::new(id, started),
            reached: Step::Welcome,
            refusal: None,
            held: None,
            phase: Phase::Answering,
        }
    }

    /// All pages, in order.
    pub fn steps(&self) -> Vec<Step> {
        Step::all(&self.consultation, self.session.voter(), &self.draft)
    }

    /// The page for an address: the one it names if the person has come that far, else the furthest before it.
    pub fn visit(&self, slug: &str) -> Step {
        let steps = self.steps();
        let wanted = steps.iter().copied().find(|step| step.slug() == slug).unwrap_or(self.reached);
        let open = wanted.min(self.reached);
        steps.into_iter().rev().find(|step| *step <= open).unwrap_or(Step::Welcome)
    }

    /// The page after this one.
    pub fn after(&self, step: Step) -> Option<Step> {
        self.steps().into_iter().find(|other| *other > step)
    }

    /// The page before this one.
    pub fn before(&self, step: Step) -> Option<Step> {
        self.steps().into_iter().rev().find(|other| *other < step)
    }

    /// The reaction asked for, empty when nothing of it is given.
    pub fn reaction(&self, ask: Ask) -> Reaction {
        let reaction = match ask {
            Ask::First => &self.draft.first_reaction,
            Ask::Considered => &self.draft.considered_view,
        };
        reaction.clone().unwrap_or_default()
    }

    /// The state after an action. Pure: the same state and action always give the same state.
    #[must_use]
    pub fn after_action(mut self, action: Action) -> Self {
        // While a ballot is being stored, and after, its answers do not change.
        let frozen = matches!(self.phase, Phase::Confirming(_) | Phase::Confirmed(_));
        match action {
            Action::Stored(receipt) => self.phase = Phase::Confirmed(receipt),
            Action::NotStored(receipt, code) => self.phase = Phase::NotStored(receipt, code),
            Action::Next(id, started) => self = Self::new(self.consultation, self.session, id, started),
            Action::Confirming(receipt) if !frozen => self.phase = Phase::Confirming(receipt),
            action if !frozen => {
                self.phase = Phase::Answering;
                let refused_before = self.refusal.take().map_or(0, |refused| refused.times);
                let held = self.held.take();
                match action {
                    Action::Hold(at) => {
                        let before = held.filter(|held| held.at == at).map_or(0, |held| held.times);
                        self.held = Some(Held { at, times: before + 1 });
                    }
                    action => self.answer(action, refused_before),
                }
            }
            _ => {}
        }
        self
    }

    fn answer(&mut self, action: Action, refused_before: u32) {
        let draft = &mut self.draft;
        match action {
            Action::Reach(step) => self.reached = self.reached.max(step),
            Action::Restore(stored, reached) => {
                self.draft = *stored;
                let step = self.steps().into_iter().find(|step| step.slug() == reached);
                self.reached = step.unwrap_or(Step::Welcome);
            }
            Action::Assist(helped) => draft.assisted = helped,
            Action::Answer(question, option) => {
                let several = self.consultation.questions.iter().any(|q| q.id == question && q.several);
                let given = draft.answers.entry(question.clone()).or_default();
                if !given.remove(&option) {
                    if !several {
                        given.clear();
                    }
                    given.insert(option);
                }
                if given.is_empty() {
                    draft.answers.remove(&question);
                }
            }
            Action::SetPoints(ask, area, points) => {
                self.react(ask, |reaction| {
                    reaction.points.set(&area, points);
                });
            }
            Action::SetSure(ask, score) => self.react(ask, |reaction| reaction.sure = Some(score)),
            Action::SetReason(ask, text) => self.react(ask, |reaction| reaction.reason = words(text)),
            Action::LeaveOut(Ask::First) if !draft.has_read() => draft.first_reaction = None,
            Action::LeaveOut(Ask::Considered) => draft.considered_view = None,
            Action::OpenSheet(area) => self.read(&area, |_| {}),
            Action::HeardOf(area, heard) => self.read(&area, |reading| reading.heard_of = Some(heard)),
            Action::ToggleMoved(area, argument) => self.read(&area, |reading| {
                if !reading.moved_by.remove(&argument) {
                    reading.moved_by.insert(argument);
                }
            }),
            Action::AddArgument(area, side, text) => {
                if let Some(text) = words(text) {
                    self.read(&area, |reading| reading.added.push(AddedArgument { side, text }));
                }
            }
            Action::RemoveArgument(area, place) => self.read(&area, |reading| {
                if place < reading.added.len() {
                    reading.added.remove(place);
                }
            }),
            Action::Put(item, level) => {
                let put = draft.basket.put(&self.consultation, &item, level);
                self.refusal = put.err().map(|why| Refused { item, why, times: refused_before + 1 });
            }
            Action::Take(item) => {
                let taken = draft.basket.take(&self.consultation, &item);
                self.refusal = taken.err().map(|why| Refused { item, why, times: refused_before + 1 });
            }
            Action::Settle(tension, choice) => draft.tension_mut(tension).choice = choice,
            Action::SettleWhy(tension, why) => draft.tension_mut(tension).why = words(why),
            Action::UnspentReason(text) => draft.unspent_reason = text,
            Action::Dissent(text) => draft.dissent = text,
            Action::WhatChanged(text) => draft.closing.what_changed = words(text),
            Action::LiveWith(score) => draft.closing.live_with = Some(score),
            Action::Offer(text) => draft.closing.offer = words(text),
            Action::LeaveOut(_)
            | Action::Hold(_)
            | Action::Confirming(_)
            | Action::Stored(_)
            | Action::NotStored(..)
            | Action::Next(..) => {}
        }
    }

    /// Changes a reaction. The first one is closed once a fact sheet was opened: it would no longer be the first.
    fn react(&mut self, ask: Ask, change: impl FnOnce(&mut Reaction)) {
        match ask {
            Ask::First if self.draft.has_read() => {}
            Ask::First => change(self.draft.first_reaction.get_or_insert_default()),
            Ask::Considered => change(self.draft.considered_view.get_or_insert_default()),
        }
    }

    fn read(&mut self, id: &AreaId, change: impl FnOnce(&mut Reading)) {
        if let Some(area) = self.consultation.area(id) {
            change(self.draft.reading_mut(area));
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after_action(action))
    }
}

/// Words somebody wrote; an empty field says nothing. Spaces at the end stay while they are still typing.
fn words(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}
