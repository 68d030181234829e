//! The pages of a consultation.

mod arguments;
mod basket;
mod check;
mod closing;
mod frame;
mod points;
mod receipt;
mod sheet;
mod sure;
mod tension;
mod welcome;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::Start;
use super::effects::{confirm, keep_draft, new_ballot_id, receipt};
use super::{Action, AreaPage, Ask, Phase, State, Step};
use crate::common::device::Device;
use crate::common::dom::this_minute;
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::Slot;

/// What every page gets: the state, and a way to change it.
#[derive(Clone, PartialEq)]
pub(crate) struct Page {
    /// The state.
    pub state: Rc<State>,
    /// The page.
    pub step: Step,
    /// Changes the state.
    pub act: Callback<Action>,
    /// Stores the ballot.
    pub confirm: Callback<()>,
    /// Starts again with the next person.
    pub next_person: Callback<()>,
    /// Shows the consultation in another language.
    pub language: Callback<String>,
    /// The languages of the consultation.
    pub languages: Rc<Vec<String>>,
    /// Whether the draft as it is now could be stored.
    pub saved: bool,
}

/// What the pages of a consultation need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnsweringProps {
    /// Where they start.
    pub start: Rc<Start>,
    /// The page the address names.
    pub slug: AttrValue,
    /// Starts again, with what is stored.
    pub onreload: Callback<()>,
}

/// The pages of a consultation.
#[component]
pub(crate) fn Answering(props: &AnsweringProps) -> Html {
    let device = use_context::<Device>();
    let state = use_reducer_eq({
        let start = props.start.clone();
        move || start.state.clone()
    });
    let saved = use_state(|| true);
    use_effect_with((state.draft.clone(), state.reached), {
        let (state, device, saved) = (state.clone(), device.clone(), saved.clone());
        move |_| {
            if let (Phase::Answering, Some(device)) = (&state.phase, device) {
                let state = Rc::new((*state).clone());
                spawn_local(async move { saved.set(keep_draft(device.0, state).await.is_ok()) });
            }
        }
    });
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let confirm = {
        let (act, state, device) = (act.clone(), state.clone(), device.clone());
        Callback::from(move |()| {
            let Some(device) = device.clone() else { return };
            if matches!(state.phase, Phase::Confirming(_)) {
                return;
            }
            let receipt = receipt(&state);
            act.emit(Action::Confirming(receipt.clone()));
            let (act, state) = (act.clone(), Rc::new((*state).clone()));
            spawn_local(async move { act.emit(confirm(device.0, state, receipt).await) });
        })
    };
    let next_person = next_person(&state, act.clone(), device.clone(), props.onreload.clone());
    let language = change_language(&state.session, device, props.onreload.clone());
    let step = state.visit(&props.slug);
    use_effect_with((step, props.slug.clone()), |(step, slug)| {
        if step.slug() != **slug {
            Route::Step(step.slug()).replace();
        }
    });
    let page = Page {
        state: Rc::new((*state).clone()),
        step,
        act,
        confirm,
        next_person,
        language,
        languages: Rc::new(props.start.languages.clone()),
        saved: *saved,
    };
    html! { <ContextProvider<Page> context={page.clone()}>{ show(&page) }</ContextProvider<Page>> }
}

fn show(page: &Page) -> Html {
    if let Phase::Confirmed(_) = page.state.phase {
        return html! { <receipt::ReceiptPage /> };
    }
    match page.step {
        Step::Welcome => html! { <welcome::Welcome /> },
        Step::Question(place) => html! { <welcome::Question {place} key={place} /> },
        Step::FirstPoints => html! { <points::PointsPage ask={Ask::First} key="first" /> },
        Step::ConsideredPoints => html! { <points::PointsPage ask={Ask::Considered} key="considered" /> },
        Step::FirstSure => html! { <sure::Sure ask={Ask::First} key="first-sure" /> },
        Step::ConsideredSure => html! { <sure::Sure ask={Ask::Considered} key="considered-sure" /> },
        Step::Area(place, AreaPage::Sheet) => html! { <sheet::Sheet {place} key={format!("sheet-{place}")} /> },
        Step::Area(place, AreaPage::Arguments) => {
            html! { <arguments::Arguments {place} key={format!("arguments-{place}")} /> }
        }
        Step::Basket => html! { <basket::BasketPage /> },
        Step::Tension(place) => html! { <tension::TensionPage {place} key={format!("tension-{place}")} /> },
        Step::Unspent => html! { <closing::Unspent /> },
        Step::Dissent => html! { <closing::Dissent /> },
        Step::Closing => html! { <closing::Closing /> },
        Step::Check => html! { <check::Check /> },
    }
}

/// The page's context. Pages are only ever shown inside [`Answering`].
#[hook]
fn use_page() -> Option<Page> {
    use_context::<Page>()
}

/// Clears everything of the last person. A tablet stays with its consultation; a device of one's own goes back to
/// the start.
fn next_person(
    state: &UseReducerHandle<State>,
    act: Callback<Action>,
    device: Option<Device>,
    onreload: Callback<()>,
) -> Callback<()> {
    let facilitated = state.session.facilitated;
    Callback::from(move |()| {
        let (act, device, onreload) = (act.clone(), device.clone(), onreload.clone());
        spawn_local(async move {
            let (Some(device), Ok(id)) = (device, new_ballot_id()) else { return };
            // A failure leaves a receipt code behind, and no answers: the draft went when the ballot was stored.
            let _ = device.0.clear(Slot::Receipt).await;
            act.emit(Action::Next(id, this_minute()));
            if facilitated {
                Route::Step(Step::Welcome.slug()).replace();
            } else {
                let _ = device.0.clear(Slot::Session).await;
                Route::Start.replace();
                onreload.emit(());
            }
        });
    })
}

/// Shows the consultation in another language; the answers stay, as the draft is stored.
fn change_language(session: &Session, device: Option<Device>, onreload: Callback<()>) -> Callback<String> {
    let session = session.clone();
    Callback::from(move |language: String| {
        let (session, device, onreload) = (Session { language, ..session.clone() }, device.clone(), onreload.clone());
        spawn_local(async move {
            let Some(device) = device else { return };
            if device.0.keep(Slot::Session, session.to_bytes()).await.is_ok() {
                onreload.emit(());
            }
        });
    })
}
