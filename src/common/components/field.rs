//! Fields: words, choices, and a score from 1 to 5.

use basketry_domain::ScoreOutOfFive;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::common::dom::focus;
use crate::common::words::Words;
use crate::say;

/// The longest answer in words, in characters.
const LONGEST: usize = 600;

/// A field for a few sentences; it may always be left empty.
pub struct TextField {
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked.
    pub label: String,
    /// A word of help.
    pub hint: Option<String>,
    /// What is there.
    pub value: String,
    /// Called with what is there after each change.
    pub onchange: Callback<String>,
}

impl TextField {
    /// The field.
    pub fn view(self, words: &Words) -> Html {
        let Self { id, label, hint, value, onchange } = self;
        let left = LONGEST.saturating_sub(value.chars().count());
        let oninput = move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            onchange.emit(area.value().chars().take(LONGEST).collect());
        };
        let hint_id = format!("{id}-hint");
        let count_id = format!("{id}-count");
        let described = if hint.is_some() { format!("{hint_id} {count_id}") } else { count_id.clone() };
        html! {
            <div class="bk-field">
                <label class="bk-field__label" for={id}>
                    { label }{ " " }<span class="bk-field__optional">{ say!(words, FIELD_OPTIONAL) }</span>
                </label>
                if let Some(hint) = hint { <p class="bk-field__hint" id={hint_id}>{ hint }</p> }
                <textarea class="bk-field__input" {id} rows="3" maxlength={LONGEST.to_string()}
                    aria-describedby={described} {value} {oninput} />
                <p class="bk-field__count" id={count_id}>
                    if left < 100 { { say!(words, FIELD_LEFT, count = left) } }
                </p>
            </div>
        }
    }
}

/// A choice on offer.
pub struct Choice {
    /// Unique in its group.
    pub value: String,
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Choices as big cards.
pub struct Choices {
    /// Unique on the page.
    pub name: String,
    /// What is asked.
    pub legend: String,
    /// Whether the legend is only for screen readers, as the page's heading asks the same.
    pub legend_hidden: bool,
    /// What is on offer.
    pub choices: Vec<Choice>,
    /// Whether several may be chosen.
    pub several: bool,
    /// Called with the value of a choice that was pressed.
    pub onchoose: Callback<String>,
    /// Takes the one choice back, for which a pressed button of its own is no help: its words, and what to call.
    pub clear: Option<(String, Callback<()>)>,
}

impl Choices {
    /// The group.
    pub fn view(self) -> Html {
        let Self { name, legend, legend_hidden, choices, several, onchoose, clear } = self;
        let clear = clear.filter(|_| choices.iter().any(|choice| choice.chosen));
        let kind = if several { "checkbox" } else { "radio" };
        let card = |choice: Choice| {
            let (onchoose, value) = (onchoose.clone(), choice.value.clone());
            html! {
                <label class="bk-choice" key={choice.value.clone()}>
                    <input class="bk-choice__input" type={kind} name={name.clone()} value={choice.value}
                        checked={choice.chosen} onchange={move |_| onchoose.emit(value.clone())} />
                    <span class="bk-choice__card"><span class="bk-choice__label">{ choice.label }</span></span>
                </label>
            }
        };
        html! {
            <fieldset class="bk-choices">
                <legend class={classes!("bk-choices__legend", legend_hidden.then_some("bk-hidden"))}>{ legend }</legend>
                { for choices.into_iter().map(card) }
                if let Some((label, onclear)) = clear { { take_back(label, &name, move || onclear.emit(())) } }
            </fieldset>
        }
    }
}

/// A score from 1 to 5, with words at both ends.
pub struct Scale {
    /// Unique on the page.
    pub name: &'static str,
    /// What is asked.
    pub legend: String,
    /// What 1 means.
    pub low: String,
    /// What 5 means.
    pub high: String,
    /// The score, when one is given.
    pub score: Option<ScoreOutOfFive>,
    /// What takes the score back.
    pub clear: String,
    /// Called with the score that was pressed, or with none when it is taken back.
    pub onscore: Callback<Option<ScoreOutOfFive>>,
}

impl Scale {
    /// The scale.
    pub fn view(self, words: &Words) -> Html {
        let Self { name, legend, low, high, score: given, clear, onscore } = self;
        let point = |score: ScoreOutOfFive| {
            let onscore = onscore.clone();
            let end = match score.get() {
                1 => Some(low.clone()),
                5 => Some(high.clone()),
                _ => None,
            };
            html! {
                <label class="bk-scale__point">
                    <input class="bk-scale__input" type="radio" {name} value={score.get().to_string()}
                        checked={given == Some(score)} onchange={move |_| onscore.emit(Some(score))} />
                    <span class="bk-scale__number">
                        { words.number_of(score.get().into()) }
                        if let Some(end) = end { <span class="bk-hidden">{ ", " }{ end }</span> }
                    </span>
                </label>
            }
        };
        let points: Html = ScoreOutOfFive::ALL.into_iter().map(point).collect();
        html! {
            <fieldset class="bk-scale">
                <legend class="bk-scale__legend">{ legend }</legend>
                <div class="bk-scale__row">{ points }</div>
                <div class="bk-scale__ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></div>
                if given.is_some() { { take_back(clear, name, move || onscore.emit(None)) } }
            </fieldset>
        }
    }
}

/// Takes an answer back. The button goes with the answer, so the focus moves to the first choice of the group.
fn take_back(label: String, name: &str, clear: impl Fn() + 'static) -> Html {
    let first = format!("[name=\"{name}\"]");
    let onclick = move |_| {
        focus(&first);
        clear();
    };
    html! { <button class="bk-button bk-button--quiet" type="button" {onclick}>{ label }</button> }
}
