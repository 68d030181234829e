//! Fields: words, choices, and a score from 1 to 5.

use basketry_domain::ScoreOutOfFive;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::common::words::use_words;
use crate::say;

/// The longest answer in words, in characters.
const LONGEST: usize = 600;

/// What a field for words shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// A word of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is there.
    pub value: AttrValue,
    /// Called with what is there after each change.
    pub onchange: Callback<String>,
}

/// A field for a few sentences; it may always be left empty.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let words = use_words();
    let left = LONGEST.saturating_sub(props.value.chars().count());
    let onchange = props.onchange.clone();
    let oninput = move |event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        onchange.emit(area.value().chars().take(LONGEST).collect());
    };
    let hint = format!("{}-hint", props.id);
    let count = format!("{}-count", props.id);
    html! {
        <div class="bk-field">
            <label class="bk-field__label" for={props.id.clone()}>
                { props.label.clone() }{ " " }<span class="bk-field__optional">{ say!(words, FIELD_OPTIONAL) }</span>
            </label>
            if let Some(text) = &props.hint { <p class="bk-field__hint" id={hint.clone()}>{ text.clone() }</p> }
            <textarea class="bk-field__input" id={props.id.clone()} rows="3" maxlength={LONGEST.to_string()}
                aria-describedby={if props.hint.is_some() { format!("{hint} {count}") } else { count.clone() }}
                value={props.value.clone()} {oninput} />
            <p class="bk-field__count" id={count}>
                if left < 100 { { say!(words, FIELD_LEFT, count = left) } }
            </p>
        </div>
    }
}

/// A choice on offer.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// Unique in its group.
    pub value: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What a group of choices shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceGroupProps {
    /// Unique on the page.
    pub name: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// Whether the legend is only for screen readers, as the page's heading asks the same.
    #[prop_or_default]
    pub legend_hidden: bool,
    /// What is on offer.
    pub choices: Vec<Choice>,
    /// Whether several may be chosen.
    #[prop_or_default]
    pub several: bool,
    /// Called with the value of a choice that was pressed.
    pub onchoose: Callback<AttrValue>,
}

/// Choices as big cards.
#[component]
pub fn ChoiceGroup(props: &ChoiceGroupProps) -> Html {
    let kind = if props.several { "checkbox" } else { "radio" };
    let card = |choice: &Choice| {
        let (onchoose, value) = (props.onchoose.clone(), choice.value.clone());
        html! {
            <label class="bk-choice" key={choice.value.to_string()}>
                <input class="bk-choice__input" type={kind} name={props.name.clone()} value={choice.value.clone()}
                    checked={choice.chosen} onchange={move |_| onchoose.emit(value.clone())} />
                <span class="bk-choice__card"><span class="bk-choice__label">{ choice.label.clone() }</span></span>
            </label>
        }
    };
    html! {
        <fieldset class="bk-choices">
            <legend class={classes!("bk-choices__legend", props.legend_hidden.then_some("bk-hidden"))}>
                { props.legend.clone() }
            </legend>
            { for props.choices.iter().map(card) }
        </fieldset>
    }
}

/// What a scale shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ScaleProps {
    /// Unique on the page.
    pub name: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// What 1 means.
    pub low: AttrValue,
    /// What 5 means.
    pub high: AttrValue,
    /// The score, when one is given.
    pub score: Option<ScoreOutOfFive>,
    /// Called with the score that was pressed.
    pub onscore: Callback<ScoreOutOfFive>,
}

/// A score from 1 to 5, with words at both ends.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    let point = |score: ScoreOutOfFive| {
        let onscore = props.onscore.clone();
        let end = match score.get() {
            1 => Some(props.low.clone()),
            5 => Some(props.high.clone()),
            _ => None,
        };
        html! {
            <label class="bk-scale__point">
                <input class="bk-scale__input" type="radio" name={props.name.clone()} value={score.get().to_string()}
                    checked={props.score == Some(score)} onchange={move |_| onscore.emit(score)} />
                <span class="bk-scale__number">
                    { score.get() }
                    if let Some(end) = end { <span class="bk-hidden">{ ", " }{ end }</span> }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="bk-scale">
            <legend class="bk-scale__legend">{ props.legend.clone() }</legend>
            <div class="bk-scale__row">{ for ScoreOutOfFive::ALL.into_iter().map(point) }</div>
            <div class="bk-scale__ends" aria-hidden="true">
                <span>{ props.low.clone() }</span><span>{ props.high.clone() }</span>
            </div>
        </fieldset>
    }
}
