//! All answers in sight, then the one button that counts.

use basketry_domain::{Reaction, Voter};
use yew::prelude::*;

use super::super::{AreaPage, Phase, Receipt, Step};
use super::Page;
use super::frame::Frame;
use crate::common::components::{Tone, note, pictogram};
use crate::common::dom::download;
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// Check the answers, and confirm.
pub(super) fn check(words: &Words, page: &Page) -> Html {
    let table = page.state.session.voter() == Voter::Table;
    let confirming = matches!(page.state.phase, Phase::Confirming(_));
    let label = match (confirming, table) {
        (true, _) => say!(words, CONFIRMING),
        (false, true) => say!(words, CONFIRM_TABLE),
        (false, false) => say!(words, CONFIRM),
    };
    let confirm = page.confirm.clone();
    let onclick = move |_| confirm.emit(());
    let body = html! {
        <>
            <dl class="bk-answers">{ rows(words, page) }</dl>
            if let Phase::NotStored(receipt, code) = &page.state.phase { { not_stored(words, page, receipt, code) } }
            <section class="bk-confirm">
                <h2>{ say!(words, CONFIRM_HEADING) }</h2>
                <p>{ say!(words, CONFIRM_TEXT) }</p>
                <button class="bk-button bk-button--big bk-button--wide" type="button"
                    aria-disabled={confirming.then_some("true")} {onclick}>
                    { pictogram("check") }{ " " }{ label }
                </button>
            </section>
        </>
    };
    Frame { title: Some(say!(words, CHECK_TITLE)), ..Frame::default() }.view(words, page, body)
}

/// Why the ballot is not stored, what is safe, and a way to keep it all the same.
fn not_stored(words: &Words, page: &Page, receipt: &Receipt, code: &str) -> Html {
    let reason = match code {
        "storage-full" => say!(words, STORAGE_FULL),
        "storage-conflict" => say!(words, STORAGE_CONFLICT),
        "storage-unavailable" => say!(words, STORAGE_UNAVAILABLE),
        _ => say!(words, STORAGE_FAILED),
    };
    let onclick = {
        let (state, receipt) = (page.state.clone(), receipt.clone());
        move |_| {
            let ballot = state.draft.ballot(&state.consultation, &state.session, receipt.confirmed.clone());
            let reference = &state.consultation.reference;
            let header = basketry_formats::ballots::header(reference, &state.consultation.title);
            let line = basketry_formats::ballots::line(ballot);
            if let (Ok(header), Ok(line)) = (header, line) {
                let name = format!("{}.ballots.ndjson", state.draft.id.receipt());
                // A refused download leaves the page as it is, with the ballot on it.
                let _ = download(&name, "application/x-ndjson", format!("{header}\n{line}\n").as_bytes());
            }
        }
    };
    let body = html! {
        <>
            <p>{ reason }</p>
            <p>{ say!(words, NOT_STORED_SAFE) }</p>
            <button class="bk-button bk-button--secondary" type="button" {onclick}>{ say!(words, NOT_STORED_DOWNLOAD) }</button>
        </>
    };
    note(Tone::Error, Some(say!(words, NOT_STORED)), body)
}

fn rows(words: &Words, page: &Page) -> Html {
    let steps = page.state.steps();
    steps.into_iter().filter_map(|step| row(words, page, step)).collect()
}

fn row(words: &Words, page: &Page, step: Step) -> Option<Html> {
    let (name, value) = answer(words, page, step)?;
    // The first reaction stays as it was given: there is nothing to change.
    let fixed = step == Step::FirstPoints && page.state.draft.has_read();
    Some(html! {
        <div class="bk-answers__row" key={step.slug()}>
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
    })
}

/// What a page asked, and what was answered.
fn answer(words: &Words, page: &Page, step: Step) -> Option<(String, Html)> {
    let draft = &page.state.draft;
    let consultation = &page.state.consultation;
    let text = |text: &str| text_or_nothing(words, text);
    Some(match step {
        Step::Question(place) => {
            let question = consultation.questions.get(place)?;
            let given = draft.answers.get(&question.id);
            let chosen = question.options.iter().filter(|option| given.is_some_and(|given| given.contains(&option.id)));
            let chosen: Vec<&str> = chosen.map(|option| option.text.as_str()).collect();
            (question.text.clone(), text(&chosen.join(", ")))
        }
        Step::FirstPoints => (say!(words, STAGE_FIRST_REACTION), points(words, page, draft.first_reaction.as_ref())),
        Step::ConsideredPoints => {
            (say!(words, STAGE_CONSIDERED_VIEW), points(words, page, draft.considered_view.as_ref()))
        }
        Step::Area(place, AreaPage::Arguments) => {
            let area = consultation.areas.get(place)?;
            let reading = draft.reading(&area.id);
            let moved = reading.map_or(0, |reading| reading.moved_by.len());
            let added = reading.map_or(0, |reading| reading.added.len());
            (area.name.clone(), html! { say!(words, CHECK_ARGUMENTS, moved = moved, added = added) })
        }
        Step::Basket => (say!(words, CHECK_BASKET), basket(words, page)),
        Step::Tension(place) => {
            let tension = consultation.tensions.get(place)?;
            let why = draft.tension(&tension.id).and_then(|answer| answer.why.as_deref()).unwrap_or_default();
            (tension.title.clone(), html! { <>{ say!(words, CHECK_ACCEPTED) }{ " " }{ why.to_owned() }</> })
        }
        Step::Unspent => (say!(words, CHECK_UNSPENT), text(&draft.unspent_reason)),
        Step::Dissent => (say!(words, CHECK_DISSENT), text(&draft.dissent)),
        Step::Closing => {
            (say!(words, CLOSING_CHANGED), text(draft.closing.what_changed.as_deref().unwrap_or_default()))
        }
        Step::Welcome | Step::FirstSure | Step::ConsideredSure | Step::Area(_, AreaPage::Sheet) | Step::Check => {
            return None;
        }
    })
}

fn text_or_nothing(words: &Words, text: &str) -> Html {
    let nothing = text.trim().is_empty();
    html! { { if nothing { say!(words, CHECK_NOTHING) } else { text.to_owned() } } }
}

fn points(words: &Words, page: &Page, reaction: Option<&Reaction>) -> Html {
    let Some(reaction) = reaction.filter(|reaction| reaction.points.is_complete()) else {
        return html! { say!(words, CHECK_NOTHING) };
    };
    let row = |area: &basketry_domain::Area| {
        html! {
            <li key={area.id.to_string()}>
                <span>{ area.name.clone() }</span><span>{ words.whole(reaction.points.of(&area.id).into()) }</span>
            </li>
        }
    };
    html! { <ul class="bk-answers__list">{ for page.state.consultation.areas.iter().map(row) }</ul> }
}

fn basket(words: &Words, page: &Page) -> Html {
    let consultation = &page.state.consultation;
    let basket = &page.state.draft.basket;
    let money = |amount| words.money(amount, consultation.budget.currency);
    let rows = consultation.items.iter().filter_map(|item| {
        let cost = item.cost(basket.level(&item.id)?)?;
        Some(
            html! { <li key={item.id.to_string()}><span>{ item.name.clone() }</span><span>{ money(cost) }</span></li> },
        )
    });
    html! {
        <ul class="bk-answers__list">
            { for rows }
            <li><span>{ say!(words, CHECK_LEFT) }</span><span>{ money(basket.left(consultation)) }</span></li>
        </ul>
    }
}
