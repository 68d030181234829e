//! What the organiser's page does to the world: the worker, the device's storage, the files.

use std::collections::BTreeMap;
use std::rc::Rc;

use basketry_formats::ballots;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::super::clerk::Desk;
use super::state::{Action, State};
use crate::common::device::Device;
use crate::common::dom::today;
use crate::common::library;
use crate::common::storage::KeptConsultation;
use crate::common::words::Words;
use crate::worker::{FileId, Input, Opened, Output, ResultsOf};

/// The page's hands.
pub(super) struct Effects {
    desk: Desk,
    device: Device,
    act: UseReducerDispatcher<State>,
    files: BTreeMap<FileId, File>,
    next: u32,
}

impl Effects {
    /// Starts the worker and hands it every consultation at hand.
    pub(super) fn start(words: &Words, device: Device, act: UseReducerDispatcher<State>) -> Self {
        let desk = Desk::new(
            words,
            Callback::from({
                let (act, device) = (act.clone(), device.clone());
                move |output| answer(output, &act, &device)
            }),
        );
        let effects = Self { desk, device, act, files: BTreeMap::new(), next: 0 };
        effects.hand_over_consultations();
        effects
    }

    /// Opens a file.
    pub(super) fn open(&mut self, file: File) {
        self.next += 1;
        let id = FileId(self.next);
        self.act.dispatch(Action::Came(id, file.name()));
        self.files.insert(id, file.clone());
        self.desk.ask(Input::Open { id, name: file.name(), file });
    }

    /// Opens the ballots on this device, as the files they would be handed over in.
    pub(super) fn open_device_ballots(&self) {
        let (device, worker, act) = (self.device.clone(), self.desk.clone(), self.act.clone());
        spawn_local(async move {
            let at_hand = library::shelf(&*device.0).await.unwrap_or_default();
            for (place, shelved) in at_hand.iter().enumerate() {
                let reference = library::reference(&shelved.entry);
                let ballots_here = device.0.ballots(&reference).await.unwrap_or_default();
                let header = ballots::parse_reference(&reference)
                    .and_then(|reference| ballots::header(&reference, &shelved.entry.title).ok());
                let (Some(header), false) = (header, ballots_here.is_empty()) else { continue };
                let lines: Vec<String> = ballots_here.into_iter().map(|ballot| ballot.line).collect();
                let name = format!("{}.ballots.ndjson", shelved.entry.id);
                if let Ok(file) = text_file(&name, &format!("{header}\n{}\n", lines.join("\n"))) {
                    // Numbers from the top, so that pressing twice takes the place of the first time.
                    let id = FileId(u32::MAX - u32::try_from(place).unwrap_or(0));
                    act.dispatch(Action::Came(id, name.clone()));
                    worker.ask(Input::Open { id, name, file });
                }
            }
        });
    }

    /// Takes a file off the page.
    pub(super) fn forget(&mut self, id: FileId) {
        self.files.remove(&id);
        self.desk.ask(Input::Forget(id));
        self.act.dispatch(Action::Forgotten(id));
    }

    /// Ends whatever the worker does, and has it read again what it had read before.
    pub(super) fn cancel(&mut self) {
        self.desk.restart();
        self.act.dispatch(Action::Cancelled);
        self.hand_over_consultations();
        let unread = std::mem::take(&mut self.files);
        for (id, file) in unread {
            self.files.insert(id, file.clone());
            self.desk.ask(Input::Open { id, name: file.name(), file });
        }
    }

    /// Asks for a picture.
    pub(super) fn count(&self, of: ResultsOf, section: Option<String>) {
        self.desk.ask(Input::Count { of, section, today: today() });
    }

    fn hand_over_consultations(&self) {
        let (device, worker, act) = (self.device.clone(), self.desk.clone(), self.act.clone());
        spawn_local(async move {
            for shelved in library::shelf(&*device.0).await.unwrap_or_default() {
                let reference = library::reference(&shelved.entry);
                let language = shelved.entry.languages.first().cloned().unwrap_or_default();
                if let Ok(bytes) = library::compiled(&*device.0, &reference, &language).await {
                    worker.ask(Input::Consultation(bytes));
                    act.dispatch(Action::Known(reference));
                }
            }
        });
    }
}

fn answer(output: Output, act: &UseReducerDispatcher<State>, device: &Device) {
    match output {
        Output::Progress { id, read, of } => act.dispatch(Action::Progress(id, read, of)),
        Output::Opened(id, opened) => {
            keep(&opened, device);
            act.dispatch(Action::Opened(id, opened));
        }
        Output::Refused(id, notices) => act.dispatch(Action::Refused(id, notices)),
        Output::Counted(picture) => act.dispatch(Action::Counted(Rc::from(picture))),
        Output::NotCounted(notices) => act.dispatch(Action::NotCounted(notices)),
    }
}

/// Keeps an opened consultation on the device, so that its ballots can be opened next time without it.
fn keep(opened: &Opened, device: &Device) {
    if let Opened::Consultation { reference, entry, languages, source } = opened.clone() {
        let device = device.clone();
        let kept = KeptConsultation { reference, entry, languages, source };
        // Not kept means that it has to be opened again next time; the page works all the same.
        spawn_local(async move { drop(device.0.keep_consultation(kept).await) });
    }
}

fn text_file(name: &str, text: &str) -> Result<File, JsValue> {
    File::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)), name)
}
