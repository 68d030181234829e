//! The facilitator's page: which consultation, which table, who is next, and the ballots as a file.

mod effects;
mod left;
mod setup;
mod state;
mod tasks;
mod told;
mod unfinished;

use std::rc::Rc;

use basketry_formats::Notice;
use yew::prelude::*;

use self::effects::Effects;
use self::state::{Saving, State};
use super::app::trouble;
use super::filebox::FileBox;
use super::hands::{Hands, with};
use super::notices;
use super::progress::reading;
use crate::common::components::{Header, Tone, footer, note, pictogram};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the page begins with.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FacilitatorProps {
    /// What to say of kept consultations that this version of the app cannot read.
    pub(super) not_renewed: Vec<Notice>,
}

/// The facilitator's page.
#[component]
pub(super) fn Facilitator(props: &FacilitatorProps) -> Html {
    let words = use_words();
    let state = use_reducer_eq(State::default);
    let hands = use_hands(&state);
    let onfile = with(&hands, Effects::open);
    let onstop = with(&hands, |effects, _: MouseEvent| effects.stop_reading());
    html! {
        <>
            <Header words={words.clone()} />
            <main class="bk-page bk-page--wide" id="main">
                <h1 class="bk-page__title" tabindex="-1">{ say!(words, FACILITATOR_TITLE) }</h1>
                if !props.not_renewed.is_empty() {
                    { note(Tone::Warning, None, notices::show(&words, &props.not_renewed)) }
                }
                if state.looked {
                    { looked(&words, &state, &hands) }
                } else {
                    <p role="status">{ say!(words, LOADING) }</p>
                }
                <section class="bk-section">
                    <FileBox id="consultation-file" label={say!(words, FACILITATOR_OPEN)}
                        hint={say!(words, FACILITATOR_OPEN_HINT)} {onfile} />
                    { reading(&words, state.reading.values().copied(), onstop) }
                    if !state.problem.is_empty() {
                        { note(Tone::Error, None, notices::show(&words, &state.problem)) }
                    }
                </section>
            </main>
            { footer(&words, html! {}) }
        </>
    }
}

/// What there is to do on this device.
fn looked(words: &Words, reducer: &UseReducerHandle<State>, hands: &Hands<Effects>) -> Html {
    let state = Rc::new((**reducer).clone());
    let onhand = with(hands, |effects, for_table| effects.hand(for_table));
    let onsave = with(hands, |effects, saving: Saving| effects.save(&saving));
    // Made anew when a choice was not kept: the browser would go on showing it.
    let setup = html! {
        <setup::Setup key={state.undone} state={state.clone()} onchoose={with(hands, |effects, session| effects.choose(session))} />
    };
    let tasks = html! { <tasks::Tasks state={state.clone()} {onhand} onsave={onsave.clone()} /> };
    let dispatcher = reducer.dispatcher();
    html! {
        <>
            <p class="bk-page__lead">{ setup::lead(words, &state) }</p>
            if let Some(error) = &state.known.trouble {
                { note(Tone::Error, None, notices::show(words, &[trouble(error)])) }
            }
            <unfinished::Answers state={state.clone()} act={move |action| dispatcher.dispatch(action)}
                ongo={with(hands, |effects, session| effects.go_on(session))}
                onclear={with(hands, |effects, (of, held)| effects.set_aside(of, held))} />
            if state.at_work { { tasks }{ setup } } else { { setup }{ tasks } }
            <left::Left state={state.clone()} {onsave} />
            // offline.js says on the page which of the two holds.
            <p class="bk-quiet bk-kept bk-kept--not" role="status">{ say!(words, FACILITATOR_OFFLINE_NOT) }</p>
            <p class="bk-quiet bk-kept bk-kept--yes" role="status">{ pictogram("check") }{ " " }{ say!(words, FACILITATOR_OFFLINE) }</p>
        </>
    }
}

/// Starts the page's hands.
#[hook]
fn use_hands(state: &UseReducerHandle<State>) -> Hands<Effects> {
    let words = use_words();
    let device = use_context::<Device>();
    let hands = use_mut_ref(|| None::<Effects>);
    use_effect_with((), {
        let (hands, dispatcher) = (hands.clone(), state.dispatcher());
        move |()| {
            arrive(&say!(words, FACILITATOR_TITLE));
            if let Some(device) = device {
                *hands.borrow_mut() = Some(Effects::start(&words, device, dispatcher));
            }
        }
    });
    hands
}
