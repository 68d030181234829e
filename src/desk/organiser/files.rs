//! The files that came in, and what became of each.

use std::rc::Rc;

use basketry_formats::Notice;
use yew::prelude::*;

use super::super::notices;
use super::super::progress::reading;
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
    pub(super) onstop: Callback<()>,
}

/// The files.
#[component]
pub(super) fn Files(props: &FilesProps) -> Html {
    let words = use_words();
    let onstop = props.onstop.reform(|_| ());
    html! {
        <>
            { reading(&words, props.state.reading(), onstop) }
            <ul>
                { for props.state.files.iter().map(|(id, entry)| html! {
                    <li key={id.0}>{ file(&words, *id, entry, &props.onforget) }</li>
                }) }
            </ul>
        </>
    }
}

fn file(words: &Words, id: FileId, entry: &Entry, onforget: &Callback<FileId>) -> Html {
    let not_counted = matches!(entry.state, FileState::Refused(_) | FileState::Waiting(_));
    let cut = matches!(entry.state, FileState::Open(Opened::Ballots { miscount: Some(_), .. }));
    let bad = not_counted || cut || matches!(entry.kept, Some(Err(_)));
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
            <div class="bk-file__status" role={bad.then_some("alert")}>{ status(words, entry) }</div>
        </div>
    }
}

fn status(words: &Words, entry: &Entry) -> Html {
    match &entry.state {
        FileState::Reading(..) => html! { say!(words, FILES_READING) },
        FileState::Refused(notices) => notices::show(words, notices),
        FileState::Waiting(opened) => html! {
            <>{ opened_as(words, opened, entry) }<p>{ say!(words, FILE_WAITING) }</p></>
        },
        FileState::Open(opened) => opened_as(words, opened, entry),
    }
}

/// An opened consultation works at once; whether it is here next time is known a moment later.
fn consultation(words: &Words, kept: Option<&Result<(), Notice>>) -> Html {
    match kept {
        None => html! { <p>{ say!(words, FILE_CONSULTATION_OPENED) }</p> },
        Some(Ok(())) => html! { <p>{ say!(words, FILE_CONSULTATION) }</p> },
        Some(Err(notice)) => html! {
            <>
                <p>{ say!(words, FILE_CONSULTATION_NOT_KEPT) }</p>
                { notices::show(words, std::slice::from_ref(notice)) }
            </>
        },
    }
}

fn opened_as(words: &Words, opened: &Opened, entry: &Entry) -> Html {
    match opened {
        Opened::Consultation { .. } => consultation(words, entry.kept.as_ref()),
        Opened::Ballots { title, ballots, miscount, bad_lines, .. } => html! {
            <>
                <p>{ say!(words, FILE_BALLOTS, count = *ballots, title = title.clone()) }</p>
                { notices::show(words, miscount.as_slice()) }
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
