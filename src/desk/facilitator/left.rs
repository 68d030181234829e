//! Ballots whose consultation is not on the shelf any more. They stay within reach all the same.

use yew::prelude::*;

use super::effects::export;
use super::told::{Told, tell};
use crate::common::components::pictogram;
use crate::common::library::Gathered;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeftProps {
    /// The ballots, by consultation.
    pub(super) left: Vec<Gathered>,
}

/// The list, when there is something in it.
#[component]
pub(super) fn Left(props: &LeftProps) -> Html {
    let words = use_words();
    let told = use_state(|| None::<Told>);
    if props.left.is_empty() {
        return html! {};
    }
    let onsave = {
        let told = told.clone();
        Callback::from(move |ballots: Gathered| told.set(Some(export(&ballots, ""))))
    };
    html! {
        <section class="bk-section" aria-labelledby="left">
            <h2 id="left">{ say!(words, FACILITATOR_LEFT) }</h2>
            <p>{ say!(words, FACILITATOR_LEFT_TEXT) }</p>
            <ul>{ for props.left.iter().map(|ballots| html! { <li>{ row(&words, ballots, &onsave) }</li> }) }</ul>
            { tell(&words, told.as_ref()) }
        </section>
    }
}

fn row(words: &Words, ballots: &Gathered, onsave: &Callback<Gathered>) -> Html {
    let onclick = {
        let (onsave, ballots) = (onsave.clone(), ballots.clone());
        move |_| onsave.emit(ballots.clone())
    };
    let (id, digest) = (ballots.reference.id.as_str(), ballots.short_digest());
    let name = say!(words, FACILITATOR_LEFT_NAME, id = id, revision = ballots.reference.revision, digest = digest);
    html! {
        <div class="bk-file">
            { pictogram("basket") }
            <span class="bk-file__name">{ name.clone() }</span>
            <button class="bk-button bk-button--secondary bk-file__action" type="button" {onclick}>
                { say!(words, FACILITATOR_LEFT_SAVE) }<span class="bk-hidden">{ ": " }{ name }</span>
            </button>
            <div class="bk-file__status">{ say!(words, FACILITATOR_EXPORT_NOTE, count = ballots.ballots.len()) }</div>
        </div>
    }
}
