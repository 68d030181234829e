//! The answers as they stand: everything that confirming would make part of the ballot.

use basketry_domain::{Area, Reaction, ScoreOutOfFive, Side, TensionChoice, Voter};
use yew::prelude::*;

use super::super::super::draft::complete;
use super::super::super::{AreaPage, Step};
use super::super::Page;
use super::super::basket::level_name;
use crate::common::components::illustrative;
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// Every answer that is to become part of the ballot, in the order of the pages.
pub(super) fn rows(words: &Words, page: &Page) -> Html {
    let answers = page.state.steps().into_iter().flat_map(|step| answers(words, page, step));
    answers.map(|answer| row(words, page, answer)).collect()
}

/// An answer: the page it was given on, what was asked, and what was said.
type Answer = (Step, String, Html);

fn row(words: &Words, page: &Page, (step, name, value): Answer) -> Html {
    // The first reaction stays as it was given: there is nothing to change.
    let fixed = matches!(step, Step::FirstPoints | Step::FirstSure) && page.state.draft.has_read();
    html! {
        <div class="bk-answers__row">
            <dt class="bk-answers__name">{ name.clone() }</dt>
            <dd class="bk-answers__value">{ value }</dd>
            if !fixed {
                <dd class="bk-answers__change">
                    <a class="bk-button bk-button--quiet" href={Route::Step(step.slug()).hash()}>
                        { say!(words, CHECK_CHANGE) }<span class="bk-hidden">{ ": " }{ name }</span>
                    </a>
                </dd>
            }
        </div>
    }
}

/// What a page asked, and what was answered.
fn answers(words: &Words, page: &Page, step: Step) -> Vec<Answer> {
    let draft = &page.state.draft;
    let consultation = &page.state.consultation;
    let (first, considered) = (draft.first_reaction.as_ref(), draft.considered_view.as_ref());
    let (name, value) = match step {
        Step::Welcome if page.state.session.voter() == Voter::Person => {
            (say!(words, WELCOME_ASSISTED), text(words, &yes_or_no(words, draft.assisted)))
        }
        Step::Question(place) => {
            let question = &consultation.questions[place];
            let given = draft.answers.get(&question.id);
            let chosen = question.options.iter().filter(|option| given.is_some_and(|given| given.contains(&option.id)));
            let chosen: Vec<&str> = chosen.map(|option| option.text.as_str()).collect();
            (question.text.clone(), text(words, &chosen.join(", ")))
        }
        Step::FirstPoints => (say!(words, STAGE_FIRST_REACTION), points(words, page, first)),
        Step::FirstSure => (say!(words, CHECK_FIRST_SURE), sure(words, first)),
        Step::Area(place, AreaPage::Sheet) => {
            let area = &consultation.areas[place];
            (area.name.clone(), reading(words, page, area))
        }
        Step::Basket => (say!(words, CHECK_BASKET), basket(words, page)),
        Step::Unspent => (say!(words, CHECK_UNSPENT), text(words, &draft.unspent_reason)),
        Step::Dissent => (say!(words, CHECK_DISSENT), text(words, &draft.dissent)),
        Step::ConsideredPoints => (say!(words, STAGE_CONSIDERED_VIEW), points(words, page, considered)),
        Step::ConsideredSure => (say!(words, CHECK_CONSIDERED_SURE), sure(words, considered)),
        Step::Closing => return closing(words, page),
        Step::Welcome | Step::Area(_, AreaPage::Arguments) | Step::Tension(_) | Step::Check => return Vec::new(),
    };
    let mut answers = vec![(step, name, value)];
    if step == Step::Basket {
        tensions(words, page, &mut answers);
    }
    answers
}

/// What was written or said; nothing is "left out".
fn text(words: &Words, text: &str) -> Html {
    let nothing = text.trim().is_empty();
    html! { { if nothing { say!(words, CHECK_NOTHING) } else { text.to_owned() } } }
}

fn yes_or_no(words: &Words, said: bool) -> String {
    if said { say!(words, HEARD_YES) } else { say!(words, HEARD_NO) }
}

fn score(words: &Words, score: Option<ScoreOutOfFive>) -> String {
    score.map(|score| say!(words, CHECK_SCORE, score = score.get())).unwrap_or_default()
}

fn sure(words: &Words, reaction: Option<&Reaction>) -> Html {
    let reason = reaction.and_then(|reaction| reaction.reason.as_deref()).unwrap_or_default();
    text(words, &[&score(words, reaction.and_then(|reaction| reaction.sure)), reason].join(" "))
}

fn points(words: &Words, page: &Page, reaction: Option<&Reaction>) -> Html {
    let Some(reaction) = complete(reaction) else { return text(words, "") };
    let row = |area: &Area| (area.name.clone(), html! { words.whole(reaction.points.of(&area.id).into()) });
    list(page.state.consultation.areas.iter().map(row).collect())
}

/// What a person said of an area: whether they had heard of it, which arguments moved them, and their own. The sheet
/// leads on to the arguments, so one way there is enough.
fn reading(words: &Words, page: &Page, area: &Area) -> Html {
    let Some(reading) = page.state.draft.reading(&area.id) else { return text(words, "") };
    let heard = reading.heard_of.map(|heard| say!(words, CHECK_HEARD, said = yes_or_no(words, heard)));
    let moved =
        page.state.consultation.arguments_of(&area.id).filter(|argument| reading.moved_by.contains(&argument.id));
    let moved = moved.map(|argument| say!(words, CHECK_MOVED, text = argument.text.clone()));
    let own = reading.added.iter().map(|own| match own.side {
        Side::For => say!(words, CHECK_OWN_FOR, text = own.text.clone()),
        Side::Against => say!(words, CHECK_OWN_AGAINST, text = own.text.clone()),
    });
    let said: Vec<String> = heard.into_iter().chain(moved).chain(own).collect();
    if said.is_empty() {
        return text(words, "");
    }
    html! { <ul class="bk-answers__said">{ for said.into_iter().map(|said| html! { <li>{ said }</li> }) }</ul> }
}

fn basket(words: &Words, page: &Page) -> Html {
    let consultation = &page.state.consultation;
    let basket = &page.state.draft.basket;
    let money = |amount| words.money(amount, consultation.budget.currency);
    let rows = consultation.items.iter().filter_map(|item| {
        let level = basket.level(&item.id)?;
        let name = match level_name(item, level) {
            Some(level) => [&item.name, " · ", &level].concat(),
            None => item.name.clone(),
        };
        let cost = item.cost(level)?;
        Some((name, html! { <>{ money(cost) }{ illustrative(words, item.illustrative) }</> }))
    });
    let mark = illustrative(words, page.state.left_is_illustrative());
    let left = html! { <>{ money(basket.left(consultation)) }{ mark }</> };
    list(rows.chain([(say!(words, CHECK_LEFT), left)]).collect())
}

fn list(rows: Vec<(String, Html)>) -> Html {
    let row = |(name, value)| html! { <li><span>{ name }</span><span>{ value }</span></li> };
    html! { <ul class="bk-answers__list">{ for rows.into_iter().map(row) }</ul> }
}

/// How tensions were settled. One that is met no longer has no page: it was settled in the basket.
fn tensions(words: &Words, page: &Page, answers: &mut Vec<Answer>) {
    let settled = page.state.draft.settled(&page.state.consultation);
    for (place, tension) in page.state.consultation.tensions.iter().enumerate() {
        let Some(answer) = settled.iter().find(|answer| answer.tension == tension.id) else { continue };
        let (step, choice) = match answer.choice {
            TensionChoice::Accepted => (Step::Tension(place), say!(words, CHECK_ACCEPTED)),
            TensionChoice::Changed => (Step::Basket, say!(words, CHECK_CHANGED)),
        };
        let said = [&choice, answer.why.as_deref().unwrap_or_default()].join(" ");
        answers.push((step, tension.title.clone(), text(words, &said)));
    }
}

fn closing(words: &Words, page: &Page) -> Vec<Answer> {
    let closing = &page.state.draft.closing;
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut answers = vec![(say!(words, CLOSING_CHANGED), said(&closing.what_changed))];
    if page.state.is_at_table() {
        answers.push((say!(words, CLOSING_LIVE_WITH), score(words, closing.live_with)));
    }
    answers.push((say!(words, CLOSING_OFFER), said(&closing.offer)));
    answers.into_iter().map(|(name, said)| (Step::Closing, name, text(words, &said))).collect()
}
