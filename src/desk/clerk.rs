//! The worker as the pages see it: it can be ended at any time, and takes up its work again.

mod ledger;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

pub(super) use self::ledger::Known;
use self::ledger::Ledger;
use crate::common::dom::asset;
use crate::common::words::Words;
use crate::worker::{FileId, Heard, Input, Link, Output};

/// A worker that is started again when it is ended or fails, and then told again what it knew. Cheap to clone.
#[derive(Clone)]
pub(super) struct Desk(Rc<Inner>);

struct Inner {
    language: String,
    answers: Callback<Output>,
    ledger: RefCell<Ledger<File>>,
    /// None after a failure, or when counting was stopped, until there is something to ask.
    link: RefCell<Option<Link<Input>>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// Starts a worker. `answers` is called with everything it says.
    pub(super) fn new(words: &Words, answers: Callback<Output>) -> Self {
        let inner =
            Inner { language: words.tag().to_owned(), answers, ledger: RefCell::default(), link: RefCell::default() };
        let desk = Self(Rc::new(inner));
        desk.start();
        desk
    }

    /// Asks the worker for something.
    pub(super) fn ask(&self, input: &Input) {
        let ends = self.0.ledger.borrow_mut().asked(input);
        let sent = !ends && self.0.link.borrow().as_ref().map(|link| link.send(input)).is_some();
        if !sent {
            self.start();
        }
    }

    /// Ends the reading of every file that is not open yet. What is open stays so.
    pub(super) fn stop_reading(&self) {
        self.0.ledger.borrow_mut().stop_reading();
        self.start();
    }

    /// Ends the counting. `left` are the files the page has now. What is to be opened still is; if there is nothing, no
    /// worker runs until there is something to ask.
    pub(super) fn stop_counting(&self, left: &[FileId]) {
        let owes = self.0.ledger.borrow_mut().stop_counting(left);
        self.0.link.replace(None);
        if owes {
            self.start();
        }
    }

    /// The compiled consultations the worker has, and every file that is open or is to be opened.
    pub(super) fn known(&self) -> Known {
        self.0.ledger.borrow().known()
    }

    /// Starts a worker in place of the one there was, and asks it for everything again.
    fn start(&self) {
        // The old one goes first: there may be no memory for two.
        self.0.link.replace(None);
        let desk = Rc::downgrade(&self.0);
        let link = Link::start(&asset("worker-boot.js"), move |heard| {
            if let Some(inner) = desk.upgrade() {
                Self(inner).hear(heard);
            }
        });
        let Ok(link) = link else { return self.hear(Heard::Broke) };
        link.send(&Input::Speak(self.0.language.clone()));
        for input in self.0.ledger.borrow_mut().again() {
            link.send(&input);
        }
        self.0.link.replace(Some(link));
    }

    fn hear(&self, heard: Heard<Output>) {
        match heard {
            Heard::Answer(output) => {
                let is_news = self.0.ledger.borrow_mut().answered(&output);
                if is_news {
                    self.0.answers.emit(*output);
                }
            }
            Heard::Broke => {
                self.0.link.replace(None);
                let told = self.0.ledger.borrow_mut().broke();
                // Each failure takes away what it failed over, so that this comes to an end.
                if let Some(output) = told {
                    self.0.answers.emit(output);
                    self.start();
                }
            }
        }
    }
}
