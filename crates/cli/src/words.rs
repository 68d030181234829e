//! Notices in words, for the command line.

use std::path::Path;

use basketry_formats::{Notice, NoticeArg};
use basketry_texts::{Message, PlainEnglish, Value};

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

/// A notice in words. One without words is still told, by its code.
pub(crate) fn say(notice: &Notice) -> String {
    let value = |arg: &NoticeArg| match arg {
        NoticeArg::Text(text) => Value::Text(text.clone()),
        NoticeArg::Number(number) => Value::Number(*number),
    };
    let args: Vec<(&str, Value)> = notice.args.iter().map(|(name, arg)| (name.as_str(), value(arg))).collect();
    Message::by_name(&notice.code).map_or_else(|| notice.code.clone(), |message| message.say(&PlainEnglish, &args))
}
