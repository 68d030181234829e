//! Formatted text as a tree. There is no raw markup in it, so nothing in it can run.

/// A text of several blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText(
    /// The blocks in reading order.
    pub Vec<Block>,
);

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the text.
    Heading(Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list.
    List {
        /// Whether the entries are numbered.
        ordered: bool,
        /// The entries, each a text of its own.
        entries: Vec<RichText>,
    },
    /// A quotation.
    Quote(RichText),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Strong words.
    Strong(Vec<Span>),
    /// Stressed words.
    Emphasis(Vec<Span>),
    /// A link; its address has passed [`safe_url`].
    Link {
        /// Where it leads.
        url: String,
        /// What it says.
        label: Vec<Span>,
    },
    /// A new line.
    Break,
}

impl RichText {
    /// A text of one plain paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Block::Paragraph(vec![Span::Text(text.into())])])
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether an address may be a link: `https`, `http`, `mailto` and `tel` only, and no control characters.
///
/// Relative addresses are refused too: a text from a file must not name pages of the app.
pub fn safe_url(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let allowed = ["https", "http", "mailto", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
    allowed && !rest.is_empty() && url.len() <= 2048 && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_could_run_are_refused() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc/passwd",
            "#/organise",
            "//host/x",
            "https:",
            "https://a b",
        ] {
            assert!(!safe_url(bad), "{bad}");
        }
        for good in ["https://example.org/a?b#c", "http://example.org", "mailto:a@example.org", "tel:+441234"] {
            assert!(safe_url(good), "{good}");
        }
    }
}
