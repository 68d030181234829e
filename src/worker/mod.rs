//! The worker: opens files, merges ballots and counts, away from the page.
//!
//! It trusts no file and holds nothing that cannot be read again: cancelling is ending it. What ends it against its will,
//! the page hears through its [`Link`].

pub(crate) mod blob;
mod codec;
mod counting;
mod faults;
mod link;
mod message;
mod opening;

use std::collections::BTreeMap;

use basketry_domain::Consultation;
use basketry_formats::ballots::write_reference;
use basketry_formats::compiled;
use basketry_pabulib as pabulib;
use basketry_tally::{Handover, Merge};

pub(crate) use link::listen;
pub use link::{Heard, Link};
pub use message::{Faulty, FileId, Input, NotCounted, Opened, Output, Picture, ResultsOf, Wanted};

use crate::common::words::Words;

/// Opens files and counts.
pub struct Clerk {
    words: Words,
    consultations: BTreeMap<String, Consultation>,
    /// Ballots by file; each file is of one consultation.
    handovers: BTreeMap<FileId, (String, Handover)>,
    elections: BTreeMap<FileId, (String, pabulib::File)>,
    /// The hand-overs of the consultation that was looked at last, merged.
    merged: Option<(String, Merge)>,
}

/// Starts the program: from now on it listens to the page.
pub fn run() {
    let mut clerk = Clerk::new();
    listen(move |input, tell| clerk.received(input, tell));
}

impl Clerk {
    fn new() -> Self {
        Self {
            words: Words::new(basketry_texts::LANGUAGES[0]),
            consultations: BTreeMap::new(),
            handovers: BTreeMap::new(),
            elections: BTreeMap::new(),
            merged: None,
        }
    }

    fn received(&mut self, input: Input, tell: &dyn Fn(Output)) {
        match input {
            Input::Speak(tag) => self.words = Words::new(&tag),
            Input::Consultation(bytes) => {
                if let Ok(consultation) = compiled::decode(&bytes) {
                    self.know(write_reference(&consultation.reference), consultation);
                }
            }
            Input::Open { id, name, file } => tell(opening::open(self, id, &name, &file, tell)),
            Input::Forget(id) => self.forget(id),
            Input::Count(wanted) => tell(counting::count(self, &wanted, tell)),
        }
    }

    /// A consultation is here.
    fn know(&mut self, reference: String, consultation: Consultation) {
        self.merged.take_if(|(merged, _)| *merged == reference);
        self.consultations.insert(reference, consultation);
    }

    /// What a file held counts no longer.
    fn forget(&mut self, id: FileId) {
        let before = self.handovers.remove(&id);
        self.elections.remove(&id);
        if before.is_some() {
            self.merged = None;
        }
    }
}
