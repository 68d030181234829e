//! Counts, and what to do next.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::effects::{export, hand_over};
use super::told::{Told, tell};
use super::{Situation, Voters};
use crate::common::components::{Tone, note, pictogram};
use crate::common::device::Device;
use crate::common::library::LibraryError;
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::Slot;
use crate::common::words::{Words, use_words};
use crate::desk::app::trouble;
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
    let told = use_state(|| None::<Told>);
    let situation = &props.situation;
    let Some(session) = &situation.session else {
        // With trouble nobody knows whether one is chosen.
        return html! {
            if situation.trouble.is_none() { <p class="bk-quiet">{ say!(words, FACILITATOR_CHOOSE_FIRST) }</p> }
        };
    };
    let ontold = {
        let told = told.clone();
        Callback::from(move |now| told.set(Some(now)))
    };
    html! {
        <section class="bk-section">
            if situation.ballots.is_some() { { counts(&words, &situation.voters) } }
            if situation.draft {
                { draft(&words, props, session, device, ontold) }
            } else {
                { tasks(&words, situation, session, device.as_ref(), &ontold) }
            }
            { tell(&words, told.as_ref()) }
            if !situation.persisted {
                { note(Tone::Info, None, html! { <p>{ say!(words, FACILITATOR_NOT_PERSISTED) }</p> }) }
            }
        </section>
    }
}

fn counts(words: &Words, voters: &Voters) -> Html {
    let figure = |number: usize, of: String| {
        html! {
            <div class="bk-count">
                <dt class="bk-count__name">{ of }</dt><dd class="bk-count__number">{ words.number_of(number) }</dd>
            </div>
        }
    };
    html! {
        <dl class="bk-count__list">
            { figure(voters.persons, say!(words, FACILITATOR_PERSONS)) }
            { figure(voters.tables, say!(words, FACILITATOR_TABLES)) }
        </dl>
    }
}

fn tasks(
    words: &Words,
    situation: &Situation,
    session: &Session,
    device: Option<&Device>,
    ontold: &Callback<Told>,
) -> Html {
    let hand = |for_table: bool| {
        let (device, ontold) = (device.cloned(), ontold.clone());
        Callback::from(move |_: MouseEvent| {
            let (device, ontold) = (device.clone(), ontold.clone());
            spawn_local(async move {
                let Some(device) = device else { return };
                match hand_over(&device, for_table).await {
                    Ok(()) => Route::Step("welcome".to_owned()).go(),
                    Err(error) => ontold.emit(Told::Failed(trouble(&error))),
                }
            });
        })
    };
    let place = match (&session.workshop, session.table) {
        (Some(workshop), Some(table)) => format!("-{workshop}-{table}"),
        _ => String::new(),
    };
    let save = situation.ballots.clone().filter(|ballots| !ballots.ballots.is_empty()).map(|ballots| {
        let hint = say!(words, FACILITATOR_EXPORT_NOTE, count = ballots.ballots.len());
        let ontold = ontold.clone();
        let onclick = Callback::from(move |_: MouseEvent| ontold.emit(export(&ballots, &place)));
        html! { <li>{ task("download", say!(words, FACILITATOR_EXPORT), hint, onclick) }</li> }
    });
    html! {
        <ul class="bk-tasks">
            <li>{ task("people", say!(words, FACILITATOR_HAND), say!(words, FACILITATOR_HAND_NOTE), hand(false)) }</li>
            <li>{ task("basket", say!(words, FACILITATOR_TABLE_BASKET), say!(words, FACILITATOR_TABLE_BASKET_NOTE), hand(true)) }</li>
            { for save }
        </ul>
    }
}

fn task(icon: &'static str, verb: String, hint: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="bk-task" type="button" {onclick}>
            { pictogram(icon) }<span>{ verb }<span class="bk-task__note">{ hint }</span></span>
        </button>
    }
}

/// Somebody's answers are on the tablet: they come first, so that nobody sees another's.
fn draft(words: &Words, props: &TasksProps, session: &Session, device: Option<Device>, ontold: Callback<Told>) -> Html {
    let clear = {
        let (onchange, session) = (props.onchange.clone(), session.clone());
        move |_| {
            let (onchange, session, device, ontold) =
                (onchange.clone(), session.clone(), device.clone(), ontold.clone());
            spawn_local(async move {
                let Some(device) = device else { return };
                match device.0.clear(Slot::Draft).await {
                    Ok(()) => onchange.emit(session),
                    Err(error) => ontold.emit(Told::Failed(trouble(&LibraryError::Storage(error)))),
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
