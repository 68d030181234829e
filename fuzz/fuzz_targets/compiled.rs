//! Any bytes behind the mark of a compiled consultation: read or refused, and never with a link that could run.

#![no_main]

use basketry_domain::{Consultation, Date};
use basketry_formats::compiled::{decode, decode_entry, decode_list, encode_entry, encode_list};
use basketry_fuzz::check_rich_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let framed = [mark().as_slice(), bytes].concat();
    if let Ok(consultation) = decode(&framed) {
        check(&consultation);
    }
    if let Ok(entry) = decode_entry(&framed) {
        assert_eq!(encode_entry(&entry).and_then(|bytes| decode_entry(&bytes)), Ok(entry));
    }
    if let Ok(entries) = decode_list(&framed) {
        assert_eq!(encode_list(&entries).and_then(|bytes| decode_list(&bytes)), Ok(entries));
    }
    // Without the mark nothing is read.
    if !bytes.starts_with(&mark()) {
        assert!(decode(bytes).is_err() && decode_entry(bytes).is_err() && decode_list(bytes).is_err());
    }
});

/// The mark with its version, whichever that is: an empty list is the mark and a nought.
fn mark() -> Vec<u8> {
    let mut list = encode_list(&[]).unwrap_or_default();
    list.pop();
    list
}

fn check(consultation: &Consultation) {
    check_rich_text(&consultation.introduction, None);
    check_rich_text(&consultation.organiser.privacy, None);
    consultation.areas.iter().for_each(|area| check_rich_text(&area.fact_sheet.body, None));
    for day in [consultation.period.from, consultation.period.to] {
        assert_eq!(day.to_string().parse::<Date>(), Ok(day));
    }
}
