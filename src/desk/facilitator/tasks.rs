//! Counts, and what to do next.

use std::rc::Rc;

use yew::prelude::*;

use super::state::{Saving, State, TableBasket, Voters};
use super::told::{Beside, tell};
use crate::common::components::{Tone, note, pictogram};
use crate::common::words::{Words, use_words};
use crate::say;

/// What the tasks show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TasksProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Hands the tablet on; to the table, if so.
    pub(super) onhand: Callback<bool>,
    /// Saves ballots as a file.
    pub(super) onsave: Callback<Saving>,
}

/// What to do next, and counts.
#[component]
pub(super) fn Tasks(props: &TasksProps) -> Html {
    let words = use_words();
    let known = &props.state.known;
    if known.session.is_none() {
        // With trouble nobody knows whether one is chosen.
        return html! {
            <>
                if known.trouble.is_none() { <p class="bk-quiet">{ say!(words, FACILITATOR_CHOOSE_FIRST) }</p> }
                { tell(&words, Beside::Tasks, props.state.told.as_ref()) }
            </>
        };
    }
    html! {
        <section class="bk-section" aria-label={say!(words, FACILITATOR_TASKS)}>
            // Answers that were left come first, so that nobody sees another's.
            if known.unfinished.is_none() { { tasks(&words, props) } }
            { tell(&words, Beside::Tasks, props.state.told.as_ref()) }
            if known.ballots.is_some() { { counts(&words, &known.voters) } }
            // offline.js says on the page which of the two holds.
            <p class="bk-quiet bk-kept bk-kept--not" role="status">{ say!(words, FACILITATOR_OFFLINE_NOT) }</p>
            <p class="bk-quiet bk-kept bk-kept--yes" role="status">{ pictogram("check") }{ " " }{ say!(words, FACILITATOR_OFFLINE) }</p>
            if !known.persisted {
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

fn tasks(words: &Words, props: &TasksProps) -> Html {
    let known = &props.state.known;
    let hand = |for_table: bool| props.onhand.reform(move |_: MouseEvent| for_table);
    let table_basket = known.table_basket();
    html! {
        <>
            <ul class="bk-tasks">
                <li key="hand">{ task("people", say!(words, FACILITATOR_HAND), say!(words, FACILITATOR_HAND_NOTE), hand(false)) }</li>
                if table_basket == TableBasket::Open {
                    <li key="table">
                        { task("basket", say!(words, FACILITATOR_TABLE_BASKET), say!(words, FACILITATOR_TABLE_BASKET_NOTE), hand(true)) }
                    </li>
                }
                { for save(words, props) }
            </ul>
            if table_basket == TableBasket::NoTable {
                <p class="bk-quiet">{ say!(words, FACILITATOR_TABLE_BASKET_NO_TABLE) }</p>
            }
        </>
    }
}

/// The ballots as a file, when there are any.
fn save(words: &Words, props: &TasksProps) -> Option<Html> {
    let ballots = props.state.known.ballots.clone().filter(|ballots| !ballots.ballots.is_empty())?;
    let session = props.state.known.session.as_ref();
    let place = session.and_then(|session| Some(format!("-{}-{}", session.workshop.as_ref()?, session.table?)));
    let hint = say!(words, FACILITATOR_EXPORT_NOTE, count = ballots.ballots.len());
    let saving = Saving { beside: Beside::Tasks, ballots, place: place.unwrap_or_default() };
    let onclick = props.onsave.reform(move |_: MouseEvent| saving.clone());
    Some(html! { <li key="save">{ task("download", say!(words, FACILITATOR_EXPORT), hint, onclick) }</li> })
}

fn task(icon: &'static str, verb: String, hint: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="bk-task" type="button" {onclick}>
            { pictogram(icon) }<span>{ verb }<span class="bk-task__note">{ hint }</span></span>
        </button>
    }
}
