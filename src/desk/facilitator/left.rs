//! Ballots whose consultation is not on the shelf any more. They stay within reach all the same.

use std::rc::Rc;

use yew::prelude::*;

use super::state::{Saving, State};
use super::told::{Beside, tell};
use crate::common::components::pictogram;
use crate::common::library::Gathered;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeftProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Saves ballots as a file.
    pub(super) onsave: Callback<Saving>,
}

/// The list, when there is something in it.
#[component]
pub(super) fn Left(props: &LeftProps) -> Html {
    let words = use_words();
    let left = &props.state.known.left;
    if left.is_empty() {
        return html! {};
    }
    html! {
        <section class="bk-section" aria-labelledby="left">
            <h2 id="left">{ say!(words, FACILITATOR_LEFT) }</h2>
            <p>{ say!(words, FACILITATOR_LEFT_TEXT) }</p>
            <ul>{ for left.iter().map(|ballots| html! { <li>{ row(&words, ballots, &props.onsave) }</li> }) }</ul>
            { tell(&words, Beside::Left, props.state.told.as_ref()) }
        </section>
    }
}

fn row(words: &Words, ballots: &Gathered, onsave: &Callback<Saving>) -> Html {
    let saving = Saving { beside: Beside::Left, ballots: ballots.clone(), place: String::new() };
    let onclick = onsave.reform(move |_: MouseEvent| saving.clone());
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
