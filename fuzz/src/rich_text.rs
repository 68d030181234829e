//! What must hold for every formatted text, wherever it came from.

use basketry_domain::{Block, RichText, Span, safe_url};

/// Checks that a text's links are safe and that it nests no deeper than `deepest`, in blocks as in marks.
pub fn check_rich_text(text: &RichText, deepest: Option<usize>) {
    check_blocks(text, deepest, deepest);
}

fn check_blocks(text: &RichText, blocks: Option<usize>, marks: Option<usize>) {
    for block in &text.0 {
        match block {
            Block::Heading(spans) | Block::Paragraph(spans) => check_spans(spans, marks),
            Block::List { entries, .. } => {
                let inside = one_less(blocks);
                entries.iter().for_each(|entry| check_blocks(entry, inside, marks));
            }
            Block::Quote(text) => check_blocks(text, one_less(blocks), marks),
        }
    }
}

fn check_spans(spans: &[Span], marks: Option<usize>) {
    for span in spans {
        match span {
            Span::Text(_) | Span::Break => {}
            Span::Strong(spans) | Span::Emphasis(spans) => check_spans(spans, one_less(marks)),
            Span::Link { url, label } => {
                assert!(safe_url(url), "an unsafe link: {url:?}");
                check_spans(label, one_less(marks));
            }
        }
    }
}

fn one_less(deepest: Option<usize>) -> Option<usize> {
    deepest.map(|deepest| deepest.checked_sub(1).unwrap_or_else(|| panic!("nested too deep")))
}
