//! The files that came in, and what became of each.

use std::rc::Rc;

use yew::prelude::*;

use super::super::notices;
use super::state::{Entry, FileState, State};
use crate::common::components::pictogram;
use crate::common::words::{Words, use_words};
use crate::say;
use crate::worker::{FileId, Opened};

/// What the list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilesProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Takes a file off the page.
    pub(super) onforget: Callback<FileId>,
    /// Ends reading.
    pub(super) oncancel: Callback<()>,
}

/// The files.
#[component]
pub(super) fn Files(props: &FilesProps) -> Html {
    let words = use_words();
    let cancel = {
        let oncancel = props.oncancel.clone();
        move |_| oncancel.emit(())
    };
    html! {
        <>
            if props.state.is_reading() { { progress(&words, &props.state, cancel) } }
            <ul>
                { for props.state.files.iter().map(|(id, entry)| html! {
                    <li key={id.0}>{ file(&words, *id, entry, &props.onforget) }</li>
                }) }
            </ul>
        </>
    }
}

fn progress(words: &Words, state: &State, cancel: impl Fn(MouseEvent) + 'static) -> Html {
    let reading = state.files.values().filter_map(|entry| match entry.state {
        FileState::Reading(read, of) => Some((read, of)),
        _ => None,
    });
    let (read, of) = reading.fold((0.0, 0.0), |(read, of), (r, o)| (read + r, of + o));
    html! {
        <div class="bk-progress">
            <label class="bk-progress__label" for="reading">{ say!(words, FILES_READING) }</label>
            <progress class="bk-progress__bar" id="reading" max={of.max(1.0).to_string()} value={read.to_string()} />
            <button class="bk-button bk-button--quiet" type="button" onclick={cancel}>{ say!(words, FILES_CANCEL) }</button>
        </div>
    }
}

fn file(words: &Words, id: FileId, entry: &Entry, onforget: &Callback<FileId>) -> Html {
    let bad = matches!(entry.state, FileState::Refused(_) | FileState::Waiting(_));
    let onclick = {
        let onforget = onforget.clone();
        move |_| onforget.emit(id)
    };
    html! {
        <div class={classes!("bk-file", bad.then_some("bk-file--bad"))}>
            { pictogram(if bad { "warning" } else { "check" }) }
            <span class="bk-file__name">{ entry.name.clone() }</span>
            <button class="bk-button bk-button--quiet bk-file__action" type="button" {onclick}>
                { say!(words, FILE_FORGET) }<span class="bk-hidden">{ ": " }{ entry.name.clone() }</span>
            </button>
            <div class="bk-file__status" role={bad.then_some("alert")}>{ status(words, &entry.state) }</div>
        </div>
    }
}

fn status(words: &Words, state: &FileState) -> Html {
    match state {
        FileState::Reading(..) => html! { say!(words, FILES_READING) },
        FileState::Refused(notices) => notices::show(words, notices),
        FileState::Waiting(opened) => html! {
            <>{ opened_as(words, opened) }<p>{ say!(words, FILE_WAITING) }</p></>
        },
        FileState::Open(opened) => opened_as(words, opened),
    }
}

fn opened_as(words: &Words, opened: &Opened) -> Html {
    match opened {
        Opened::Consultation { .. } => html! { <p>{ say!(words, FILE_CONSULTATION) }</p> },
        Opened::Ballots { title, ballots, bad_lines, .. } => html! {
            <>
                <p>{ say!(words, FILE_BALLOTS, count = *ballots, title = title.clone()) }</p>
                if !bad_lines.is_empty() { <p>{ say!(words, FILE_BAD_LINES) }</p>{ notices::show(words, bad_lines) } }
            </>
        },
        Opened::Election { projects, ballots, remarks, .. } => html! {
            <>
                <p>{ say!(words, FILE_ELECTION, ballots = *ballots, projects = *projects) }</p>
                { notices::show(words, remarks) }
            </>
        },
    }
}
