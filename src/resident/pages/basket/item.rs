//! A card of the basket: what an item is, what it costs, and whether it can go in.

use basketry_domain::{AgencyId, Consultation, Item, ItemId, Money, Refusal, Tension, TensionId};
use yew::prelude::*;

use super::super::super::Action;
use super::super::Page;
use crate::common::components::{Size, illustrative, pictogram, tile};
use crate::common::shared::Shared;
use crate::common::words::Words;
use crate::say;

/// What a card shows of the state.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    /// The level in the basket.
    pub(super) level: Option<u8>,
    /// Why it cannot be put in at its lowest level, or at the level last tried.
    refusal: Option<Refusal>,
    /// How often a change to this item was refused in a row. A refused radio button has to be drawn again.
    refused: u32,
    /// Whether an invented amount is part of what is left.
    left_is_illustrative: bool,
    /// The tensions that the basket meets with this item in it.
    tensions: Vec<TensionId>,
}

impl Shown {
    /// What the card of `item` shows; `refusals` says which items cannot be put in, `met` which tensions the basket
    /// meets.
    pub(super) fn of(item: &Item, page: &Page, refusals: &[(&ItemId, Refusal)], met: &[&Tension]) -> Self {
        let tried = page.state.refusal.as_ref().filter(|refused| refused.item == item.id);
        let outside = || refusals.iter().find(|(id, _)| **id == item.id).map(|(_, refusal)| refusal.clone());
        let refusal = tried.map(|refused| refused.why.clone()).or_else(outside);
        Self {
            level: page.state.draft.basket.level(&item.id),
            refused: tried.map_or(0, |refused| refused.times),
            // Only what a card says matters: else each card would be drawn again with the first invented cost.
            left_is_illustrative: refusal.is_some() && page.state.left_is_illustrative(),
            refusal,
            tensions: met
                .iter()
                .filter(|tension| tension.when.iter().any(|choice| choice.item == item.id))
                .map(|tension| tension.id.clone())
                .collect(),
        }
    }

    /// Whether the amount that is missing rests on an invented one.
    fn short_is_illustrative(&self, item: &Item) -> bool {
        let amount = matches!(self.refusal, Some(Refusal::OverBudget { .. }));
        amount && (item.illustrative || self.left_is_illustrative)
    }
}

/// A card is drawn again only when what it shows changes, so that a tap in a basket of a hundred items stays quick.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardProps {
    pub(super) words: Words,
    pub(super) consultation: Shared<Consultation>,
    pub(super) id: ItemId,
    pub(super) shown: Shown,
    pub(super) act: Callback<Action>,
}

/// An item of the basket.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let words = &props.words;
    let chosen = use_state(|| 1_u8);
    let Some(item) = props.consultation.item(&props.id) else { return html! {} };
    let level = props.shown.level.unwrap_or(*chosen);
    let money = |amount: Money| words.money(amount, props.consultation.budget.currency);
    let several = item.levels.len() > 1;
    let onlevel = {
        let (act, id, inside, chosen) =
            (props.act.clone(), item.id.clone(), props.shown.level.is_some(), chosen.clone());
        Callback::from(move |level: u8| {
            if inside {
                act.emit(Action::Put(id.clone(), level));
            } else {
                chosen.set(level);
                act.emit(Action::LookAtLevel);
            }
        })
    };
    html! {
        <article class={classes!("bk-item", props.shown.level.map(|_| "bk-item--in"))}>
            <div class="bk-item__head">
                { tile(&item.pictogram, Size::Usual, None) }
                <div class="bk-item__heading">
                    <h3 class="bk-item__title">{ item.name.clone() }</h3>
                    <p class="bk-item__cost">
                        { item.cost(level).map(money).unwrap_or_default() }{ illustrative(words, item.illustrative) }
                    </p>
                    <p class="bk-item__state">{ pictogram("check") }{ " " }{ say!(words, ITEM_IN) }</p>
                </div>
            </div>
            <p class="bk-item__text">{ item.description.clone() }</p>
            if several { { levels(words, props, item, level, &onlevel) } }
            { chips(words, props, item) }
            { more(words, props, item) }
            { action(words, props, item, *chosen) }
        </article>
    }
}

fn levels(words: &Words, props: &CardProps, item: &Item, now: u8, onlevel: &Callback<u8>) -> Html {
    let option = |(place, level): (usize, &basketry_domain::Level)| {
        let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
        let onlevel = onlevel.clone();
        html! {
            <label class="bk-level" key={place}>
                <input class="bk-level__input" type="radio" name={format!("level-{}", item.id)} checked={number == now}
                    onchange={move |_| onlevel.emit(number)} />
                <span class="bk-level__card">
                    <span class="bk-level__name">{ level.name.clone() }</span>
                    <span class="bk-level__cost">{ words.money(level.cost, props.consultation.budget.currency) }</span>
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="bk-levels">
            <legend class="bk-levels__legend">
                { say!(words, ITEM_LEVELS) }<span class="bk-hidden">{ ": " }{ item.name.clone() }</span>
                { illustrative(words, item.illustrative) }
            </legend>
            { for item.levels.iter().enumerate().map(option) }
        </fieldset>
    }
}

fn chips(words: &Words, props: &CardProps, item: &Item) -> Html {
    let served = props.consultation.outcomes.iter().filter(|outcome| item.outcomes.contains(&outcome.id));
    let name = |id: &ItemId| props.consultation.item(id).map(|item| item.name.clone()).unwrap_or_default();
    let chip = |key: String, text: String, icon: &'static str| {
        html! { <li class="bk-chip" {key}>{ pictogram(icon) }{ " " }{ text }</li> }
    };
    html! {
        <ul class="bk-chips">
            { for served.map(|outcome| chip(outcome.id.to_string(), outcome.name.clone(), "star")) }
            { for item.requires.iter().map(|id| chip(format!("r-{id}"), say!(words, ITEM_REQUIRES, item = name(id)), "info")) }
            { for item.excludes.iter().map(|id| chip(format!("x-{id}"), say!(words, ITEM_EXCLUDES, item = name(id)), "info")) }
        </ul>
    }
}

fn more(words: &Words, props: &CardProps, item: &Item) -> Html {
    let agency = |id: &AgencyId| {
        props
            .consultation
            .agencies
            .iter()
            .find(|agency| &agency.id == id)
            .map(|agency| agency.name.clone())
            .unwrap_or_default()
    };
    let partners: Vec<String> = item.partners.iter().map(agency).collect();
    let spillover = |spillover: &basketry_domain::Spillover| {
        let saves = spillover.saving >= Money::ZERO;
        let amount = Money::from_minor(spillover.saving.minor().abs());
        let amount = words.money(amount, props.consultation.budget.currency);
        let who = agency(&spillover.agency);
        let text = if saves {
            say!(words, SPILLOVER_SAVES, agency = who, amount = amount)
        } else {
            say!(words, SPILLOVER_PAYS, agency = who, amount = amount)
        };
        html! {
            <p class="bk-spillover">
                <span class="bk-badge">{ say!(words, ASSUMPTION) }</span>{ " " }{ text }{ illustrative(words, item.illustrative) }{ " " }{ spillover.note.clone() }
            </p>
        }
    };
    html! {
        <details class="bk-more">
            <summary class="bk-more__summary">
                { say!(words, ITEM_MORE) }<span class="bk-hidden">{ ": " }{ item.name.clone() }</span>
            </summary>
            <div class="bk-more__body">
                <dl class="bk-pairs">
                    <div><dt class="bk-pairs__name">{ say!(words, ITEM_LEAD) }</dt><dd>{ agency(&item.lead) }</dd></div>
                    if !partners.is_empty() {
                        <div><dt class="bk-pairs__name">{ say!(words, ITEM_PARTNERS) }</dt><dd>{ partners.join(", ") }</dd></div>
                    }
                </dl>
                { for item.spillovers.iter().map(spillover) }
            </div>
        </details>
    }
}

fn action(words: &Words, props: &CardProps, item: &Item, chosen: u8) -> Html {
    let inside = props.shown.level.is_some();
    let blocked = !inside && props.shown.refusal.is_some();
    let reason_id = format!("reason-{}", item.id);
    let reason = props.shown.refusal.as_ref().map(|refusal| reason(words, props, refusal));
    let invented = props.shown.short_is_illustrative(item);
    let onclick = {
        let (act, id) = (props.act.clone(), item.id.clone());
        move |_| act.emit(if inside { Action::Take(id.clone()) } else { Action::Put(id.clone(), chosen) })
    };
    let tensions = props.consultation.tensions.iter().filter(|tension| props.shown.tensions.contains(&tension.id));
    let label = if inside { say!(words, ITEM_TAKE) } else { say!(words, ITEM_PUT) };
    html! {
        <div class="bk-item__action">
            { for tensions.map(|tension| html! {
                <p class="bk-item__tension" key={tension.id.to_string()} role="status">
                    { pictogram("scales") }{ " " }<span>{ say!(words, TENSION_MET, tension = tension.title.clone()) }</span>
                </p>
            }) }
            if let Some(reason) = reason {
                <p class="bk-item__reason" id={reason_id.clone()} aria-live="polite">{ pictogram("info") }{ " " }<span>{ reason }{ illustrative(words, invented) }</span></p>
            }
            <button type="button" class={classes!("bk-button", "bk-button--wide", inside.then_some("bk-button--secondary"))}
                aria-disabled={blocked.then_some("true")} aria-describedby={props.shown.refusal.as_ref().map(|_| reason_id)} {onclick}>
                { label }<span class="bk-hidden">{ ": " }{ item.name.clone() }</span>
            </button>
        </div>
    }
}

/// Why not, and what would help.
fn reason(words: &Words, props: &CardProps, refusal: &Refusal) -> String {
    let name = |id: &ItemId| props.consultation.item(id).map(|item| item.name.clone()).unwrap_or_default();
    match refusal {
        Refusal::OverBudget { short } => {
            say!(words, REFUSED_OVER_BUDGET, amount = words.money(*short, props.consultation.budget.currency))
        }
        Refusal::Requires(id) => say!(words, REFUSED_REQUIRES, item = name(id)),
        Refusal::Excludes(id) => say!(words, REFUSED_EXCLUDES, item = name(id)),
        Refusal::NeededBy(id) => say!(words, REFUSED_NEEDED_BY, item = name(id)),
        Refusal::Unknown(_) => say!(words, REFUSED_UNKNOWN),
    }
}
