//! The worker: opens files, merges ballots and counts, away from the page.
//!
//! It trusts no file and holds nothing that cannot be read again: cancelling is ending it. What ends it against its will,
//! the page hears through its [`Link`].

mod blob;
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
use js_sys::global;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

pub use link::{Heard, Link};
pub use message::{Faulty, FileId, Input, NotCounted, Opened, Output, Picture, ResultsOf, Wanted};

use self::codec::{decode, encode};
use self::message::Said;
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
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let page = scope.clone();
    let mut clerk = Clerk::new();
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        clerk.received(decode(event.data()), &|output| tell(&page, &Said::Output(output)));
    });
    scope.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    onmessage.forget();
    tell(&scope, &Said::Ready);
}

fn tell(page: &DedicatedWorkerGlobalScope, said: &Said) {
    page.post_message(&encode(said)).expect_throw("a message that cannot be sent");
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
