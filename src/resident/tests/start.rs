//! How the pages start: what the tablet is set to, and what is said when they cannot.

use basketry_formats::compiled::Entry;

use crate::common::library::{LibraryError, Origin, Shelved};
use crate::common::session::Session;
use crate::resident::begin::set_to;

fn shelved(origin: Origin, id: &str, revision: u32) -> Shelved {
    let entry = Entry {
        id: id.into(),
        revision,
        digest: "d".into(),
        title: "T".into(),
        question: "Q".into(),
        languages: vec!["en".into()],
        illustrative: None,
    };
    Shelved { entry, origin }
}

fn begun(kept: &Session, shelf: &[Shelved], id: &str) -> Result<Session, LibraryError> {
    set_to(id, Some(kept.clone()), shelf, |entry| entry.languages[0].clone())
}

#[test]
fn only_a_facilitated_tablet_stays_set_to_its_consultation() {
    let shelf = [shelved(Origin::Opened, "coventry-1997", 2), shelved(Origin::Sample, "coventry-1997", 1)];
    let own = Session::own_device("coventry-1997@2#d".into(), "cy".into());
    let tablet = Session { facilitated: true, workshop: Some("parents".into()), table: Some(4), ..own.clone() };
    assert_eq!(begun(&tablet, &shelf, "coventry-1997"), Ok(tablet.clone()));
    let sample = Session::own_device("coventry-1997@1#d".into(), "en".into());
    assert_eq!(begun(&own, &shelf, "coventry-1997"), Ok(sample));
    let other = [shelved(Origin::Sample, "coventry", 1)];
    assert_eq!(begun(&tablet, &other, "coventry"), Ok(Session::own_device("coventry@1#d".into(), "en".into())));
    assert_eq!(begun(&tablet, &other, "sure-start-2001"), Err(LibraryError::Missing));
}

#[test]
fn a_tablet_whose_revision_is_gone_takes_the_one_there_is_and_keeps_its_table() {
    let own = Session::own_device("coventry-1997@1#old".into(), "en".into());
    let tablet = Session { facilitated: true, workshop: Some("parents".into()), table: Some(4), ..own };
    let begun = begun(&tablet, &[shelved(Origin::Sample, "coventry-1997", 1)], "coventry-1997");
    assert_eq!(begun, Ok(Session { consultation: "coventry-1997@1#d".into(), ..tablet }));
}
