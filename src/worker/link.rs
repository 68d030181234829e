//! The page's end of the worker. It hears of the worker's failure, and can end one that is busy.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, console};

use super::codec::{decode, encode};
use super::message::{Input, Output, Said};

/// What comes from a worker.
pub enum Heard {
    /// An answer.
    Answer(Box<Output>),
    /// It has failed and answers nothing any more.
    Broke,
}

/// A worker at work. Dropped, it is ended in the middle of whatever it does.
pub struct Link {
    worker: Worker,
    /// What is to be sent once it listens.
    unsent: Unsent,
    _onmessage: Closure<dyn Fn(MessageEvent)>,
    _onerror: Closure<dyn Fn(Event)>,
}

type Unsent = Rc<RefCell<Option<Vec<JsValue>>>>;

impl Link {
    /// Starts a worker by its loader. `heard` is called with everything that comes from it.
    pub fn start(loader: &str, heard: impl Fn(Heard) + 'static) -> Result<Self, JsValue> {
        let worker = Worker::new(loader)?;
        let unsent: Unsent = Rc::new(RefCell::new(Some(Vec::new())));
        let heard = Rc::new(heard);
        let onmessage = Closure::<dyn Fn(MessageEvent)>::new({
            let (worker, unsent, heard) = (worker.clone(), unsent.clone(), heard.clone());
            move |event: MessageEvent| match decode(event.data()) {
                Said::Ready => {
                    for message in unsent.take().into_iter().flatten() {
                        post(&worker, &message);
                    }
                }
                Said::Output(output) => heard(Heard::Answer(Box::new(output))),
            }
        });
        let onerror = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // The person is told on the page; the console keeps what somebody who can help needs.
            event.prevent_default();
            console::warn_1(&event);
            heard(Heard::Broke);
        });
        worker.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
        worker.set_onerror(Some(onerror.as_ref().unchecked_ref()));
        Ok(Self { worker, unsent, _onmessage: onmessage, _onerror: onerror })
    }

    /// Asks it for something.
    pub fn send(&self, input: &Input) {
        let message = encode(input);
        match &mut *self.unsent.borrow_mut() {
            Some(unsent) => unsent.push(message),
            None => post(&self.worker, &message),
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn post(worker: &Worker, message: &JsValue) {
    // Messages are made of what can be cloned: words, numbers, bytes and files.
    worker.post_message(message).expect_throw("a message that cannot be sent");
}
