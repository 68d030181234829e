//! The basket: the money left, the items by area, and what the basket does for people.

use basketry_domain::{Area, Money, Voter};
use yew::prelude::*;

use super::Page;
use super::frame::Frame;
use crate::common::components::{AreaColour, Size, pictogram, tile};
use crate::common::words::Words;
use crate::say;

mod item;
mod summary;

/// The basket.
pub(super) fn basket(words: &Words, page: &Page) -> Html {
    let table = page.state.session.voter() == Voter::Table;
    let title = if table { say!(words, BASKET_TITLE_TABLE) } else { say!(words, BASKET_TITLE) };
    let next = if table { say!(words, BASKET_NEXT_TABLE) } else { say!(words, BASKET_NEXT) };
    let body = html! {
        <>
            <p class="bk-page__lead">{ say!(words, BASKET_LEAD) }</p>
            <div class="bk-basket">
                <div class="bk-basket__items">
                    { for page.state.consultation.areas.iter().enumerate().map(|(place, area)| html! {
                        <section class={classes!("bk-group", AreaColour(place).class())} key={area.id.to_string()}
                            aria-labelledby={format!("group-{}", area.id)}>
                            { group(words, page, area) }
                        </section>
                    }) }
                </div>
                { summary::summary(words, page) }
            </div>
        </>
    };
    Frame { wide: true, above: Some(money(words, page)), ..Frame::new(title, next) }.view(words, page, body)
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
                    <strong class="bk-money__amount">{ words.money(left, budget.currency) }</strong>{ " " }
                    <span class="bk-money__of">
                        { say!(words, MONEY_LEFT_OF, amount = words.money(budget.amount, budget.currency)) }
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

fn group(words: &Words, page: &Page, area: &Area) -> Html {
    let consultation = &page.state.consultation;
    let spent = page.state.draft.basket.per_area(consultation).into_iter().find(|spending| spending.of == area.id);
    let spent = spent.map(|spending| spending.amount).filter(|amount| amount.is_positive());
    html! {
        <>
            <div class="bk-group__head">
                { tile(&area.pictogram, Size::Usual, None) }
                <h2 class="bk-group__title" id={format!("group-{}", area.id)}>{ area.name.clone() }</h2>
                if let Some(amount) = spent {
                    <span class="bk-group__spent">
                        { say!(words, GROUP_SPENT, amount = words.money(amount, consultation.budget.currency)) }
                    </span>
                }
            </div>
            <ul class="bk-group__items">
                { for consultation.items_of(&area.id).map(|item| html! {
                    <li key={item.id.to_string()}>{ item::item(words, page, item) }</li>
                }) }
            </ul>
        </>
    }
}
