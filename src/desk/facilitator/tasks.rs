//! Counts, and what to do next.

use basketry_formats::ballots::BallotRecord;
use basketry_formats::ballots::VoterRecord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Situation;
use super::effects::{self, export};
use crate::common::components::{Tone, note, pictogram};
use crate::common::device::Device;
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::Slot;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the tasks show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TasksProps {
    /// What is known.
    pub(super) situation: Situation,
    /// Called with the session when something changed.
    pub(super) onchange: Callback<Session>,
}

/// Counts, and what to do next.
#[component]
pub(super) fn Tasks(props: &TasksProps) -> Html {
    let words = use_words();
    let device = use_context::<Device>();
    let exported = use_state(|| None::<String>);
    let Some(session) = &props.situation.session else {
        return html! { <p class="bk-quiet">{ say!(words, FACILITATOR_CHOOSE_FIRST) }</p> };
    };
    let hand = |for_table: bool| {
        let device = device.clone();
        Callback::from(move |_: MouseEvent| {
            let device = device.clone();
            spawn_local(async move {
                if let Some(device) = device
                    && effects::hand_over(&device, for_table).await
                {
                    Route::Step("welcome".to_owned()).go();
                }
            });
        })
    };
    let onexport = {
        let (situation, exported) = (props.situation.clone(), exported.clone());
        Callback::from(move |_: MouseEvent| exported.set(export(&situation)))
    };
    let count = props.situation.ballots.len();
    let saved = say!(words, FACILITATOR_EXPORT_NOTE, count = count);
    html! {
        <section class="bk-section">
            { counts(&words, &props.situation) }
            if props.situation.draft {
                { draft(&words, props, session, device.clone()) }
            } else {
                <ul class="bk-tasks">
                    <li>{ task("people", say!(words, FACILITATOR_HAND), say!(words, FACILITATOR_HAND_NOTE), hand(false)) }</li>
                    <li>{ task("basket", say!(words, FACILITATOR_TABLE_BASKET), say!(words, FACILITATOR_TABLE_BASKET_NOTE), hand(true)) }</li>
                    if count > 0 { <li>{ task("download", say!(words, FACILITATOR_EXPORT), saved, onexport) }</li> }
                </ul>
            }
            if let Some(name) = &*exported {
                { note(Tone::Success, None, html! { <p>{ say!(words, FACILITATOR_EXPORTED, count = count, name = name.clone()) }</p> }) }
            }
            if !props.situation.persisted {
                { note(Tone::Info, None, html! { <p>{ say!(words, FACILITATOR_NOT_PERSISTED) }</p> }) }
            }
        </section>
    }
}

fn task(icon: &'static str, verb: String, hint: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="bk-task" type="button" {onclick}>
            { pictogram(icon) }<span>{ verb }<span class="bk-task__note">{ hint }</span></span>
        </button>
    }
}

fn counts(words: &Words, situation: &Situation) -> Html {
    let read = situation.ballots.iter().filter_map(|ballot| serde_json::from_str::<BallotRecord>(&ballot.line).ok());
    let (persons, tables): (Vec<_>, Vec<_>) = read.partition(|ballot| ballot.voter == VoterRecord::Person);
    let figure = |number: usize, of: String| {
        html! {
            <div class="bk-count">
                <dt class="bk-count__name">{ of }</dt><dd class="bk-count__number">{ words.number_of(number) }</dd>
            </div>
        }
    };
    html! {
        <dl class="bk-count__list">
            { figure(persons.len(), say!(words, FACILITATOR_PERSONS)) }
            { figure(tables.len(), say!(words, FACILITATOR_TABLES)) }
        </dl>
    }
}

/// Somebody's answers are on the tablet: they come first, so that nobody sees another's.
fn draft(words: &Words, props: &TasksProps, session: &Session, device: Option<Device>) -> Html {
    let clear = {
        let (onchange, session) = (props.onchange.clone(), session.clone());
        move |_| {
            let (onchange, session, device) = (onchange.clone(), session.clone(), device.clone());
            spawn_local(async move {
                if let Some(device) = device
                    && device.0.clear(Slot::Draft).await.is_ok()
                {
                    onchange.emit(session);
                }
            });
        }
    };
    html! {
        { note(Tone::Warning, Some(say!(words, FACILITATOR_DRAFT)), html! { <><p>{ say!(words, FACILITATOR_DRAFT_TEXT) }</p>
            <div class="bk-actions">
                <a class="bk-button" href={Route::Step("check".to_owned()).hash()}>{ say!(words, FACILITATOR_DRAFT_GO_ON) }</a>
                <button class="bk-button bk-button--secondary" type="button" onclick={clear}>{ say!(words, FACILITATOR_DRAFT_CLEAR) }</button>
            </div></> }) }
    }
}
