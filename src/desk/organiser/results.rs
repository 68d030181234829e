//! The picture of the ballots: what came in, then chart after chart.

use std::rc::Rc;

use basketry_charts::Chart;
use basketry_results::{Threshold, notice_in_words};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::super::chart::ChartFigure;
use super::downloads::{Downloads, Looked};
use super::state::{Action, State, Steps};
use crate::common::components::{Tone, note};
use crate::common::words::{Words, use_words};
use crate::exports::Sources;
use crate::say;
use crate::worker::{Faulty, Picture, ResultsOf};

/// What the picture needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultsProps {
    /// The page's state.
    pub(super) state: Rc<State>,
    /// Changes it.
    pub(super) act: Callback<Action>,
    /// Ends the counting.
    pub(super) onquit: Callback<()>,
    /// What a picture was made of.
    pub(super) sources: Callback<ResultsOf, Option<Sources>>,
}

/// The picture of the ballots.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let words = use_words();
    let subjects = props.state.subjects();
    if subjects.is_empty() {
        return html! { <p class="bk-quiet">{ say!(words, RESULTS_EMPTY) }</p> };
    }
    let choices = choices(&words, props, &subjects);
    let Some(picture) = props.state.look.picture.as_ref().map(|counted| &counted.0) else {
        return html! {
            <section class="bk-section">
                { choices }
                // What keeps it from being counted is told above.
                if props.state.problem.is_empty() && props.state.counting.told().is_none() {
                    <p role="status">{ say!(words, RESULTS_COUNTING) }</p>
                }
                { counting(&words, props) }
            </section>
        };
    };
    html! {
        <section class="bk-section" aria-busy={(!props.state.is_current()).to_string()}>
            <h2 class="bk-headline">{ picture.title.clone() }</h2>
            { choices }
            { counting(&words, props) }
            { note(Tone::Info, None, overview(&words, picture)) }
            if let Some(sentence) = picture.charts.iter().find_map(|chart| chart.illustrative.clone()) {
                <p><span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span>{ " " }{ sentence }</p>
            }
            if picture.overview.ballots > 0 {
                <Downloads picture={Looked(picture.clone())} current={props.state.is_current()}
                    section={props.state.look.section.clone()} sources={props.sources.clone()} />
            }
            { for picture.charts.iter().filter_map(|data| Chart::new(data.clone()).ok()).map(|chart| {
                let key = chart.data().id.clone();
                html! { <ChartFigure {key} {chart} /> }
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

/// How far counting has come, and a way to end it, when it takes long.
fn counting(words: &Words, props: &ResultsProps) -> Html {
    let Some(Steps { done, of }) = props.state.counting.told() else { return html! {} };
    let known = of > 0;
    html! {
        <div class="bk-progress">
            <label class="bk-progress__label" for="counting">{ say!(words, RESULTS_COUNTING) }</label>
            <progress class="bk-progress__bar" id="counting" max={known.then(|| of.to_string())}
                value={known.then(|| done.to_string())} />
            <button class="bk-button bk-button--quiet" type="button" onclick={props.onquit.reform(|_| ())}>
                { say!(words, RESULTS_CANCEL) }
            </button>
        </div>
    }
}

/// What came in, and what is wrong with some of it.
fn overview(words: &Words, picture: &Picture) -> Html {
    let fault = |faulty: &Faulty| {
        let files = (!faulty.files.is_empty())
            .then(|| say!(words, FAULTY_FILES, files = faulty.files.join(", "), more = faulty.more));
        html! {
            <li>{ notice_in_words(&faulty.what, words) }if let Some(files) = files { { " " }{ files } }</li>
        }
    };
    html! {
        <>
            { for picture.overview.lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
            if !picture.faults.is_empty() {
                <p>{ say!(words, FAULTY_HEADING) }</p>
                <ul class="bk-notice__list">{ for picture.faults.iter().map(fault) }</ul>
            }
        </>
    }
}

fn choices(words: &Words, props: &ResultsProps, subjects: &[(ResultsOf, String)]) -> Html {
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
    let onthreshold = {
        let act = props.act.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let threshold = select.value().parse().ok().and_then(Threshold::of_count);
            act.emit(Action::Threshold(threshold.unwrap_or_default()));
        }
    };
    let chosen = props.state.look.section.as_deref();
    // An election from elsewhere is published already.
    let counted = matches!(props.state.look.of, Some(ResultsOf::Consultation(_)));
    html! {
        <div class="bk-row">
            if subjects.len() > 1 {
                <div class="bk-field">
                    <label class="bk-field__label" for="subject">{ say!(words, RESULTS_SUBJECT) }</label>
                    <select class="bk-field__input" id="subject" onchange={onsubject}>
                        { for subjects.iter().map(|(of, title)| html! {
                            <option selected={props.state.look.of.as_ref() == Some(of)}>{ title.clone() }</option>
                        }) }
                    </select>
                </div>
            }
            if !props.state.look.sections.is_empty() {
                <div class="bk-field">
                    <label class="bk-field__label" for="section">{ say!(words, RESULTS_SECTION) }</label>
                    <select class="bk-field__input" id="section" onchange={onsection}>
                        <option value="" selected={chosen.is_none()}>{ say!(words, RESULTS_ALL_SECTIONS) }</option>
                        { for props.state.look.sections.iter().map(|(id, name)| html! {
                            <option value={id.clone()} selected={chosen == Some(id)}>{ name.clone() }</option>
                        }) }
                    </select>
                </div>
            }
            if counted {
                <div class="bk-field">
                    <label class="bk-field__label" for="threshold">{ say!(words, RESULTS_THRESHOLD) }</label>
                    <select class="bk-field__input" id="threshold" aria-describedby="threshold-hint" onchange={onthreshold}>
                        { for Threshold::ALL.into_iter().rev().map(|threshold| html! {
                            <option value={threshold.count().to_string()} selected={props.state.look.threshold == threshold}>
                                { say!(words, RESULTS_THRESHOLD_OPTION, n = threshold.count()) }
                            </option>
                        }) }
                    </select>
                    <p class="bk-field__hint" id="threshold-hint">{ say!(words, RESULTS_THRESHOLD_HINT) }</p>
                </div>
            }
        </div>
    }
}
