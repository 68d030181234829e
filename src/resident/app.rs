//! Starts the resident's pages: storage, session, draft, and the page the address names.

use std::rc::Rc;

use basketry_domain::Consultation;
use basketry_formats::ballots::write_reference;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::effects::{kept_receipt, new_ballot_id};
use super::landing::Landing;
use super::pages::Answering;
use super::{Action, State};
use crate::common::components::{Tone, note};
use crate::common::device::Device;
use crate::common::dom::{mark_page, this_minute};
use crate::common::library::{self, LibraryError};
use crate::common::route::{Route, use_route};
use crate::common::session::Session;
use crate::common::storage::{Slot, Storage};
use crate::common::words::Words;
use crate::say;

/// What is ready so far.
#[derive(Clone, PartialEq)]
enum Ready {
    Nothing,
    /// No consultation is set.
    Storage(Device),
    /// A consultation is set, and somebody may be in the middle of it.
    Consultation(Device, Rc<Start>),
    Failed(&'static str),
}

/// Where the pages of a consultation start.
#[derive(PartialEq)]
pub(crate) struct Start {
    /// The state before the first action.
    pub state: State,
    /// The languages of the consultation.
    pub languages: Vec<String>,
}

/// The resident's program.
#[component]
pub fn App() -> Html {
    let ready = use_state(|| Ready::Nothing);
    let route = use_route();
    let load = {
        let ready = ready.clone();
        Callback::from(move |()| {
            let ready = ready.clone();
            spawn_local(async move { ready.set(start().await) });
        })
    };
    use_effect_with((), {
        let load = load.clone();
        move |()| load.emit(())
    });
    let language = match &*ready {
        Ready::Consultation(_, start) => start.state.consultation.language.as_str().to_owned(),
        _ => basketry_texts::LANGUAGES[0].to_owned(),
    };
    let words = use_memo(language.clone(), |language| Words::new(language));
    use_effect_with(language, |language| {
        mark_page("lang", language);
    });
    let words = &*words;
    match (&*ready, route) {
        (Ready::Nothing, _) => html! {},
        (Ready::Failed(code), _) => failed(words, code),
        (Ready::Consultation(device, start), Route::Step(slug)) => {
            // Another consultation or another language begins anew, with what is stored.
            let consultation = &start.state.consultation;
            let key = format!("{} {}", write_reference(&consultation.reference), consultation.language);
            html! { <Answering {key} words={words.clone()} device={device.clone()} start={start.clone()} {slug} onreload={load} /> }
        }
        (Ready::Consultation(device, _) | Ready::Storage(device), _) => {
            html! { <Landing words={words.clone()} device={device.clone()} onset={load} /> }
        }
    }
}

async fn start() -> Ready {
    let device = match Device::open().await {
        Ok(device) => device,
        Err(error) => return Ready::Failed(error.code()),
    };
    let storage = device.0.clone();
    let session = match storage.kept(Slot::Session).await {
        Ok(bytes) => bytes.and_then(|bytes| Session::from_bytes(&bytes)),
        Err(error) => return Ready::Failed(error.code()),
    };
    let Some(session) = session else { return Ready::Storage(device) };
    match library::consultation(&*storage, &session.consultation, &session.language).await {
        Ok(consultation) => match resume(&*storage, consultation, session).await {
            Ok(start) => Ready::Consultation(device, Rc::new(start)),
            Err(code) => Ready::Failed(code),
        },
        Err(LibraryError::Unreachable) => Ready::Failed("app-unreachable"),
        // A consultation that is no longer here: the landing page offers those that are.
        Err(LibraryError::Missing) => Ready::Storage(device),
        Err(LibraryError::Storage(error)) => Ready::Failed(error.code()),
    }
}

/// The state to go on with: the receipt on the screen, the stored draft of this consultation, or a new person.
/// A draft that cannot be read just now stops the start, since the next change would overwrite it.
async fn resume(storage: &dyn Storage, consultation: Consultation, session: Session) -> Result<Start, &'static str> {
    let consultation = Rc::new(consultation);
    let languages = library::languages(storage, &session.consultation).await;
    let receipt = kept_receipt(storage, &session.consultation).await.map_err(|error| error.code())?;
    let stored = storage.kept(Slot::Draft).await.map_err(|error| error.code())?;
    let id = new_ballot_id().map_err(|_| "storage-failed")?;
    let mut state = State::new(consultation.clone(), session, id, this_minute());
    if let Some((draft, reached)) = stored.and_then(|bytes| super::Draft::from_bytes(&bytes, &consultation)) {
        state = state.after_action(Action::Restore(Box::new(draft), reached));
    }
    if let Some(receipt) = receipt {
        state = state.after_action(Action::Stored(receipt));
    }
    Ok(Start { state, languages })
}

/// What to say when not even the start works.
fn failed(words: &Words, code: &str) -> Html {
    let text = match code {
        "storage-newer" => say!(words, STORAGE_NEWER),
        "app-unreachable" => say!(words, APP_UNREACHABLE),
        _ => say!(words, STORAGE_UNAVAILABLE),
    };
    html! {
        <main class="bk-page" id="main">
            <h1 class="bk-page__title" tabindex="-1">{ say!(words, CANNOT_START) }</h1>
            { note(Tone::Error, None, html! { <p>{ text }</p> }) }
        </main>
    }
}
