//! The facilitator's page: which consultation, which table, who is next, and the ballots as a file.

mod effects;
mod left;
mod setup;
mod tasks;
mod told;

use basketry_domain::Consultation;
use basketry_formats::Notice;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::app::{keep, trouble};
use super::clerk::Desk;
use super::filebox::FileBox;
use super::notices;
use crate::common::components::{Header, Tone, footer, note};
use crate::common::device::Device;
use crate::common::dom::arrive;
use crate::common::library::{self, Gathered, LibraryError, Shelved};
use crate::common::session::Session;
use crate::common::words::use_words;
use crate::say;
use crate::worker::{FileId, Input, Output};

/// What is known of the device and the chosen consultation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Situation {
    /// The consultations at hand.
    pub(super) shelf: Vec<Shelved>,
    /// Ballots of consultations that are not at hand any more.
    pub(super) left: Vec<Gathered>,
    /// What the tablet is set to, when a consultation is chosen.
    pub(super) session: Option<Session>,
    /// The chosen consultation.
    pub(super) consultation: Option<Consultation>,
    /// Its ballots on this device, once they could be read.
    pub(super) ballots: Option<Gathered>,
    /// Whose they are.
    pub(super) voters: Voters,
    /// Whether somebody's answers are not confirmed.
    pub(super) draft: bool,
    /// Whether the browser promised to keep the storage.
    pub(super) persisted: bool,
    /// Why not everything could be read or kept.
    pub(super) trouble: Option<LibraryError>,
}

impl Situation {
    /// Whether the consultation the tablet is set to is at hand.
    fn has(&self, session: &Session) -> bool {
        self.shelf.iter().any(|shelved| library::reference(&shelved.entry) == session.consultation)
    }
}

/// Whose ballots there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Voters {
    /// How many people have confirmed.
    pub(super) persons: usize,
    /// How many tables have.
    pub(super) tables: usize,
}

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
    let device = use_context::<Device>();
    let (situation, failures, refresh) = use_situation(device.clone());
    let problem = use_state(Vec::<Notice>::new);
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
                desk.ask(&Input::Open { id: FileId(0), name: file.name(), file });
            }
        })
    };
    html! {
        <>
            <Header words={words.clone()} />
            <main class="bk-page bk-page--wide" id="main">
                <h1 class="bk-page__title" tabindex="-1">{ say!(words, FACILITATOR_TITLE) }</h1>
                <p class="bk-page__lead">{ say!(words, FACILITATOR_LEAD) }</p>
                if !props.not_renewed.is_empty() {
                    { note(Tone::Warning, None, notices::show(&words, &props.not_renewed)) }
                }
                if let Some(error) = &situation.trouble {
                    { note(Tone::Error, None, notices::show(&words, &[trouble(error)])) }
                }
                // Made anew after a failure: the browser would go on showing a choice that was not kept.
                <setup::Setup key={failures} situation={(*situation).clone()} onsession={refresh.reform(Some)} />
                <tasks::Tasks situation={(*situation).clone()} onchange={refresh.reform(Some)} />
                <left::Left left={situation.left.clone()} />
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

/// What is known, how often not all of it could be read or kept, and what reads it again, with a session to keep.
#[hook]
fn use_situation(device: Option<Device>) -> (UseStateHandle<Situation>, u32, Callback<Option<Session>>) {
    let situation = use_state(Situation::default);
    let failures = use_mut_ref(|| 0_u32);
    let refresh = {
        let (situation, device, failures) = (situation.clone(), device.clone(), failures.clone());
        Callback::from(move |session: Option<Session>| {
            let (situation, device, failures) = (situation.clone(), device.clone(), failures.clone());
            spawn_local(async move {
                let Some(device) = device else { return };
                let now = effects::situation(&device, session).await;
                *failures.borrow_mut() += u32::from(now.trouble.is_some());
                situation.set(now);
            });
        })
    };
    let failures = *failures.borrow();
    (situation, failures, refresh)
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
                match keep(&device, opened).await {
                    Ok((reference, language)) => {
                        refresh.emit(Some(Session { facilitated: true, ..Session::own_device(reference, language) }));
                    }
                    Err(notice) => problem.set(vec![notice]),
                }
            });
        }
        Output::Refused(_, notices) => problem.set(notices),
        Output::Progress { .. } | Output::Counted(_) | Output::NotCounted(_) => {}
    })
}
