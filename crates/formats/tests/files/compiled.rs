//! The compiled form a tablet keeps.

use basketry_formats::compiled::{Entry, decode, decode_entry, decode_list, encode, encode_entry, encode_list};
use basketry_formats::consultation::open;
use proptest::prelude::*;

use crate::sample;

#[test]
fn what_is_compiled_is_the_consultation_as_it_was_opened() {
    for text in sample::texts() {
        let opened = open(text.as_bytes()).unwrap();
        let digest = opened.consultation.reference.digest.clone();
        let own = encode(opened.languages[0].clone(), digest.clone()).unwrap();
        assert_eq!(decode(&own).as_ref(), Ok(&opened.consultation));
        for record in &opened.languages {
            let read = decode(&encode(record.clone(), digest.clone()).unwrap()).unwrap();
            assert_eq!(read.language.as_str(), record.language);
            assert_eq!(read.reference, opened.consultation.reference);
        }
    }
}

#[test]
fn a_list_entry_is_read_back() {
    let entries: Vec<Entry> = sample::texts().iter().map(|text| open(text.as_bytes()).unwrap().entry()).collect();
    assert_eq!(decode_list(&encode_list(&entries).unwrap()), Ok(entries.clone()));
    assert_eq!(decode_entry(&encode_entry(&entries[0]).unwrap()).as_ref(), Ok(&entries[0]));
}

fn compiled() -> Vec<u8> {
    let opened = open(sample::text().as_bytes()).unwrap();
    encode(opened.languages[0].clone(), opened.consultation.reference.digest.clone()).unwrap()
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), framed: bool) {
        let bytes = if framed { [&b"BSKT\x00\x01"[..], &bytes].concat() } else { bytes };
        let _ = (decode(&bytes), decode_list(&bytes), decode_entry(&bytes));
    }

    #[test]
    fn bytes_that_were_cut_off_are_refused(end: prop::sample::Index) {
        let whole = compiled();
        prop_assert!(decode(&whole[..end.index(whole.len())]).is_err());
    }

    #[test]
    fn bytes_that_were_changed_are_read_or_refused(at: prop::sample::Index, with: u8) {
        let mut bytes = compiled();
        let at = at.index(bytes.len());
        bytes[at] = with;
        let _ = decode(&bytes);
    }
}
