//! How the pages start: what the tablet is set to, and what is said when they cannot.

use crate::common::session::Session;
use crate::resident::app::why_not;
use crate::resident::begin::is_set;

#[test]
fn only_a_facilitated_tablet_stays_set_to_its_consultation() {
    let own = Session::own_device("coventry-1997@2#d".into(), "en".into());
    let tablet = Session { facilitated: true, ..own.clone() };
    assert!(is_set(&tablet, "coventry-1997"));
    assert!(!is_set(&tablet, "coventry") && !is_set(&tablet, "sure-start-2001") && !is_set(&own, "coventry-1997"));
}

#[test]
fn every_reason_not_to_start_has_words_of_its_own() {
    let said = |code: &str| why_not(code).name();
    for code in ["storage-newer", "storage-blocked", "storage-unavailable", "app-unreachable", "begin-missing"] {
        assert_eq!(said(code), code);
    }
    assert_eq!(said("storage-full"), "cannot-start-full");
    assert_eq!(said("storage-failed"), "cannot-start-failed");
}
