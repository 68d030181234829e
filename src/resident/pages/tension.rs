//! A tension the basket meets: accept it, change the basket, or say why.

use basketry_domain::{Item, Tension, TensionChoice};
use yew::prelude::*;

use super::super::{Action, Step};
use super::Page;
use super::frame::Frame;
use crate::common::components::{Choice, Choices, TextField, Tone, note, pictogram};
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// A tension, by its place.
pub(super) fn tension(words: &Words, page: &Page, place: usize) -> Html {
    let Some(tension) = page.state.consultation.tensions.get(place) else { return html! {} };
    let held = page.state.is_unsettled(page.step);
    let stance = page.state.draft.stance(&tension.id);
    let id = tension.id.clone();
    let why = TextField {
        id: "tension-why",
        label: say!(words, TENSION_WHY),
        hint: None,
        value: stance.and_then(|stance| stance.why.clone()).unwrap_or_default(),
        onchange: page.on(move |why| Action::SettleWhy(id.clone(), why)),
    };
    let body = html! {
        <section class="bk-tension">
            <div class="bk-tension__pull">{ pull(words, page, tension) }</div>
            <div class="bk-tension__evidence bk-prose">
                <h2>{ say!(words, TENSION_EVIDENCE) }</h2><p>{ tension.evidence.clone() }</p>
            </div>
            <div class="bk-prose"><h2>{ say!(words, TENSION_ANOTHER_WAY) }</h2><p>{ tension.another_way.clone() }</p></div>
            if page.is_held() && held {
                { note(Tone::Error, None, html! { <p>{ say!(words, TENSION_NOT_DONE) }</p> }) }
            }
            { choices(words, page, tension, !held) }
            { why.view(words) }
        </section>
    };
    let frame = Frame {
        kicker: Some(html! { say!(words, TENSION_KICKER) }),
        held,
        ..Frame::new(tension.title.clone(), say!(words, CONTINUE))
    };
    frame.view(words, page, body)
}

/// The items that pull against each other.
fn pull(words: &Words, page: &Page, tension: &Tension) -> Html {
    let holds = tension.when.iter().filter_map(|choice| page.state.consultation.item(&choice.item));
    let want = |(place, item): (usize, &Item)| {
        html! {
            <>
                if place > 0 { <div class="bk-tension__knot" aria-hidden="true">{ pictogram("scales") }</div> }
                <div class="bk-tension__want">
                    <p class="bk-tension__label">{ say!(words, TENSION_IN_BASKET) }</p>
                    <p class="bk-tension__text">{ item.name.clone() }</p>
                </div>
            </>
        }
    };
    holds.enumerate().map(want).collect()
}

/// What can be done. Changing the basket is done in the basket: whoever comes back without is asked again.
fn choices(words: &Words, page: &Page, tension: &Tension, accepted: bool) -> Html {
    let (act, id) = (page.act.clone(), tension.id.clone());
    Choices {
        name: "tension".to_owned(),
        legend: say!(words, TENSION_LEGEND),
        legend_hidden: false,
        choices: vec![
            Choice { value: "accept".to_owned(), label: say!(words, TENSION_ACCEPT), chosen: accepted },
            Choice { value: "change".to_owned(), label: say!(words, TENSION_CHANGE), chosen: false },
        ],
        several: false,
        onchoose: Callback::from(move |value: String| {
            let change = value == "change";
            let choice = if change { TensionChoice::Changed } else { TensionChoice::Accepted };
            act.emit(Action::Settle(id.clone(), choice));
            if change {
                Route::Step(Step::Basket.slug()).go();
            }
        }),
        clear: None,
    }
    .view()
}
