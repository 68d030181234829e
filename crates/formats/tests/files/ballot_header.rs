//! The first line of a ballot file, damaged on its way: where it is damaged, and what to do.

use basketry_domain::Reference;
use basketry_formats::NoticeArg;
use basketry_formats::ballots::{FileError, header, read};

fn head() -> String {
    let reference = Reference { id: "sample".parse().unwrap(), revision: 1, digest: "0a".repeat(16) };
    header(&reference, "A sample", 3).unwrap()
}

/// What is told of a file that begins with this line: the code, and the field or column.
#[track_caller]
fn told(line: &str) -> String {
    let Err(error) = read(format!("{line}\n").as_bytes()) else { panic!("{line} was read") };
    let notice = error.notice();
    let place = notice.args.first().map(|(_, arg)| match arg {
        NoticeArg::Text(text) => text.clone(),
        NoticeArg::Number(number) => number.to_string(),
    });
    format!("{} {}", notice.code, place.unwrap_or_default())
}

#[test]
fn a_header_that_was_changed_is_told_by_its_field() {
    let changed = |from: &str, to: &str| {
        let line = head().replace(from, to);
        assert_ne!(line, head());
        told(&line)
    };
    assert_eq!(changed("sample@1#", "sample#"), "header-field consultation");
    assert_eq!(changed("sample@1#", "sample@one#"), "header-field consultation");
    assert_eq!(changed("\"sample@1#", "7,\"x\":\""), "header-field consultation");
    assert_eq!(changed("\"version\":1", "\"version\":0"), "header-field version");
    assert_eq!(changed("\"version\":1", "\"version\":\"1\""), "header-field version");
    assert_eq!(changed("\"version\":1,", ""), "header-missing-field version");
    assert_eq!(changed("\"ballots\":3", "\"ballots\":-3"), "header-field ballots");
    assert_eq!(changed("\"ballots\":3", "\"ballots\":\"three\""), "header-field ballots");
    assert_eq!(changed(",\"title\":\"A sample\"", ""), "header-missing-field title");
    assert_eq!(changed("\"ballots\":3", "\"title\":\"Another\""), "header-duplicate-field title");
    assert_eq!(changed("\"version\":1", "version:1"), format!("header-not-json {}", 30));
    assert_eq!(changed("\"version\":1", "\"version\":2"), "file-newer-version 2");
}

#[test]
fn a_header_that_was_cut_off_says_so() {
    let whole = head();
    for end in 2..whole.len() {
        assert_eq!(told(&whole[..end]), "header-cut-off ");
        assert_eq!(told(&format!("\u{feff}{}", &whole[..end])), "header-cut-off ");
    }
}

#[test]
fn a_file_of_another_kind_is_no_damaged_header() {
    let plain =
        ["{", "{ ", "{}", "{\"format\":\"basketry-consultation\"", "{bad}", "basketry-ballots", "\"basketry-ballots\""];
    for other in plain {
        assert!(matches!(read(format!("{other}\n").as_bytes()), Err(FileError::OtherFormat)), "{other}");
    }
}

#[test]
fn as_many_ballots_as_the_header_says_are_expected() {
    let (header, _) = read(head().as_bytes()).unwrap();
    assert_eq!((header.ballots, header.title.as_str()), (Some(3), "A sample"));
    assert!(header.miscount(2).is_some() && header.miscount(3).is_none());
}

#[test]
fn a_header_that_says_more_is_read() {
    let line =
        head().replace("\"ballots\":3", "\"ballots\":3,\"manifest\":{\"rules\":[{\"seed\":1}],\"counted\":null}");
    let file = format!("{line}\n");
    let (header, _) = read(file.as_bytes()).unwrap();
    assert_eq!(header.ballots, Some(3));
}
