//! A fact sheet: the text, then figures with all that is needed to judge them.

use basketry_domain::{Area, Figure, FigureKind};
use yew::prelude::*;

use super::super::Action;
use super::Page;
use super::frame::Frame;
use crate::common::components::{AreaColour, Choice, Choices, Size, illustrative, prose, tile};
use crate::common::words::Words;
use crate::say;

/// The fact sheet of an area, by its place.
pub(super) fn sheet(words: &Words, page: &Page, place: usize) -> Html {
    let areas = &page.state.consultation.areas;
    let Some(area) = areas.get(place) else { return html! {} };
    let sheet = &area.fact_sheet;
    let lead = page.state.consultation.agencies.iter().find(|agency| agency.id == area.lead);
    let lead = lead.map(|agency| agency.name.clone());
    let body = html! {
        <>
            <article class={classes!("bk-sheet", AreaColour(place).class())}>
                <header class="bk-sheet__head">
                    { tile(&area.pictogram, Size::Big, None) }
                    <div class="bk-sheet__heading">
                        <p class="bk-sheet__kicker">{ say!(words, SHEET_OF, now = place + 1, of = areas.len()) }</p>
                        <h1 class="bk-sheet__title" tabindex="-1">{ area.name.clone() }</h1>
                        if !area.summary.is_empty() { <p>{ area.summary.clone() }</p> }
                        if let Some(lead) = lead { <p class="bk-quiet">{ say!(words, SHEET_LEAD, agency = lead) }</p> }
                    </div>
                </header>
                <div class="bk-sheet__body">
                    // Asked before the sheet has told them.
                    { heard(words, page, area) }
                    { prose(&sheet.body) }
                    if !sheet.figures.is_empty() {
                        <h2 class="bk-hidden">{ say!(words, SHEET_FIGURES) }</h2>
                        <ul class="bk-facts">{ for sheet.figures.iter().map(|figure| fact(words, figure)) }</ul>
                    }
                    <p class="bk-sheet__version">{ say!(words, SHEET_VERSION, revision = sheet.revision) }</p>
                </div>
            </article>
        </>
    };
    let frame = Frame { next: Some(say!(words, SHEET_NEXT)), ..Frame::default() };
    frame.view(words, page, body)
}

fn heard(words: &Words, page: &Page, area: &Area) -> Html {
    let heard = page.state.draft.reading(&area.id).and_then(|reading| reading.heard_of);
    let id = area.id.clone();
    Choices {
        name: "heard".to_owned(),
        legend: say!(words, HEARD_LEGEND),
        legend_hidden: false,
        choices: vec![
            Choice { value: "yes".to_owned(), label: say!(words, HEARD_YES), chosen: heard == Some(true) },
            Choice { value: "no".to_owned(), label: say!(words, HEARD_NO), chosen: heard == Some(false) },
        ],
        several: false,
        onchoose: {
            let id = id.clone();
            page.on(move |value: String| Action::HeardOf(id.clone(), Some(value == "yes")))
        },
        clear: Some((say!(words, ANSWER_TAKE_BACK), page.on(move |()| Action::HeardOf(id.clone(), None)))),
    }
    .view()
}

fn fact(words: &Words, figure: &Figure) -> Html {
    let (kind, meaning) = kind(words, figure.kind);
    html! {
        <li class="bk-fact">
            <p class="bk-fact__value">
                { words.decimal(figure.value) }{ " " }<span class="bk-fact__unit">{ figure.unit.clone() }</span>
            </p>
            <p class="bk-fact__label">{ figure.label.clone() }</p>
            if let Some(note) = &figure.note { <p class="bk-quiet">{ note.clone() }</p> }
            <p class="bk-fact__meta">
                <span class="bk-badge">{ kind }</span>
                { illustrative(words, figure.illustrative) }
                <span>{ figure.year.clone() }{ " · " }{ figure.source.clone() }</span>
            </p>
            <p class="bk-quiet">{ meaning }</p>
        </li>
    }
}

fn kind(words: &Words, kind: FigureKind) -> (String, String) {
    match kind {
        FigureKind::Input => (say!(words, KIND_INPUT), say!(words, KIND_INPUT_MEANS)),
        FigureKind::Output => (say!(words, KIND_OUTPUT), say!(words, KIND_OUTPUT_MEANS)),
        FigureKind::Outcome => (say!(words, KIND_OUTCOME), say!(words, KIND_OUTCOME_MEANS)),
        FigureKind::Proxy => (say!(words, KIND_PROXY), say!(words, KIND_PROXY_MEANS)),
        FigureKind::Satisfaction => (say!(words, KIND_SATISFACTION), say!(words, KIND_SATISFACTION_MEANS)),
    }
}
