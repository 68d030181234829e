//! What every page has around its one thing: where one is, the way on, and the way back.

use basketry_domain::StageKind;
use yew::prelude::*;

use super::super::{Action, Step};
use super::Page;
use crate::common::components::{Header, Steps, footer, pictogram};
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// What a page has to say to its frame.
#[derive(Default)]
pub(super) struct Frame {
    /// The page's heading; none when the page draws its own.
    pub(super) title: Option<String>,
    /// Above the heading.
    pub(super) kicker: Option<Html>,
    /// Whether the page needs the width.
    pub(super) wide: bool,
    /// Between the header and the page.
    pub(super) above: Option<Html>,
    /// The verb of the way on; none when the page has its own.
    pub(super) next: Option<String>,
    /// Whether something has to be put right first.
    pub(super) held: bool,
    /// Beside the way on.
    pub(super) aside: Option<Html>,
}

impl Frame {
    /// A page with this heading, and this verb for the way on.
    pub(super) fn new(title: String, next: String) -> Self {
        Self { title: Some(title), next: Some(next), ..Self::default() }
    }

    /// The page, around its one thing.
    pub(super) fn view(self, words: &Words, page: &Page, body: Html) -> Html {
        let title = page.state.consultation.title.clone();
        let before = page.state.before(page.step);
        let onnext = onnext(page, self.held);
        html! {
            <>
                <Header words={words.clone()} {title} home={page.home()} read_aloud=true steps={steps(words, page)}
                    languages={page.languages.clone()} onlanguage={page.language.clone()}
                    onsize={page.on(Action::TextSize)} />
                { self.above.unwrap_or_default() }
                // Nothing of a page stays for the next: no opened details, no place in a field.
                <main key={page.step.slug()} class={classes!("bk-page", self.wide.then_some("bk-page--wide"))} id="main">
                    if let Some(kicker) = self.kicker { <p class="bk-page__kicker">{ kicker }</p> }
                    if let Some(title) = self.title { <h1 class="bk-page__title" tabindex="-1">{ title }</h1> }
                    { body }
                    <div class="bk-actions">
                        if let Some(next) = self.next {
                            <button class="bk-button" type="button" onclick={onnext}>{ next }</button>
                        }
                        { self.aside.unwrap_or_default() }
                        if let Some(before) = before {
                            <a class="bk-button bk-button--quiet" href={Route::Step(before.slug()).hash()}>
                                { pictogram("arrow-back") }{ " " }{ say!(words, BACK) }
                            </a>
                        }
                    </div>
                </main>
                { footer(words, saved(words, page.saved)) }
            </>
        }
    }
}

/// Whether the answers so far would survive a reload.
fn saved(words: &Words, saved: bool) -> Html {
    let (class, icon, text) = if saved {
        ("bk-status", "check", say!(words, DRAFT_SAVED))
    } else {
        ("bk-status bk-status--bad", "warning", say!(words, DRAFT_NOT_SAVED))
    };
    html! { <span {class} role="status">{ pictogram(icon) }{ " " }{ text }</span> }
}

fn onnext(page: &Page, held: bool) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |_| {
        if held {
            page.act.emit(Action::Hold(page.step));
        } else {
            go_to(&page, page.state.after(page.step));
        }
    })
}

/// Goes on to the next page.
pub(super) fn go_to(page: &Page, next: Option<Step>) {
    if let Some(next) = next {
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
