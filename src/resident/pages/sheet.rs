//! A fact sheet: the text, then figures with all that is needed to judge them.

use basketry_domain::{Figure, FigureKind};
use yew::prelude::*;

use super::super::Action;
use super::frame::Frame;
use super::use_page;
use crate::common::components::{AreaColour, Choice, ChoiceGroup, Prose, Tile};
use crate::common::words::{Words, use_words};
use crate::say;

/// Which area.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SheetProps {
    /// Its place, from 0.
    pub place: usize,
}

/// A fact sheet.
#[component]
pub(crate) fn Sheet(props: &SheetProps) -> Html {
    let words = use_words();
    let page = use_page();
    let area = page.as_ref().and_then(|page| page.state.consultation.areas.get(props.place).cloned());
    // Opening the sheet is what closes the first reaction, so it is an action, not a side effect of drawing.
    use_effect_with(area.as_ref().map(|area| area.id.clone()), {
        let act = page.as_ref().map(|page| page.act.clone());
        move |id| {
            if let (Some(act), Some(id)) = (act, id.clone()) {
                act.emit(Action::OpenSheet(id));
            }
        }
    });
    let (Some(page), Some(area)) = (page, area) else { return html! {} };
    let of = page.state.consultation.areas.len();
    let heard = page.state.draft.readings.get(&area.id).and_then(|reading| reading.heard_of);
    let choices = vec![
        Choice { value: "yes".into(), label: say!(words, HEARD_YES).into(), chosen: heard == Some(true) },
        Choice { value: "no".into(), label: say!(words, HEARD_NO).into(), chosen: heard == Some(false) },
    ];
    let onchoose = {
        let (act, id) = (page.act.clone(), area.id.clone());
        Callback::from(move |value: AttrValue| act.emit(Action::HeardOf(id.clone(), value == "yes")))
    };
    let sheet = &area.fact_sheet;
    html! {
        <Frame title={area.name.clone()} own_heading=true next={say!(words, SHEET_NEXT)}>
            <article class={classes!("bk-sheet", AreaColour(props.place).class())}>
                <header class="bk-sheet__head">
                    <Tile name={area.pictogram.clone()} size="big" />
                    <div class="bk-sheet__heading">
                        <p class="bk-sheet__kicker">{ say!(words, SHEET_OF, now = props.place + 1, of = of) }</p>
                        <h1 class="bk-sheet__title" tabindex="-1">{ area.name.clone() }</h1>
                    </div>
                </header>
                <div class="bk-sheet__body">
                    <Prose text={sheet.body.clone()} />
                    if !sheet.figures.is_empty() {
                        <h2 class="bk-hidden">{ say!(words, SHEET_FIGURES) }</h2>
                        <ul class="bk-facts">{ for sheet.figures.iter().map(|figure| fact(&words, figure)) }</ul>
                    }
                    <p class="bk-sheet__version">{ say!(words, SHEET_VERSION, revision = sheet.revision) }</p>
                </div>
            </article>
            <ChoiceGroup name="heard" legend={say!(words, HEARD_LEGEND)} {choices} {onchoose} />
        </Frame>
    }
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
                <span class="bk-badge" title={meaning}>{ kind }</span>
                if figure.illustrative { <span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
                <span>{ figure.year.clone() }{ " · " }{ figure.source.clone() }</span>
            </p>
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
