//! Names of sheets as Excel takes them.

use std::collections::BTreeSet;

/// Excel's limit, in UTF-16 units.
const LONGEST: usize = 31;

/// Hands out names, each once.
#[derive(Default)]
pub(super) struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// A name as near to `wanted` as Excel allows, and not taken yet.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let allowed = |c: char| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c };
        // A name neither begins nor ends with an apostrophe.
        let clean: String = wanted.chars().map(allowed).collect();
        let clean = clean.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let endings = std::iter::once(String::new()).chain((2..).map(|number: usize| format!(" {number}")));
        let candidates = endings.map(|ending| {
            let room = LONGEST - ending.len();
            let head = cut(if clean.is_empty() { "–" } else { clean }, room);
            format!("{}{ending}", head.trim_matches(|c: char| c == '\'' || c.is_whitespace()))
        });
        let mut free = candidates.filter(|name| !self.taken.contains(&name.to_lowercase()));
        let name = free.next().unwrap_or_default();
        self.taken.insert(name.to_lowercase());
        name
    }
}

/// The beginning of a text that is at most so many UTF-16 units long.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= most
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_excel_takes() {
        let mut names = SheetNames::default();
        assert_eq!(names.take("1 Points: at first / later?"), "1 Points  at first   later");
        assert_eq!(names.take("'quoted'"), "quoted");
        assert_eq!(names.take(""), "–");
        let long = "x".repeat(40);
        assert_eq!(names.take(&long).len(), 31);
        assert_eq!(names.take(&long), format!("{} 2", "x".repeat(29)));
        assert_eq!(names.take("READ me"), "READ me");
        assert_eq!(names.take("read ME"), "read ME 2");
        assert_eq!(names.take(&"🧺".repeat(20)).encode_utf16().count(), 30);
    }
}
