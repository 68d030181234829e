//! What came of a press.

use basketry_formats::Notice;
use yew::prelude::*;

use super::super::notices;
use crate::common::components::{Tone, note};
use crate::common::words::Words;
use crate::say;

/// What came of a press, to be said beside what was pressed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    /// Ballots were saved as a file.
    Saved {
        /// How many.
        count: usize,
        /// The file's name.
        name: String,
    },
    /// It did not work.
    Failed(Notice),
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// One of the tasks.
    Tasks,
    /// A file of ballots whose consultation is not at hand.
    Left,
}

/// What came of a press, in words, when it was pressed here.
pub(super) fn tell(words: &Words, here: Beside, told: Option<&(Beside, Told)>) -> Html {
    match told {
        Some((beside, told)) if *beside == here => said(words, told),
        _ => html! {},
    }
}

fn said(words: &Words, told: &Told) -> Html {
    match told {
        Told::Saved { count, name } => {
            let text = say!(words, FACILITATOR_EXPORTED, count = *count, name = name.clone());
            note(Tone::Success, None, html! { <p>{ text }</p> })
        }
        Told::Failed(notice) => note(Tone::Error, None, notices::show(words, std::slice::from_ref(notice))),
    }
}
