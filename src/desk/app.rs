//! Starts the desk: storage, words, and the page the address names.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::facilitator::Facilitator;
use super::organiser::Organiser;
use crate::common::components::{Tone, note};
use crate::common::device::Device;
use crate::common::route::{Route, use_route};
use crate::common::storage::StorageError;
use crate::common::words::{Words, use_words};
use crate::say;

/// The desk.
#[component]
pub fn App() -> Html {
    let device = use_state(|| None::<Result<Device, StorageError>>);
    use_effect_with((), {
        let device = device.clone();
        move |()| spawn_local(async move { device.set(Some(Device::open().await)) })
    });
    let words = use_memo((), |()| Words::new(basketry_texts::LANGUAGES[0]));
    let route = use_route();
    let page = match (&*device, route) {
        (None, _) => html! {},
        (Some(Err(_)), _) => html! { <NoStorage /> },
        (Some(Ok(device)), route) => html! {
            <ContextProvider<Device> context={device.clone()}>
                if route == Route::Facilitate { <Facilitator /> } else { <Organiser /> }
            </ContextProvider<Device>>
        },
    };
    html! { <ContextProvider<Words> context={(*words).clone()}>{ page }</ContextProvider<Words>> }
}

#[component]
fn NoStorage() -> Html {
    let words = use_words();
    html! {
        <main class="bk-page" id="main">
            <h1 class="bk-page__title" tabindex="-1">{ say!(words, CANNOT_START) }</h1>
            { note(Tone::Error, None, html! { <p>{ say!(words, STORAGE_UNAVAILABLE) }</p> }) }
        </main>
    }
}
