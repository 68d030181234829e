//! Answers that somebody left: they come first, so that nobody sees another's, and none are lost in silence.

use std::rc::Rc;

use yew::prelude::*;

use super::state::{Action, Situation, State, Unfinished};
use crate::common::components::{Tone, note};
use crate::common::dom::focus;
use crate::common::session::Session;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the note shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnswersProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Changes it.
    pub(super) act: Callback<Action>,
    /// Goes on with the answers, where they were given.
    pub(super) ongo: Callback<Session>,
    /// Clears them, and makes the choice that waited for it.
    pub(super) onclear: Callback<(String, Option<Session>)>,
}

/// The note, when there are such answers.
#[component]
pub(super) fn Answers(props: &AnswersProps) -> Html {
    let words = use_words();
    let state = &props.state;
    // A choice that was not made, or a question: it is read out, and stands in sight of who pressed.
    use_effect_with((state.held.is_some(), state.undone, state.asked), |(held, _, asked)| {
        if *held || *asked {
            focus("#unfinished");
        }
    });
    let Some(unfinished) = &state.known.unfinished else { return html! {} };
    let body = html! {
        <>
            <p>{ whose(&words, &state.known, unfinished) }</p>
            if state.held.is_some() { <p>{ say!(words, FACILITATOR_DRAFT_HELD) }</p> }
            { choices(&words, props, unfinished) }
            if state.asked { { sure(&words, props, unfinished) } }
        </>
    };
    html! {
        <div id="unfinished" tabindex="-1">{ note(Tone::Warning, Some(say!(words, FACILITATOR_DRAFT)), body) }</div>
    }
}

fn whose(words: &Words, known: &Situation, unfinished: &Unfinished) -> String {
    if unfinished.session.is_none() {
        return say!(words, FACILITATOR_DRAFT_UNREADABLE);
    }
    if let Some(shelved) = known.shelved(&unfinished.of) {
        return say!(words, FACILITATOR_DRAFT_OF, title = shelved.entry.title.as_str());
    }
    let id = unfinished.of.split('@').next().unwrap_or_default();
    say!(words, FACILITATOR_DRAFT_GONE, title = id)
}

fn choices(words: &Words, props: &AnswersProps, unfinished: &Unfinished) -> Html {
    let open = unfinished.session.clone().filter(|_| props.state.known.shelved(&unfinished.of).is_some());
    let go_on = open.map(|session| {
        let onclick = props.ongo.reform(move |_: MouseEvent| session.clone());
        html! { <button class="bk-button" type="button" {onclick}>{ say!(words, FACILITATOR_DRAFT_GO_ON) }</button> }
    });
    // Whoever presses twice at one place has kept the answers.
    let asked = props.state.asked;
    let onclick = props.act.reform(move |_: MouseEvent| Action::Ask(!asked));
    let label = if asked { say!(words, FACILITATOR_DRAFT_KEEP) } else { say!(words, FACILITATOR_DRAFT_CLEAR) };
    html! {
        <div class="bk-actions">
            { for go_on }
            <button class="bk-button bk-button--secondary" type="button" {onclick}>{ label }</button>
        </div>
    }
}

/// Clearing takes a second press.
fn sure(words: &Words, props: &AnswersProps, unfinished: &Unfinished) -> Html {
    let (of, held) = (unfinished.of.clone(), props.state.held.clone());
    let onclick = props.onclear.reform(move |_: MouseEvent| (of.clone(), held.clone()));
    html! {
        <>
            <p>{ say!(words, FACILITATOR_DRAFT_SURE) }</p>
            <div class="bk-actions">
                <button class="bk-button bk-button--secondary" type="button" {onclick}>{ say!(words, FACILITATOR_DRAFT_CLEAR_SURE) }</button>
            </div>
        </>
    }
}
