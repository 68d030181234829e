//! The arguments about an area: for, against, and one's own.

use basketry_domain::{Area, Argument, Reading, Side, Subject};
use yew::prelude::*;

use super::super::Action;
use super::Page;
use super::frame::Frame;
use crate::common::components::{AreaColour, Size, TextField, Tone, note, pictogram, tile};
use crate::common::dom::focus;
use crate::common::words::Words;
use crate::say;

/// The field for an argument of one's own.
const FIELD: &str = "own-argument";

/// The arguments about an area, by its place.
pub(super) fn arguments(words: &Words, page: &Page, place: usize) -> Html {
    let Some(area) = page.state.consultation.areas.get(place) else { return html! {} };
    let last = place + 1 == page.state.consultation.areas.len();
    let next = if last { say!(words, ARGUMENTS_DONE) } else { say!(words, ARGUMENTS_NEXT) };
    let colour = Some(AreaColour(place));
    let kicker = html! { <>{ tile(&area.pictogram, Size::Small, colour) }{ " " }{ area.name.clone() }</> };
    let body = html! {
        <>
            <p class="bk-page__lead">{ say!(words, ARGUMENTS_LEAD) }</p>
            <section class="bk-arguments" aria-label={say!(words, ARGUMENTS_LABEL)}>
                { side(words, page, area, Side::For) }
                { side(words, page, area, Side::Against) }
            </section>
            { own(words, page, area) }
        </>
    };
    let held = !page.state.draft.written(&area.id).trim().is_empty();
    let frame = Frame { kicker: Some(kicker), wide: true, held, ..Frame::new(say!(words, ARGUMENTS_TITLE), next) };
    frame.view(words, page, body)
}

fn side(words: &Words, page: &Page, area: &Area, side: Side) -> Html {
    let (title, icon) = match side {
        Side::For => (say!(words, ARGUMENTS_FOR), "plus"),
        Side::Against => (say!(words, ARGUMENTS_AGAINST), "minus"),
    };
    let reading = page.state.draft.reading(&area.id);
    let given = page.state.consultation.arguments_of(&area.id).filter(|argument| argument.side == side);
    let added = reading.map(|reading| reading.added.iter().enumerate()).into_iter().flatten();
    let added = added.filter(|(_, own)| own.side == side);
    html! {
        <div class="bk-arguments__side">
            <h2 class="bk-arguments__title">{ pictogram(icon) }{ " " }{ title }</h2>
            <ul>
                { for given.map(|argument| card(words, page, area, argument, reading)) }
                { for added.map(|(place, own)| {
                    let (act, id) = (page.act.clone(), area.id.clone());
                    html! {
                        <li class="bk-argument" key={format!("own-{place}")}>
                            <p class="bk-argument__text">{ own.text.clone() }</p>
                            <p class="bk-argument__by">{ say!(words, ARGUMENT_OWN) }</p>
                            <button class="bk-button bk-button--quiet" type="button"
                                onclick={move |_| {
                                    // The button goes with the argument.
                                    focus(&format!("#{FIELD}"));
                                    act.emit(Action::RemoveArgument(id.clone(), place));
                                }}>
                                { say!(words, ARGUMENT_REMOVE) }<span class="bk-hidden">{ ": " }{ own.text.clone() }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

fn card(words: &Words, page: &Page, area: &Area, argument: &Argument, reading: Option<&Reading>) -> Html {
    let moved = reading.is_some_and(|reading| reading.moved_by.contains(&argument.id));
    let about = match &argument.about {
        Subject::Item(id) => page.state.consultation.item(id).map(|item| item.name.clone()),
        Subject::Area(_) => None,
    };
    let (act, area, id) = (page.act.clone(), area.id.clone(), argument.id.clone());
    html! {
        <li class="bk-argument" key={argument.id.to_string()}>
            if let Some(item) = about { <p class="bk-argument__by">{ say!(words, ARGUMENT_ABOUT, item = item) }</p> }
            <p class="bk-argument__text">{ argument.text.clone() }</p>
            <button class="bk-moved" type="button" aria-pressed={moved.to_string()}
                onclick={move |_| act.emit(Action::ToggleMoved(area.clone(), id.clone()))}>
                { pictogram("heart") }{ " " }{ say!(words, ARGUMENT_MOVED) }
                <span class="bk-hidden">{ ": " }{ argument.text.clone() }</span>
            </button>
        </li>
    }
}

/// A place for an argument of one's own. What is written there and not added yet stays in the draft.
fn own(words: &Words, page: &Page, area: &Area) -> Html {
    let written = page.state.draft.written(&area.id).to_owned();
    let nothing = written.trim().is_empty();
    let add = |side: Side, label: String| {
        let (act, id, step) = (page.act.clone(), area.id.clone(), page.step);
        let onclick =
            move |_| act.emit(if nothing { Action::Hold(step) } else { Action::AddArgument(id.clone(), side) });
        html! { <button class="bk-button bk-button--secondary" type="button" {onclick}>{ label }</button> }
    };
    let id = area.id.clone();
    let field = TextField {
        id: FIELD,
        label: say!(words, ARGUMENT_ADD),
        hint: Some(say!(words, ARGUMENT_ADD_HINT)),
        value: written,
        onchange: page.on(move |text| Action::WriteArgument(id.clone(), text)),
    };
    let trouble = if nothing { say!(words, ARGUMENT_EMPTY) } else { say!(words, ARGUMENT_NOT_ADDED) };
    html! {
        <section class="bk-own">
            if page.is_held() { { note(Tone::Error, None, html! { <p>{ trouble }</p> }) } }
            { field.view(words) }
            <div class="bk-actions">
                { add(Side::For, say!(words, ARGUMENT_ADD_FOR)) }
                { add(Side::Against, say!(words, ARGUMENT_ADD_AGAINST)) }
            </div>
        </section>
    }
}
