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

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::Start;
use super::effects::{confirm, keep_draft, new_ballot_id, receipt};
use super::{Action, AreaPage, Ask, Phase, State, Step};
use crate::common::components::set_text_size;
use crate::common::device::Device;
use crate::common::dom::{arrive, focus, heading, this_minute};
use crate::common::route::Route;
use crate::common::shared::Shared;
use crate::common::storage::Slot;
use crate::common::words::Words;

/// What every page gets: the state, and a way to change it.
#[derive(Clone)]
struct Page {
    /// The state.
    state: UseReducerHandle<State>,
    /// The page.
    step: Step,
    /// Changes the state.
    act: Callback<Action>,
    /// Stores the ballot.
    confirm: Callback<()>,
    /// Starts again with the next person.
    next_person: Callback<()>,
    /// Shows the consultation in another language.
    language: Callback<String>,
    /// The languages of the consultation.
    languages: Vec<String>,
    /// Whether the draft as it is now could be stored.
    saved: bool,
}

impl Page {
    /// Turns what a field says into an action.
    fn on<T: 'static>(&self, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
        let act = self.act.clone();
        Callback::from(move |value| act.emit(action(value)))
    }

    /// Where the brand leads: out, on a device of one's own; on a facilitated tablet back to the person's own welcome.
    fn home(&self) -> Route {
        if self.state.session.facilitated { Route::Step(Step::Welcome.slug()) } else { Route::Start }
    }

    /// Whether somebody tried to go on from here before the page was done.
    fn is_held(&self) -> bool {
        self.state.held.is_some_and(|held| held.at == self.step)
    }
}

/// What the pages of a consultation need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnsweringProps {
    /// Says it.
    pub words: Words,
    /// Stores it.
    pub device: Device,
    /// Where they start.
    pub start: Shared<Start>,
    /// The page the address names.
    pub slug: String,
    /// Starts again, with what is stored.
    pub onreload: Callback<()>,
}

/// The pages of a consultation. All they do beside showing is done here.
#[component]
pub(crate) fn Answering(props: &AnsweringProps) -> Html {
    let device = &props.device;
    let state = use_reducer_eq({
        let start = props.start.clone();
        move || start.state.clone()
    });
    let act = use_callback(state.dispatcher(), |action: Action, dispatcher| dispatcher.dispatch(action));
    let step = state.visit(&props.slug);
    let saved = use_saved(&state, device);
    use_effect_with((step, props.slug.clone()), |(step, slug)| {
        if step.slug() != *slug {
            Route::Step(step.slug()).replace();
        }
    });
    let confirmed = matches!(state.phase, Phase::Confirmed(_));
    use_effect_with((step, confirmed), {
        let (state, act) = (state.clone(), act.clone());
        move |(step, _)| arrive_at(&state, *step, &act)
    });
    let not_stored = matches!(state.phase, Phase::NotStored(..));
    use_effect_with((state.held, not_stored), move |(held, not_stored)| match held.map(|held| held.at) {
        Some(Step::Tension(_)) => focus(".bk-choice__input"),
        Some(_) => focus(".bk-notice--error"),
        None if *not_stored => focus(".bk-notice--error"),
        None => {}
    });
    let page = Page {
        step,
        confirm: confirm_ballot(&state, act.clone(), device.clone()),
        next_person: next_person(&state, act.clone(), device.clone(), props.onreload.clone()),
        language: change_language(&state, device.clone(), props.onreload.clone()),
        languages: props.start.languages.clone(),
        saved,
        state,
        act,
    };
    show(&props.words, &page)
}

fn show(words: &Words, page: &Page) -> Html {
    if let Phase::Confirmed(receipt) = &page.state.phase {
        return receipt::receipt(words, page, receipt);
    }
    match page.step {
        Step::Welcome => welcome::welcome(words, page),
        Step::Question(place) => welcome::question(words, page, place),
        Step::FirstPoints => points::points(words, page, Ask::First),
        Step::ConsideredPoints => points::points(words, page, Ask::Considered),
        Step::FirstSure => sure::sure(words, page, Ask::First),
        Step::ConsideredSure => sure::sure(words, page, Ask::Considered),
        Step::Area(place, AreaPage::Sheet) => sheet::sheet(words, page, place),
        Step::Area(place, AreaPage::Arguments) => arguments::arguments(words, page, place),
        Step::Basket => basket::basket(words, page),
        Step::Tension(place) => tension::tension(words, page, place),
        Step::Unspent => closing::unspent(words, page),
        Step::Dissent => closing::dissent(words, page),
        Step::Closing => closing::closing(words, page),
        Step::Check => check::check(words, page),
    }
}

/// Stores the draft after every change to it. Says whether the last one is stored.
#[hook]
fn use_saved(state: &UseReducerHandle<State>, device: &Device) -> bool {
    let saved = use_state_eq(|| true);
    let open = !matches!(state.phase, Phase::Confirming(_) | Phase::Confirmed(_));
    use_effect_with((state.draft.clone(), state.reached, open), {
        let (state, device, saved) = (state.clone(), device.clone(), saved.clone());
        move |_| {
            // A page nobody has answered on leaves nothing behind.
            let fresh = state.reached == Step::Welcome && state.draft.is_untouched();
            let keep = move || {
                spawn_local(async move {
                    let language = state.consultation.language.as_str();
                    saved.set(keep_draft(&*device.0, &state, language).await.is_ok());
                });
            };
            // The person is answered first. One that still waits gives way to the next, and to the ballot.
            let waiting = (open && !fresh).then(|| Timeout::new(0, keep));
            move || drop(waiting)
        }
    });
    *saved
}

/// A new page: its heading is read out, and an opened fact sheet is noted. It is what closes the first reaction, so it
/// is an action, not a side effect of drawing.
fn arrive_at(state: &State, step: Step, act: &Callback<Action>) {
    arrive(&format!("{} · {}", heading(), state.consultation.title));
    if let Step::Area(place, AreaPage::Sheet) = step
        && let Some(area) = state.consultation.areas.get(place)
    {
        act.emit(Action::OpenSheet(area.id.clone()));
    }
}

/// Stores the ballot, and shows the receipt once it is stored.
fn confirm_ballot(state: &UseReducerHandle<State>, act: Callback<Action>, device: Device) -> Callback<()> {
    let state = state.clone();
    Callback::from(move |()| {
        if matches!(state.phase, Phase::Confirming(_)) || !state.is_settled() {
            return;
        }
        let receipt = receipt(&state);
        act.emit(Action::Confirming(receipt.clone()));
        let (act, state, device) = (act.clone(), state.clone(), device.clone());
        spawn_local(async move { act.emit(confirm(&*device.0, &state, receipt).await) });
    })
}

/// Clears everything of the last person. A tablet stays with its consultation, in the language it was set to; a device
/// of one's own goes back to the start.
fn next_person(state: &State, act: Callback<Action>, device: Device, onreload: Callback<()>) -> Callback<()> {
    let facilitated = state.session.facilitated;
    let as_set = state.consultation.language.as_str() == state.session.language;
    Callback::from(move |()| {
        let (act, device, onreload) = (act.clone(), device.clone(), onreload.clone());
        spawn_local(async move {
            let Ok(id) = new_ballot_id() else { return };
            // A failure leaves a receipt code behind, and no answers: the draft went when the ballot was stored.
            let _ = device.0.clear(Slot::Receipt).await;
            set_text_size(1);
            act.emit(Action::Next(id, this_minute()));
            if facilitated {
                Route::Step(Step::Welcome.slug()).replace();
            } else {
                let _ = device.0.clear(Slot::Session).await;
                Route::Start.replace();
            }
            if !facilitated || !as_set {
                onreload.emit(());
            }
        });
    })
}

/// Shows the consultation in another language; the answers stay, as the draft is stored. The language goes with the
/// draft: the next person has the one the tablet is set to.
fn change_language(state: &UseReducerHandle<State>, device: Device, onreload: Callback<()>) -> Callback<String> {
    let state = state.clone();
    Callback::from(move |language: String| {
        let (state, device, onreload) = (state.clone(), device.clone(), onreload.clone());
        spawn_local(async move {
            if keep_draft(&*device.0, &state, &language).await.is_ok() {
                onreload.emit(());
            }
        });
    })
}
