//! What organisers take away: one file after another, each made by a worker that is loaded for it.

mod work;

use std::rc::Rc;

use yew::prelude::*;

use self::work::{State, Work, start};
use super::super::notices;
use crate::common::components::{Tone, note, pictogram};
use crate::common::words::{Words, use_words};
use crate::exports::{Kind, Sources};
use crate::say;
use crate::worker::{Picture, ResultsOf};

/// What the part needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DownloadsProps {
    /// What the page shows.
    pub(super) picture: Looked,
    /// Whether the picture is of the files as they are now: a moment later it is again.
    pub(super) current: bool,
    /// The section that is looked at.
    pub(super) section: Option<String>,
    /// What it was made of; none when that is no longer at hand.
    pub(super) sources: Callback<ResultsOf, Option<Sources>>,
}

/// A picture. Compared by its edition: its parts are large.
#[derive(Clone)]
pub(super) struct Looked(pub(super) Rc<Picture>);

impl PartialEq for Looked {
    fn eq(&self, other: &Self) -> bool {
        self.0.edition == other.0.edition
    }
}

/// The downloads.
#[component]
pub(super) fn Downloads(props: &DownloadsProps) -> Html {
    let words = use_words();
    let state = use_reducer_eq(State::default);
    let work = use_mut_ref(|| None::<Work>);
    let sure = use_state(|| false);
    let onmake = {
        let (props, words, work, dispatcher) = (props.clone(), words.clone(), work.clone(), state.dispatcher());
        Callback::from(move |kind: Kind| {
            // The one before, if it is still at work, is ended.
            work.replace(None);
            let started = start(kind, &props, &words, dispatcher.clone());
            work.replace(Some(started));
        })
    };
    let oncancel = {
        let (work, dispatcher) = (work.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            work.replace(None);
            dispatcher.dispatch(State::Idle);
        })
    };
    let onsure = {
        let sure = sure.clone();
        Callback::from(move |_: Event| sure.set(!*sure))
    };
    let button = |kind: Kind| download_button(&words, kind, props.current, &onmake);
    let ballots = matches!(props.picture.0.of, ResultsOf::Consultation(_));
    html! {
        <section class="bk-takeaway" aria-labelledby="takeaway">
            <h2 class="bk-figure__title" id="takeaway">{ say!(words, DOWNLOAD_TITLE) }</h2>
            <p class="bk-quiet">{ say!(words, DOWNLOAD_LEAD) }</p>
            <div class="bk-takeaway__files">
                { button(Kind::Workbook) }
                { button(Kind::Charts) }
            </div>
            if ballots {
                <div class="bk-takeaway__raw">
                    <h3 class="bk-takeaway__heading">{ say!(words, DOWNLOAD_RAW_TITLE) }</h3>
                    { note(Tone::Warning, None, html! { <p id="takeaway-warning">{ say!(words, DOWNLOAD_RAW_WARNING) }</p> }) }
                    <label class="bk-takeaway__sure">
                        <input type="checkbox" checked={*sure} onchange={onsure} aria-describedby="takeaway-warning" />
                        <span>{ say!(words, DOWNLOAD_RAW_SURE) }</span>
                    </label>
                    if *sure {
                        <div class="bk-takeaway__files">
                            { button(Kind::Election) }
                            { button(Kind::Data) }
                            { button(Kind::Ballots) }
                        </div>
                    }
                </div>
            }
            { told(&words, &state, oncancel) }
        </section>
    }
}

fn download_button(words: &Words, kind: Kind, current: bool, onmake: &Callback<Kind>) -> Html {
    let onclick = onmake.reform(move |_: MouseEvent| kind);
    let (name, what) = match kind {
        Kind::Workbook => (say!(words, DOWNLOAD_WORKBOOK), say!(words, DOWNLOAD_WORKBOOK_WHAT)),
        Kind::Charts => (say!(words, DOWNLOAD_CHARTS), say!(words, DOWNLOAD_CHARTS_WHAT)),
        Kind::Election => (say!(words, DOWNLOAD_ELECTION), say!(words, DOWNLOAD_ELECTION_WHAT)),
        Kind::Data => (say!(words, DOWNLOAD_DATA), say!(words, DOWNLOAD_DATA_WHAT)),
        Kind::Ballots => (say!(words, DOWNLOAD_BALLOTS), say!(words, DOWNLOAD_BALLOTS_WHAT)),
    };
    html! {
        <button class="bk-takeaway__file" type="button" disabled={!current} {onclick}>
            { pictogram("download") }
            <span><strong>{ name }</strong><span class="bk-takeaway__what">{ what }</span></span>
        </button>
    }
}

/// How far it is, or what came of it.
fn told(words: &Words, state: &State, oncancel: Callback<MouseEvent>) -> Html {
    match state {
        State::Idle => html! {},
        State::Making { name, share } => html! {
            <div class="bk-progress">
                <label class="bk-progress__label" for="making">{ say!(words, DOWNLOAD_MAKING, name = name.clone()) }</label>
                <progress class="bk-progress__bar" id="making" max="1" value={share.to_string()} />
                <button class="bk-button bk-button--quiet" type="button" onclick={oncancel}>
                    { say!(words, DOWNLOAD_CANCEL) }
                </button>
            </div>
        },
        State::Saved { name } => {
            note(Tone::Success, None, html! { <p>{ say!(words, DOWNLOAD_SAVED, name = name.clone()) }</p> })
        }
        State::Failed(failed) => note(Tone::Error, None, notices::show(words, failed)),
    }
}
