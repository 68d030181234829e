//! Formatted text as nodes. There is no way from a file's text to raw markup.

use basketry_domain::{Block, RichText, Span};
use yew::prelude::*;

/// A formatted text for reading.
pub fn prose(text: &RichText) -> Html {
    html! { <div class="bk-prose">{ blocks(text) }</div> }
}

fn blocks(text: &RichText) -> Html {
    text.0.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(words) => html! { <h2>{ spans(words) }</h2> },
        Block::Paragraph(words) => html! { <p>{ spans(words) }</p> },
        Block::Quote(text) => html! { <blockquote>{ blocks(text) }</blockquote> },
        Block::List { ordered, entries } => {
            let entries: Html = entries.iter().map(|entry| html! { <li>{ blocks(entry) }</li> }).collect();
            if *ordered {
                html! { <ol>{ entries }</ol> }
            } else {
                html! { <ul>{ entries }</ul> }
            }
        }
    }
}

fn spans(words: &[Span]) -> Html {
    words.iter().map(span).collect()
}

fn span(span: &Span) -> Html {
    match span {
        Span::Text(words) => html! { { words.clone() } },
        Span::Strong(words) => html! { <strong>{ spans(words) }</strong> },
        Span::Emphasis(words) => html! { <em>{ spans(words) }</em> },
        Span::Link { url, label } => {
            html! { <a href={url.clone()} rel="noopener noreferrer" target="_blank">{ spans(label) }</a> }
        }
        Span::Break => html! { <br /> },
    }
}
