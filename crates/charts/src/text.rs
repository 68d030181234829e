//! Breaking text into lines, shortening it, and keeping its own direction.

use crate::Measure;

/// A size and weight of type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) bold: bool,
}

impl Type {
    pub(crate) const HEAD: Self = Self { size: 21.0, bold: true };
    pub(crate) const BODY: Self = Self { size: 14.0, bold: false };
    pub(crate) const STRONG: Self = Self { size: 14.0, bold: true };
    pub(crate) const SMALL: Self = Self { size: 12.0, bold: false };
    pub(crate) const SMALL_STRONG: Self = Self { size: 12.0, bold: true };

    pub(crate) fn line(self) -> f64 {
        (self.size * 1.3).round()
    }

    pub(crate) fn width(self, text: &str, measure: &dyn Measure) -> f64 {
        measure.width(text, self.size, self.bold)
    }
}

/// At most `most` lines of at most `width` pixels. What doesn't fit ends in an ellipsis: the table has it whole.
/// Two or three lines come out about equally long, so that no word is left alone on the last.
pub(crate) fn wrap(text: &str, kind: Type, width: f64, most: usize, measure: &dyn Measure) -> Vec<String> {
    let greedy = fill(text, kind, width, most, measure);
    if !(2..=3).contains(&greedy.len()) || greedy.last().is_none_or(|line| line.ends_with('…')) {
        return greedy;
    }
    // Words that had to be broken stay as they are: a narrower column would break them more often.
    if text.split_whitespace().any(|word| kind.width(word, measure) > width) {
        return greedy;
    }
    let (mut narrow, mut wide, mut best) = (width / 3.0, width, greedy);
    for _ in 0..6 {
        let middle = f64::midpoint(narrow, wide);
        let whole = text.split_whitespace().all(|word| kind.width(word, measure) <= middle);
        let lines = fill(text, kind, middle, best.len(), measure);
        if whole && lines.last().is_some_and(|line| !line.ends_with('…')) {
            (wide, best) = (middle, lines);
        } else {
            narrow = middle;
        }
    }
    best
}

/// Breaks lines as late as possible.
fn fill(text: &str, kind: Type, width: f64, most: usize, measure: &dyn Measure) -> Vec<String> {
    let fits = |line: &str| kind.width(line, measure) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= most {
            let rest = std::iter::once(word).chain(words);
            let whole = std::iter::once(longer.as_str()).chain(rest.skip(1)).collect::<Vec<_>>().join(" ");
            lines.push(shorten(&whole, kind, width, measure));
            return lines;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = break_word(word, kind, width, most, &mut lines, measure);
    }
    if !line.is_empty() {
        let last = if lines.len() < most { line } else { lines.pop().unwrap_or_default() + &line };
        lines.push(shorten(&last, kind, width, measure));
    }
    lines
}

/// The text if it fits, otherwise its beginning and an ellipsis.
pub(crate) fn shorten(text: &str, kind: Type, width: f64, measure: &dyn Measure) -> String {
    if kind.width(text, measure) <= width {
        return text.to_owned();
    }
    let cuts: Vec<usize> = breaks(text);
    let at = cuts.partition_point(|cut| kind.width(&format!("{}…", text[..*cut].trim_end()), measure) <= width);
    let kept = at.checked_sub(1).and_then(|i| cuts.get(i)).copied().unwrap_or(0);
    format!("{}…", text[..kept].trim_end())
}

/// Marks that belong to the character before them; a cut there would change the character.
pub(crate) fn joins(c: char) -> bool {
    matches!(u32::from(c),
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc
        | 0x900..=0x903 | 0x93a..=0x94f | 0x981..=0x983 | 0x9bc..=0x9cd | 0xa3c..=0xa4d | 0xabc..=0xacd
        | 0xb3c..=0xb4d | 0xbbe..=0xbcd | 0xc3e..=0xc4d | 0xcbc..=0xccd | 0xd3e..=0xd4d | 0xe31 | 0xe34..=0xe3a
        | 0xe47..=0xe4e | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f
        | 0x1f3fb..=0x1f3ff)
}

/// Text in a right-to-left script keeps its own order inside a left-to-right picture. Digits and signs alone do not
/// need it, and Latin text stays free of invisible characters.
pub(crate) fn isolated(text: &str) -> String {
    let rtl = |c: char| matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff);
    if text.chars().any(rtl) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// Pushes full lines of a word that is wider than a line, and returns what is left of it.
fn break_word(
    word: &str,
    kind: Type,
    width: f64,
    most: usize,
    lines: &mut Vec<String>,
    measure: &dyn Measure,
) -> String {
    let mut rest = word;
    while kind.width(rest, measure) > width && lines.len() + 1 < most {
        let cuts = breaks(rest);
        let fit = cuts.partition_point(|cut| kind.width(&rest[..*cut], measure) <= width);
        // One character at least, or a very narrow column would never end.
        let at = cuts.get(fit.saturating_sub(1)).copied().unwrap_or(rest.len());
        let at = hyphen_before(rest, at).unwrap_or(at);
        lines.push(rest[..at].to_owned());
        rest = &rest[at..];
    }
    rest.to_owned()
}

/// The place after the last hyphen or slash before `at`, where a reader expects a break.
fn hyphen_before(text: &str, at: usize) -> Option<usize> {
    text[..at].rfind(['-', '/', '\u{2013}']).map(|i| i + text[i..].chars().next().map_or(1, char::len_utf8))
}

/// Byte offsets after each character at which text may be cut.
fn breaks(text: &str) -> Vec<usize> {
    let starts = text.char_indices().filter(|(_, c)| !joins(*c)).map(|(i, _)| i).skip(1);
    starts.chain(std::iter::once(text.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Approximate;
    use proptest::prelude::*;

    #[test]
    fn long_labels_wrap_then_shorten() {
        let lines = wrap("Help for people who look after someone", Type::BODY, 120.0, 2, &Approximate);
        assert_eq!(lines, ["Help for people", "who look after s…"]);
        assert_eq!(wrap("Short", Type::BODY, 120.0, 2, &Approximate), ["Short"]);
        assert!(wrap("  ", Type::BODY, 120.0, 2, &Approximate).is_empty());
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        assert_eq!(shorten("e\u{301}e\u{301}e\u{301}e\u{301}", Type::BODY, 25.0, &Approximate), "e\u{301}…");
    }

    #[test]
    fn only_right_to_left_text_is_isolated() {
        assert_eq!(isolated("+9"), "+9");
        assert_eq!(isolated("الصحة 60"), "\u{2068}الصحة 60\u{2069}");
    }

    proptest! {
        #[test]
        fn lines_are_few_and_hold_the_beginning(text in "\\PC{0,80}", width in 1.0..300.0f64, most in 1usize..5) {
            let lines = wrap(&text, Type::BODY, width, most, &Approximate);
            prop_assert!(lines.len() <= most);
            let squash = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let shown = squash(&lines.concat());
            let whole = squash(&text);
            prop_assert!(whole == shown || whole.starts_with(shown.strip_suffix('…').unwrap_or("no ellipsis")));
        }

        #[test]
        fn lines_fit(text in "[a-zA-Z \\-/]{0,80}", width in 40.0..300.0f64, most in 1usize..5) {
            for line in wrap(&text, Type::BODY, width, most, &Approximate) {
                prop_assert!(Type::BODY.width(&line, &Approximate) <= width);
            }
        }
    }
}
