//! The welcome, and the participant questions.

use basketry_domain::Voter;
use yew::prelude::*;

use super::super::Action;
use super::Page;
use super::frame::Frame;
use crate::common::components::{Choice, Choices, Tone, illustrative, note, prose};
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// What this is about, and what happens with the answers.
pub(super) fn welcome(words: &Words, page: &Page) -> Html {
    let consultation = &page.state.consultation;
    let budget = &consultation.budget;
    let organiser = &consultation.organiser;
    let table = page.state.session.voter() == Voter::Table;
    let next = if table { say!(words, WELCOME_NEXT_TABLE) } else { say!(words, WELCOME_NEXT) };
    let body = html! {
        <>
            if table { { note(Tone::Info, None, html! { <p>{ say!(words, WELCOME_TABLE) }</p> }) } }
            { prose(&consultation.introduction) }
            <p class="bk-page__lead">
                { say!(words, WELCOME_BUDGET, amount = words.money(budget.amount, budget.currency)) }
                { illustrative(words, budget.illustrative) }
            </p>
            <p class="bk-quiet">
                { say!(words, WELCOME_PERIOD, from = words.date(consultation.period.from), to = words.date(consultation.period.to)) }
                { " " }{ say!(words, WELCOME_NO_NAME) }
            </p>
            if !budget.note.is_empty() { <p class="bk-quiet">{ budget.note.clone() }</p> }
            if let Some(text) = &consultation.illustrative {
                { note(Tone::Info, Some(say!(words, ILLUSTRATIVE)), html! { <p>{ text.clone() }</p> }) }
            }
            <details class="bk-more">
                <summary class="bk-more__summary">{ say!(words, WELCOME_PRIVACY) }</summary>
                <div class="bk-more__body">
                    { prose(&organiser.privacy) }
                    <p>{ say!(words, WELCOME_ORGANISER, name = organiser.name.clone(), contact = organiser.contact.clone()) }</p>
                    <p>{ organiser.complaints.clone() }</p>
                </div>
            </details>
            if !table { { assisted(words, page) } }
        </>
    };
    // On a facilitated tablet the brand leads nowhere else: this is the facilitator's way back.
    let aside = page.state.session.facilitated.then(|| {
        html! { <a class="bk-button bk-button--quiet" href={Route::Facilitate.hash()}>{ say!(words, START_FACILITATE) }</a> }
    });
    Frame { aside, ..Frame::new(consultation.question.clone(), next) }.view(words, page, body)
}

fn assisted(words: &Words, page: &Page) -> Html {
    let act = page.act.clone();
    let assisted = page.state.draft.assisted;
    Choices {
        name: "assisted".to_owned(),
        legend: say!(words, WELCOME_ASSISTED),
        legend_hidden: false,
        choices: vec![Choice { value: "yes".to_owned(), label: say!(words, WELCOME_ASSISTED_YES), chosen: assisted }],
        several: true,
        onchoose: Callback::from(move |_| act.emit(Action::Assist(!assisted))),
        clear: None,
    }
    .view()
}

/// A participant question. Not answering is always allowed.
pub(super) fn question(words: &Words, page: &Page, place: usize) -> Html {
    let Some(question) = page.state.consultation.questions.get(place) else { return html! {} };
    let given = page.state.draft.answers.get(&question.id);
    let choice = |option: &basketry_domain::QuestionOption| Choice {
        value: option.id.to_string(),
        label: option.text.clone(),
        chosen: given.is_some_and(|given| given.contains(&option.id)),
    };
    let (act, id) = (page.act.clone(), question.id.clone());
    let chosen = |option: &&basketry_domain::QuestionOption| given.is_some_and(|given| given.contains(&option.id));
    let one = question.options.iter().find(chosen).filter(|_| !question.several);
    let clear = one.map(|option| {
        let (act, id, option) = (page.act.clone(), question.id.clone(), option.id.clone());
        let clear = move |()| act.emit(Action::Answer(id.clone(), option.clone()));
        (say!(words, ANSWER_TAKE_BACK), Callback::from(clear))
    });
    let choices = Choices {
        name: question.id.to_string(),
        legend: question.text.clone(),
        legend_hidden: true,
        choices: question.options.iter().map(choice).collect(),
        several: question.several,
        onchoose: Callback::from(move |value: String| {
            if let Ok(option) = value.parse() {
                act.emit(Action::Answer(id.clone(), option));
            }
        }),
        clear,
    };
    let next = if given.is_some() { say!(words, CONTINUE) } else { say!(words, QUESTION_SKIP) };
    let body = html! { <><p class="bk-page__lead">{ say!(words, QUESTION_LEAD) }</p>{ choices.view() }</> };
    Frame::new(question.text.clone(), next).view(words, page, body)
}
