//! Starts the desk: storage, words, and the page the address names.

mod keeping;
mod renewal;

use basketry_formats::Notice;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::facilitator::Facilitator;
use super::notices;
use super::organiser::Organiser;
use crate::common::components::{Tone, note};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::route::{Route, use_route};
use crate::common::storage::StorageError;
use crate::common::words::{Words, use_words};
use crate::say;

pub(super) use keeping::{keep, trouble};

/// What the pages begin with.
#[derive(Clone, PartialEq)]
struct Start {
    device: Device,
    /// What to say of consultations that this version cannot read.
    not_renewed: Vec<Notice>,
}

/// The desk.
#[component]
pub fn App() -> Html {
    let words = use_memo((), |()| Words::new(basketry_texts::LANGUAGES[0]));
    let started = use_state(|| None::<Result<Start, StorageError>>);
    use_effect_with((), {
        let (started, words) = (started.clone(), words.clone());
        move |()| spawn_local(async move { started.set(Some(start(&words).await)) })
    });
    let route = use_route();
    let page = match (&*started, route) {
        (None, _) => html! { <main class="bk-page" id="main"><p role="status">{ say!(words, LOADING) }</p></main> },
        (Some(Err(error)), _) => html! { <NoStorage error={error.clone()} /> },
        (Some(Ok(start)), route) => html! {
            <ContextProvider<Device> context={start.device.clone()}>
                if route == Route::Facilitate {
                    <Facilitator not_renewed={start.not_renewed.clone()} />
                } else {
                    <Organiser />
                }
            </ContextProvider<Device>>
        },
    };
    html! { <ContextProvider<Words> context={(*words).clone()}>{ page }</ContextProvider<Words>> }
}

async fn start(words: &Words) -> Result<Start, StorageError> {
    let device = Device::open().await?;
    let not_renewed = renewal::renew(&device, words).await;
    Ok(Start { device, not_renewed })
}

#[derive(Clone, PartialEq, Properties)]
struct NoStorageProps {
    error: StorageError,
}

#[component]
fn NoStorage(props: &NoStorageProps) -> Html {
    let words = use_words();
    let route = use_route();
    // Another address leads here too, and is told again.
    use_effect_with(route, {
        let title = say!(words, CANNOT_START);
        move |_| arrive(&title)
    });
    html! {
        <main class="bk-page" id="main">
            <h1 class="bk-page__title" tabindex="-1">{ say!(words, CANNOT_START) }</h1>
            { note(Tone::Error, None, notices::show(&words, &[keeping::no_start(&props.error)])) }
        </main>
    }
}
