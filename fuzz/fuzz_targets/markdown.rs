//! Any text as Markdown: nesting is bounded, links are safe, and the compiled form gives the same text back.

#![no_main]

use basketry_domain::RichText;
use basketry_formats::{RichTextRecord, parse_markdown};
use basketry_fuzz::check_rich_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|markdown: &str| {
    let text = parse_markdown(markdown);
    check_rich_text(&text, Some(6));
    assert_eq!(RichText::from(RichTextRecord::from(text.clone())), text);
    // What is only letters and digits stays as it is.
    if !markdown.is_empty() && markdown.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        assert_eq!(text, RichText::plain(markdown));
    }
});
