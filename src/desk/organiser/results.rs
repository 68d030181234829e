//! The picture of the ballots: what came in, then chart after chart.

use std::rc::Rc;

use basketry_charts::Chart;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::super::chart::{ChartFigure, table};
use super::state::{Action, State};
use crate::common::components::{Tone, note};
use crate::common::words::{Words, use_words};
use crate::say;
use crate::worker::{Picture, ResultsOf};

/// What the picture needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultsProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Changes it.
    pub(super) act: Callback<Action>,
}

/// The picture of the ballots.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let words = use_words();
    let subjects = props.state.subjects();
    if subjects.is_empty() {
        return html! { <p class="bk-quiet">{ say!(words, RESULTS_EMPTY) }</p> };
    }
    let Some(shown) = &props.state.picture else {
        return html! { <p role="status">{ say!(words, RESULTS_COUNTING) }</p> };
    };
    let picture = &shown.picture;
    let current = shown.edition == props.state.edition;
    html! {
        <section class="bk-section" aria-busy={(!current).to_string()}>
            <h2 class="bk-headline">{ picture.title.clone() }</h2>
            { choices(&words, props, &subjects, picture) }
            { note(Tone::Info, None, html! { <>{ for picture.overview.lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }</> }) }
            if let Some(sentence) = picture.charts.iter().find_map(|chart| chart.illustrative.clone()) {
                <p><span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span>{ " " }{ sentence }</p>
            }
            { for picture.charts.iter().filter_map(|data| Chart::new(data.clone()).ok()).map(|chart| {
                let key = chart.data().id.clone();
                html! { <ChartFigure {key} {chart} /> }
            }) }
            { for picture.tables.iter().enumerate().map(|(place, whole)| html! {
                <details class="bk-more" key={format!("table-{place}")}>
                    <summary class="bk-more__summary">{ whole.caption.clone() }</summary>
                    <div class="bk-more__body">{ table(&format!("whole-{place}"), whole) }</div>
                </details>
            }) }
            { for picture.absent.iter().map(|absent| html! {
                <div class="bk-figure" key={absent.id.clone()}>
                    <h2 class="bk-figure__title">{ absent.title.clone() }</h2>
                    <p class="bk-quiet">{ absent.why.clone() }</p>
                </div>
            }) }
        </section>
    }
}

fn choices(words: &Words, props: &ResultsProps, subjects: &[(ResultsOf, String)], picture: &Picture) -> Html {
    let onsubject = {
        let (act, subjects) = (props.act.clone(), subjects.to_vec());
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let place = usize::try_from(select.selected_index()).unwrap_or(0);
            if let Some((of, _)) = subjects.get(place) {
                act.emit(Action::LookAt(of.clone()));
            }
        }
    };
    let onsection = {
        let act = props.act.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            act.emit(Action::Section(Some(select.value()).filter(|section| !section.is_empty())));
        }
    };
    let chosen = props.state.section.as_deref();
    html! {
        <div class="bk-row">
            if subjects.len() > 1 {
                <div class="bk-field">
                    <label class="bk-field__label" for="subject">{ say!(words, RESULTS_SUBJECT) }</label>
                    <select class="bk-field__input" id="subject" onchange={onsubject}>
                        { for subjects.iter().map(|(of, title)| html! {
                            <option selected={*of == picture.of}>{ title.clone() }</option>
                        }) }
                    </select>
                </div>
            }
            if !picture.sections.is_empty() {
                <div class="bk-field">
                    <label class="bk-field__label" for="section">{ say!(words, RESULTS_SECTION) }</label>
                    <select class="bk-field__input" id="section" onchange={onsection}>
                        <option value="" selected={chosen.is_none()}>{ say!(words, RESULTS_ALL_SECTIONS) }</option>
                        { for picture.sections.iter().map(|(id, name)| html! {
                            <option value={id.clone()} selected={chosen == Some(id)}>{ name.clone() }</option>
                        }) }
                    </select>
                </div>
            }
        </div>
    }
}
