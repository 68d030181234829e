//! What every page has around its one thing: where one is, the way on, and the way back.

use basketry_domain::StageKind;
use yew::prelude::*;

use super::super::{Action, Step};
use super::{Page, use_page};
use crate::common::components::{Footer, Header, Pictogram, Steps};
use crate::common::dom::arrive;
use crate::common::route::Route;
use crate::common::words::{Words, use_words};
use crate::say;

/// What a page's frame needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FrameProps {
    /// The page's heading, read out on arrival.
    pub title: AttrValue,
    /// Whether the page draws its own heading.
    #[prop_or_default]
    pub own_heading: bool,
    /// Above the heading.
    #[prop_or_default]
    pub kicker: Option<Html>,
    /// Whether the page needs the width.
    #[prop_or_default]
    pub wide: bool,
    /// Between the header and the page.
    #[prop_or_default]
    pub above: Option<Html>,
    /// The verb of the way on; none when the page has its own.
    #[prop_or_default]
    pub next: Option<AttrValue>,
    /// Called instead of going on. Returns whether to go on.
    #[prop_or_default]
    pub onnext: Option<Callback<(), bool>>,
    /// Beside the way on.
    #[prop_or_default]
    pub aside: Option<Html>,
    /// The page's one thing.
    pub children: Html,
}

/// A page.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let words = use_words();
    let page = use_page();
    let title = props.title.clone();
    let consultation_title = page.as_ref().map(|page| page.state.consultation.title.clone()).unwrap_or_default();
    use_effect_with(page.as_ref().map(|page| page.step), move |_| {
        arrive(&format!("{title} · {consultation_title}"));
    });
    let Some(page) = page else { return html! {} };
    let languages: Vec<(AttrValue, AttrValue)> =
        page.languages.iter().map(|tag| (tag.clone().into(), language_name(tag).into())).collect();
    html! {
        <>
            <Header title={page.state.consultation.title.clone()} steps={steps(&words, &page)} {languages}
                onlanguage={page.language.clone()} />
            if let Some(above) = &props.above { { above.clone() } }
            <main class={classes!("bk-page", props.wide.then_some("bk-page--wide"))} id="main">
                if let Some(kicker) = &props.kicker { <p class="bk-page__kicker">{ kicker.clone() }</p> }
                if !props.own_heading { <h1 class="bk-page__title" tabindex="-1">{ props.title.clone() }</h1> }
                { props.children.clone() }
                <div class="bk-actions">
                    if let Some(next) = &props.next { { way_on(&page, next, props.onnext.clone()) } }
                    if let Some(aside) = &props.aside { { aside.clone() } }
                    if let Some(before) = page.state.before(page.step) {
                        <a class="bk-button bk-button--quiet" href={Route::Step(before.slug()).hash()}>
                            <Pictogram name="arrow-back" />{ " " }{ say!(words, BACK) }
                        </a>
                    }
                </div>
            </main>
            <Footer>{ saved(&words, page.saved) }</Footer>
        </>
    }
}

/// Whether the answers so far would survive a reload.
fn saved(words: &Words, saved: bool) -> Html {
    let (class, pictogram, text) = if saved {
        ("bk-status", "check", say!(words, DRAFT_SAVED))
    } else {
        ("bk-status bk-status--bad", "warning", say!(words, DRAFT_NOT_SAVED))
    };
    html! { <span {class} role="status"><Pictogram name={pictogram} />{ " " }{ text }</span> }
}

fn way_on(page: &Page, label: &AttrValue, onnext: Option<Callback<(), bool>>) -> Html {
    let page = page.clone();
    let onclick = move |_| {
        if onnext.as_ref().is_none_or(|onnext| onnext.emit(())) {
            go_on(&page);
        }
    };
    html! { <button class="bk-button" type="button" {onclick}>{ label.clone() }</button> }
}

/// Goes to the page after this one.
pub(super) fn go_on(page: &Page) {
    if let Some(next) = page.state.after(page.step) {
        page.act.emit(Action::Reach(next));
        Route::Step(next.slug()).go();
    }
}

/// The stages the person passes, and the one this page belongs to.
fn steps(words: &Words, page: &Page) -> Option<Steps> {
    let voter = page.state.session.voter();
    let mut stages: Vec<StageKind> = page.state.steps().into_iter().map(|step| step.stage(voter)).collect();
    stages.dedup();
    let stage = page.step.stage(voter);
    let place = stages.iter().position(|other| *other == stage)?;
    Some(Steps { now: place + 1, of: stages.len(), name: stage_name(words, stage, page.step) })
}

fn stage_name(words: &Words, stage: StageKind, step: Step) -> String {
    match stage {
        StageKind::Welcome if matches!(step, Step::Question(_)) => say!(words, STAGE_ABOUT_YOU),
        StageKind::Welcome => say!(words, STAGE_WELCOME),
        StageKind::FirstReaction => say!(words, STAGE_FIRST_REACTION),
        StageKind::FactSheets => say!(words, STAGE_FACT_SHEETS),
        StageKind::TableBasket => say!(words, STAGE_TABLE_BASKET),
        StageKind::OwnBasket => say!(words, STAGE_OWN_BASKET),
        StageKind::ConsideredView => say!(words, STAGE_CONSIDERED_VIEW),
        StageKind::Close => say!(words, STAGE_CLOSE),
    }
}

/// A language's name in itself, so that people find theirs.
fn language_name(tag: &str) -> String {
    match tag {
        "en" => "English".to_owned(),
        "cy" => "Cymraeg".to_owned(),
        "pl" => "Polski".to_owned(),
        "ur" => "اردو".to_owned(),
        "ar" => "العربية".to_owned(),
        "fr" => "Français".to_owned(),
        other => other.to_owned(),
    }
}
