//! Pages of words: why money is left, who sees it differently, and the questions at the end.

use basketry_domain::Voter;
use yew::prelude::*;

use super::super::Action;
use super::frame::Frame;
use super::use_page;
use crate::common::components::{AreaColour, Bar, Scale, TextField, Tile};
use crate::common::words::use_words;
use crate::say;

/// Why money is left.
#[component]
pub(crate) fn Unspent() -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let consultation = &page.state.consultation;
    let left = words.money(page.state.draft.basket.left(consultation), consultation.budget.currency);
    let act = page.act.clone();
    html! {
        <Frame title={say!(words, UNSPENT_TITLE, amount = left)} next={say!(words, CONTINUE)}>
            <p class="bk-page__lead">{ say!(words, UNSPENT_LEAD) }</p>
            <TextField id="unspent" label={say!(words, UNSPENT_WHY)} hint={say!(words, UNSPENT_HINT)}
                value={page.state.draft.unspent_reason.clone()}
                onchange={move |text| act.emit(Action::UnspentReason(text))} />
        </Frame>
    }
}

/// Who at the table sees it differently.
#[component]
pub(crate) fn Dissent() -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let act = page.act.clone();
    html! {
        <Frame title={say!(words, DISSENT_TITLE)} next={say!(words, CONTINUE)}>
            <p class="bk-page__lead">{ say!(words, DISSENT_LEAD) }</p>
            <TextField id="dissent" label={say!(words, DISSENT_LABEL)} hint={say!(words, DISSENT_HINT)}
                value={page.state.draft.dissent.clone()} onchange={move |text| act.emit(Action::Dissent(text))} />
        </Frame>
    }
}

/// What changed, living with the table's basket, and what one could offer.
#[component]
pub(crate) fn Closing() -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let draft = &page.state.draft;
    let closing = &draft.closing;
    let both = draft.first_reaction.as_ref().zip(draft.considered_view.as_ref());
    let at_table = page.state.session.voter() == Voter::Person && page.state.session.table.is_some();
    let (changed, live, offer) = (page.act.clone(), page.act.clone(), page.act.clone());
    html! {
        <Frame title={say!(words, CLOSING_TITLE)} next={say!(words, CLOSING_NEXT)}>
            if let Some((first, considered)) = both {
                <h2>{ say!(words, CLOSING_THEN_NOW) }</h2>
                <ul class="bk-compare">
                    { for page.state.consultation.areas.iter().enumerate().map(|(place, area)| {
                        let (then, now) = (first.points.of(&area.id), considered.points.of(&area.id));
                        html! {
                            <li class={classes!("bk-compare__row", AreaColour(place).class())} key={area.id.to_string()}>
                                <Tile name={area.pictogram.clone()} size="small" />
                                <span class="bk-compare__name">{ area.name.clone() }</span>
                                <span class="bk-compare__change">
                                    <span class="bk-hidden">{ say!(words, CLOSING_FROM_TO, then = then, now = now) }</span>
                                    <span aria-hidden="true">{ words.whole(then.into()) }{ " → " }{ words.whole(now.into()) }</span>
                                </span>
                                <span class="bk-compare__bars" aria-hidden="true">
                                    <Bar percent={then} class="bk-bar--before" /><Bar percent={now} />
                                </span>
                            </li>
                        }
                    }) }
                </ul>
            }
            <TextField id="changed" label={say!(words, CLOSING_CHANGED)} hint={say!(words, CLOSING_CHANGED_HINT)}
                value={closing.what_changed.clone().unwrap_or_default()}
                onchange={move |text| changed.emit(Action::WhatChanged(text))} />
            if at_table {
                <Scale name="live-with" legend={say!(words, CLOSING_LIVE_WITH)} low={say!(words, CLOSING_LIVE_LOW)}
                    high={say!(words, CLOSING_LIVE_HIGH)} score={closing.live_with}
                    onscore={move |score| live.emit(Action::LiveWith(score))} />
            }
            <TextField id="offer" label={say!(words, CLOSING_OFFER)} hint={say!(words, CLOSING_OFFER_HINT)}
                value={closing.offer.clone().unwrap_or_default()}
                onchange={move |text| offer.emit(Action::Offer(text))} />
        </Frame>
    }
}
