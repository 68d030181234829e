//! A tension the basket meets: accept it, change the basket, or say why.

use basketry_domain::TensionChoice;
use yew::prelude::*;

use super::super::{Action, Step};
use super::frame::Frame;
use super::use_page;
use crate::common::components::{Choice, ChoiceGroup, Note, Pictogram, TextField, Tone};
use crate::common::dom::focus;
use crate::common::route::Route;
use crate::common::words::use_words;
use crate::say;

/// Which tension.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TensionPageProps {
    /// Its place in the consultation, from 0.
    pub place: usize,
}

/// A tension.
#[component]
pub(crate) fn TensionPage(props: &TensionPageProps) -> Html {
    let words = use_words();
    let refused = use_state(|| false);
    let Some(page) = use_page() else { return html! {} };
    let Some(tension) = page.state.consultation.tensions.get(props.place) else { return html! {} };
    let answer = page.state.draft.tensions.get(&tension.id);
    let accepted = answer.is_some_and(|answer| answer.choice == TensionChoice::Accepted);
    let choices = vec![
        Choice { value: "accept".into(), label: say!(words, TENSION_ACCEPT).into(), chosen: accepted },
        Choice { value: "change".into(), label: say!(words, TENSION_CHANGE).into(), chosen: false },
    ];
    let onchoose = {
        let (act, id) = (page.act.clone(), tension.id.clone());
        Callback::from(move |value: AttrValue| {
            let change = value == "change";
            let choice = if change { TensionChoice::Changed } else { TensionChoice::Accepted };
            act.emit(Action::Settle(id.clone(), choice));
            if change {
                Route::Step(Step::Basket.slug()).go();
            }
        })
    };
    let onwhy = {
        let (act, id) = (page.act.clone(), tension.id.clone());
        move |why| act.emit(Action::SettleWhy(id.clone(), why))
    };
    let onnext = {
        let (refused, settled) = (refused.clone(), answer.is_some());
        Callback::from(move |()| {
            refused.set(!settled);
            if !settled {
                focus(".bk-choice__input");
            }
            settled
        })
    };
    let why = answer.and_then(|answer| answer.why.clone()).unwrap_or_default();
    let holds = tension.when.iter().filter_map(|choice| page.state.consultation.item(&choice.item));
    html! {
        <Frame title={tension.title.clone()} kicker={html! { say!(words, TENSION_KICKER) }} next={say!(words, CONTINUE)} {onnext}>
            <section class="bk-tension">
                <div class="bk-tension__pull">
                    { for holds.enumerate().map(|(place, item)| html! {
                        <>
                            if place > 0 { <div class="bk-tension__knot" aria-hidden="true"><Pictogram name="scales" /></div> }
                            <div class="bk-tension__want">
                                <p class="bk-tension__label">{ say!(words, TENSION_IN_BASKET) }</p>
                                <p class="bk-tension__text">{ item.name.clone() }</p>
                            </div>
                        </>
                    }) }
                </div>
                <div class="bk-tension__evidence bk-prose">
                    <h2>{ say!(words, TENSION_EVIDENCE) }</h2><p>{ tension.evidence.clone() }</p>
                </div>
                <div class="bk-prose"><h2>{ say!(words, TENSION_ANOTHER_WAY) }</h2><p>{ tension.another_way.clone() }</p></div>
                if *refused && answer.is_none() {
                    <Note tone={Tone::Error}><p>{ say!(words, TENSION_NOT_DONE) }</p></Note>
                }
                <ChoiceGroup name="tension" legend={say!(words, TENSION_LEGEND)} {choices} {onchoose} />
                <TextField id="tension-why" label={say!(words, TENSION_WHY)} value={why} onchange={onwhy} />
            </section>
        </Frame>
    }
}
