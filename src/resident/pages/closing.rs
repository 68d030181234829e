//! Pages of words: why money is left, who sees it differently, and the questions at the end.

use basketry_domain::{Area, Points};
use yew::prelude::*;

use super::super::Action;
use super::super::draft::complete;
use super::Page;
use super::frame::Frame;
use crate::common::components::{AreaColour, Scale, Size, TextField, bar, bar_before, illustrative, tile};
use crate::common::words::Words;
use crate::say;

/// Why money is left.
pub(super) fn unspent(words: &Words, page: &Page) -> Html {
    let consultation = &page.state.consultation;
    let left = words.money(page.state.draft.basket.left(consultation), consultation.budget.currency);
    let mark = page.state.left_is_illustrative().then(|| illustrative(words, true));
    let field = TextField {
        id: "unspent",
        label: say!(words, UNSPENT_WHY),
        hint: Some(say!(words, UNSPENT_HINT)),
        value: page.state.draft.unspent_reason.clone(),
        onchange: page.on(Action::UnspentReason),
    };
    one_field(words, page, mark, say!(words, UNSPENT_TITLE, amount = left), say!(words, UNSPENT_LEAD), field)
}

/// Who at the table sees it differently.
pub(super) fn dissent(words: &Words, page: &Page) -> Html {
    let field = TextField {
        id: "dissent",
        label: say!(words, DISSENT_LABEL),
        hint: Some(say!(words, DISSENT_HINT)),
        value: page.state.draft.dissent.clone(),
        onchange: page.on(Action::Dissent),
    };
    one_field(words, page, None, say!(words, DISSENT_TITLE), say!(words, DISSENT_LEAD), field)
}

fn one_field(words: &Words, page: &Page, kicker: Option<Html>, title: String, lead: String, field: TextField) -> Html {
    let body = html! { <><p class="bk-page__lead">{ lead }</p>{ field.view(words) }</> };
    Frame { kicker, ..Frame::new(title, say!(words, CONTINUE)) }.view(words, page, body)
}

/// What changed, living with the table's basket, and what one could offer.
pub(super) fn closing(words: &Words, page: &Page) -> Html {
    let closing = &page.state.draft.closing;
    let changed = TextField {
        id: "changed",
        label: say!(words, CLOSING_CHANGED),
        hint: Some(say!(words, CLOSING_CHANGED_HINT)),
        value: closing.what_changed.clone().unwrap_or_default(),
        onchange: page.on(Action::WhatChanged),
    };
    let offer = TextField {
        id: "offer",
        label: say!(words, CLOSING_OFFER),
        hint: Some(say!(words, CLOSING_OFFER_HINT)),
        value: closing.offer.clone().unwrap_or_default(),
        onchange: page.on(Action::Offer),
    };
    let live_with = page.state.is_at_table().then(|| Scale {
        name: "live-with",
        legend: say!(words, CLOSING_LIVE_WITH),
        low: say!(words, CLOSING_LIVE_LOW),
        high: say!(words, CLOSING_LIVE_HIGH),
        score: closing.live_with,
        clear: say!(words, ANSWER_TAKE_BACK),
        onscore: page.on(Action::LiveWith),
    });
    let body = html! {
        <>
            { then_and_now(words, page) }
            { changed.view(words) }
            { live_with.map(|scale| scale.view(words)).unwrap_or_default() }
            { offer.view(words) }
        </>
    };
    Frame::new(say!(words, CLOSING_TITLE), say!(words, CLOSING_NEXT)).view(words, page, body)
}

/// The first reaction beside the considered view, where both are given.
fn then_and_now(words: &Words, page: &Page) -> Html {
    let draft = &page.state.draft;
    let both = complete(draft.first_reaction.as_ref()).zip(complete(draft.considered_view.as_ref()));
    let Some((first, considered)) = both else { return html! {} };
    let areas = page.state.consultation.areas.iter().enumerate();
    html! {
        <>
            <h2>{ say!(words, CLOSING_THEN_NOW) }</h2>
            <ul class="bk-compare">
                { for areas.map(|(place, area)| change(words, place, area, &first.points, &considered.points)) }
            </ul>
        </>
    }
}

fn change(words: &Words, place: usize, area: &Area, first: &Points, considered: &Points) -> Html {
    let (then, now) = (first.of(&area.id), considered.of(&area.id));
    html! {
        <li class={classes!("bk-compare__row", AreaColour(place).class())} key={area.id.to_string()}>
            { tile(&area.pictogram, Size::Small, None) }
            <span class="bk-compare__name">{ area.name.clone() }</span>
            <span class="bk-compare__change">
                <span class="bk-hidden">{ say!(words, CLOSING_FROM_TO, then = then, now = now) }</span>
                <span aria-hidden="true">{ words.whole(then.into()) }{ " → " }{ words.whole(now.into()) }</span>
            </span>
            <span class="bk-compare__bars" aria-hidden="true">{ bar_before(then) }{ bar(now) }</span>
        </li>
    }
}
