//! Which consultation, which workshop, which table.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Situation;
use crate::common::library;
use crate::common::session::Session;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the choices show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SetupProps {
    /// What is known.
    pub(super) situation: Situation,
    /// Called with what was chosen.
    pub(super) onsession: Callback<Session>,
}

/// The choices.
#[component]
pub(super) fn Setup(props: &SetupProps) -> Html {
    let words = use_words();
    html! {
        <section class="bk-section" aria-label={say!(words, FACILITATOR_CONSULTATION)}>
            <div class="bk-chosen">
                { consultation(&words, props) }
                if let (Some(session), Some(consultation)) = (&props.situation.session, &props.situation.consultation) {
                    { workshop(&words, props, session, consultation) }
                    if let Some(workshop) = chosen_workshop(session, consultation) {
                        { table(&words, props, session, workshop.tables) }
                    }
                }
            </div>
        </section>
    }
}

fn consultation(words: &Words, props: &SetupProps) -> Html {
    let shelf = &props.situation.shelf;
    let chosen = props.situation.session.as_ref().map(|session| session.consultation.clone());
    let onchange = {
        let (onsession, shelf) = (props.onsession.clone(), shelf.clone());
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let wanted = select.value();
            let found = shelf.iter().find(|shelved| library::reference(&shelved.entry) == wanted);
            if let Some(shelved) = found {
                let language = shelved.entry.languages.first().cloned().unwrap_or_default();
                onsession.emit(Session { facilitated: true, ..Session::own_device(wanted, language) });
            }
        }
    };
    html! {
        <div class="bk-field">
            <label class="bk-field__label" for="consultation">{ say!(words, FACILITATOR_CONSULTATION) }</label>
            <select class="bk-field__input" id="consultation" {onchange}>
                <option value="" selected={chosen.is_none()}>{ say!(words, FACILITATOR_CHOOSE) }</option>
                { for shelf.iter().map(|shelved| {
                    let reference = library::reference(&shelved.entry);
                    html! {
                        <option value={reference.clone()} selected={chosen.as_ref() == Some(&reference)}>
                            { shelved.entry.title.clone() }
                        </option>
                    }
                }) }
            </select>
        </div>
    }
}

fn workshop(
    words: &Words,
    props: &SetupProps,
    session: &Session,
    consultation: &basketry_domain::Consultation,
) -> Html {
    let onchange = {
        let (onsession, session) = (props.onsession.clone(), session.clone());
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let workshop = Some(select.value()).filter(|id| !id.is_empty());
            let table = workshop.as_ref().map(|_| 1);
            onsession.emit(Session { workshop, table, facilitated: true, ..session.clone() });
        }
    };
    html! {
        <div class="bk-field">
            <label class="bk-field__label" for="workshop">{ say!(words, FACILITATOR_WORKSHOP) }</label>
            <select class="bk-field__input" id="workshop" {onchange}>
                <option value="" selected={session.workshop.is_none()}>{ say!(words, FACILITATOR_NO_WORKSHOP) }</option>
                { for consultation.workshops.iter().map(|workshop| html! {
                    <option value={workshop.id.to_string()} selected={session.workshop.as_deref() == Some(workshop.id.as_str())}>
                        { workshop.name.clone() }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn table(words: &Words, props: &SetupProps, session: &Session, tables: u16) -> Html {
    let onchange = {
        let (onsession, session) = (props.onsession.clone(), session.clone());
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            // A hall may have set up more tables than were planned; only a number of a table is asked for.
            let table = input.value().parse().ok().filter(|table| *table > 0);
            onsession.emit(Session { table, facilitated: true, ..session.clone() });
        }
    };
    let value = session.table.map(|table| table.to_string()).unwrap_or_default();
    html! {
        <div class="bk-field">
            <label class="bk-field__label" for="table">{ say!(words, FACILITATOR_TABLE) }{ format!(" (1–{tables})") }</label>
            <input class="bk-field__input" id="table" type="number" min="1" inputmode="numeric" {value} {onchange} />
        </div>
    }
}

fn chosen_workshop<'a>(
    session: &Session,
    consultation: &'a basketry_domain::Consultation,
) -> Option<&'a basketry_domain::Workshop> {
    consultation.workshops.iter().find(|workshop| session.workshop.as_deref() == Some(workshop.id.as_str()))
}
