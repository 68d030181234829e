//! Markdown (`CommonMark`) to a tree of text. Raw HTML becomes plain words; images become their description.

use basketry_domain::{Block, RichText, Span, safe_url};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// How deep lists and quotes may nest, and marks within a line. Deeper text is kept, at this depth: a tree without
/// bounds would end the program that walks it.
const DEEPEST: usize = 6;

/// Reads a Markdown text. Never fails: what is not understood stays as words.
pub fn parse(markdown: &str) -> RichText {
    let mut builder = Builder { open: vec![Open::Text(Vec::new())] };
    for event in Parser::new(markdown) {
        builder.take(event);
    }
    builder.finish()
}

/// An element whose end has not come yet, with what is in it so far.
enum Open {
    Text(Vec<Block>),
    Quote(Vec<Block>),
    List { ordered: bool, entries: Vec<RichText> },
    Entry(Vec<Block>),
    Heading(Vec<Span>),
    Paragraph(Vec<Span>),
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    Link { url: String, label: Vec<Span> },
}

struct Builder {
    open: Vec<Open>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.span(Span::Text(words.into_string()));
            }
            Event::SoftBreak => self.span(Span::Text(" ".to_owned())),
            Event::HardBreak => self.span(Span::Break),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open.push(Open::Heading(Vec::new())),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.open.push(Open::Paragraph(Vec::new())),
            Tag::BlockQuote(_) if self.depth() < DEEPEST => self.open.push(Open::Quote(Vec::new())),
            Tag::List(first) if self.depth() < DEEPEST => {
                self.open.push(Open::List { ordered: first.is_some(), entries: Vec::new() });
            }
            Tag::Item if matches!(self.open.last(), Some(Open::List { .. })) => {
                self.open.push(Open::Entry(Vec::new()));
            }
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } if self.marks() >= DEEPEST => {}
            Tag::Strong => self.open.push(Open::Strong(Vec::new())),
            Tag::Link { dest_url, .. } if safe_url(&dest_url) => {
                self.open.push(Open::Link { url: dest_url.into_string(), label: Vec::new() });
            }
            // A link that may not lead anywhere keeps its words.
            Tag::Emphasis | Tag::Link { .. } => self.open.push(Open::Emphasis(Vec::new())),
            _ => {}
        }
    }

    /// Closes the innermost element if the ended tag opened one; tags beyond [`DEEPEST`] opened none.
    fn end(&mut self, tag: TagEnd) {
        let closes = matches!(
            (self.open.last(), tag),
            (Some(Open::Heading(_)), TagEnd::Heading(_))
                | (Some(Open::Paragraph(_)), TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock)
                | (Some(Open::Quote(_)), TagEnd::BlockQuote(_))
                | (Some(Open::List { .. }), TagEnd::List(_))
                | (Some(Open::Entry(_)), TagEnd::Item)
                | (Some(Open::Strong(_)), TagEnd::Strong)
                | (Some(Open::Emphasis(_)), TagEnd::Emphasis | TagEnd::Link)
                | (Some(Open::Link { .. }), TagEnd::Link)
        ) || self.loose_paragraph(tag);
        if closes {
            self.close();
        }
    }

    /// The words of a tight list's entry stand in no paragraph of their own: the entry's end closes theirs too.
    fn loose_paragraph(&mut self, tag: TagEnd) -> bool {
        let inside = matches!(self.open.last(), Some(Open::Paragraph(_)));
        let in_entry = matches!(self.open.iter().rev().nth(1), Some(Open::Entry(_)));
        if inside && in_entry && matches!(tag, TagEnd::Item) {
            self.close();
            return true;
        }
        false
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Heading(spans)) => self.block(Block::Heading(spans)),
            Some(Open::Paragraph(spans)) => self.block(Block::Paragraph(spans)),
            Some(Open::Quote(blocks)) => self.block(Block::Quote(RichText(blocks))),
            Some(Open::List { ordered, entries }) => self.block(Block::List { ordered, entries }),
            Some(Open::Entry(blocks)) => {
                if let Some(Open::List { entries, .. }) = self.open.last_mut() {
                    entries.push(RichText(blocks));
                }
            }
            Some(Open::Strong(spans)) => self.span(Span::Strong(spans)),
            Some(Open::Emphasis(spans)) => self.span(Span::Emphasis(spans)),
            Some(Open::Link { url, label }) => self.span(Span::Link { url, label }),
            Some(root @ Open::Text(_)) => self.open.push(root),
            None => {}
        }
    }

    fn block(&mut self, block: Block) {
        if matches!(self.open.last(), Some(Open::Paragraph(_))) {
            self.close();
        }
        if let Some(Open::Text(blocks) | Open::Quote(blocks) | Open::Entry(blocks)) = self.open.last_mut() {
            blocks.push(block);
        }
    }

    fn span(&mut self, span: Span) {
        match self.open.last_mut() {
            Some(Open::Heading(spans) | Open::Paragraph(spans) | Open::Strong(spans) | Open::Emphasis(spans)) => {
                spans.push(span);
            }
            Some(Open::Link { label, .. }) => label.push(span),
            Some(Open::Text(_) | Open::Quote(_) | Open::Entry(_)) => self.open.push(Open::Paragraph(vec![span])),
            Some(Open::List { .. }) | None => {}
        }
    }

    fn depth(&self) -> usize {
        self.open.iter().filter(|open| matches!(open, Open::Quote(_) | Open::List { .. })).count()
    }

    fn marks(&self) -> usize {
        let mark = |open: &&Open| matches!(open, Open::Strong(_) | Open::Emphasis(_) | Open::Link { .. });
        self.open.iter().filter(mark).count()
    }

    fn finish(mut self) -> RichText {
        while self.open.len() > 1 {
            self.close();
        }
        match self.open.pop() {
            Some(Open::Text(blocks)) => RichText(blocks),
            _ => RichText::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Span {
        Span::Text(text.to_owned())
    }

    #[test]
    fn the_usual_marks_are_understood() {
        let text = parse("## Beds\n\nSome **few** beds.\n\n- one\n- two\n");
        let entry = |word: &str| RichText::plain(word);
        assert_eq!(
            text.0,
            [
                Block::Heading(vec![words("Beds")]),
                Block::Paragraph(vec![words("Some "), Span::Strong(vec![words("few")]), words(" beds.")]),
                Block::List { ordered: false, entries: vec![entry("one"), entry("two")] },
            ]
        );
    }

    #[test]
    fn nested_lists_keep_their_shape() {
        let text = parse("1. a\n   - b\n   - c\n2. d");
        let inner = Block::List { ordered: false, entries: vec![RichText::plain("b"), RichText::plain("c")] };
        let first = RichText(vec![Block::Paragraph(vec![words("a")]), inner]);
        assert_eq!(text.0, [Block::List { ordered: true, entries: vec![first, RichText::plain("d")] }]);
    }

    #[test]
    fn markup_becomes_words_and_bad_links_lose_their_address() {
        let text = format!("{:?}", parse("<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](http://h/i.png)"));
        assert!(text.contains("<script>alert(1)</script>"), "{text}");
        assert!(!text.contains("Link"), "{text}");
        assert!(!text.contains("i.png"), "{text}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_no_unsafe_link_survives(text in "([-*>#\\[\\]()<a1. \n]|javascript:|https://x){0,80}") {
            let tree = format!("{:?}", parse(&text));
            prop_assert!(!tree.contains("url: \"javascript"));
        }

        #[test]
        fn marks_within_a_line_are_bounded(depth in 1_usize..200) {
            let tree = format!("{:?}", parse(&format!("{}deep{}", "*a _b ".repeat(depth), " b_ a*".repeat(depth))));
            let most = tree.split("deep").next().map_or(0, |before| before.matches("Emphasis").count());
            prop_assert!(most <= DEEPEST);
            prop_assert!(tree.contains("deep"));
        }

        #[test]
        fn nesting_is_bounded(depth in 1_usize..200) {
            let text = format!("{} deep", ">".repeat(depth));
            let tree = format!("{:?}", parse(&text));
            prop_assert!(tree.matches("Quote").count() <= DEEPEST);
            prop_assert!(tree.contains("deep"));
        }
    }
}
