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

/// The same in words.
pub(super) fn tell(words: &Words, told: Option<&Told>) -> Html {
    match told {
        None => html! {},
        Some(Told::Saved { count, name }) => {
            let text = say!(words, FACILITATOR_EXPORTED, count = *count, name = name.clone());
            note(Tone::Success, None, html! { <p>{ text }</p> })
        }
        Some(Told::Failed(notice)) => note(Tone::Error, None, notices::show(words, std::slice::from_ref(notice))),
    }
}
