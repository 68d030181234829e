//! The basket: the money left, the items by area, and what the basket does for people.

use basketry_domain::{Area, Consultation, Item, ItemId, Money, Refusal, Tension, Voter};
use yew::prelude::*;

use self::item::{Card, Shown};
use self::summary::Summary;
use super::super::Action;
use super::Page;
use super::frame::Frame;
use crate::common::components::{AreaColour, Size, illustrative, pictogram, tile};
use crate::common::shared::Shared;
use crate::common::words::Words;
use crate::say;

mod item;
mod summary;

/// The basket.
pub(super) fn basket(words: &Words, page: &Page) -> Html {
    let table = page.state.session.voter() == Voter::Table;
    let title = if table { say!(words, BASKET_TITLE_TABLE) } else { say!(words, BASKET_TITLE) };
    let next = if table { say!(words, BASKET_NEXT_TABLE) } else { say!(words, BASKET_NEXT) };
    let consultation = &page.state.consultation;
    let basket = &page.state.draft.basket;
    let (spending, refusals) = (basket.per_area(consultation), basket.refusals(consultation));
    let met = basket.tensions(consultation);
    let body = html! {
        <>
            <p class="bk-page__lead">{ say!(words, BASKET_LEAD) }</p>
            <div class="bk-basket">
                <div class="bk-basket__items">
                    { for consultation.areas.iter().zip(&spending).enumerate().map(|(place, (area, spending))| html! {
                        <Group key={area.id.to_string()} words={words.clone()} consultation={consultation.clone()} {place}
                            spent={spending.amount} cards={cards(page, area, &refusals, &met)} act={page.act.clone()} />
                    }) }
                </div>
                <Summary words={words.clone()} consultation={consultation.clone()} basket={basket.clone()}
                    illustrative={page.state.spent_is_illustrative()} />
            </div>
        </>
    };
    Frame { wide: true, above: Some(money(words, page)), ..Frame::new(title, next) }.view(words, page, body)
}

/// The name of a level, where there is a choice of levels.
pub(super) fn level_name(item: &Item, level: u8) -> Option<String> {
    item.level(level).filter(|_| item.levels.len() > 1).map(|level| level.name.clone())
}

/// The money left, in sight at every moment.
fn money(words: &Words, page: &Page) -> Html {
    let consultation = &page.state.consultation;
    let budget = &consultation.budget;
    let left = page.state.draft.basket.left(consultation);
    let count = page.state.draft.basket.choices().len();
    // Per mille, so that the bar's last step is finer than the eye.
    let share = left.minor().saturating_mul(1000) / budget.amount.minor().max(1);
    let width = format!("{}.{}", share / 10, share % 10);
    html! {
        <section class={classes!("bk-money", (left == Money::ZERO).then_some("bk-money--full"))}
            aria-label={say!(words, MONEY_LABEL)}>
            <div class="bk-money__inner">
                <p class="bk-money__figure" role="status">
                    <strong class="bk-money__amount">{ words.money(left, budget.currency) }</strong>
                    // One mark at the end is for both amounts.
                    { illustrative(words, page.state.spent_is_illustrative() && !budget.illustrative) }{ " " }
                    <span class="bk-money__of">
                        { say!(words, MONEY_LEFT_OF, amount = words.money(budget.amount, budget.currency)) }
                        { illustrative(words, budget.illustrative) }
                    </span>
                </p>
                <a class="bk-money__basket" href="#summary" onclick={to_summary}>
                    { pictogram("basket") }{ " " }
                    <span><span class="bk-money__word">{ say!(words, MONEY_IN_BASKET) }</span>{ " " }{ words.number_of(count) }</span>
                </a>
                <div class="bk-money__roll" aria-hidden="true">
                    <svg class="bk-money__bar" viewBox="0 0 100 1" preserveAspectRatio="none">
                        <rect class="bk-money__rest" {width} height="1" />
                    </svg>
                </div>
            </div>
        </section>
    }
}

/// The hash is the app's address, so a jump within the page is done by hand.
#[expect(clippy::needless_pass_by_value, reason = "an event handler is handed its event")]
fn to_summary(event: MouseEvent) {
    event.prevent_default();
    crate::common::dom::focus("#summary");
}

/// What the cards of an area show.
fn cards(page: &Page, area: &Area, refusals: &[(&ItemId, Refusal)], met: &[&Tension]) -> Vec<Shown> {
    page.state.consultation.items_of(&area.id).map(|item| Shown::of(item, page, refusals, met)).collect()
}

/// An area's items. Like a card, a group is drawn again only when what it shows changes.
#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    words: Words,
    consultation: Shared<Consultation>,
    /// The area's place in the consultation, from 0.
    place: usize,
    spent: Money,
    /// One for each item of the area.
    cards: Vec<Shown>,
    act: Callback<Action>,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let (words, consultation) = (&props.words, &props.consultation);
    let Some(area) = consultation.areas.get(props.place) else { return html! {} };
    let heading = format!("group-{}", area.id);
    let mut cards = consultation.items_of(&area.id).zip(&props.cards);
    let invented = cards.any(|(item, shown)| item.illustrative && shown.level.is_some());
    html! {
        <section class={classes!("bk-group", AreaColour(props.place).class())} aria-labelledby={heading.clone()}>
            <div class="bk-group__head">
                { tile(&area.pictogram, Size::Usual, None) }
                <h2 class="bk-group__title" id={heading}>{ area.name.clone() }</h2>
                if props.spent.is_positive() {
                    <span class="bk-group__spent">
                        { say!(words, GROUP_SPENT, amount = words.money(props.spent, consultation.budget.currency)) }
                        { illustrative(words, invented) }
                    </span>
                }
            </div>
            <ul class="bk-group__items">
                { for consultation.items_of(&area.id).zip(&props.cards).map(|(item, shown)| html! {
                    <li key={item.id.to_string()}>
                        <Card words={words.clone()} consultation={consultation.clone()} id={item.id.clone()}
                            shown={shown.clone()} act={props.act.clone()} />
                    </li>
                }) }
            </ul>
        </section>
    }
}
