//! What the organiser's page shows, and how it changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use basketry_formats::Notice;
use yew::Reducible;

use crate::worker::{FileId, Opened, Picture, ResultsOf};

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
}

/// Everything the organiser's page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct State {
    /// The files in the order they came.
    pub(super) files: BTreeMap<FileId, Entry>,
    /// Consultations the worker has, as `id@revision#digest`.
    pub(super) known: Vec<String>,
    /// What is looked at.
    pub(super) of: Option<ResultsOf>,
    /// Only this section.
    pub(super) section: Option<String>,
    /// The picture, once counted.
    pub(super) picture: Option<Rc<PictureOf>>,
    /// Why there is none.
    pub(super) problem: Vec<Notice>,
    /// Goes up with everything that makes the picture old.
    pub(super) edition: u32,
}

/// A picture. Compared by its edition: its parts are large.
#[derive(Clone, Debug)]
pub(super) struct PictureOf {
    /// The edition it shows.
    pub(super) edition: u32,
    /// The picture.
    pub(super) picture: Picture,
}

impl PartialEq for PictureOf {
    fn eq(&self, other: &Self) -> bool {
        self.edition == other.edition
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
    /// The worker has a consultation.
    Known(String),
    /// Look at this.
    LookAt(ResultsOf),
    /// Only this section, or all.
    Section(Option<String>),
    /// A picture came.
    Counted(Rc<Picture>),
    /// No picture can be made.
    NotCounted(Vec<Notice>),
    /// The worker was ended: nothing is being read any more.
    Cancelled,
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

    /// Whether a file is being read.
    pub(super) fn is_reading(&self) -> bool {
        self.files.values().any(|entry| matches!(entry.state, FileState::Reading(..)))
    }

    fn after(mut self, action: Action) -> Self {
        match action {
            Action::Came(id, name) => {
                self.files.insert(id, Entry { name, state: FileState::Reading(0.0, 0.0) });
            }
            Action::Progress(id, read, of) => self.set(id, FileState::Reading(read, of)),
            Action::Refused(id, notices) => self.set(id, FileState::Refused(notices)),
            Action::Opened(id, opened) => self.open(id, opened),
            Action::Forgotten(id) => {
                self.files.remove(&id);
                self.look_again();
            }
            Action::Known(reference) => self.know(reference),
            Action::LookAt(of) => {
                self.of = Some(of);
                self.section = None;
                self.edition += 1;
            }
            Action::Section(section) => {
                self.section = section;
                self.edition += 1;
            }
            Action::Counted(picture) => {
                let current = Some(&picture.of) == self.of.as_ref() && picture.section == self.section;
                if current {
                    let picture = Rc::unwrap_or_clone(picture);
                    self.picture = Some(Rc::new(PictureOf { edition: self.edition, picture }));
                    self.problem.clear();
                }
            }
            Action::NotCounted(notices) => {
                self.picture = None;
                self.problem = notices;
            }
            Action::Cancelled => {
                self.files.retain(|_, entry| !matches!(entry.state, FileState::Reading(..)));
                self.look_again();
            }
        }
        self
    }

    fn set(&mut self, id: FileId, state: FileState) {
        if let Some(entry) = self.files.get_mut(&id) {
            entry.state = state;
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

    /// A consultation is here: the ballots that waited for it are open.
    fn know(&mut self, reference: String) {
        for entry in self.files.values_mut() {
            if let FileState::Waiting(opened) = &entry.state
                && matches!(opened, Opened::Ballots { reference: wanted, .. } if *wanted == reference)
            {
                entry.state = FileState::Open(opened.clone());
            }
        }
        if !self.known.contains(&reference) {
            self.known.push(reference);
        }
        self.look_again();
    }

    /// Looks at the same as before if it is still there, else at the first there is.
    fn look_again(&mut self) {
        let subjects = self.subjects();
        let still = self.of.as_ref().is_some_and(|of| subjects.iter().any(|(other, _)| other == of));
        if !still {
            self.of = subjects.into_iter().next().map(|(of, _)| of);
            self.section = None;
            self.picture = None;
        }
        self.edition += 1;
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
    use super::*;

    fn ballots(reference: &str) -> Opened {
        Opened::Ballots { reference: reference.into(), title: "T".into(), ballots: 3, bad_lines: Vec::new() }
    }

    fn after(actions: Vec<Action>) -> State {
        actions.into_iter().fold(State::default(), State::after)
    }

    #[test]
    fn ballots_wait_for_their_consultation() {
        let came = vec![Action::Came(FileId(1), "a".into()), Action::Opened(FileId(1), ballots("c@1#d"))];
        let waiting = after(came.clone());
        assert!(matches!(waiting.files[&FileId(1)].state, FileState::Waiting(_)));
        assert_eq!(waiting.of, None);
        let known = after([came, vec![Action::Known("c@1#d".into())]].concat());
        assert!(matches!(known.files[&FileId(1)].state, FileState::Open(_)));
        assert_eq!(known.of, Some(ResultsOf::Consultation("c@1#d".into())));
    }

    #[test]
    fn two_files_of_one_consultation_are_one_subject() {
        let state = after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
            Action::Came(FileId(2), "b".into()),
            Action::Opened(FileId(2), ballots("c@1#d")),
        ]);
        assert_eq!(state.subjects().len(), 1);
    }

    #[test]
    fn a_forgotten_file_is_looked_at_no_longer() {
        let state = after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
            Action::Forgotten(FileId(1)),
        ]);
        assert_eq!((state.of, state.files.len()), (None, 0));
    }

    #[test]
    fn cancelling_takes_only_what_was_being_read() {
        let state = after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
            Action::Came(FileId(2), "b".into()),
            Action::Cancelled,
        ]);
        assert_eq!(state.files.keys().collect::<Vec<_>>(), [&FileId(1)]);
    }
}
