//! What the organiser's page shows, and how it changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use basketry_formats::Notice;
use basketry_results::Threshold;
use yew::Reducible;

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
    pub(super) of: Option<ResultsOf>,
    /// Its sections, to choose one: id and name.
    pub(super) sections: Vec<(String, String)>,
    /// Only this section.
    pub(super) section: Option<String>,
    /// Groups of fewer people are held back.
    pub(super) threshold: Threshold,
    /// The picture, once counted; it may be of an earlier edition.
    pub(super) picture: Option<Counted>,
    /// Why there is none.
    pub(super) problem: Vec<Notice>,
    /// Goes up with everything that makes the picture old.
    pub(super) edition: u32,
    /// How far counting has come.
    pub(super) counting: Counting,
    /// What the page had when its picture was the current one.
    settled: Settled,
}

/// How far counting has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counting {
    steps: Steps,
    /// Whether it takes long enough to be told.
    long: bool,
}

impl Counting {
    /// How far it has come, once that is to be told.
    pub(super) fn told(self) -> Option<Steps> {
        self.long.then_some(self.steps)
    }
}

/// Steps of counting done, and in all; none before the first is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    /// Steps done.
    pub(super) done: usize,
    /// Steps in all.
    pub(super) of: usize,
}

/// What the page had when its picture was the current one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Settled {
    /// The files that were counted.
    files: BTreeMap<FileId, Entry>,
    of: Option<ResultsOf>,
    sections: Vec<(String, String)>,
    section: Option<String>,
    picture: Option<Counted>,
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
        self.picture.as_ref().is_some_and(|counted| counted.0.edition == self.edition)
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
                self.of = Some(of);
                self.sections.clear();
                self.section = None;
                self.outdate();
            }
            Action::Section(section) => {
                self.section = section;
                self.outdate();
            }
            Action::Threshold(threshold) => {
                self.threshold = threshold;
                self.outdate();
            }
            // An answer to an earlier question: the one to this question is on its way.
            Action::Counted(picture) if picture.edition != self.edition => {}
            Action::NotCounted(told) if told.edition != self.edition => {}
            Action::Counted(picture) => {
                self.sections.clone_from(&picture.sections);
                self.picture = Some(Counted(picture));
                self.settle();
            }
            Action::NotCounted(told) => {
                self.picture = None;
                self.counting = Counting::default();
                self.problem = told.notices;
            }
            Action::TakesLong(edition) if self.is_waiting_for(edition) => self.counting.long = true,
            Action::Counting(edition, steps) if self.is_waiting_for(edition) => self.counting.steps = steps,
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
        edition == self.edition && self.of.is_some() && self.problem.is_empty() && !self.is_current()
    }

    /// The picture is the current one.
    fn settle(&mut self) {
        let files = self.files.iter().filter(|(_, entry)| entry.counts());
        self.settled = Settled {
            files: files.map(|(id, entry)| (*id, entry.clone())).collect(),
            of: self.of.clone(),
            sections: self.sections.clone(),
            section: self.section.clone(),
            picture: self.picture.clone(),
        };
        self.counting = Counting::default();
    }

    /// All is as it was when the picture was the current one. What does not count stays: consultations, and files that
    /// are being read or were refused.
    fn go_back(&mut self) {
        let Settled { files, of, sections, section, picture } = self.settled.clone();
        self.files.retain(|_, entry| !entry.counts());
        self.files.extend(files);
        self.edition = picture.as_ref().map_or(self.edition + 1, |counted| counted.0.edition);
        (self.of, self.sections, self.section, self.picture) = (of, sections, section, picture);
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
        let still = self.of.as_ref().is_some_and(|of| subjects.iter().any(|(other, _)| other == of));
        if !still {
            self.of = subjects.into_iter().next().map(|(of, _)| of);
            self.sections.clear();
            self.section = None;
            self.picture = None;
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

#[cfg(test)]
mod tests {
    use basketry_results::Overview;

    use super::*;

    fn ballots(reference: &str) -> Opened {
        Opened::Ballots {
            reference: reference.into(),
            title: "T".into(),
            ballots: 3,
            miscount: None,
            bad_lines: Vec::new(),
        }
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
    fn a_consultation_no_ballots_wait_for_makes_no_picture_old() {
        let open = after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
        ]);
        let edition = open.edition;
        assert_eq!(open.clone().after(Action::Known("other@1#d".into())).edition, edition);
        let waiting =
            open.after(Action::Came(FileId(2), "b".into())).after(Action::Opened(FileId(2), ballots("e@1#d")));
        let edition = waiting.edition;
        assert_eq!(waiting.after(Action::Known("e@1#d".into())).edition, edition + 1);
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
    fn stopping_takes_only_what_was_being_read() {
        let state = after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
            Action::Came(FileId(2), "b".into()),
            Action::Stopped,
        ]);
        assert_eq!(state.files.keys().collect::<Vec<_>>(), [&FileId(1)]);
    }

    fn open_file() -> State {
        after(vec![
            Action::Known("c@1#d".into()),
            Action::Came(FileId(1), "a".into()),
            Action::Opened(FileId(1), ballots("c@1#d")),
        ])
    }

    fn picture(edition: u32) -> Action {
        Action::Counted(Rc::new(Picture {
            edition,
            of: ResultsOf::Consultation("c@1#d".into()),
            title: "T".into(),
            threshold: Some(10),
            sections: Vec::new(),
            overview: Overview::default(),
            faults: Vec::new(),
            charts: Vec::new(),
            absent: Vec::new(),
        }))
    }

    #[test]
    fn a_picture_of_an_earlier_edition_is_not_shown_as_the_current_one() {
        let asked = open_file();
        let earlier = asked.edition;
        // More ballots come in, of the same consultation and section, before the picture does.
        let more = [Action::Came(FileId(2), "b".into()), Action::Opened(FileId(2), ballots("c@1#d"))];
        let state = more.into_iter().fold(asked, State::after).after(picture(earlier));
        assert!(state.picture.is_none() && !state.is_current());
        let current = state.edition;
        let state = state.after(picture(current));
        assert!(state.is_current());
        assert!(!state.clone().after(Action::Section(Some("s".into()))).is_current());
        // What was held back at one threshold is not shown as what is at another.
        assert!(!state.after(Action::Threshold(Threshold::Five)).is_current());
    }

    #[test]
    fn why_there_is_no_picture_is_told_until_something_changes() {
        let state = open_file();
        let told = |edition| Action::NotCounted(NotCounted { edition, notices: vec![Notice::new("results-broke")] });
        let edition = state.edition;
        let state = state.after(told(edition - 1));
        assert!(state.problem.is_empty(), "the answer to an earlier question says nothing of this one");
        let state = state.after(told(edition));
        assert_eq!(state.problem, [Notice::new("results-broke")]);
        assert!(state.after(Action::Forgotten(FileId(1))).problem.is_empty());
    }

    #[test]
    fn a_file_refused_after_it_was_open_counts_no_longer() {
        let state = open_file();
        let edition = state.edition;
        let state = state.after(Action::Refused(FileId(1), vec![Notice::new("file-broke")]));
        assert_eq!((state.of.clone(), state.edition), (None, edition + 1));
    }

    fn counted() -> State {
        let state = open_file();
        let edition = state.edition;
        state.after(picture(edition))
    }

    #[test]
    fn counting_is_told_only_while_its_picture_is_waited_for() {
        let steps = Steps { done: 2, of: 9 };
        let state = open_file();
        let edition = state.edition;
        let quick = state.clone().after(Action::Counting(edition, steps));
        assert_eq!(quick.counting.told(), None, "what is done soon is not told");
        assert_eq!(
            quick.after(Action::TakesLong(edition)).counting.told(),
            Some(steps),
            "what came before is told then"
        );
        let state = state.after(Action::TakesLong(edition - 1));
        assert_eq!(state.counting.told(), None);
        let state = state.after(Action::TakesLong(edition)).after(Action::Counting(edition, steps));
        assert_eq!(state.counting.told(), Some(steps));
        assert_eq!(state.clone().after(picture(edition)).counting.told(), None);
        assert_eq!(state.after(picture(edition)).after(Action::TakesLong(edition)).counting.told(), None);
    }

    #[test]
    fn counting_that_is_stopped_leaves_no_trace() {
        let before = counted();
        let asked = before
            .clone()
            .after(Action::Section(Some("s".into())))
            .after(Action::Came(FileId(2), "b".into()))
            .after(Action::Opened(FileId(2), ballots("c@1#d")))
            .after(Action::Forgotten(FileId(1)));
        let asked = asked.clone().after(Action::TakesLong(asked.edition));
        assert!(!asked.is_current() && asked.counting.told().is_some());
        assert_eq!(asked.left_when_stopped(), [FileId(1)]);
        assert_eq!(asked.after(Action::NotWanted), before);
    }

    #[test]
    fn the_first_counting_that_is_stopped_leaves_an_empty_page() {
        let asked = open_file().after(Action::Came(FileId(2), "b".into()));
        let edition = asked.edition;
        let state = asked.after(Action::NotWanted);
        assert_eq!((state.files.into_keys().collect::<Vec<_>>(), state.of), (vec![FileId(2)], None));
        assert_eq!(state.edition, edition + 1, "an answer that was on its way is of no edition there is");
    }
}
