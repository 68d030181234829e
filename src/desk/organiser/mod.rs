//! The organiser's page: bring the ballots together, look, download.

mod effects;
mod files;
mod results;
mod state;

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::filebox::FileBox;
use crate::common::components::{Header, Tone, footer, note};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::words::use_words;
use crate::say;
use effects::Effects;
use state::{Action, State};

/// The organiser's page.
#[component]
pub(super) fn Organiser() -> Html {
    let words = use_words();
    let device = use_context::<Device>();
    let state = use_reducer_eq(State::default);
    let effects = use_mut_ref(|| None::<Effects>);
    use_effect_with((), {
        let (effects, words, device) = (effects.clone(), words.clone(), device.clone());
        let dispatcher = state.dispatcher();
        move |()| {
            arrive(&say!(words, ORGANISER_TITLE));
            if let Some(device) = device {
                *effects.borrow_mut() = Some(Effects::start(&words, device, dispatcher));
            }
        }
    });
    // Whatever makes the picture old asks for a new one.
    use_effect_with(state.edition, {
        let (effects, state) = (effects.clone(), state.clone());
        move |_| {
            if let (Some(effects), Some(of)) = (&*effects.borrow(), &state.of) {
                effects.count(of.clone(), state.section.clone());
            }
        }
    });
    let onfile = {
        let effects = effects.clone();
        Callback::from(move |file: File| {
            if let Some(effects) = &mut *effects.borrow_mut() {
                effects.open(file);
            }
        })
    };
    let from_device = {
        let effects = effects.clone();
        move |_| {
            if let Some(effects) = &*effects.borrow() {
                effects.open_device_ballots();
            }
        }
    };
    let oncancel = {
        let effects = effects.clone();
        Callback::from(move |()| {
            if let Some(effects) = &mut *effects.borrow_mut() {
                effects.cancel();
            }
        })
    };
    let onforget = {
        let effects = effects.clone();
        Callback::from(move |id| {
            if let Some(effects) = &mut *effects.borrow_mut() {
                effects.forget(id);
            }
        })
    };
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
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
                    <files::Files state={state.clone()} {onforget} {oncancel} />
                </section>
                if !state.problem.is_empty() {
                    { note(Tone::Error, None, super::notices::show(&words, &state.problem)) }
                }
                <results::Results {state} {act} />
            </main>
            { footer(&words, html! {}) }
        </>
    }
}
