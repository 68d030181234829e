//! Notices in words, for the command line.

use std::path::Path;

use basketry_formats::Notice;
use basketry_results::notice_in_words;
use basketry_texts::PlainEnglish;

/// Says on standard error what is wrong with a file.
pub(crate) fn complain(file: &Path, notices: &[Notice]) {
    for notice in notices {
        eprintln!("{}: {}", file.display(), say(notice));
    }
}

/// Says on standard error what is odd about a file that can be used.
pub(crate) fn remark(file: &Path, notice: &Notice) {
    eprintln!("{}: note: {}", file.display(), say(notice));
}

/// A notice in words.
pub(crate) fn say(notice: &Notice) -> String {
    notice_in_words(notice, &PlainEnglish)
}
