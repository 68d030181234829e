//! The two ends of a worker. The page's end hears of the worker's failure, and can end one that is busy.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use js_sys::global;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker, console};

use super::codec::{decode, encode};

/// What comes from a worker.
pub enum Heard<O> {
    /// An answer.
    Answer(Box<O>),
    /// It has failed and answers nothing any more.
    Broke,
}

/// What a worker says.
#[derive(Serialize, Deserialize)]
enum Said<O> {
    /// It listens.
    Ready,
    /// An answer.
    Output(O),
}

/// The worker's end: from now on it listens, and answers with what it is handed.
pub(crate) fn listen<I: DeserializeOwned, O: Serialize + 'static>(mut received: impl FnMut(I, &dyn Fn(O)) + 'static) {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let page = scope.clone();
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        received(decode(event.data()), &|output| tell(&page, &Said::Output(output)));
    });
    scope.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    onmessage.forget();
    tell(&scope, &Said::<O>::Ready);
}

fn tell<O: Serialize>(page: &DedicatedWorkerGlobalScope, said: &Said<O>) {
    page.post_message(&encode(said)).expect_throw("a message that cannot be sent");
}

/// A worker at work, asked for `I`. Dropped, it is ended in the middle of whatever it does.
pub struct Link<I> {
    worker: Worker,
    /// What is to be sent once it listens.
    unsent: Unsent,
    _onmessage: Closure<dyn Fn(MessageEvent)>,
    _onerror: Closure<dyn Fn(Event)>,
    _asked: PhantomData<fn(&I)>,
}

type Unsent = Rc<RefCell<Option<Vec<JsValue>>>>;

impl<I: Serialize> Link<I> {
    /// Starts a worker by its loader. `heard` is called with everything that comes from it.
    pub fn start<O: DeserializeOwned + 'static>(
        loader: &str,
        heard: impl Fn(Heard<O>) + 'static,
    ) -> Result<Self, JsValue> {
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
        Ok(Self { worker, unsent, _onmessage: onmessage, _onerror: onerror, _asked: PhantomData })
    }

    /// Asks it for something.
    pub fn send(&self, input: &I) {
        let message = encode(input);
        match &mut *self.unsent.borrow_mut() {
            Some(unsent) => unsent.push(message),
            None => post(&self.worker, &message),
        }
    }
}

impl<I> Drop for Link<I> {
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
