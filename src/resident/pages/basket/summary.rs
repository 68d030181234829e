//! Beside the items: what is in the basket, which outcomes it serves, and who else saves or pays.

use basketry_domain::{AgencyId, Basket, Consultation, ItemId, Money, Outcome, Spending, Target};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::level_name;
use crate::common::components::{AreaColour, Size, illustrative, pictogram, tile};
use crate::common::shared::Shared;
use crate::common::words::Words;
use crate::say;

/// What the summary is about.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SummaryProps {
    pub(super) words: Words,
    pub(super) consultation: Shared<Consultation>,
    pub(super) basket: Basket,
    /// Whether an invented amount is part of what is spent.
    pub(super) illustrative: bool,
}

/// The summary of the basket. The card and the money left answer a tap; the summary follows once they are shown.
#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let shown = use_state_eq(|| props.clone());
    use_effect_with(props.clone(), {
        let shown = shown.setter();
        move |props| {
            let props = props.clone();
            let frame = request_animation_frame(move |_| {
                Timeout::new(0, move || shown.set(props)).forget();
            });
            move || drop(frame)
        }
    });
    html! { <Shown ..(*shown).clone() /> }
}

/// The summary of a basket, drawn again only when that is another one.
#[component]
fn Shown(props: &SummaryProps) -> Html {
    let words = &props.words;
    html! {
        <aside class="bk-summary" id="summary" aria-label={say!(words, SUMMARY_LABEL)} tabindex="0">
            { contents(props) }
            { outcomes(props) }
            { others(props) }
        </aside>
    }
}

fn contents(SummaryProps { words, consultation, basket, illustrative: invented }: &SummaryProps) -> Html {
    let rows = consultation.items.iter().filter_map(|item| {
        let level = basket.level(&item.id)?;
        Some(html! {
            <Row key={item.id.to_string()} words={words.clone()} consultation={consultation.clone()} id={item.id.clone()} {level} />
        })
    });
    html! {
        <section>
            <h2 class="bk-summary__title">{ pictogram("basket") }{ " " }{ say!(words, SUMMARY_BASKET) }{ illustrative(words, *invented) }</h2>
            if basket.is_empty() {
                <p class="bk-summary__empty">{ say!(words, SUMMARY_EMPTY) }</p>
            } else {
                <ul>
                    { for rows }
                    <li class="bk-summary__row bk-summary__row--total" key="spent">
                        <span class="bk-summary__what">
                            { say!(words, SUMMARY_SPENT) }{ illustrative(words, *invented) }
                        </span>
                        <span class="bk-summary__cost">
                            { words.money(basket.cost(consultation), consultation.budget.currency) }
                        </span>
                    </li>
                </ul>
            }
        </section>
    }
}

/// Like a card, a row is drawn again only when what it shows changes.
#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    words: Words,
    consultation: Shared<Consultation>,
    id: ItemId,
    level: u8,
}

/// An item in the basket.
#[component]
fn Row(props: &RowProps) -> Html {
    let consultation = &props.consultation;
    let Some(item) = consultation.item(&props.id) else { return html! {} };
    let place = consultation.areas.iter().position(|area| area.id == item.area).unwrap_or_default();
    let cost = item.cost(props.level).map(|cost| props.words.money(cost, consultation.budget.currency));
    html! {
        <li class="bk-summary__row">
            { tile(&item.pictogram, Size::Small, Some(AreaColour(place))) }
            <span class="bk-summary__what">
                { item.name.clone() }
                if let Some(name) = level_name(item, props.level) { <span class="bk-summary__note">{ name }</span> }
            </span>
            <span class="bk-summary__cost">{ cost.unwrap_or_default() }</span>
        </li>
    }
}

fn outcomes(SummaryProps { words, consultation, basket, .. }: &SummaryProps) -> Html {
    if consultation.outcomes.is_empty() {
        return html! {};
    }
    let (served, unserved) = basket.outcomes(consultation);
    let served_row = |outcome: &Outcome| {
        html! {
            <li class="bk-outcome" key={outcome.id.to_string()}>
                { pictogram("check") }{ " " }<span>{ outcome.name.clone() }{ aim(words, outcome) }</span>
            </li>
        }
    };
    let unserved_row = |outcome: &Outcome| {
        html! {
            <li class="bk-outcome bk-outcome--unserved" key={outcome.id.to_string()}>
                { pictogram("minus") }{ " " }
                <span>
                    { outcome.name.clone() }{ aim(words, outcome) }
                    <span class="bk-summary__note">{ say!(words, OUTCOME_UNSERVED) }</span>
                </span>
            </li>
        }
    };
    html! {
        <section>
            <h2 class="bk-summary__title">{ pictogram("star") }{ " " }{ say!(words, SUMMARY_OUTCOMES) }</h2>
            <ul>{ for served.into_iter().map(served_row) }{ for unserved.into_iter().map(unserved_row) }</ul>
        </section>
    }
}

/// How an outcome is measured, and where it should get to.
fn aim(words: &Words, outcome: &Outcome) -> Html {
    let reading = |reading: &Target| [&words.decimal(reading.value), " ", &reading.unit].concat();
    html! {
        <span class="bk-summary__note">
            <span class="bk-summary__line">{ outcome.measure.clone() }</span>
            if let Some(baseline) = &outcome.baseline {
                { " " }{ say!(words, OUTCOME_BASELINE, value = reading(baseline), date = words.partial_date(baseline.date)) }
            }
            if let Some(target) = &outcome.target {
                { " " }{ say!(words, OUTCOME_TARGET, value = reading(target), date = words.partial_date(target.date)) }
            }
            { illustrative(words, outcome.illustrative) }
        </span>
    }
}

fn others(SummaryProps { words, consultation, basket, illustrative: invented }: &SummaryProps) -> Html {
    let spillovers = basket.spillovers(consultation);
    if spillovers.is_empty() {
        return html! {};
    }
    let row = |spending: Spending<AgencyId>| {
        let agency = consultation.agencies.iter().find(|agency| agency.id == spending.of);
        let saves = spending.amount > Money::ZERO;
        let amount = Money::from_minor(spending.amount.minor().abs());
        html! {
            <li class="bk-summary__row" key={spending.of.to_string()}>
                <span class="bk-summary__what">
                    { agency.map(|agency| agency.name.clone()).unwrap_or_default() }
                    <span class="bk-summary__note">
                        { if saves { say!(words, SUMMARY_SAVES) } else { say!(words, SUMMARY_PAYS) } }
                    </span>
                </span>
                <span class="bk-summary__cost">{ words.money(amount, consultation.budget.currency) }</span>
            </li>
        }
    };
    html! {
        <section>
            <h2 class="bk-summary__title">{ pictogram("people") }{ " " }{ say!(words, SUMMARY_OTHERS) }{ illustrative(words, *invented) }</h2>
            <ul>{ for spillovers.into_iter().map(row) }</ul>
            <p class="bk-quiet">{ say!(words, SUMMARY_ASSUMPTIONS) }</p>
        </section>
    }
}
