//! What the organiser's page shows, and how it changes.

mod counting;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::rc::Rc;

use basketry_formats::Notice;
use basketry_results::Threshold;
use yew::Reducible;

pub(super) use self::counting::{Counting, Steps};

use crate::worker::{FileId, NotCounted, Opened, Picture, ResultsOf};

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FileState {
    /// It is being read; bytes read, and bytes in all.
    Reading(f64, f64),
    /// It is open.
    Open(Opened),
    /// It was refused.
    Refused(Vec<Notice>),
    /// Its consultation is not here: the file waits for it.
    Waiting(Opened),
}

/// A file on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// What became of it.
    pub(super) state: FileState,
    /// Of a consultation: whether it is kept on the device, or why not; none until that is known.
    pub(super) kept: Option<Result<(), Notice>>,
}

impl Entry {
    /// Whether it is open and holds something that is counted.
    fn counts(&self) -> bool {
        matches!(self.state, FileState::Open(Opened::Ballots { .. } | Opened::Election { .. }))
    }
}

/// Everything the organiser's page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct State {
    /// The files in the order they came.
    pub(super) files: BTreeMap<FileId, Entry>,
    /// What to say of this device's storage.
    pub(super) device: Option<Notice>,
    /// Consultations the worker has, as `id@revision#digest`.
    pub(super) known: Vec<String>,
    /// What is looked at.
    pub(super) look: Look,
    /// Why there is no picture of it.
    pub(super) problem: Vec<Notice>,
    /// Goes up with everything that makes the picture old.
    pub(super) edition: u32,
    /// How far counting has come.
    pub(super) counting: Counting,
    /// What the page had when its picture was the current one.
    settled: Settled,
}

/// What is looked at, and the picture of it. It goes back as a whole when counting is stopped: a picture never stands
/// below choices it was not made for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// Whose results.
    pub(super) of: Option<ResultsOf>,
    /// The sections there are, to choose one: id and name.
    pub(super) sections: Vec<(String, String)>,
    /// Only this section.
    pub(super) section: Option<String>,
    /// Groups of fewer people are held back.
    pub(super) threshold: Threshold,
    /// The picture, once counted; it may be of an earlier edition.
    pub(super) picture: Option<Counted>,
}

/// What the page had when its picture was the current one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Settled {
    /// The files that were counted.
    files: BTreeMap<FileId, Entry>,
    look: Look,
}

/// A picture. Compared by its edition: its parts are large.
#[derive(Clone, Debug)]
pub(super) struct Counted(pub(super) Rc<Picture>);

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        self.0.edition == other.0.edition
    }
}

/// A change.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// A file came in.
    Came(FileId, String),
    /// Reading it goes on.
    Progress(FileId, f64, f64),
    /// It is open.
    Opened(FileId, Opened),
    /// It was refused.
    Refused(FileId, Vec<Notice>),
    /// It is taken off the page.
    Forgotten(FileId),
    /// A consultation was kept on the device, or not.
    Kept(FileId, Result<(), Notice>),
    /// What to say of this device's storage, if anything.
    Device(Option<Notice>),
    /// The worker has a consultation.
    Known(String),
    /// Look at this.
    LookAt(ResultsOf),
    /// Only this section, or all.
    Section(Option<String>),
    /// The picture of this edition takes so long that its counting is told.
    TakesLong(u32),
    /// Counting for this edition goes on.
    Counting(u32, Steps),
    /// Counting was stopped: all is as it was when the picture was the current one.
    NotWanted,
    /// Hold back groups of fewer people.
    Threshold(Threshold),
    /// A picture came.
    Counted(Rc<Picture>),
    /// No picture can be made.
    NotCounted(NotCounted),
    /// Reading was stopped: what was being read is gone.
    Stopped,
}

impl State {
    /// What can be looked at: consultations with open ballots, and elections, with their titles.
    pub(super) fn subjects(&self) -> Vec<(ResultsOf, String)> {
        let mut subjects: Vec<(ResultsOf, String)> = Vec::new();
        for (id, entry) in &self.files {
            let subject = match &entry.state {
                FileState::Open(Opened::Ballots { reference, title, .. }) => {
                    (ResultsOf::Consultation(reference.clone()), title.clone())
                }
                FileState::Open(Opened::Election { title, .. }) => (ResultsOf::Election(*id), title.clone()),
                _ => continue,
            };
            if !subjects.iter().any(|(of, _)| *of == subject.0) {
                subjects.push(subject);
            }
        }
        subjects
    }

    /// Whether a file is open and holds ballots of this consultation.
    pub(super) fn has_ballots(&self, id: FileId, of: &ResultsOf) -> bool {
        let state = self.files.get(&id).map(|entry| &entry.state);
        matches!((state, of), (Some(FileState::Open(Opened::Ballots { reference, .. })), ResultsOf::Consultation(wanted))
            if reference == wanted)
    }

    /// The files that are being read: of each the bytes read, and the bytes in all.
    pub(super) fn reading(&self) -> impl Iterator<Item = (f64, f64)> {
        self.files.values().filter_map(|entry| match entry.state {
            FileState::Reading(read, of) => Some((read, of)),
            _ => None,
        })
    }

    /// Whether the picture shows what is chosen now.
    pub(super) fn is_current(&self) -> bool {
        self.look.picture.as_ref().is_some_and(|counted| counted.0.edition == self.edition)
    }

    fn after(mut self, action: Action) -> Self {
        match action {
            Action::Came(id, name) => {
                self.files.insert(id, Entry { name, state: FileState::Reading(0.0, 0.0), kept: None });
            }
            Action::Progress(id, read, of) => self.set(id, FileState::Reading(read, of)),
            Action::Refused(id, notices) => self.refuse(id, notices),
            Action::Opened(id, opened) => self.open(id, opened),
            Action::Forgotten(id) => {
                self.files.remove(&id);
                self.look_again();
            }
            Action::Kept(id, kept) => {
                if let Some(entry) = self.files.get_mut(&id) {
                    entry.kept = Some(kept);
                }
            }
            Action::Device(notice) => self.device = notice,
            Action::Known(reference) => self.know(reference),
            Action::LookAt(of) => {
                self.look.of = Some(of);
                self.look.sections.clear();
                self.look.section = None;
                self.outdate();
            }
            Action::Section(section) => {
                self.look.section = section;
                self.outdate();
            }
            Action::Threshold(threshold) => {
                self.look.threshold = threshold;
                self.outdate();
            }
            // An answer to an earlier question: the one to this question is on its way.
            Action::Counted(picture) if picture.edition != self.edition => {}
            Action::NotCounted(told) if told.edition != self.edition => {}
            Action::Counted(picture) => {
                self.look.sections.clone_from(&picture.sections);
                self.look.picture = Some(Counted(picture));
                self.settle();
            }
            Action::NotCounted(told) => {
                self.look.picture = None;
                self.counting = Counting::default();
                self.problem = told.notices;
            }
            Action::TakesLong(edition) if self.is_waiting_for(edition) => self.counting.takes_long(),
            Action::Counting(edition, steps) if self.is_waiting_for(edition) => self.counting.goes_on(steps),
            Action::TakesLong(_) | Action::Counting(..) => {}
            Action::NotWanted => self.go_back(),
            Action::Stopped => {
                self.files.retain(|_, entry| !matches!(entry.state, FileState::Reading(..)));
                self.look_again();
            }
        }
        self
    }

    /// Whether the picture of this edition is what is looked for and not there.
    fn is_waiting_for(&self, edition: u32) -> bool {
        edition == self.edition && self.look.of.is_some() && self.problem.is_empty() && !self.is_current()
    }

    /// The picture is the current one.
    fn settle(&mut self) {
        let files = self.files.iter().filter(|(_, entry)| entry.counts());
        self.settled =
            Settled { files: files.map(|(id, entry)| (*id, entry.clone())).collect(), look: self.look.clone() };
        self.counting = Counting::default();
    }

    /// All is as it was when the picture was the current one. What does not count stays: consultations, and files that
    /// are being read or were refused.
    fn go_back(&mut self) {
        let Settled { files, look } = self.settled.clone();
        self.files.retain(|_, entry| !entry.counts());
        self.files.extend(files);
        self.edition = look.picture.as_ref().map_or(self.edition + 1, |counted| counted.0.edition);
        self.look = look;
        self.counting = Counting::default();
        self.problem.clear();
    }

    /// The files there are once counting is stopped.
    pub(super) fn left_when_stopped(&self) -> Vec<FileId> {
        self.clone().after(Action::NotWanted).files.into_keys().collect()
    }

    fn set(&mut self, id: FileId, state: FileState) {
        if let Some(entry) = self.files.get_mut(&id) {
            entry.state = state;
        }
    }

    fn refuse(&mut self, id: FileId, notices: Vec<Notice>) {
        let was_open = self.files.get(&id).is_some_and(|entry| !matches!(entry.state, FileState::Reading(..)));
        self.set(id, FileState::Refused(notices));
        if was_open {
            self.look_again();
        }
    }

    fn open(&mut self, id: FileId, opened: Opened) {
        let waiting = matches!(&opened, Opened::Ballots { reference, .. } if !self.known.contains(reference));
        let consultation = match &opened {
            Opened::Consultation { reference, .. } => Some(reference.clone()),
            _ => None,
        };
        self.set(id, if waiting { FileState::Waiting(opened) } else { FileState::Open(opened) });
        if let Some(reference) = consultation {
            self.know(reference);
        }
        self.look_again();
    }

    /// A consultation is here: the ballots that waited for it are open. If none did, what is shown stays as it is.
    fn know(&mut self, reference: String) {
        let mut news = false;
        for entry in self.files.values_mut() {
            if let FileState::Waiting(opened) = &entry.state
                && matches!(opened, Opened::Ballots { reference: wanted, .. } if *wanted == reference)
            {
                entry.state = FileState::Open(opened.clone());
                news = true;
            }
        }
        if !self.known.contains(&reference) {
            self.known.push(reference);
        }
        if news {
            self.look_again();
        }
    }

    /// Looks at the same as before if it is still there, else at the first there is.
    fn look_again(&mut self) {
        let subjects = self.subjects();
        let still = self.look.of.as_ref().is_some_and(|of| subjects.iter().any(|(other, _)| other == of));
        if !still {
            self.look.of = subjects.into_iter().next().map(|(of, _)| of);
            self.look.sections.clear();
            self.look.section = None;
            self.look.picture = None;
        }
        self.outdate();
    }

    /// The picture is old now, and so is what was wrong with it.
    fn outdate(&mut self) {
        self.edition += 1;
        self.counting = Counting::default();
        self.problem.clear();
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}
