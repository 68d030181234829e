//! What the worker was told, and what it owes.

use std::collections::{BTreeMap, VecDeque};

use basketry_formats::Notice;
use web_sys::File;

use crate::worker::{FileId, Input, NotCounted, Opened, Output, Wanted};

/// What the worker was told, so that another can take its place.
pub(super) struct Ledger<F> {
    /// Consultations, compiled.
    consultations: Vec<Vec<u8>>,
    /// Files that are open or are to be opened, with their names.
    files: BTreeMap<FileId, (String, F)>,
    /// Files that were taken away since the last picture. When the one that is being counted is given up, they are back.
    taken: BTreeMap<FileId, (String, F)>,
    /// What it has not answered yet, in the order it was asked.
    owed: VecDeque<Owed>,
}

/// What the worker was told, for others to work with.
pub(in crate::desk) struct Known {
    /// Consultations, compiled.
    pub(in crate::desk) consultations: Vec<Vec<u8>>,
    /// Files that are open or are to be opened, with their names.
    pub(in crate::desk) files: Vec<(FileId, String, File)>,
}

/// An answer that is still to come.
#[derive(Clone, Debug, PartialEq)]
enum Owed {
    /// What a file is.
    Open(FileId),
    /// The same of a file the page knows as open.
    OpenAgain(FileId),
    /// A picture.
    Picture(Wanted),
}

impl<F> Default for Ledger<F> {
    fn default() -> Self {
        Self { consultations: Vec::new(), files: BTreeMap::new(), taken: BTreeMap::new(), owed: VecDeque::new() }
    }
}

impl<F> Ledger<F> {
    fn open(&mut self, id: FileId, name: &str, file: F) {
        self.files.insert(id, (name.to_owned(), file));
        self.owed.push_back(Owed::Open(id));
    }

    fn consultation(&mut self, bytes: &[u8]) {
        if !self.consultations.iter().any(|known| known == bytes) {
            self.consultations.push(bytes.to_vec());
        }
    }

    /// A file no longer counts. Returns whether the worker still has to read it, and must be ended to be kept from it.
    pub(super) fn forget(&mut self, id: FileId) -> bool {
        if let Some(file) = self.files.remove(&id) {
            self.taken.insert(id, file);
        }
        self.owed.iter().any(|owed| owed.file() == Some(id))
    }

    pub(super) fn stop_reading(&mut self) {
        for owed in &self.owed {
            if let Owed::Open(id) = owed {
                self.files.remove(id);
            }
        }
    }

    /// No picture is wanted any more, and these are the files the page has now. Those it still wants to know of are still
    /// to be opened. Returns whether there are any.
    pub(super) fn stop_counting(&mut self, left: &[FileId]) -> bool {
        self.files.append(&mut self.taken);
        self.files.retain(|id, _| left.contains(id));
        self.owed.retain(|owed| matches!(owed, Owed::Open(id) if self.files.contains_key(id)));
        !self.owed.is_empty()
    }

    /// Takes note of an answer. Returns whether the page does not know it yet.
    pub(super) fn answered(&mut self, output: &Output) -> bool {
        match output {
            Output::Progress { .. } => return !matches!(self.owed.front(), Some(Owed::OpenAgain(_))),
            Output::Counting { .. } => return true,
            _ => {}
        }
        let owed = self.owed.pop_front();
        if matches!(output, Output::Counted(_)) && !self.owed.iter().any(|owed| matches!(owed, Owed::Picture(_))) {
            self.taken.clear();
        }
        match output {
            // From here on it is one of the consultations at hand, whatever becomes of its file.
            Output::Opened(id, Opened::Consultation { languages, .. }) => {
                self.files.remove(id);
                if let Some((_, bytes)) = languages.first() {
                    self.consultation(bytes);
                }
            }
            Output::Refused(id, _) => drop(self.files.remove(id)),
            _ => {}
        }
        !matches!((owed, output), (Some(Owed::OpenAgain(_)), Output::Opened(..)))
    }

    /// The worker has failed over what it owed first: that is given up. Returns what to say of it.
    pub(super) fn broke(&mut self) -> Option<Output> {
        match self.owed.pop_front()? {
            Owed::Open(id) | Owed::OpenAgain(id) => {
                self.files.remove(&id);
                Some(Output::Refused(id, vec![Notice::new("file-broke")]))
            }
            Owed::Picture(Wanted { edition, .. }) => {
                Some(Output::NotCounted(NotCounted { edition, notices: vec![Notice::new("results-broke")] }))
            }
        }
    }

    /// What a new worker owes: the files that are open, then what the old one still owed. Of several pictures only the
    /// last is still wanted.
    fn owed_again(&mut self) -> &VecDeque<Owed> {
        let owed: Vec<Owed> = std::mem::take(&mut self.owed).into();
        let last = owed.iter().rposition(|owed| matches!(owed, Owed::Picture(_)));
        let stays = |(place, owed): &(usize, Owed)| match owed {
            Owed::Open(id) => self.files.contains_key(id),
            Owed::OpenAgain(_) => false,
            Owed::Picture(_) => last == Some(*place),
        };
        let owed: Vec<Owed> = owed.into_iter().enumerate().filter(stays).map(|(_, owed)| owed).collect();
        let is_open = |id: &&FileId| !owed.contains(&Owed::Open(**id));
        self.owed = self.files.keys().filter(is_open).map(|id| Owed::OpenAgain(*id)).collect();
        self.owed.extend(owed);
        &self.owed
    }
}

impl Ledger<File> {
    /// Takes note of what is asked. Returns whether the worker has to be ended for it.
    pub(super) fn asked(&mut self, input: &Input) -> bool {
        match input {
            Input::Speak(_) => {}
            Input::Consultation(bytes) => self.consultation(bytes),
            Input::Open { id, name, file } => self.open(*id, name, file.clone()),
            Input::Count(wanted) => self.owed.push_back(Owed::Picture(wanted.clone())),
            Input::Forget(id) => return self.forget(*id),
        }
        false
    }

    /// What it was told: consultations, and files with their names.
    pub(super) fn known(&self) -> Known {
        let files = self.files.iter().map(|(id, (name, file))| (*id, name.clone(), file.clone()));
        Known { consultations: self.consultations.clone(), files: files.collect() }
    }

    /// All that a new worker has to be asked.
    pub(super) fn again(&mut self) -> Vec<Input> {
        let mut inputs: Vec<Input> = self.consultations.iter().cloned().map(Input::Consultation).collect();
        for owed in self.owed_again().clone() {
            match owed {
                Owed::Open(id) | Owed::OpenAgain(id) => {
                    let file = self.files.get(&id).cloned();
                    inputs.extend(file.map(|(name, file)| Input::Open { id, name, file }));
                }
                Owed::Picture(wanted) => inputs.push(Input::Count(wanted)),
            }
        }
        inputs
    }
}

impl Owed {
    fn file(&self) -> Option<FileId> {
        match self {
            Self::Open(id) | Self::OpenAgain(id) => Some(*id),
            Self::Picture(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use basketry_results::Overview;

    use super::*;
    use crate::worker::{Picture, ResultsOf};

    const A: FileId = FileId(1);
    const B: FileId = FileId(2);
    const BIG: FileId = FileId(3);

    fn opened(id: FileId) -> Output {
        let ballots = Opened::Ballots {
            reference: "c@1#d".into(),
            title: "T".into(),
            ballots: 3,
            miscount: None,
            bad_lines: Vec::new(),
        };
        Output::Opened(id, ballots)
    }

    fn wanted(edition: u32) -> Wanted {
        Wanted {
            edition,
            of: ResultsOf::Consultation("c@1#d".into()),
            section: None,
            threshold: 10,
            today: "2001-07-31".into(),
        }
    }

    fn picture(edition: u32) -> Owed {
        Owed::Picture(wanted(edition))
    }

    fn empty_picture(edition: u32) -> Picture {
        Picture {
            threshold: None,
            edition,
            of: ResultsOf::Consultation("c@1#d".into()),
            title: String::new(),
            sections: Vec::new(),
            overview: Overview::default(),
            faults: Vec::new(),
            charts: Vec::new(),
            absent: Vec::new(),
        }
    }

    /// A and B are open, a big file is being read.
    fn reading() -> Ledger<()> {
        let mut ledger = Ledger::default();
        for id in [A, B, BIG] {
            ledger.open(id, "name", ());
        }
        assert!(ledger.answered(&opened(A)) && ledger.answered(&opened(B)));
        ledger
    }

    fn owed(ledger: &mut Ledger<()>) -> Vec<Owed> {
        ledger.owed_again().iter().cloned().collect()
    }

    #[test]
    fn a_stopped_file_is_not_read_again_and_what_was_open_is() {
        let mut ledger = reading();
        ledger.stop_reading();
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(A), Owed::OpenAgain(B)]);
    }

    #[test]
    fn what_the_page_knows_already_is_not_told_again() {
        let mut ledger = reading();
        ledger.stop_reading();
        ledger.owed_again();
        let progress = |id| Output::Progress { id, read: 1.0, of: 2.0 };
        assert!(!ledger.answered(&progress(A)) && !ledger.answered(&opened(A)));
        assert!(ledger.answered(&Output::Refused(B, Vec::new())), "a file that can't be read again is news");
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(A)]);
        ledger.answered(&opened(A));
        ledger.open(BIG, "name", ());
        assert!(ledger.answered(&progress(BIG)) && ledger.answered(&opened(BIG)));
    }

    #[test]
    fn a_file_the_worker_fails_over_is_refused_and_the_others_are_read() {
        let mut ledger = reading();
        ledger.open(FileId(4), "name", ());
        let Some(Output::Refused(BIG, notices)) = ledger.broke() else { panic!("the big file is refused") };
        assert_eq!(notices, [Notice::new("file-broke")]);
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(A), Owed::OpenAgain(B), Owed::Open(FileId(4))]);
    }

    #[test]
    fn a_picture_the_worker_fails_over_is_not_asked_for_again() {
        let mut ledger = reading();
        ledger.answered(&opened(BIG));
        ledger.owed.push_back(picture(7));
        let Some(Output::NotCounted(told)) = ledger.broke() else { panic!("there is no picture") };
        assert_eq!(told, NotCounted { edition: 7, notices: vec![Notice::new("results-broke")] });
        assert_eq!(owed(&mut ledger), [A, B, BIG].map(Owed::OpenAgain));
    }

    #[test]
    fn a_worker_that_always_fails_is_not_started_for_ever() {
        let mut ledger = reading();
        let mut failures = 0;
        while ledger.broke().is_some() {
            ledger.owed_again();
            failures += 1;
        }
        assert_eq!(failures, 3);
    }

    #[test]
    fn only_the_last_picture_is_still_wanted() {
        let mut ledger = reading();
        ledger.owed.extend([picture(1), Owed::Open(A), picture(2)]);
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(B), Owed::Open(BIG), Owed::Open(A), picture(2)]);
    }

    #[test]
    fn a_file_taken_away_while_it_is_read_ends_the_reading() {
        let mut ledger = reading();
        assert!(!ledger.forget(A), "an open file is just forgotten");
        assert!(ledger.forget(BIG));
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(B)]);
    }

    #[test]
    fn counting_that_is_stopped_leaves_the_files_the_page_goes_back_to() {
        let mut ledger = reading();
        ledger.answered(&opened(BIG));
        ledger.forget(A);
        ledger.owed.push_back(picture(7));
        // A is back, BIG is gone again.
        assert!(!ledger.stop_counting(&[A, B]), "nothing is owed, so that nothing need be started");
        assert_eq!(owed(&mut ledger), [A, B].map(Owed::OpenAgain));
    }

    #[test]
    fn what_is_still_to_be_opened_is_opened_when_counting_is_stopped() {
        let mut ledger = reading();
        ledger.owed.push_front(picture(7));
        assert!(ledger.stop_counting(&[A, B, BIG]));
        assert_eq!(owed(&mut ledger), [Owed::OpenAgain(A), Owed::OpenAgain(B), Owed::Open(BIG)]);
    }

    #[test]
    fn a_file_taken_away_before_the_last_picture_stays_away() {
        let mut ledger = reading();
        ledger.answered(&opened(BIG));
        ledger.forget(A);
        ledger.owed.extend([picture(7), picture(8)]);
        let counted = |edition| Output::Counted(Box::new(empty_picture(edition)));
        ledger.answered(&counted(7));
        assert!(ledger.taken.contains_key(&A), "the page still waits for another picture");
        ledger.answered(&counted(8));
        ledger.stop_counting(&[A, B, BIG]);
        assert_eq!(owed(&mut ledger), [B, BIG].map(Owed::OpenAgain));
    }

    #[test]
    fn a_consultation_from_a_file_outlasts_the_file() {
        let mut ledger = Ledger::default();
        ledger.open(A, "name", ());
        let consultation = Opened::Consultation {
            reference: "c@1#d".into(),
            entry: Vec::new(),
            languages: vec![("en".into(), vec![1]), ("cy".into(), vec![2])],
            source: String::new(),
        };
        assert!(ledger.answered(&Output::Opened(A, consultation)));
        ledger.forget(A);
        assert_eq!((ledger.consultations.clone(), owed(&mut ledger)), (vec![vec![1]], Vec::new()));
    }
}
