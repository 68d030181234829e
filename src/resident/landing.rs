//! The start: which consultation, and the doors for those who run a table or organise.

use basketry_formats::compiled::Entry;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::common::components::{Footer, Header, Note, Pictogram, Tile, Tone};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::library::{self, Origin, Shelved};
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::Slot;
use crate::common::words::use_words;
use crate::say;

/// What the start needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LandingProps {
    /// Called when a consultation has been set.
    pub onset: Callback<()>,
}

/// The start.
#[component]
pub(crate) fn Landing(props: &LandingProps) -> Html {
    let words = use_words();
    let device = use_context::<Device>();
    let shelf = use_state(Vec::<Shelved>::new);
    let failed = use_state(|| false);
    use_effect_with((), {
        let (shelf, failed, device, title) = (shelf.clone(), failed.clone(), device.clone(), say!(words, APP_TITLE));
        move |()| {
            arrive(&title);
            spawn_local(async move {
                let Some(device) = device else { return };
                match library::shelf(&*device.0).await {
                    Ok(found) => shelf.set(found),
                    Err(_) => failed.set(true),
                }
            });
        }
    });
    let open = {
        let onset = props.onset.clone();
        Callback::from(move |entry: Entry| {
            let (device, onset) = (device.clone(), onset.clone());
            spawn_local(async move {
                let Some(device) = device else { return };
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
            <Header />
            <main class="bk-page bk-page--wide" id="main">
                <section class="bk-hero">
                    <h1 class="bk-hero__title" tabindex="-1">{ say!(words, LANDING_HEADING) }</h1>
                    <p class="bk-page__lead">{ say!(words, LANDING_LEAD) }</p>
                </section>
                <h2>{ say!(words, LANDING_CONSULTATIONS) }</h2>
                if *failed { <Note tone={Tone::Error}><p>{ say!(words, APP_UNREACHABLE) }</p></Note> }
                <ul class="bk-cards">{ for shelf.iter().map(|shelved| html! {
                    <li key={library::reference(&shelved.entry)}><Card shelved={shelved.clone()} onopen={open.clone()} /></li>
                }) }</ul>
                <h2>{ say!(words, LANDING_DOORS) }</h2>
                <div class="bk-doors">
                    <Door route={Route::Facilitate.hash()} pictogram="people" title={say!(words, LANDING_FACILITATE)}
                        text={say!(words, LANDING_FACILITATE_TEXT)} />
                    <Door route={Route::Organise.hash()} pictogram="scales" title={say!(words, LANDING_ORGANISE)}
                        text={say!(words, LANDING_ORGANISE_TEXT)} />
                </div>
            </main>
            <Footer />
        </>
    }
}

/// The first of the consultation's languages that the browser asks for, else its own.
fn preferred_language(languages: &[String]) -> String {
    let wanted = crate::common::dom::window().navigator().languages();
    let asked = wanted.iter().filter_map(|tag| tag.as_string());
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    let found = asked.filter_map(|tag| languages.iter().find(|known| base(known) == base(&tag))).next();
    found.or(languages.first()).cloned().unwrap_or_default()
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    shelved: Shelved,
    onopen: Callback<Entry>,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let words = use_words();
    let entry = &props.shelved.entry;
    let onclick = {
        let (onopen, entry) = (props.onopen.clone(), entry.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            onopen.emit(entry.clone());
        }
    };
    let origin = match props.shelved.origin {
        Origin::Sample => say!(words, LANDING_SAMPLE),
        Origin::Opened => say!(words, LANDING_OPENED),
    };
    html! {
        <article class="bk-card">
            <h3 class="bk-card__title">
                <a class="bk-card__link" href="#/answer/welcome" {onclick}>{ entry.title.clone() }</a>
            </h3>
            <p class="bk-card__text">{ entry.question.clone() }</p>
            <p class="bk-card__foot">
                { origin }{ " " }
                if entry.illustrative.is_some() { <span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
            </p>
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DoorProps {
    route: AttrValue,
    pictogram: AttrValue,
    title: AttrValue,
    text: AttrValue,
}

#[component]
fn Door(props: &DoorProps) -> Html {
    html! {
        <a class="bk-door" href={props.route.clone()}>
            <Tile name={props.pictogram.clone()} />
            <span>
                <span class="bk-door__title">{ props.title.clone() }</span>
                <span class="bk-door__text">{ props.text.clone() }</span>
            </span>
            <Pictogram name="arrow-forward" />
        </a>
    }
}
