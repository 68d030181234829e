//! Starts the resident's pages: storage, session, draft, and the page the address names.

use basketry_domain::Consultation;
use basketry_formats::ballots::write_reference;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::begin::begin;
use super::effects::{kept_receipt, new_ballot_id};
use super::pages::Answering;
use super::{Action, Draft, KeptDraft, Receipt, State, Step, trouble};
use crate::common::components::{Tone, note, set_text_size, text_size};
use crate::common::device::Device;
use crate::common::dom::{arrive, heading, stage, this_minute};
use crate::common::languages::mark_language;
use crate::common::library::{self, LibraryError};
use crate::common::route::{Route, use_route};
use crate::common::session::Session;
use crate::common::shared::Shared;
use crate::common::storage::{Slot, Storage, StorageError};
use crate::common::words::Words;
use crate::say;

/// What there is to show.
#[derive(Clone, PartialEq)]
enum Ready {
    /// A consultation is set, and somebody may be in the middle of it.
    Consultation(Device, Shared<Start>),
    Failed(&'static str),
}

/// Where the pages of a consultation start.
pub(crate) struct Start {
    /// The state before the first action.
    pub state: State,
    /// The languages of the consultation.
    pub languages: Vec<String>,
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    ready: Ready,
}

/// Starts the program. What is on the page stays there until there is something to show in its place.
pub fn run() {
    spawn_local(async {
        if let Some(ready) = start().await {
            yew::Renderer::<App>::with_root_and_props(stage(), AppProps { ready }).render();
        }
    });
}

/// The resident's program.
#[component]
fn App(props: &AppProps) -> Html {
    let ready = use_state(|| props.ready.clone());
    let route = use_route();
    let load = {
        let ready = ready.clone();
        Callback::from(move |()| {
            let ready = ready.clone();
            spawn_local(async move {
                if let Some(now) = start().await {
                    ready.set(now);
                }
            });
        })
    };
    let language = match &*ready {
        Ready::Consultation(_, start) => start.state.consultation.language.as_str().to_owned(),
        Ready::Failed(_) => basketry_texts::LANGUAGES[0].to_owned(),
    };
    let words = use_memo(language.clone(), |language| Words::new(language));
    use_effect_with(language, |language| {
        mark_language(language);
    });
    use_effect_with(matches!(*ready, Ready::Failed(_)), |failed| {
        if *failed {
            arrive(&heading());
        }
    });
    let words = &*words;
    match (&*ready, route) {
        (Ready::Failed(code), _) => failed(words, code),
        (Ready::Consultation(device, start), Route::Step(slug)) => {
            // Another consultation or another language begins anew, with what is stored.
            let consultation = &start.state.consultation;
            let key = format!("{} {}", write_reference(&consultation.reference), consultation.language);
            html! { <Answering {key} words={words.clone()} device={device.clone()} start={start.clone()} {slug} onreload={load} /> }
        }
        // On the way to another page, which boot.js loads afresh.
        (Ready::Consultation(..), _) => html! {},
    }
}

/// What the address asks for. Nothing when no consultation is set: the start page offers some.
async fn start() -> Option<Ready> {
    match found().await {
        Ok(Some((device, start))) => Some(Ready::Consultation(device, Shared::new(start))),
        Ok(None) => {
            Route::Start.replace();
            None
        }
        Err(code) => Some(Ready::Failed(code)),
    }
}

async fn found() -> Result<Option<(Device, Start)>, &'static str> {
    let device = Device::open().await.map_err(|error| error.code())?;
    let storage = &*device.0;
    if let Route::Begin(id) = Route::current() {
        begin(storage, &id).await.map_err(|error| error.code())?;
        Route::Step(Step::Welcome.slug()).replace();
    }
    let session = storage.kept(Slot::Session).await.map_err(|error| error.code())?;
    let Some(session) = session.and_then(|bytes| Session::from_bytes(&bytes)) else { return Ok(None) };
    let person = person(storage, &session).await.map_err(|error| error.code())?;
    let start = match library::consultation(storage, &session.consultation, &person.language).await {
        Ok(consultation) => resume(storage, consultation, session, person).await?,
        // A consultation that is no longer here.
        Err(LibraryError::Missing) => return Ok(None),
        Err(error) => return Err(error.code()),
    };
    Ok(Some((device, start)))
}

/// What the device has of the person who is answering.
struct Person {
    /// The receipt on the screen.
    receipt: Option<Receipt>,
    /// The answers so far, and how far they had come.
    draft: Option<KeptDraft>,
    /// The language they chose, else the one the device is set to.
    language: String,
    /// The text size they chose, else that of the page they came from.
    text_size: u8,
}

/// The person who is answering. A draft that cannot be read just now stops the start, since the next change would
/// overwrite it.
async fn person(storage: &dyn Storage, session: &Session) -> Result<Person, StorageError> {
    let receipt = kept_receipt(storage, &session.consultation).await?;
    let draft = storage.kept(Slot::Draft(&session.consultation)).await?;
    let draft = draft.and_then(|bytes| Draft::from_bytes(&bytes, &session.consultation));
    let (language, text_size) = match (&receipt, &draft) {
        (Some(receipt), _) => (&receipt.language, receipt.text_size),
        (None, Some(kept)) => (&kept.language, kept.draft.text_size),
        (None, None) => (&session.language, text_size()),
    };
    Ok(Person { language: language.clone(), text_size, receipt, draft })
}

/// The state to go on with: the receipt on the screen, the stored draft of this consultation, or a new person.
async fn resume(
    storage: &dyn Storage,
    consultation: Consultation,
    session: Session,
    person: Person,
) -> Result<Start, &'static str> {
    let languages = library::languages(storage, &session.consultation).await;
    let id = new_ballot_id().map_err(|_| "storage-failed")?;
    let mut state = State::new(Shared::new(consultation), session, id, this_minute());
    if let Some(KeptDraft { draft, reached, .. }) = person.draft {
        state = state.after_action(Action::Restore(Box::new(draft), reached));
    }
    set_text_size(person.text_size);
    state = state.after_action(Action::TextSize(person.text_size));
    if let Some(receipt) = person.receipt {
        state = state.after_action(Action::Stored(receipt));
    }
    Ok(Start { state, languages })
}

/// What to say when not even the start works.
fn failed(words: &Words, code: &str) -> Html {
    html! {
        <main class="bk-page" id="main">
            <h1 class="bk-page__title" tabindex="-1">{ say!(words, CANNOT_START) }</h1>
            { note(Tone::Error, None, html! { <p>{ words.say(trouble::no_start(code), &[]) }</p> }) }
            <p><a href={Route::Start.hash()}>{ say!(words, TO_START) }</a></p>
        </main>
    }
}
