//! 100 points over the areas: the same page before the fact sheets and at the end.

use basketry_domain::{Area, Points};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{Action, Ask};
use super::frame::{Frame, go_on};
use super::{Page, use_page};
use crate::common::components::{AreaColour, Bar, Note, Pictogram, Tile, Tone};
use crate::common::dom::focus;
use crate::common::words::{Words, use_words};
use crate::say;

/// How many points one press gives or takes.
const STEP: u8 = 5;

/// Which of the two times.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PointsPageProps {
    /// Before or after.
    pub ask: Ask,
}

/// Share out 100 points.
#[component]
pub(crate) fn PointsPage(props: &PointsPageProps) -> Html {
    let words = use_words();
    let refused = use_state(|| false);
    let Some(page) = use_page() else { return html! {} };
    let ask = props.ask;
    let points = page.state.reaction(ask).points;
    // The first reaction stays as it was given once the fact sheets are open.
    let closed = ask == Ask::First && page.state.draft.has_read();
    let left = points.left();
    let onnext = {
        let refused = refused.clone();
        Callback::from(move |()| {
            let done = left == 0 || closed;
            refused.set(!done);
            if !done {
                focus(".bk-notice--error");
            }
            done
        })
    };
    let leave_out = {
        let page = page.clone();
        move |_| {
            page.act.emit(Action::LeaveOut(ask));
            go_on(&page);
        }
    };
    let (title, lead) = match ask {
        Ask::First => (say!(words, FIRST_TITLE), say!(words, FIRST_LEAD)),
        Ask::Considered => (say!(words, CONSIDERED_TITLE), say!(words, CONSIDERED_LEAD)),
    };
    let aside = (!closed).then(|| html! {
        <button class="bk-button bk-button--quiet" type="button" onclick={leave_out}>{ say!(words, POINTS_LEAVE_OUT) }</button>
    });
    html! {
        <Frame {title} next={say!(words, CONTINUE)} {onnext} {aside}>
            <p class="bk-page__lead">{ lead }</p>
            if closed { <Note tone={Tone::Info}><p>{ say!(words, FIRST_CLOSED) }</p></Note> }
            if *refused && left > 0 {
                <Note tone={Tone::Error} title={say!(words, POINTS_NOT_DONE)}>
                    <p>{ say!(words, POINTS_STILL_LEFT, left = left) }</p>
                </Note>
            }
            <div class="bk-points">
                <div class="bk-points__left">
                    <output class="bk-points__number" aria-live="polite">{ words.whole(left.into()) }</output>
                    <span class="bk-points__label">{ say!(words, POINTS_LEFT, left = left) }</span>
                    <Bar percent={u8::try_from(left).unwrap_or(100)} />
                </div>
                <ul class="bk-points__list">
                    { for page.state.consultation.areas.iter().enumerate().map(|(place, area)| {
                        row(&words, &page, ask, place, area, &points, closed)
                    }) }
                </ul>
            </div>
        </Frame>
    }
}

fn row(words: &Words, page: &Page, ask: Ask, place: usize, area: &Area, points: &Points, closed: bool) -> Html {
    let given = points.of(&area.id);
    let most = u16::from(given) + points.left();
    let set = {
        let (act, id) = (page.act.clone(), area.id.clone());
        Callback::from(move |to: u8| act.emit(Action::SetPoints(ask, id.clone(), to)))
    };
    let name_id = format!("points-{}", area.id);
    let oninput = {
        let set = set.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let wanted: u8 = input.value().parse().unwrap_or(0);
            let got = wanted.min(u8::try_from(most).unwrap_or(100));
            // The slider must not show more than there was to give.
            input.set_value(&got.to_string());
            set.emit(got);
        }
    };
    let step = |to: u8, label: String, pictogram: &'static str, at_limit: bool| {
        let set = set.clone();
        html! {
            <button class="bk-step" type="button" aria-disabled={at_limit.to_string()} onclick={move |_| set.emit(to)}>
                <span class="bk-hidden">{ label }</span><Pictogram name={pictogram} />
            </button>
        }
    };
    let name = area.name.clone();
    html! {
        <li class={classes!("bk-points__row", AreaColour(place).class())} key={area.id.to_string()}>
            <Tile name={area.pictogram.clone()} />
            <span class="bk-points__name" id={name_id.clone()}>{ name.clone() }</span>
            <span class="bk-points__stepper">
                { step(given.saturating_sub(STEP), say!(words, POINTS_FEWER, area = name.clone(), step = STEP), "minus",
                    given == 0 || closed) }
                <output class="bk-points__value">{ words.whole(given.into()) }</output>
                { step(given.saturating_add(STEP), say!(words, POINTS_MORE, area = name, step = STEP), "plus",
                    points.left() == 0 || closed) }
            </span>
            <span class="bk-range">
                <Bar percent={given} />
                <input class="bk-range__input" type="range" min="0" max="100" step={STEP.to_string()}
                    value={given.to_string()} aria-labelledby={name_id} disabled={closed} {oninput} />
            </span>
        </li>
    }
}
