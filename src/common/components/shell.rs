//! The frame around every page.

use yew::prelude::*;

use super::{pictogram, pictogram_as};
use crate::common::dom::{mark_page, page_mark};
use crate::common::languages::own_name;
use crate::common::route::Route;
use crate::common::words::Words;
use crate::say;

/// Where somebody is on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The stage, from 1.
    pub now: usize,
    /// How many stages there are.
    pub of: usize,
    /// What the stage is called.
    pub name: String,
}

/// What the header shows.
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// Says it.
    pub words: Words,
    /// The title of the consultation.
    #[prop_or_default]
    pub title: Option<String>,
    /// Where the brand leads.
    #[prop_or(Route::Start)]
    pub home: Route,
    /// Whether the page can be read aloud.
    #[prop_or_default]
    pub read_aloud: bool,
    /// Where the person is on the way.
    #[prop_or_default]
    pub steps: Option<Steps>,
    /// The tags of the languages on offer; nothing is shown for fewer than two.
    #[prop_or_default]
    pub languages: Vec<String>,
    /// Called with the tag of the language that was chosen.
    #[prop_or_default]
    pub onlanguage: Callback<String>,
    /// Called with the text size that was chosen, once the page has it.
    #[prop_or_default]
    pub onsize: Callback<u8>,
}

/// The text size of the page, from 1. It is an attribute of the page: the start page, which is no program, has it too.
pub fn text_size() -> u8 {
    page_mark("data-text").parse().unwrap_or(1)
}

/// Shows the page in a text size.
pub fn set_text_size(size: u8) {
    mark_page("data-text", &size.to_string());
}

/// The header: whose page it is, where one is, text size and language.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let words = &props.words;
    // The start page has the same buttons; boot.js answers those.
    let redraw = use_force_update();
    let size = text_size();
    let sizes = [(1, say!(words, TEXT_NORMAL)), (2, say!(words, TEXT_LARGER)), (3, say!(words, TEXT_LARGEST))];
    let button = |(number, label): (u8, String)| {
        let (redraw, onsize) = (redraw.clone(), props.onsize.clone());
        let pressed = size == number;
        let onclick = move |_| {
            set_text_size(number);
            onsize.emit(number);
            redraw.force_update();
        };
        html! {
            <button class={format!("bk-textsize__button bk-textsize__button--{number}")} type="button"
                aria-pressed={pressed.to_string()} {onclick}>
                { "A" }<span class="bk-hidden">{ ", " }{ label }</span>
            </button>
        }
    };
    html! {
        <header class="bk-header"><div class="bk-header__inner">
            <a class="bk-brand" href={props.home.hash()}>
                { pictogram_as("basket", "bk-brand__mark") }
                <span>
                    <span class="bk-brand__name">{ say!(words, APP_NAME) }</span>
                    if let Some(title) = &props.title { <span class="bk-brand__title">{ title.clone() }</span> }
                </span>
            </a>
            <div class="bk-tools">
                <div class="bk-textsize" role="group" aria-label={say!(words, TEXT_SIZE)}>
                    { for sizes.into_iter().map(button) }
                </div>
                // read-aloud.js shows it where the device has a voice, and answers it.
                if props.read_aloud {
                    <button class="bk-aloud" type="button" data-read-aloud="">
                        { pictogram("speaker") }
                        <span class="bk-aloud__word">{ say!(words, READ_ALOUD) }</span>
                        <span class="bk-aloud__word bk-aloud__word--stop">{ say!(words, READ_ALOUD_STOP) }</span>
                    </button>
                }
                if props.languages.len() > 1 { { language_choice(props) } }
            </div>
            if let Some(steps) = &props.steps { { track(words, steps) } }
        </div></header>
    }
}

fn track(words: &Words, steps: &Steps) -> Html {
    let mark = |place: usize| {
        let state = match place.cmp(&steps.now) {
            std::cmp::Ordering::Less => Some("bk-steps__mark--done"),
            std::cmp::Ordering::Equal => Some("bk-steps__mark--now"),
            std::cmp::Ordering::Greater => None,
        };
        html! { <span class={classes!("bk-steps__mark", state)}></span> }
    };
    html! {
        <div class="bk-steps">
            <p class="bk-steps__text">
                { say!(words, STEP_OF, now = steps.now, of = steps.of) }{ " " }
                <span class="bk-steps__name">{ "· " }{ steps.name.clone() }</span>
            </p>
            <div class="bk-steps__track" aria-hidden="true">{ for (1..=steps.of).map(mark) }</div>
        </div>
    }
}

fn language_choice(props: &HeaderProps) -> Html {
    let words = &props.words;
    let onlanguage = props.onlanguage.clone();
    let onchange = move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        onlanguage.emit(select.value());
    };
    let option = |tag: &String| {
        html! { <option value={tag.clone()} lang={tag.clone()} selected={tag == words.tag()}>{ own_name(tag) }</option> }
    };
    html! {
        <label class="bk-language">
            <span class="bk-hidden">{ say!(words, LANGUAGE) }</span>
            <span class="bk-language__icon">{ pictogram("globe") }</span>
            <select class="bk-language__select" {onchange}>{ for props.languages.iter().map(option) }</select>
        </label>
    }
}

/// The footer: what is true now, such as "Saved on this tablet", and that results are recommendations.
pub fn footer(words: &Words, status: Html) -> Html {
    html! {
        <footer class="bk-footer"><div class="bk-footer__inner">
            { status }
            <span>{ say!(words, RECOMMENDATIONS_NOT_DECISIONS) }</span>
        </div></footer>
    }
}
