//! Which consultation, which workshop, which table.

use std::rc::Rc;

use basketry_domain::{Consultation, Workshop};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::state::State;
use crate::common::library;
use crate::common::session::Session;
use crate::common::words::{Words, use_words};
use crate::say;

/// What the choices show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SetupProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Called with what was chosen.
    pub(super) onchoose: Callback<Session>,
}

/// The choices.
#[component]
pub(super) fn Setup(props: &SetupProps) -> Html {
    let words = use_words();
    let known = &props.state.known;
    html! {
        <section class="bk-section" aria-label={say!(words, FACILITATOR_CONSULTATION)}>
            <div class="bk-chosen">
                { consultation(&words, props) }
                if let (Some(session), Some(consultation)) = (&known.session, &known.consultation) {
                    { workshop(&words, props, session, consultation) }
                    if let Some(workshop) = chosen_workshop(session, consultation) {
                        { table(&words, props, session, workshop.tables) }
                    }
                }
            </div>
        </section>
    }
}

/// What to do first; on a tablet that is at work, where it is.
pub(super) fn lead(words: &Words, state: &State) -> String {
    let known = &state.known;
    let (Some(session), Some(consultation), true) = (&known.session, &known.consultation, state.at_work) else {
        return say!(words, FACILITATOR_LEAD);
    };
    let title = consultation.title.as_str();
    match (chosen_workshop(session, consultation), session.table) {
        (Some(workshop), Some(table)) => {
            say!(words, FACILITATOR_AT_TABLE, title = title, workshop = workshop.name.as_str(), table = table)
        }
        (Some(workshop), None) => {
            say!(words, FACILITATOR_AT_WORKSHOP, title = title, workshop = workshop.name.as_str())
        }
        (None, _) => title.to_owned(),
    }
}

fn consultation(words: &Words, props: &SetupProps) -> Html {
    let shelf = &props.state.known.shelf;
    let chosen = props.state.known.session.as_ref().map(|session| session.consultation.clone());
    let onchange = {
        let (onchoose, shelf) = (props.onchoose.clone(), shelf.clone());
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let wanted = select.value();
            let found = shelf.iter().find(|shelved| library::reference(&shelved.entry) == wanted);
            if let Some(shelved) = found {
                let language = shelved.entry.languages.first().cloned().unwrap_or_default();
                onchoose.emit(Session { facilitated: true, ..Session::own_device(wanted, language) });
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

fn workshop(words: &Words, props: &SetupProps, session: &Session, consultation: &Consultation) -> Html {
    let onchange = {
        let (onchoose, session) = (props.onchoose.clone(), session.clone());
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let workshop = Some(select.value()).filter(|id| !id.is_empty());
            let table = workshop.as_ref().map(|_| 1);
            onchoose.emit(Session { workshop, table, facilitated: true, ..session.clone() });
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
        let (onchoose, session) = (props.onchoose.clone(), session.clone());
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            // A hall may have set up more tables than were planned; only a number of a table is asked for.
            let table = input.value().parse().ok().filter(|table| *table > 0);
            onchoose.emit(Session { table, facilitated: true, ..session.clone() });
        }
    };
    let value = session.table.map(|table| table.to_string()).unwrap_or_default();
    let label = say!(words, FACILITATOR_TABLE, first = 1_u8, last = tables);
    html! {
        <div class="bk-field">
            <label class="bk-field__label" for="table">{ label }</label>
            <input class="bk-field__input" id="table" type="number" min="1" inputmode="numeric" {value} {onchange} />
        </div>
    }
}

fn chosen_workshop<'a>(session: &Session, consultation: &'a Consultation) -> Option<&'a Workshop> {
    consultation.workshops.iter().find(|workshop| session.workshop.as_deref() == Some(workshop.id.as_str()))
}
