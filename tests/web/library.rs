//! Nothing that was kept or confirmed is out of reach after an update of the app.
#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use basketry_app::common::library::{self, Gathered, Origin, Shelved};
use basketry_app::common::storage::{KeptBallot, KeptConsultation, MemoryStorage, Storage as _};
use basketry_ballots::Ballots;
use basketry_formats::ballots::{parse_reference, read, write_reference};
use basketry_formats::compiled::{self, Entry};
use basketry_formats::consultation::open;
use futures::FutureExt as _;
use wasm_bindgen_test::wasm_bindgen_test;

const SOURCE: &str = include_str!("../../samples/sure-start-2001.basketry.json");
/// A version of the sample that no app ships any more.
const GONE: &str = "sure-start-2001@1#00ff00ff00ff00ff00ff00ff00ff00ff";

/// Memory never waits, so no executor is needed.
fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("memory waited")
}

fn entry() -> Entry {
    open(SOURCE.as_bytes()).expect("a sample").entry()
}

/// A consultation as this version keeps it.
fn kept() -> KeptConsultation {
    let opened = open(SOURCE.as_bytes()).expect("a sample");
    let digest = opened.consultation.reference.digest.clone();
    let compiled = compiled::encode(opened.languages[0].clone(), digest).expect("a compiled sample");
    KeptConsultation {
        reference: write_reference(&opened.consultation.reference),
        entry: compiled::encode_entry(&opened.entry()).expect("an entry"),
        languages: vec![("en".into(), compiled)],
        source: SOURCE.into(),
    }
}

/// The same as the first version of the compiled form had it: its sixth byte says so.
fn as_kept_before(mut kept: KeptConsultation) -> KeptConsultation {
    let records = kept.languages.iter_mut().map(|(_, bytes)| bytes).chain([&mut kept.entry]);
    records.for_each(|bytes| bytes[5] = 1);
    kept
}

fn ballot(id: u8, reference: &str) -> KeptBallot {
    let id = format!("0000000{id}-0000-4000-8000-000000000000");
    let line = format!(
        r#"{{"id":"{id}","consultation":"{reference}","voter":"person","workshop":null,"table":null,"channel":"online","assisted":false,"language":"en","confirmed":"2001-06-07T10:30Z","answers":{{}},"first_reaction":null,"readings":[],"basket":null,"unspent_reason":null,"tensions":[],"dissent":[],"considered_view":null,"what_changed":null,"live_with":null,"offer":null}}"#
    );
    KeptBallot { id, reference: reference.into(), line }
}

/// A device with two ballots for what is on the shelf, and one for what is not.
fn device() -> MemoryStorage {
    let storage = MemoryStorage::default();
    for kept in [ballot(1, &kept().reference), ballot(2, GONE), ballot(3, &kept().reference)] {
        now(storage.confirm(kept)).expect("memory stores");
    }
    storage
}

/// A ballot file is read as the organiser's page reads it: title and number of ballots.
fn opened(gathered: &Gathered) -> (String, usize) {
    let text = gathered.file_text().expect("a header");
    let (header, mut lines) = read(text.as_bytes()).expect("a ballot file");
    assert_eq!(header.consultation, gathered.reference);
    assert_eq!(header.ballots, u64::try_from(gathered.ballots.len()).ok());
    assert!(text.lines().skip(1).eq(gathered.ballots.iter().map(|ballot| ballot.line.as_str())), "the confirmed lines");
    let mut ballots = Ballots::default();
    while lines.next_into(&mut ballots).expect("text can be read").is_some() {}
    (header.title, ballots.len())
}

#[wasm_bindgen_test(unsupported = test)]
fn what_this_version_can_read_is_left_alone() {
    let storage = MemoryStorage::default();
    assert_eq!(now(library::outdated(&storage)), Ok(vec![]));
    now(storage.keep_consultation(kept())).expect("memory stores");
    assert_eq!(now(library::outdated(&storage)), Ok(vec![]));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_an_earlier_version_compiled_is_compiled_again_from_its_text() {
    let storage = MemoryStorage::default();
    let before = as_kept_before(kept());
    assert!(compiled::decode(&before.languages[0].1).is_err());
    // Neighbours on both sides: the text has to be its own.
    for reference in ["a@1#0", "z@1#0"] {
        let other = KeptConsultation { reference: reference.into(), source: "another".into(), ..kept() };
        now(storage.keep_consultation(other)).expect("memory stores");
    }
    now(storage.keep_consultation(before.clone())).expect("memory stores");
    assert_eq!(now(library::outdated(&storage)), Ok(vec![SOURCE.to_owned()]));
    // The same reference, so that its ballots are its own again.
    assert_eq!(kept().reference, before.reference);
    now(storage.keep_consultation(kept())).expect("memory stores");
    assert_eq!(now(library::outdated(&storage)), Ok(vec![]));
}

#[wasm_bindgen_test(unsupported = test)]
fn ballots_off_the_shelf_are_found_and_make_a_file() {
    let shelf = [Shelved { entry: entry(), origin: Origin::Sample }];
    let left = now(library::off_the_shelf(&device(), &shelf)).expect("memory reads");
    assert_eq!(left.len(), 1);
    assert_eq!(Some(&left[0].reference), parse_reference(GONE).as_ref());
    assert_eq!(left[0].file_name(""), "sure-start-2001-00ff00ff.ballots.ndjson");
    assert_eq!(opened(&left[0]), ("sure-start-2001".to_owned(), 1));
}

#[wasm_bindgen_test(unsupported = test)]
fn ballots_on_the_shelf_have_their_title() {
    let shelf = [Shelved { entry: entry(), origin: Origin::Opened }];
    let gathered = now(library::gathered(&device(), &shelf, &kept().reference)).expect("memory reads");
    assert_eq!(gathered.file_name("-parents-3"), "sure-start-2001-parents-3.ballots.ndjson");
    assert_eq!(opened(&gathered), (entry().title, 2));
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test]
fn every_ballot_of_the_device_is_in_a_file() {
    let storage = device();
    now(storage.keep_consultation(kept())).expect("memory stores");
    let files = now(library::ballot_files(&storage)).expect("memory reads");
    let lines = |text: &str| text.lines().count();
    let found: Vec<(&str, usize)> = files.iter().map(|(name, text)| (name.as_str(), lines(text))).collect();
    let mut wanted = vec![("sure-start-2001-00ff00ff.ballots.ndjson", 2), ("sure-start-2001.ballots.ndjson", 3)];
    // In the order of references, which the sample's own digest decides.
    wanted.sort_by_key(|(name, _)| if name.contains("00ff") { GONE.to_owned() } else { kept().reference });
    assert_eq!(found, wanted);
}
