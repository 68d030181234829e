//! 100 points over the areas: the same page before the fact sheets and at the end.

use basketry_domain::{Area, Points};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{Action, Ask};
use super::Page;
use super::frame::{Frame, go_to};
use crate::common::components::{AreaColour, Size, Tone, bar, note, pictogram, tile};
use crate::common::words::Words;
use crate::say;

/// How many points one press gives or takes.
const STEP: u8 = 5;

/// Share out 100 points.
pub(super) fn points(words: &Words, page: &Page, ask: Ask) -> Html {
    let points = page.state.reaction(ask).points;
    // The first reaction stays as it was given once the fact sheets are open.
    let closed = ask == Ask::First && page.state.draft.has_read();
    let left = points.left();
    let held = left > 0 && !closed;
    let (title, lead) = match ask {
        Ask::First => (say!(words, FIRST_TITLE), say!(words, FIRST_LEAD)),
        Ask::Considered => (say!(words, CONSIDERED_TITLE), say!(words, CONSIDERED_LEAD)),
    };
    let still_left = || html! { <p>{ say!(words, POINTS_STILL_LEFT, left = left) }</p> };
    let sharing = Sharing { ask, points, closed };
    let rows = page.state.consultation.areas.iter().enumerate();
    let body = html! {
        <>
            <p class="bk-page__lead">{ lead }</p>
            if closed { { note(Tone::Info, None, html! { <p>{ say!(words, FIRST_CLOSED) }</p> }) } }
            if page.is_held() && held {
                { note(Tone::Error, Some(say!(words, POINTS_NOT_DONE)), still_left()) }
            }
            <div class="bk-points">
                <div class="bk-points__left">
                    <output class="bk-points__number" aria-live="polite">{ words.whole(left.into()) }</output>
                    <span class="bk-points__label">{ say!(words, POINTS_LEFT, left = left) }</span>
                    { bar(u8::try_from(left).unwrap_or(100)) }
                </div>
                <ul class="bk-points__list">
                    { for rows.map(|(place, area)| row(words, page, &sharing, place, area)) }
                </ul>
            </div>
        </>
    };
    let aside = (!closed).then(|| leave_out(words, page, ask));
    Frame { held, aside, ..Frame::new(title, say!(words, CONTINUE)) }.view(words, page, body)
}

fn leave_out(words: &Words, page: &Page, ask: Ask) -> Html {
    let page = page.clone();
    let onclick = move |_| {
        page.act.emit(Action::LeaveOut(ask));
        // The page that asks how sure one is goes with the points.
        let after = (*page.state).clone().after_action(Action::LeaveOut(ask)).after(page.step);
        go_to(&page, after);
    };
    html! { <button class="bk-button bk-button--quiet" type="button" {onclick}>{ say!(words, POINTS_LEAVE_OUT) }</button> }
}

/// The points as they are shared out now.
struct Sharing {
    ask: Ask,
    points: Points,
    closed: bool,
}

fn row(words: &Words, page: &Page, sharing: &Sharing, place: usize, area: &Area) -> Html {
    let Sharing { ask, ref points, closed } = *sharing;
    let given = points.of(&area.id);
    let most = u16::from(given) + points.left();
    let id = area.id.clone();
    let set: Callback<u8> = page.on(move |to| Action::SetPoints(ask, id.clone(), to));
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
    let step = |to: u8, label: String, icon: &'static str, at_limit: bool| {
        let set = set.clone();
        html! {
            <button class="bk-step" type="button" aria-disabled={at_limit.to_string()} onclick={move |_| set.emit(to)}>
                <span class="bk-hidden">{ label }</span>{ pictogram(icon) }
            </button>
        }
    };
    let name = area.name.clone();
    html! {
        <li class={classes!("bk-points__row", AreaColour(place).class())} key={area.id.to_string()}>
            { tile(&area.pictogram, Size::Usual, None) }
            <span class="bk-points__name" id={name_id.clone()}>{ name.clone() }</span>
            <span class="bk-points__stepper">
                { step(given.saturating_sub(STEP), say!(words, POINTS_FEWER, area = name.clone(), step = STEP), "minus",
                    given == 0 || closed) }
                <output class="bk-points__value">{ words.whole(given.into()) }</output>
                { step(given.saturating_add(STEP), say!(words, POINTS_MORE, area = name, step = STEP), "plus",
                    points.left() == 0 || closed) }
            </span>
            <span class="bk-range">
                { bar(given) }
                <input class="bk-range__input" type="range" min="0" max="100" step={STEP.to_string()}
                    value={given.to_string()} aria-labelledby={name_id} disabled={closed} {oninput} />
            </span>
        </li>
    }
}
