//! What a file is.

use crate::ballots;

/// What a file says it is. Names are not trusted: files get renamed on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A consultation, or JSON that should be one.
    Consultation,
    /// Ballots.
    Ballots,
    /// A Pabulib election.
    Election,
    /// Nothing Basketry reads.
    Unknown,
}

impl Kind {
    /// The kind of a file that begins with these bytes; 512 are enough.
    pub fn of(beginning: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&beginning[..beginning.len().min(512)]);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let quoted = |name: &str| text.contains(&format!("\"{name}\""));
        if text.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("META")) {
            Self::Election
        } else if text.starts_with('{') && quoted(ballots::FORMAT) {
            Self::Ballots
        } else if text.starts_with(['{', '[']) {
            Self::Consultation
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(Kind::of("\u{feff}\n{\"format\":\"basketry-ballots\"".as_bytes()), Kind::Ballots);
        assert_eq!(Kind::of(b"{\"title\":\"On basketry-ballots\""), Kind::Consultation);
        assert_eq!(Kind::of(b"meta\nkey;value"), Kind::Election);
        for other in [&b""[..], b"<html>", b"\xff\xfe", "é".as_bytes(), "MÉT".as_bytes()] {
            assert_eq!(Kind::of(other), Kind::Unknown);
        }
    }
}
