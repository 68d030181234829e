//! The start: which consultation, and the doors for those who run a table or organise.

use basketry_formats::compiled::Entry;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::common::components::{Header, Size, Tone, footer, note, pictogram, tile};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::library::{self, Origin, Shelved};
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::Slot;
use crate::common::words::Words;
use crate::say;

/// What the start needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LandingProps {
    /// Says it.
    pub words: Words,
    /// Where consultations are kept.
    pub device: Device,
    /// Called when a consultation has been set.
    pub onset: Callback<()>,
}

/// The start.
#[component]
pub(crate) fn Landing(props: &LandingProps) -> Html {
    let (words, device) = (&props.words, &props.device);
    let shelf = use_state(Vec::<Shelved>::new);
    let failed = use_state(|| false);
    use_effect_with((), {
        let (shelf, failed, device, title) = (shelf.clone(), failed.clone(), device.clone(), say!(words, APP_TITLE));
        move |()| {
            arrive(&title);
            spawn_local(async move {
                match library::shelf(&*device.0).await {
                    Ok(found) => shelf.set(found),
                    Err(_) => failed.set(true),
                }
            });
        }
    });
    let open = {
        let (device, onset) = (device.clone(), props.onset.clone());
        Callback::from(move |entry: Entry| {
            let (device, onset) = (device.clone(), onset.clone());
            spawn_local(async move {
                let language = preferred_language(&entry.languages);
                let session = Session::own_device(library::reference(&entry), language);
                if device.0.keep(Slot::Session, session.to_bytes()).await.is_ok() {
                    Route::Step("welcome".to_owned()).go();
                    onset.emit(());
                }
            });
        })
    };
    html! {
        <>
            <Header words={words.clone()} />
            <main class="bk-page bk-page--wide" id="main">
                <section class="bk-hero">
                    <h1 class="bk-hero__title" tabindex="-1">{ say!(words, LANDING_HEADING) }</h1>
                    <p class="bk-page__lead">{ say!(words, LANDING_LEAD) }</p>
                </section>
                <h2>{ say!(words, LANDING_CONSULTATIONS) }</h2>
                if *failed { { note(Tone::Error, None, html! { <p>{ say!(words, APP_UNREACHABLE) }</p> }) } }
                <ul class="bk-cards">{ for shelf.iter().map(|shelved| html! {
                    <li key={library::reference(&shelved.entry)}>{ card(words, shelved, open.clone()) }</li>
                }) }</ul>
                <h2>{ say!(words, LANDING_DOORS) }</h2>
                <div class="bk-doors">
                    { door(&Route::Facilitate, "people", say!(words, LANDING_FACILITATE), say!(words, LANDING_FACILITATE_TEXT)) }
                    { door(&Route::Organise, "scales", say!(words, LANDING_ORGANISE), say!(words, LANDING_ORGANISE_TEXT)) }
                </div>
            </main>
            { footer(words, html! {}) }
        </>
    }
}

/// The first of the consultation's languages that the browser asks for, else its own.
fn preferred_language(languages: &[String]) -> String {
    let wanted = crate::common::dom::window().navigator().languages();
    let mut asked = wanted.iter().filter_map(|tag| tag.as_string());
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = asked.find_map(|tag| languages.iter().find(|known| base(known) == base(&tag)));
    found.or(languages.first()).cloned().unwrap_or_default()
}

fn card(words: &Words, shelved: &Shelved, onopen: Callback<Entry>) -> Html {
    let entry = shelved.entry.clone();
    let (title, question) = (entry.title.clone(), entry.question.clone());
    let illustrative = entry.illustrative.is_some();
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        onopen.emit(entry.clone());
    };
    let origin = match shelved.origin {
        Origin::Sample => say!(words, LANDING_SAMPLE),
        Origin::Opened => say!(words, LANDING_OPENED),
    };
    html! {
        <article class="bk-card">
            <h3 class="bk-card__title">
                <a class="bk-card__link" href="#/answer/welcome" {onclick}>{ title }</a>
            </h3>
            <p class="bk-card__text">{ question }</p>
            <p class="bk-card__foot">
                { origin }{ " " }
                if illustrative { <span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
            </p>
        </article>
    }
}

fn door(route: &Route, icon: &str, title: String, text: String) -> Html {
    html! {
        <a class="bk-door" href={route.hash()}>
            { tile(icon, Size::Usual, None) }
            <span><span class="bk-door__title">{ title }</span><span class="bk-door__text">{ text }</span></span>
            { pictogram("arrow-forward") }
        </a>
    }
}
