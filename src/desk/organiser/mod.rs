//! The organiser's page: bring the ballots together, look, download.

mod downloads;
mod effects;
mod files;
mod results;
mod state;

use std::rc::Rc;

use yew::prelude::*;

use super::filebox::FileBox;
use super::hands::{Hands, with};
use super::notices;
use crate::common::components::{Header, Tone, footer, note};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::words::use_words;
use crate::say;
use crate::worker::ResultsOf;
use effects::Effects;
use state::State;

/// The organiser's page.
#[component]
pub(super) fn Organiser() -> Html {
    let words = use_words();
    let state = use_reducer_eq(State::default);
    let hands = use_hands(&state);
    let onfile = with(&hands, Effects::open);
    let from_device = with(&hands, |effects, _: MouseEvent| effects.open_device_ballots());
    let onstop = with(&hands, |effects, ()| effects.stop_reading());
    let onforget = with(&hands, |effects, id| effects.forget(id));
    let onquit = {
        let state = state.clone();
        with(&hands, move |effects, ()| effects.stop_counting(&state.left_when_stopped()))
    };
    let sources = {
        let (hands, state) = (hands.clone(), state.clone());
        Callback::from(move |of: ResultsOf| hands.borrow().as_ref().and_then(|effects| effects.sources(&of, &state)))
    };
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let state = Rc::new((*state).clone());
    html! {
        <>
            <Header words={words.clone()} />
            <main class="bk-page bk-page--wide" id="main">
                <h1 class="bk-page__title" tabindex="-1">{ say!(words, ORGANISER_TITLE) }</h1>
                <p class="bk-standfirst">{ say!(words, ORGANISER_LEAD) }</p>
                <section class="bk-section" aria-label={say!(words, ORGANISER_FILES)}>
                    <FileBox id="files" label={say!(words, ORGANISER_DROP)} hint={say!(words, ORGANISER_DROP_HINT)}
                        several=true {onfile} />
                    <div class="bk-actions">
                        <button class="bk-button bk-button--secondary" type="button" onclick={from_device}>
                            { say!(words, ORGANISER_FROM_DEVICE) }
                        </button>
                    </div>
                    if let Some(notice) = &state.device {
                        { note(Tone::Warning, None, notices::show(&words, std::slice::from_ref(notice))) }
                    }
                    <files::Files state={state.clone()} {onforget} {onstop} />
                </section>
                if !state.problem.is_empty() {
                    { note(Tone::Error, None, notices::show(&words, &state.problem)) }
                }
                <results::Results {state} {act} {onquit} {sources} />
            </main>
            { footer(&words, html! {}) }
        </>
    }
}

/// Starts the page's hands, and has them ask for a picture whenever the one on the page is old.
#[hook]
fn use_hands(state: &UseReducerHandle<State>) -> Hands<Effects> {
    let words = use_words();
    let device = use_context::<Device>();
    let hands = use_mut_ref(|| None::<Effects>);
    use_effect_with((), {
        let (hands, dispatcher) = (hands.clone(), state.dispatcher());
        move |()| {
            arrive(&say!(words, ORGANISER_TITLE));
            if let Some(device) = device {
                *hands.borrow_mut() = Some(Effects::start(&words, device, dispatcher));
            }
        }
    });
    use_effect_with(state.edition, {
        let (hands, state) = (hands.clone(), state.clone());
        move |edition| {
            // Going back to a picture needs no other.
            let of = state.look.of.as_ref().filter(|_| !state.is_current());
            if let (Some(effects), Some(of)) = (&mut *hands.borrow_mut(), of) {
                effects.count(*edition, of.clone(), state.look.section.clone(), state.look.threshold);
            }
        }
    });
    hands
}
