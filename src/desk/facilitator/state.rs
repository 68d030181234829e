//! What the facilitator's page shows, and how it changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use basketry_domain::{Consultation, StageKind};
use basketry_formats::Notice;
use yew::Reducible;

use super::told::{Beside, Told};
use crate::common::library::{self, Gathered, LibraryError, Shelved};
use crate::common::session::Session;
use crate::worker::FileId;

/// Everything the facilitator's page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct State {
    /// What is on the device.
    pub(super) known: Situation,
    /// Whether it was looked at.
    pub(super) looked: bool,
    /// Whether the tablet was set to its place when the page came: then the next person stands above the choices. It
    /// stays as it was, so that nothing moves under a hand.
    pub(super) at_work: bool,
    /// A choice that waits, since somebody's answers come first.
    pub(super) held: Option<Session>,
    /// Whether setting those answers aside was pressed once.
    pub(super) asked: bool,
    /// How often a choice was not kept.
    pub(super) undone: u32,
    /// What came of the last press, and where it is said.
    pub(super) told: Option<(Beside, Told)>,
    /// The files that are being read: bytes read, and bytes in all.
    pub(super) reading: BTreeMap<FileId, (f64, f64)>,
    /// Why the last file was refused.
    pub(super) problem: Vec<Notice>,
}

/// What is known of the device and the chosen consultation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Situation {
    /// The consultations at hand.
    pub(super) shelf: Vec<Shelved>,
    /// Ballots of consultations that are not at hand any more.
    pub(super) left: Vec<Gathered>,
    /// What the tablet is set to, when a consultation is chosen.
    pub(super) session: Option<Session>,
    /// The chosen consultation.
    pub(super) consultation: Option<Consultation>,
    /// Its ballots on this device, once they could be read.
    pub(super) ballots: Option<Gathered>,
    /// Whose they are.
    pub(super) voters: Voters,
    /// Somebody's answers that are not confirmed.
    pub(super) unfinished: Option<Unfinished>,
    /// Whether the browser promised to keep the storage.
    pub(super) persisted: bool,
    /// Why not everything could be read or kept.
    pub(super) trouble: Option<LibraryError>,
}

/// Somebody's answers that are not confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unfinished {
    /// The reference of their consultation.
    pub(super) of: String,
    /// What the tablet was set to then; nothing when another version of the app stored them.
    pub(super) session: Option<Session>,
}

/// Whose ballots there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Voters {
    /// How many people have confirmed.
    pub(super) persons: usize,
    /// How many tables have.
    pub(super) tables: usize,
}

/// Whether the table's basket can be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableBasket {
    /// It can.
    Open,
    /// Once workshop and table are chosen.
    NoTable,
    /// The agenda has no such stage.
    NotAsked,
}

/// Ballots to be saved as a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Saving {
    /// Where it was pressed.
    pub(super) beside: Beside,
    /// The ballots.
    pub(super) ballots: Gathered,
    /// Where they were given, for the file's name.
    pub(super) place: String,
}

/// A change.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// This is on the device now.
    Found(Box<Situation>),
    /// A choice was made while somebody's answers are not confirmed.
    Held(Session),
    /// Setting the answers aside was pressed once, or taken back.
    Ask(bool),
    /// What came of a press, and where it is said.
    Told(Beside, Told),
    /// A file came in.
    Came(FileId),
    /// Reading it goes on: bytes read, and bytes in all.
    Progress(FileId, f64, f64),
    /// It was read.
    Read(FileId),
    /// It was refused.
    Refused(FileId, Vec<Notice>),
    /// Reading was stopped.
    Stopped,
}

impl Situation {
    /// What the list shows of the consultation with this reference, when it is at hand.
    pub(super) fn shelved(&self, reference: &str) -> Option<&Shelved> {
        self.shelf.iter().find(|shelved| library::reference(&shelved.entry) == reference)
    }

    /// Whether the tablet is set to its place: to a workshop and a table, where there are any.
    fn is_set(&self) -> bool {
        let (Some(session), Some(consultation)) = (&self.session, &self.consultation) else { return false };
        consultation.workshops.is_empty() || (session.workshop.is_some() && session.table.is_some())
    }

    /// Whether the table's basket can be filled.
    pub(super) fn table_basket(&self) -> TableBasket {
        let asked = |consultation: &Consultation| consultation.has_stage(StageKind::TableBasket);
        match &self.consultation {
            Some(consultation) if asked(consultation) && self.is_set() => TableBasket::Open,
            Some(consultation) if asked(consultation) => TableBasket::NoTable,
            _ => TableBasket::NotAsked,
        }
    }
}

impl State {
    fn after(mut self, action: Action) -> Self {
        match action {
            Action::Found(now) => self.find(*now),
            Action::Held(session) => {
                self.held = Some(session);
                self.undone += 1;
            }
            Action::Ask(asked) => self.asked = asked,
            Action::Told(beside, told) => self.told = Some((beside, told)),
            Action::Came(id) => {
                self.problem.clear();
                self.reading.insert(id, (0.0, 0.0));
            }
            Action::Progress(id, read, of) => {
                if let Some(progress) = self.reading.get_mut(&id) {
                    *progress = (read, of);
                }
            }
            Action::Read(id) => drop(self.reading.remove(&id)),
            Action::Refused(id, notices) => {
                self.reading.remove(&id);
                self.problem = notices;
            }
            Action::Stopped => self.reading.clear(),
        }
        self
    }

    fn find(&mut self, now: Situation) {
        if !self.looked {
            (self.looked, self.at_work) = (true, now.is_set());
        }
        if self.known.session != now.session {
            // What was said of the old choice says nothing of this one.
            self.told = None;
        }
        if now.trouble.is_some() {
            self.undone += 1;
        } else if now.unfinished.is_none() {
            (self.held, self.asked) = (None, false);
        }
        self.known = now;
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Stage;
    use basketry_formats::compiled::Entry;

    use super::*;
    use crate::common::library::Origin;
    use crate::common::storage::StorageError;

    const SAMPLE: &str = include_str!("../../../samples/coventry-1997.basketry.json");

    fn session(workshop: Option<&str>, table: Option<u16>) -> Session {
        let workshop = workshop.map(str::to_owned);
        Session { workshop, table, ..Session::own_device("coventry-1997@1#d".into(), "en".into()) }
    }

    /// A tablet that is set to the Coventry sample.
    fn set_to(session: Session) -> Situation {
        let entry = Entry {
            id: "coventry-1997".into(),
            revision: 1,
            digest: "d".into(),
            title: "T".into(),
            question: "Q".into(),
            languages: vec!["en".into()],
            illustrative: None,
        };
        let opened = basketry_formats::consultation::open(SAMPLE.as_bytes()).unwrap();
        Situation {
            shelf: vec![Shelved { entry, origin: Origin::Sample }],
            session: Some(session),
            consultation: Some(opened.consultation),
            ..Situation::default()
        }
    }

    fn at_table() -> Situation {
        set_to(session(Some("parents"), Some(3)))
    }

    fn unfinished() -> Situation {
        Situation {
            unfinished: Some(Unfinished { of: "coventry-1997@1#d".into(), session: Some(session(None, None)) }),
            ..at_table()
        }
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), State::after)
    }

    fn found(situation: Situation) -> Action {
        Action::Found(Box::new(situation))
    }

    #[test]
    fn the_next_person_stands_first_only_on_a_tablet_that_came_set() {
        assert!(after([found(at_table())]).at_work);
        let choosing = after([found(set_to(session(None, None))), found(at_table())]);
        assert!(!choosing.at_work, "nothing moves while somebody chooses");
        let choosing = after([found(at_table()), found(set_to(session(None, None)))]);
        assert!(choosing.at_work, "nor back");
        assert!(!after([found(set_to(session(Some("parents"), None)))]).at_work);
    }

    #[test]
    fn the_table_fills_a_basket_only_at_a_table_and_if_the_agenda_has_it() {
        assert_eq!(at_table().table_basket(), TableBasket::Open);
        assert_eq!(set_to(session(Some("parents"), None)).table_basket(), TableBasket::NoTable);
        assert_eq!(set_to(session(None, None)).table_basket(), TableBasket::NoTable);
        let mut without = at_table();
        let consultation = without.consultation.as_mut().unwrap();
        consultation.agenda.retain(|Stage { kind, .. }| *kind != StageKind::TableBasket);
        assert_eq!(without.table_basket(), TableBasket::NotAsked);
        let mut no_workshops = set_to(session(None, None));
        no_workshops.consultation.as_mut().unwrap().workshops.clear();
        assert_eq!(no_workshops.table_basket(), TableBasket::Open, "there is nothing to choose");
        assert_eq!(Situation::default().table_basket(), TableBasket::NotAsked);
    }

    #[test]
    fn a_choice_waits_until_the_answers_are_gone() {
        let other = session(Some("carers"), Some(1));
        let held = after([found(unfinished()), Action::Held(other.clone()), Action::Ask(true)]);
        assert_eq!((held.held.clone(), held.asked, held.undone), (Some(other.clone()), true, 1));
        assert_eq!(held.known.session, at_table().session);
        let still = held.clone().after(found(unfinished()));
        assert_eq!((still.held, still.asked), (Some(other), true));
        let gone = held.after(found(at_table()));
        assert_eq!((gone.held, gone.asked), (None, false));
    }

    #[test]
    fn what_could_not_be_looked_at_is_not_taken_for_gone() {
        let failed = Situation { trouble: Some(StorageError::QuotaExceeded.into()), ..Situation::default() };
        let state = after([found(unfinished()), Action::Held(session(None, None)), found(failed)]);
        assert!(state.held.is_some());
        assert_eq!(state.undone, 2);
    }

    #[test]
    fn what_was_said_of_another_choice_is_not_said_of_this_one() {
        let saved = || Action::Told(Beside::Tasks, Told::Saved { count: 1, name: "n".into() });
        assert!(after([found(at_table()), saved(), found(at_table())]).told.is_some());
        assert!(after([found(at_table()), saved(), found(set_to(session(None, None)))]).told.is_none());
    }

    #[test]
    fn reading_goes_on_until_the_file_is_read_refused_or_stopped() {
        let (one, two) = (FileId(1), FileId(2));
        let reading = after([Action::Came(one), Action::Came(two), Action::Progress(one, 1.0, 4.0)]);
        assert_eq!(reading.reading.get(&one), Some(&(1.0, 4.0)));
        let read = reading.clone().after(Action::Read(one)).after(Action::Progress(one, 4.0, 4.0));
        assert_eq!(read.reading.keys().collect::<Vec<_>>(), [&two]);
        let refused = read.after(Action::Refused(two, vec![Notice::new("file-broke")]));
        assert!(refused.reading.is_empty());
        assert_eq!(refused.problem, [Notice::new("file-broke")]);
        assert!(refused.after(Action::Came(FileId(3))).problem.is_empty());
        assert!(reading.after(Action::Stopped).reading.is_empty());
    }
}
