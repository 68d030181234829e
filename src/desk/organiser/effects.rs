//! What the organiser's page does to the world: the worker, the device's storage, the files.

use std::rc::Rc;

use basketry_formats::Notice;
use basketry_results::Threshold;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::super::app::{keep, trouble};
use super::super::clerk::Desk;
use super::super::filebox::text_file;
use super::state::{Action, State, Steps};
use crate::common::device::Device;
use crate::common::dom::{focus, today};
use crate::common::library::{self, LibraryError};
use crate::common::storage::StorageError;
use crate::common::words::Words;
use crate::exports::Sources;
use crate::worker::{FileId, Input, Opened, Output, ResultsOf, Wanted};

type Act = UseReducerDispatcher<State>;

/// The page's hands.
pub(super) struct Effects {
    desk: Desk,
    device: Device,
    act: Act,
    next: u32,
    /// Ends when counting takes long enough to be told.
    patience: Option<Timeout>,
}

/// How long counting takes before it is told, in milliseconds: what comes sooner needs no bar that flashes by.
const PATIENCE: u32 = 400;

impl Effects {
    /// Starts the worker and hands it every consultation at hand.
    pub(super) fn start(words: &Words, device: Device, act: Act) -> Self {
        let desk = Desk::new(
            words,
            Callback::from({
                let (act, device) = (act.clone(), device.clone());
                move |output| answer(output, &act, &device)
            }),
        );
        let effects = Self { desk, device, act, next: 0, patience: None };
        effects.hand_over_consultations();
        effects
    }

    /// Opens a file.
    pub(super) fn open(&mut self, file: File) {
        self.next += 1;
        open(&self.desk, &self.act, FileId(self.next), file);
    }

    /// Opens the ballots on this device, as the files they would be handed over in.
    pub(super) fn open_device_ballots(&self) {
        let (device, desk, act) = (self.device.clone(), self.desk.clone(), self.act.clone());
        spawn_local(async move {
            let files = device_ballots(&device).await;
            act.dispatch(Action::Device(match &files {
                Ok(files) => files.is_empty().then(|| Notice::new("organiser-device-empty")),
                Err(error) => Some(trouble(&error.clone().into())),
            }));
            // Numbers from the top, so that pressing twice takes the place of the first time.
            for (id, file) in (0..=u32::MAX).rev().map(FileId).zip(files.unwrap_or_default()) {
                open(&desk, &act, id, file);
            }
        });
    }

    /// Takes a file off the page.
    pub(super) fn forget(&self, id: FileId) {
        self.desk.ask(&Input::Forget(id));
        self.act.dispatch(Action::Forgotten(id));
    }

    /// Ends the reading of every file that is not open yet.
    pub(super) fn stop_reading(&self) {
        self.desk.stop_reading();
        self.act.dispatch(Action::Stopped);
    }

    /// Asks for a picture.
    pub(super) fn count(&mut self, edition: u32, of: ResultsOf, section: Option<String>, threshold: Threshold) {
        let act = self.act.clone();
        self.patience = Some(Timeout::new(PATIENCE, move || act.dispatch(Action::TakesLong(edition))));
        let threshold = threshold.count();
        self.desk.ask(&Input::Count(Wanted { edition, of, section, threshold, today: today() }));
    }

    /// Ends the counting. `left` are the files the page has then.
    pub(super) fn stop_counting(&mut self, left: &[FileId]) {
        self.patience = None;
        self.desk.stop_counting(left);
        self.act.dispatch(Action::NotWanted);
        // The button that was pressed is gone.
        focus("h1");
    }

    /// What a picture was made of; none when that is no longer at hand.
    pub(super) fn sources(&self, of: &ResultsOf, state: &State) -> Option<Sources> {
        Sources::of(of, self.desk.known(), |id| state.has_ballots(id, of))
    }

    fn hand_over_consultations(&self) {
        let (device, desk, act) = (self.device.clone(), self.desk.clone(), self.act.clone());
        spawn_local(async move {
            if let Err(error) = hand_over(&device, &desk, &act).await {
                act.dispatch(Action::Device(Some(trouble(&error.into()))));
            }
        });
    }
}

fn open(desk: &Desk, act: &Act, id: FileId, file: File) {
    act.dispatch(Action::Came(id, file.name()));
    desk.ask(&Input::Open { id, name: file.name(), file });
}

async fn device_ballots(device: &Device) -> Result<Vec<File>, StorageError> {
    let files = library::ballot_files(&*device.0).await?;
    // Making a file fails only for want of memory.
    let file = |(name, text): &(String, String)| {
        text_file(name, text).map_err(|_| StorageError::Failed { name: "RangeError".to_owned() })
    };
    files.iter().map(file).collect()
}

async fn hand_over(device: &Device, desk: &Desk, act: &Act) -> Result<(), StorageError> {
    for shelved in library::shelf(&*device.0).await? {
        let reference = library::reference(&shelved.entry);
        let language = shelved.entry.languages.first().cloned().unwrap_or_default();
        match library::compiled(&*device.0, &reference, &language).await {
            Ok(bytes) => {
                desk.ask(&Input::Consultation(bytes));
                act.dispatch(Action::Known(reference));
            }
            Err(LibraryError::Storage(error)) => return Err(error),
            // A sample that cannot be fetched is missed only by its ballots: their row says so.
            Err(LibraryError::Missing | LibraryError::Unreachable) => {}
        }
    }
    Ok(())
}

fn answer(output: Output, act: &Act, device: &Device) {
    match output {
        Output::Progress { id, read, of } => act.dispatch(Action::Progress(id, read, of)),
        Output::Opened(id, opened) => {
            if let Opened::Consultation { .. } = &opened {
                keep_for_next_time(id, opened.clone(), act.clone(), device.clone());
            }
            act.dispatch(Action::Opened(id, opened));
        }
        Output::Refused(id, notices) => act.dispatch(Action::Refused(id, notices)),
        Output::Counting { edition, done, of } => act.dispatch(Action::Counting(edition, Steps { done, of })),
        Output::Counted(picture) => act.dispatch(Action::Counted(Rc::from(picture))),
        Output::NotCounted(told) => act.dispatch(Action::NotCounted(told)),
    }
}

/// Keeps an opened consultation on the device, so that its ballots can be opened next time without it.
fn keep_for_next_time(id: FileId, opened: Opened, act: Act, device: Device) {
    spawn_local(async move {
        let kept = keep(&device, opened).await.map(drop);
        act.dispatch(Action::Kept(id, kept));
    });
}
