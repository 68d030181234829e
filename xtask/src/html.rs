//! Just enough HTML to find and move what a page refers to.

/// An opening tag with its attributes, as written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; an attribute without one has the empty value.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    /// The file of the site that the tag refers to, if it does.
    pub(crate) fn file(&self) -> Option<&'a str> {
        let address = self.get("href").or_else(|| self.get("src"))?;
        let path = address.strip_prefix("./")?;
        let end = path.find(['?', '#']).unwrap_or(path.len());
        Some(&path[..end]).filter(|path| !path.is_empty())
    }

    /// Whether a browser fetches the file before the page is ready.
    pub(crate) fn loads_first(&self) -> bool {
        match self.name {
            "script" => true,
            "link" => self.get("rel").is_some_and(|rel| {
                let mut kinds = rel.split_ascii_whitespace();
                kinds.any(|kind| matches!(kind, "stylesheet" | "preload" | "modulepreload" | "icon"))
            }),
            _ => false,
        }
    }
}

/// The opening tags of a page, leaving out comments.
pub(crate) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            tags.push(tag);
            rest = after;
        }
    }
    tags
}

/// Reads one tag after its `<`, and returns what follows it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (Tag { name, attributes }, rest);
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '=').unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after),
            None => ("", after),
        };
        attributes.push((key, value));
        rest = after;
    }
}

/// Reads an attribute's value, with quotes or without.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len()))
}

/// Makes the page take its files from `folder`; links to the page itself stay.
pub(crate) fn move_references(page: &str, folder: &str) -> String {
    let mut moved = String::with_capacity(page.len() + 256);
    let mut parts = page.split("\"./");
    moved.push_str(parts.next().unwrap_or_default());
    for part in parts {
        moved.push_str("\"./");
        if !part.starts_with(['"', '?', '#']) {
            moved.push_str(folder);
            moved.push('/');
        }
        moved.push_str(part);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html>
        <!-- <script src="./old.js"></script> -->
        <link rel="stylesheet" href="./main.css"/>
        <link rel=icon href=./icon.svg>
        <link rel="alternate" href="./feed.xml">
        <script type="module" src="./boot.js?v=1" async></script>
        <a href="./">home</a> <a href="./#help">help</a> <p title="a > b">1 < 2</p>"#;

    #[test]
    fn the_first_load_is_what_the_page_fetches_by_itself() {
        let first: Vec<_> = tags(PAGE).iter().filter(|tag| tag.loads_first()).filter_map(Tag::file).collect();
        assert_eq!(first, ["main.css", "icon.svg", "boot.js"]);
    }

    #[test]
    fn a_tag_has_attributes_with_and_without_a_value() {
        let tags = tags(PAGE);
        let script = tags.iter().find(|tag| tag.name == "script").unwrap();
        assert_eq!(script.get("async"), Some(""));
        assert_eq!(script.get("type"), Some("module"));
        assert_eq!(script.get("defer"), None);
        assert_eq!(tags.last().unwrap().get("title"), Some("a > b"));
    }

    #[test]
    fn files_move_and_links_to_the_page_stay() {
        let moved = move_references(PAGE, "app-0123456789");
        assert!(moved.contains(r#"href="./app-0123456789/main.css""#));
        assert!(moved.contains(r#"src="./app-0123456789/boot.js?v=1""#));
        assert!(moved.contains(r#"href="./""#));
        assert!(moved.contains(r#"href="./#help""#));
    }

    #[test]
    fn a_page_cut_short_is_read_to_its_end() {
        assert_eq!(tags("<p").len(), 1);
        assert_eq!(tags("<p class=\"x").len(), 1);
        assert_eq!(tags("<!-- <p>").len(), 0);
        assert_eq!(tags("1 <").len(), 0);
    }
}
