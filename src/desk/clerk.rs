//! The worker as the pages see it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_worker::{Spawnable as _, WorkerBridge};
use yew::prelude::*;

use crate::common::dom::asset;
use crate::common::words::Words;
use crate::worker::{Clerk, Input, Output, StructuredClone};

/// A worker that can be ended and started again.
#[derive(Clone)]
pub(super) struct Desk {
    bridge: Rc<RefCell<WorkerBridge<Clerk>>>,
    answers: Callback<Output>,
    language: Rc<str>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bridge, &other.bridge)
    }
}

impl Desk {
    /// Starts a worker. `answers` is called with everything it says.
    pub(super) fn new(words: &Words, answers: Callback<Output>) -> Self {
        let language: Rc<str> = words.tag().into();
        Self { bridge: Rc::new(RefCell::new(spawn(&language, &answers))), answers, language }
    }

    /// Asks the worker for something.
    pub(super) fn ask(&self, input: Input) {
        self.bridge.borrow().send(input);
    }

    /// Ends the worker in the middle of whatever it does, and starts a new one that knows nothing.
    pub(super) fn restart(&self) {
        *self.bridge.borrow_mut() = spawn(&self.language, &self.answers);
    }
}

fn spawn(language: &str, answers: &Callback<Output>) -> WorkerBridge<Clerk> {
    let answers = answers.clone();
    let bridge = Clerk::spawner()
        .encoding::<StructuredClone>()
        .callback(move |output| answers.emit(output))
        .spawn_with_loader(&asset("worker-boot.js"));
    bridge.send(Input::Speak(language.to_owned()));
    bridge
}
