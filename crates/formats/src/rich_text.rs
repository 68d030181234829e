//! A parsed text in the compiled form.

use basketry_domain::{Block, RichText, Span, safe_url};
use serde::{Deserialize, Serialize};

/// A text of several blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RichTextRecord(Vec<BlockRecord>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum BlockRecord {
    Heading(Vec<SpanRecord>),
    Paragraph(Vec<SpanRecord>),
    List { ordered: bool, entries: Vec<RichTextRecord> },
    Quote(RichTextRecord),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum SpanRecord {
    Text(String),
    Strong(Vec<SpanRecord>),
    Emphasis(Vec<SpanRecord>),
    Link { url: String, label: Vec<SpanRecord> },
    Break,
}

fn all<A, B: From<A>>(many: Vec<A>) -> Vec<B> {
    many.into_iter().map(B::from).collect()
}

impl From<RichText> for RichTextRecord {
    fn from(text: RichText) -> Self {
        Self(all(text.0))
    }
}

impl From<RichTextRecord> for RichText {
    fn from(record: RichTextRecord) -> Self {
        Self(all(record.0))
    }
}

impl From<Block> for BlockRecord {
    fn from(block: Block) -> Self {
        match block {
            Block::Heading(spans) => Self::Heading(all(spans)),
            Block::Paragraph(spans) => Self::Paragraph(all(spans)),
            Block::List { ordered, entries } => Self::List { ordered, entries: all(entries) },
            Block::Quote(text) => Self::Quote(text.into()),
        }
    }
}

impl From<BlockRecord> for Block {
    fn from(record: BlockRecord) -> Self {
        match record {
            BlockRecord::Heading(spans) => Self::Heading(all(spans)),
            BlockRecord::Paragraph(spans) => Self::Paragraph(all(spans)),
            BlockRecord::List { ordered, entries } => Self::List { ordered, entries: all(entries) },
            BlockRecord::Quote(text) => Self::Quote(text.into()),
        }
    }
}

impl From<Span> for SpanRecord {
    fn from(span: Span) -> Self {
        match span {
            Span::Text(words) => Self::Text(words),
            Span::Strong(spans) => Self::Strong(all(spans)),
            Span::Emphasis(spans) => Self::Emphasis(all(spans)),
            Span::Link { url, label } => Self::Link { url, label: all(label) },
            Span::Break => Self::Break,
        }
    }
}

impl From<SpanRecord> for Span {
    /// A link is judged again here: a compiled consultation in storage is a file from outside too.
    fn from(record: SpanRecord) -> Self {
        match record {
            SpanRecord::Text(words) => Self::Text(words),
            SpanRecord::Strong(spans) => Self::Strong(all(spans)),
            SpanRecord::Emphasis(spans) => Self::Emphasis(all(spans)),
            SpanRecord::Link { url, label } if safe_url(&url) => Self::Link { url, label: all(label) },
            SpanRecord::Link { label, .. } => Self::Emphasis(all(label)),
            SpanRecord::Break => Self::Break,
        }
    }
}
