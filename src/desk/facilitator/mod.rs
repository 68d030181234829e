//! The facilitator's page: which consultation, which table, who is next, and the ballots as a file.

mod effects;
mod setup;
mod tasks;

use basketry_domain::Consultation;
use basketry_formats::Notice;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::clerk::Desk;
use super::filebox::FileBox;
use super::notices;
use crate::common::components::{Header, Tone, footer, note};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::library::Shelved;
use crate::common::session::Session;
use crate::common::storage::KeptBallot;
use crate::common::words::use_words;
use crate::say;
use crate::worker::{FileId, Input, Output};

/// What is known of the device and the chosen consultation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Situation {
    /// The consultations at hand.
    pub(super) shelf: Vec<Shelved>,
    /// What the tablet is set to, when a consultation is chosen.
    pub(super) session: Option<Session>,
    /// The chosen consultation.
    pub(super) consultation: Option<Consultation>,
    /// Its ballots on this device.
    pub(super) ballots: Vec<KeptBallot>,
    /// Whether somebody's answers are not confirmed.
    pub(super) draft: bool,
    /// Whether the browser promised to keep the storage.
    pub(super) persisted: bool,
}

/// The facilitator's page.
#[component]
pub(super) fn Facilitator() -> Html {
    let words = use_words();
    let device = use_context::<Device>();
    let situation = use_state(Situation::default);
    let problem = use_state(Vec::<Notice>::new);
    let refresh = {
        let (situation, device) = (situation.clone(), device.clone());
        Callback::from(move |session: Option<Session>| {
            let (situation, device) = (situation.clone(), device.clone());
            spawn_local(async move {
                if let Some(device) = device {
                    situation.set(effects::situation(&device, session).await);
                }
            });
        })
    };
    let desk = use_mut_ref(|| None::<Desk>);
    use_effect_with((), {
        let (words, refresh, desk, problem) = (words.clone(), refresh.clone(), desk.clone(), problem.clone());
        let device = device.clone();
        move |()| {
            arrive(&say!(words, FACILITATOR_TITLE));
            refresh.emit(None);
            let answers = opened(device, refresh, problem);
            *desk.borrow_mut() = Some(Desk::new(&words, answers));
        }
    });
    let onfile = {
        let (desk, problem) = (desk.clone(), problem.clone());
        Callback::from(move |file: File| {
            problem.set(Vec::new());
            if let Some(desk) = &*desk.borrow() {
                desk.ask(Input::Open { id: FileId(0), name: file.name(), file });
            }
        })
    };
    html! {
        <>
            <Header words={words.clone()} />
            <main class="bk-page bk-page--wide" id="main">
                <h1 class="bk-page__title" tabindex="-1">{ say!(words, FACILITATOR_TITLE) }</h1>
                <p class="bk-page__lead">{ say!(words, FACILITATOR_LEAD) }</p>
                <setup::Setup situation={(*situation).clone()} onsession={refresh.reform(Some)} />
                <tasks::Tasks situation={(*situation).clone()} onchange={refresh.reform(Some)} />
                <section class="bk-section">
                    <FileBox id="consultation-file" label={say!(words, FACILITATOR_OPEN)}
                        hint={say!(words, FACILITATOR_OPEN_HINT)} {onfile} />
                    if !problem.is_empty() {
                        { note(Tone::Error, None, notices::show(&words, &problem)) }
                    }
                </section>
            </main>
            { footer(&words, html! {}) }
        </>
    }
}

/// What to do with what the worker opened: keep a consultation and choose it, refuse anything else.
fn opened(
    device: Option<Device>,
    refresh: Callback<Option<Session>>,
    problem: UseStateHandle<Vec<Notice>>,
) -> Callback<Output> {
    Callback::from(move |output| match output {
        Output::Opened(_, opened) => {
            let (device, refresh, problem) = (device.clone(), refresh.clone(), problem.clone());
            spawn_local(async move {
                let Some(device) = device else { return };
                match effects::keep(&device, opened).await {
                    Ok(session) => refresh.emit(Some(session)),
                    Err(notice) => problem.set(vec![notice]),
                }
            });
        }
        Output::Refused(_, notices) => problem.set(notices),
        Output::Progress { .. } | Output::Counted(_) | Output::NotCounted(_) => {}
    })
}
