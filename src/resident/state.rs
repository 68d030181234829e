//! The state of the resident's pages, and how it changes.

use std::rc::Rc;

use basketry_domain::{
    AddedArgument, AreaId, BallotId, Consultation, ItemId, OptionId, QuestionId, Reaction, Reading, Refusal, StageKind,
    TensionChoice, Voter,
};
use yew::Reducible;

use super::{Action, Ask, Draft, Receipt, Step};
use crate::common::session::Session;
use crate::common::shared::Shared;

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

/// Everything the pages show.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The consultation.
    pub consultation: Shared<Consultation>,
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
    pub fn new(consultation: Shared<Consultation>, session: Session, id: BallotId, started: String) -> Self {
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

    /// The page for an address: the one it names if the person has come that far, else the furthest before it. No page
    /// behind a tension that is not settled is open.
    pub fn visit(&self, slug: &str) -> Step {
        let steps = self.steps();
        let wanted = steps.iter().copied().find(|step| step.slug() == slug).unwrap_or(self.reached);
        let open = wanted.min(self.reached);
        let unsettled = steps.iter().copied().find(|step| self.is_unsettled(*step));
        furthest(&steps, unsettled.map_or(open, |step| step.min(open)))
    }

    /// The last page the person has come to, of those there are now.
    pub fn furthest(&self) -> Step {
        furthest(&self.steps(), self.reached)
    }

    /// Whether the page is that of a tension the basket meets, which is not accepted.
    pub fn is_unsettled(&self, step: Step) -> bool {
        let Step::Tension(place) = step else { return false };
        let stance = self.consultation.tensions.get(place).and_then(|tension| self.draft.stance(&tension.id));
        stance.and_then(|stance| stance.choice) != Some(TensionChoice::Accepted)
    }

    /// Whether the ballot can be confirmed: every tension the basket meets is accepted.
    pub fn is_settled(&self) -> bool {
        !self.steps().into_iter().any(|step| self.is_unsettled(step))
    }

    /// Whether it is a person at a table that fills a basket too.
    pub fn is_at_table(&self) -> bool {
        let fills_one = self.consultation.has_stage(StageKind::TableBasket);
        fills_one && self.session.voter() == Voter::Person && self.session.table.is_some()
    }

    /// Whether what the basket costs is illustrative: the cost of something in it is.
    pub fn spent_is_illustrative(&self) -> bool {
        let inside = |id: &ItemId| self.draft.basket.level(id).is_some();
        self.consultation.items.iter().any(|item| item.illustrative && inside(&item.id))
    }

    /// Whether the money left is illustrative: the budget or what the basket costs is.
    pub fn left_is_illustrative(&self) -> bool {
        self.consultation.budget.illustrative || self.spent_is_illustrative()
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
            // No answer: what the page says just now stays.
            Action::TextSize(size) => self.draft.text_size = size,
            Action::Confirming(receipt) if !frozen && self.is_settled() => self.phase = Phase::Confirming(receipt),
            Action::Confirming(_) => {}
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
            Action::Answer(question, option) => self.choose(&question, option),
            Action::SetPoints(ask, area, points) => {
                self.react(ask, |reaction| {
                    reaction.points.set(&area, points);
                });
            }
            Action::SetSure(ask, score) => self.react(ask, |reaction| reaction.sure = score),
            Action::SetReason(ask, text) => self.react(ask, |reaction| reaction.reason = words(text)),
            Action::LeaveOut(Ask::First) if !draft.has_read() => draft.first_reaction = None,
            Action::LeaveOut(Ask::Considered) => draft.considered_view = None,
            Action::OpenSheet(area) => self.read(&area, |_| {}),
            Action::HeardOf(area, heard) => self.read(&area, |reading| reading.heard_of = heard),
            Action::ToggleMoved(area, argument) => self.read(&area, |reading| {
                if !reading.moved_by.remove(&argument) {
                    reading.moved_by.insert(argument);
                }
            }),
            Action::WriteArgument(area, text) => draft.write_argument(area, text),
            Action::AddArgument(area, side) => {
                let text = draft.written(&area).trim().to_owned();
                if !text.is_empty() && self.consultation.area(&area).is_some() {
                    self.draft.write_argument(area.clone(), String::new());
                    self.read(&area, |reading| reading.added.push(AddedArgument { side, text }));
                }
            }
            Action::RemoveArgument(area, place) => self.read(&area, |reading| {
                if place < reading.added.len() {
                    reading.added.remove(place);
                }
            }),
            action @ (Action::Put(..)
            | Action::Take(_)
            | Action::Settle(..)
            | Action::SettleWhy(..)
            | Action::UnspentReason(_)
            | Action::Dissent(_)
            | Action::WhatChanged(_)
            | Action::LiveWith(_)
            | Action::Offer(_)) => self.decide(action, refused_before),
            // Done before it came here, or closed by now.
            Action::LeaveOut(_)
            // What was refused of the other level is forgotten, as with every change.
            | Action::LookAtLevel
            | Action::Hold(_)
            | Action::Confirming(_)
            | Action::Stored(_)
            | Action::NotStored(..)
            | Action::TextSize(_)
            | Action::Next(..) => {}
        }
    }

    /// The basket, what it meets, and the words at the end.
    fn decide(&mut self, action: Action, refused_before: u32) {
        let draft = &mut self.draft;
        let refused = |item, why| Refused { item, why, times: refused_before + 1 };
        match action {
            Action::Put(item, level) => {
                let put = draft.basket.put(&self.consultation, &item, level);
                self.refusal = put.err().map(|why| refused(item, why));
            }
            Action::Take(item) => {
                let taken = draft.basket.take(&self.consultation, &item);
                self.refusal = taken.err().map(|why| refused(item, why));
            }
            Action::Settle(tension, choice) => draft.stance_mut(tension).choice = Some(choice),
            Action::SettleWhy(tension, why) => draft.stance_mut(tension).why = words(why),
            Action::UnspentReason(text) => draft.unspent_reason = text,
            Action::Dissent(text) => draft.dissent = text,
            Action::WhatChanged(text) => draft.closing.what_changed = words(text),
            Action::LiveWith(score) => draft.closing.live_with = score,
            Action::Offer(text) => draft.closing.offer = words(text),
            // Answered before it came here.
            _ => {}
        }
    }

    /// An answer to a participant question, or the same answer taken back.
    fn choose(&mut self, question: &QuestionId, option: OptionId) {
        let several = self.consultation.questions.iter().any(|q| q.id == *question && q.several);
        let given = self.draft.answers.get_or_default(question.clone());
        if !given.remove(&option) {
            if !several {
                given.clear();
            }
            given.insert(option);
        }
        if given.is_empty() {
            self.draft.answers.remove(question);
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

/// The last of these pages that is not behind `step`.
fn furthest(steps: &[Step], step: Step) -> Step {
    steps.iter().copied().rev().find(|other| *other <= step).unwrap_or(Step::Welcome)
}

/// Words somebody wrote; an empty field says nothing. Spaces at the end stay while they are still typing.
fn words(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}
