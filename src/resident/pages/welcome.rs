//! The welcome, and the participant questions.

use basketry_domain::Voter;
use yew::prelude::*;

use super::super::Action;
use super::frame::Frame;
use super::use_page;
use crate::common::components::{Choice, ChoiceGroup, Note, Prose, Tone};
use crate::common::words::use_words;
use crate::say;

/// What this is about, and what happens with the answers.
#[component]
pub(crate) fn Welcome() -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let consultation = &page.state.consultation;
    let budget = &consultation.budget;
    let table = page.state.session.voter() == Voter::Table;
    let act = page.act.clone();
    let assisted = page.state.draft.assisted;
    let next = if table { say!(words, WELCOME_NEXT_TABLE) } else { say!(words, WELCOME_NEXT) };
    html! {
        <Frame title={consultation.question.clone()} next={next}>
            if table { <Note tone={Tone::Info}><p>{ say!(words, WELCOME_TABLE) }</p></Note> }
            <Prose text={consultation.introduction.clone()} />
            <p class="bk-page__lead">
                { say!(words, WELCOME_BUDGET, amount = words.money(budget.amount, budget.currency)) }{ " " }
                if budget.illustrative { <span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
            </p>
            if !budget.note.is_empty() { <p class="bk-quiet">{ budget.note.clone() }</p> }
            if let Some(note) = &consultation.illustrative {
                <Note tone={Tone::Info} title={say!(words, ILLUSTRATIVE)}><p>{ note.clone() }</p></Note>
            }
            <details class="bk-more">
                <summary class="bk-more__summary">{ say!(words, WELCOME_PRIVACY) }</summary>
                <div class="bk-more__body">
                    <Prose text={consultation.organiser.privacy.clone()} />
                    <p>{ say!(words, WELCOME_ORGANISER, name = consultation.organiser.name.clone(),
                        contact = consultation.organiser.contact.clone()) }</p>
                    <p>{ consultation.organiser.complaints.clone() }</p>
                </div>
            </details>
            if !table {
                <ChoiceGroup name="assisted" legend={say!(words, WELCOME_ASSISTED)} several=true
                    choices={vec![Choice { value: "yes".into(), label: say!(words, WELCOME_ASSISTED_YES).into(), chosen: assisted }]}
                    onchoose={move |_| act.emit(Action::Assist(!assisted))} />
            }
        </Frame>
    }
}

/// Which participant question.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionProps {
    /// Its place, from 0.
    pub place: usize,
}

/// A participant question. Not answering is always allowed.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let Some(question) = page.state.consultation.questions.get(props.place) else { return html! {} };
    let given = page.state.draft.answers.get(&question.id);
    let choices = question
        .options
        .iter()
        .map(|option| Choice {
            value: option.id.to_string().into(),
            label: option.text.clone().into(),
            chosen: given.is_some_and(|given| given.contains(&option.id)),
        })
        .collect::<Vec<_>>();
    let onchoose = {
        let (act, id) = (page.act.clone(), question.id.clone());
        Callback::from(move |value: AttrValue| {
            if let Ok(option) = value.parse() {
                act.emit(Action::Answer(id.clone(), option));
            }
        })
    };
    let next = if given.is_some() { say!(words, CONTINUE) } else { say!(words, QUESTION_SKIP) };
    html! {
        <Frame title={question.text.clone()} next={next}>
            <p class="bk-page__lead">{ say!(words, QUESTION_LEAD) }</p>
            <ChoiceGroup name={question.id.to_string()} legend={question.text.clone()} legend_hidden=true {choices}
                several={question.several} {onchoose} />
        </Frame>
    }
}
