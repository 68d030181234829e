//! The worker: opens files, merges ballots and counts, away from the page.
//!
//! It trusts no file and holds nothing that cannot be read again: cancelling is ending it.

mod blob;
mod codec;
mod counting;
mod message;
mod opening;

use std::collections::BTreeMap;

use basketry_domain::Consultation;
use basketry_formats::ballots::write_reference;
use basketry_formats::compiled;
use basketry_formats::pabulib;
use basketry_tally::Handover;
use gloo_worker::{HandlerId, Worker, WorkerScope};

pub use codec::StructuredClone;
pub use message::{FileId, Input, Opened, Output, Picture, ResultsOf};

use crate::common::words::Words;

/// Opens files and counts.
pub struct Clerk {
    words: Words,
    consultations: BTreeMap<String, Consultation>,
    /// Ballots by file; each file is of one consultation.
    handovers: BTreeMap<FileId, (String, Handover)>,
    elections: BTreeMap<FileId, (String, pabulib::File)>,
}

impl Worker for Clerk {
    type Message = ();
    type Input = Input;
    type Output = Output;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self {
            words: Words::new(basketry_texts::LANGUAGES[0]),
            consultations: BTreeMap::new(),
            handovers: BTreeMap::new(),
            elections: BTreeMap::new(),
        }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): Self::Message) {}

    fn received(&mut self, scope: &WorkerScope<Self>, input: Input, page: HandlerId) {
        let tell = |output| scope.respond(page, output);
        match input {
            Input::Speak(tag) => self.words = Words::new(&tag),
            Input::Consultation(bytes) => {
                if let Ok(consultation) = compiled::decode(&bytes) {
                    self.consultations.insert(write_reference(&consultation.reference), consultation);
                }
            }
            Input::Open { id, name, file } => {
                let output = opening::open(self, id, &name, &file, &tell);
                tell(output);
            }
            Input::Forget(id) => {
                self.handovers.remove(&id);
                self.elections.remove(&id);
            }
            Input::Count { of, section, today } => tell(counting::count(self, &of, section.as_deref(), &today)),
        }
    }
}
